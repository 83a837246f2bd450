#!/usr/bin/env bash
# Proves the script "state" on a real ext4 (loop device, as root): state-test.sh [FSCRYPT_FOLDER]
# Keeps what was kept in the clear, wherever the power goes; opens on its own device and on no other;
# nothing of it can be read while it is closed, nor in the disk's bytes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 0 ] || export PATH="$1:$PATH"
work=$(mktemp -d)
export PANNIER_ROOT=$work/root PANNIER_SERIAL=$work/serial PANNIER_RUN=$work
had=$([ -e /etc/fscrypt.conf ] && echo yes || true)
trap 'umount "$work/root" 2>/dev/null || true; rm -rf "$work"; [ -n "$had" ] || rm -f /etc/fscrypt.conf' EXIT
sed -e 's|@NAME@|pannier-cart|g; s|@PROGRAM@|cart|g' "$here/state" >"$work/state"
place=$work/root/var/lib/pannier/cart
wrong() { echo "WRONG: $1" >&2; exit 1; }

fresh() { # fresh [FEATURES]
  umount "$work/root" 2>/dev/null || true
  rm -f "$work/disk"
  truncate -s 64M "$work/disk"
  mkfs.ext4 -q ${1--O encrypt} "$work/disk"
  mkdir -p "$work/root"
  mount -o loop "$work/disk" "$work/root"
  mkdir -p "$place" "$work/root/etc/pannier"
}

power_cut() { # what was written stays, keys in memory go
  sync
  umount "$work/root"
  mount -o loop "$work/disk" "$work/root"
}

echo 10000000aabbccdd >"$work/serial"
for at in copying copied between swapped none; do
  fresh
  echo "grapes 640 g" >"$place/journal.db"
  mkdir "$place/gallery"
  echo photo >"$place/gallery/1.jpg"
  cut=0
  (PANNIER_CUT=$at sh "$work/state" open) >/dev/null 2>"$work/log" || cut=$?
  if [ $at = none ]; then want=0; else want=137; fi
  [ $cut = $want ] || wrong "$at: status $cut: $(cat "$work/log")"
  power_cut
  sh "$work/state" open
  [ "$(cat "$place/journal.db")" = "grapes 640 g" ] && [ "$(cat "$place/gallery/1.jpg")" = photo ] || wrong "$at: not as it was"
  [ ! -e "$place.clear" ] && [ ! -e "$place.new" ] || wrong "$at: left over"
  echo "ok    power goes while $at: all is there, encrypted"
done
[ "$(sh "$work/state" bound)" = serial ] || wrong "bound"
echo "secret-$$-state" >"$place/secret"
sh "$work/state" close
[ ! -e "$place/journal.db" ] || wrong "can be read while closed"
echo "ok    closed, not even names can be read"
sync
! grep -qa "secret-$$-state" "$work/disk" || wrong "the disk holds it in the clear"
echo "ok    the disk's bytes do not hold it"
echo 10000000aabbccde >"$work/serial"
power_cut
! sh "$work/state" open 2>"$work/log" || wrong "opened on another device"
grep -q "cannot be opened on this device" "$work/log" || wrong "$(cat "$work/log")"
echo "ok    another device does not open it: $(tail -n 1 "$work/log")"
echo 10000000aabbccdd >"$work/serial"
sh "$work/state" open
[ "$(cat "$place/secret")" = "secret-$$-state" ] || wrong "its own device"
echo "ok    its own device opens it again"
sh "$work/state" open
echo "ok    opening twice does no harm"

fresh "" # a file system that was not made for it: one line that says what to do, and nothing lost
echo "grapes 640 g" >"$place/journal.db"
! sh "$work/state" open 2>"$work/log" || wrong "opened where nothing can be encrypted"
tail -n 1 "$work/log" | grep -q "cannot encrypt; once, as root: tune2fs -O encrypt" || wrong "$(cat "$work/log")"
[ "$(cat "$place/journal.db")" = "grapes 640 g" ] && [ ! -e "$place.new" ] || wrong "something was lost or left"
echo "ok    a file system that cannot: $(tail -n 1 "$work/log")"

#!/usr/bin/env bash
# Proves the packages under a real systemd: boot-test.sh FOLDER GATE.deb CART_OLD.deb CART_NEW.deb
# FOLDER is a fresh root, as "debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,procps,\
# fscrypt,openssl,libstdc++6,zlib1g bookworm FOLDER" makes it. Needs root and systemd-nspawn (package
# systemd-container). Debian's own systemd is the first process of a container without a network; what
# carts keep lies on an ext4 of its own (a loop device beside FOLDER) that can encrypt. Nothing of this
# machine's /dev is bound into it. Takes three to six minutes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 4 ] || { echo "usage: boot-test.sh FOLDER GATE.deb CART_OLD.deb CART_NEW.deb" >&2; exit 2; }
base=$(cd "$1" && pwd) gate=$2 old=$3 new=$4
disk=$base.disk mounted=$base.state keys=$base.keys
booted= leader=
. "$here/telling.sh"
inside() { nsenter -t "$leader" -m -u -i -n -p env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin PANNIER_WATCH_SECONDS=2 "$@"; }
of() { inside systemctl show -P "$2" "$1"; }
wrong() {
  echo "WRONG: $1" >&2
  [ -z "$leader" ] || inside journalctl --no-pager -n 30 -u 'pannier*' >&2 || true
  exit 1
}
boot() {
  systemd-nspawn -q -D "$base" --bind="$mounted:/var/lib/pannier" --private-network --register=no --keep-unit \
    --kill-signal=SIGRTMIN+4 --link-journal=no --console=pipe --boot </dev/null >"$base.console" 2>&1 &
  booted=$!
  leader=
  until [ -n "$leader" ]; do
    kill -0 $booted 2>/dev/null || wrong "no container: $(tail -n 3 "$base.console")"
    for child in $(pgrep -P $booted); do
      if [ "$(cat "/proc/$child/comm" 2>/dev/null)" = systemd ]; then leader=$child; fi
    done
    sleep 0.2
  done
  until [ -S "/proc/$leader/root/run/systemd/private" ]; do sleep 0.2; done
  inside systemctl is-system-running --wait >"$base.running" || true
  echo "      $(inside systemctl --version | head -n 1), process 1 is $(inside cat /proc/1/comm), the system is $(cat "$base.running")"
}
halt() {
  [ -n "$booted" ] || return 0
  kill -RTMIN+4 "$leader" 2>/dev/null || true
  wait $booted || true
  booted= leader=
}
leave() {
  halt
  umount "$mounted" 2>/dev/null || true
}
trap leave EXIT

say "a shop of one product, a disk that can encrypt"
mkdir -p "$base/etc/pannier/enrol/thing" "$mounted" "$keys"
cp "$here/../../hardware-docs/pictures/camera.jpg" "$base/etc/pannier/enrol/thing/1.jpg"
printf 'product,name,unit,price,currency,mass_g,mass_sd_g\nthing,Thing,piece,1.00,EUR,100,2\n' >"$base/etc/pannier/catalogue.csv"
echo '{"host": "127.0.0.1", "port": 5684, "data": "/var/lib/pannier/gate", "catalogue": "catalogue.csv",
  "currency": "EUR", "console": "127.0.0.1:8081"}' >"$base/etc/pannier/gate.json"
echo '{"cart": "cart-1", "data": "/var/lib/pannier/cart", "catalogue": "catalogue.csv", "enrol": ["enrol"],
  "card_token": "tok", "screen": "127.0.0.1:8080", "cameras": []}' >"$base/etc/pannier/cart.json.later"
chmod -R a+rX "$base/etc/pannier"
openssl genpkey -algorithm ed25519 -out "$keys/private" 2>/dev/null
openssl pkey -in "$keys/private" -pubout -out "$base/etc/pannier/release.pub"
cp "$gate" "$base/gate.deb"
cp "$old" "$base/old.deb"
truncate -s 2G "$disk"
mkfs.ext4 -q -F -O encrypt "$disk"
mount -o loop "$disk" "$mounted"

say "systemd boots"
boot

up() { # up PROGRAM SINCE
  [ "$(of "$1" ActiveState) $(of "$1" SubState) $(of "$1" Type)" = "active running notify" ] || wrong "$1 is not running"
  ok "$1 said READY=1: active after $((SECONDS - $2)) s, $(inside "$1" --version)"
}
say "dpkg -i starts the gate"
began=$SECONDS
inside dpkg -i /gate.deb >"$base.dpkg" 2>&1 || wrong "$(cat "$base.dpkg")"
up pannier-gate $began

say "the cart is installed, paired by a code and started"
inside dpkg -i /old.deb >"$base.dpkg" 2>&1 || wrong "$(cat "$base.dpkg")"
inside systemctl start pannier-cart-state
as_pannier() { inside setpriv --reuid=pannier --regid=pannier --init-groups "$@"; }
code=$(as_pannier pannier-gate pair --gate-config /etc/pannier/gate.json --show --cart cart-1 --json |
  sed -nE 's/.*"code":"([^"]+)".*/\1/p')
[ -n "$code" ] || wrong "no code"
mv "$base/etc/pannier/cart.json.later" "$base/etc/pannier/cart.json"
as_pannier pannier-cart pair --config /etc/pannier/cart.json --code "$code"
began=$SECONDS
inside systemctl enable --now pannier-cart pannier-cart-update.path 2>/dev/null || wrong "it does not start"
up pannier-cart $began

say "what systemd thinks of the units"
inside sh -c 'systemd-analyze verify /lib/systemd/system/pannier-*.service /lib/systemd/system/pannier-*.path' 2>&1 |
  grep -v 'cage is not executable' >"$base.verify" || true
if [ -s "$base.verify" ]; then cat "$base.verify"; else ok "systemd-analyze verify has no complaint"; fi
for program in gate cart; do
  ok "systemd-analyze security: $(inside systemd-analyze --no-pager security pannier-$program | tail -n 1 | sed 's/^[^O]*//; s/ [^ ]*$//')"
done

say "who runs, and behind what"
main=$(of pannier-cart MainPID)
status() { inside grep "^$1:" "/proc/$main/status" | cut -f2-; }
[ "$(inside ps -o user= -p "$main")" = pannier ] || wrong "not pannier"
groups=$(inside id -nG pannier)
for group in video gpio i2c; do grep -qw "$group" <<<"$groups" || wrong "not in $group: $groups"; done
[ "$(status CapEff)" = 0000000000000000 ] && [ "$(status NoNewPrivs)" = 1 ] || wrong "capabilities $(status CapEff)"
ok "user pannier of $groups; no capability, no new privileges, seccomp mode $(status Seccomp)"
jail() { inside nsenter -t "$main" -m setpriv --reuid=pannier --regid=pannier --init-groups "$@" 2>&1; }
jail touch /var/lib/pannier/cart/tried && jail rm /var/lib/pannier/cart/tried || wrong "its state is not its own"
for closed in /usr/tried /etc/pannier/tried /root/tried /var/lib/pannier/tried; do
  if jail touch "$closed" >/dev/null; then wrong "$closed can be written"; fi
done
if jail ls /home >/dev/null; then wrong "/home shows"; fi
ok "writes its own state, not /usr, /etc, /root or the gate's"

say "encrypted state"
[ "$(of pannier-cart-state ActiveState)" = active ] && [ "$(of pannier-gate-state ActiveState)" = active ] || wrong "not opened"
inside fscrypt status /var/lib/pannier/cart | grep -q 'Unlocked: Yes' || wrong "$(inside fscrypt status /var/lib/pannier/cart)"
inside sh -c 'test -s /var/lib/pannier/cart/journal.db' || wrong "no journal"
ok "/var/lib/pannier/cart is encrypted with fscrypt and open; bound to: $(inside /usr/lib/pannier-cart/current/state bound)"

say "signs of life, and what happens without them"
first=$(of pannier-cart WatchdogTimestampMonotonic)
beat() { [ "$(of pannier-cart WatchdogTimestampMonotonic)" != "$first" ]; }
await 15 "WATCHDOG=1 is heard (of $(($(of pannier-cart WatchdogUSec 2>/dev/null | tr -dc 0-9))) s)" beat
running() { [ "$(of pannier-cart ActiveState)" = active ] && [ "$(of pannier-cart MainPID)" != "$main" ] && [ "$(of pannier-cart NRestarts)" = "$1" ]; }
inside kill -KILL "$main"
await 60 "killed with SIGKILL, it runs again" running 1
main=$(of pannier-cart MainPID)
inside kill -STOP "$main"
gone() { [ "$(of pannier-cart MainPID)" != "$main" ]; }
await 60 "stopped with SIGSTOP, the watchdog ends it" gone
inside journalctl --no-pager -u pannier-cart | grep -q 'Watchdog timeout' || wrong "it was not the watchdog"
await 60 "it runs again" running 2

say "stop, and settings that are wrong"
began=$SECONDS
inside systemctl stop pannier-cart
[ "$(of pannier-cart ActiveState) $(of pannier-cart Result)" = "inactive success" ] || wrong "$(of pannier-cart Result)"
ok "systemctl stop: inactive, success ($((SECONDS - began)) s)"
inside cp /etc/pannier/cart.json /etc/pannier/good.json
inside sed -i 's|"cart-1"|17|' /etc/pannier/cart.json
if inside systemctl start pannier-cart 2>/dev/null; then wrong "it runs with wrong settings"; fi
sleep 4 # twice RestartSec
[ "$(of pannier-cart ActiveState) $(of pannier-cart ExecMainStatus) $(of pannier-cart NRestarts)" = "failed 2 0" ] || wrong "not left alone"
ok "wrong settings: failed with 2, not started again: $(inside journalctl --no-pager -o cat -u pannier-cart | grep cart.json | tail -n 1)"
inside mv /etc/pannier/good.json /etc/pannier/cart.json
inside chmod a+r /etc/pannier/cart.json
inside systemctl reset-failed pannier-cart
inside systemctl start pannier-cart

say "a version that the gate sent: the path unit sees it, the service installs it"
release=/var/lib/pannier/cart/release
name=$(dpkg-deb -f "$new" Package)_$(dpkg-deb -f "$new" Version)_$(dpkg-deb -f "$new" Architecture).deb
offer() { # offer SIGNED-BY: as the program does it when it is free and charging
  cp "$new" "$base/$name"
  openssl pkeyutl -sign -inkey "$1" -rawin -in "$new" -out "$base/$name.sig"
  inside sh -c "mkdir -p $release && rm -f $release/failed && mv /$name /$name.sig $release/ && chown -R pannier: $release"
  inside sh -c "echo $name >$release/ready.new && mv $release/ready.new $release/ready"
}
openssl genpkey -algorithm ed25519 -out "$keys/other" 2>/dev/null
offer "$keys/other"
refused() { inside test -s $release/failed; }
await 60 "one that another key signed is refused" refused
was=$(inside pannier-cart --version)
offer "$keys/private"
taken() { [ "$(inside readlink /usr/lib/pannier-cart/current)" = "$(dpkg-deb -f "$new" Version)" ] && inside test ! -e $release/ready; }
await 300 "the one with the right signature is installed" taken
done_now() { [ "$(of pannier-cart-update ActiveState)" = inactive ] && [ "$(of pannier-cart-update Result)" = success ]; }
await 120 "the installer has ended well" done_now
[ "$(of pannier-cart ActiveState)" = active ] && [ "$(inside pannier-cart --version)" != "$was" ] || wrong "still $was"
ok "$was has become $(inside pannier-cart --version)"

say "the machine is switched off and on"
halt
umount "$mounted"
mount -o loop "$disk" "$mounted"
if [ -e "$mounted/cart/journal.db" ] || [ -e "$mounted/gate/ledger.db" ]; then wrong "names can be read"; fi
ok "switched off: on the disk stand $(ls "$mounted/cart" | wc -l) names such as $(ls "$mounted/cart" | head -n 1)"
boot
alive() { [ "$(of "$1" ActiveState)" = active ]; }
await 120 "the gate came up by itself" alive pannier-gate
await 120 "the cart came up by itself" alive pannier-cart
inside test -s /var/lib/pannier/cart/journal.db || wrong "its journal is gone"
failed=$(inside systemctl --failed --no-legend --plain | cut -d' ' -f1 | tr '\n' ' ')
[ -z "$(grep -o 'pannier[^ ]*' <<<"$failed" || true)" ] || wrong "failed: $failed"
ok "state opened by itself; failed units: ${failed:-none}"

say "removal"
inside dpkg -r pannier-cart >/dev/null 2>&1
inside test -s /var/lib/pannier/cart/journal.db || wrong "the journal went with it"
ok "the package is gone, the state stays"
halt
rm -rf "$keys" "$disk"
say "all proven"

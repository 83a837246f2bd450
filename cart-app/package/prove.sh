#!/usr/bin/env bash
# Proves the cart's packages in a clean Debian: prove.sh FOLDER OLD.deb NEW.deb
# FOLDER is a fresh root, as "debootstrap --variant=minbase bookworm FOLDER" makes it; needs root.
# systemd does not run in such a root: manager.py stands for it. It starts the unit's own command as
# the unit's own user, waits for the program's READY=1 as Type=notify does, and hears WATCHDOG=1.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base=$1 old=$2 new=$3
. "$here/clean-root.sh"
cp "$old" "$base/old.deb"
cp "$new" "$base/new.deb"

say "settings and a shop of one product"
mkdir -p "$base/etc/pannier/enrol/thing"
cp "$here/../../hardware-docs/pictures/camera.jpg" "$base/etc/pannier/enrol/thing/1.jpg"
printf 'product,name,unit,price,currency,mass_g,mass_sd_g\nthing,Thing,piece,1.00,EUR,100,2\n' >"$base/etc/pannier/catalogue.csv"
sed -e 's|"/var/lib/pannier/enrol"|"enrol"|' "$here/cart/cart.json.example" >"$base/etc/pannier/cart.json"

say "install the old version"
inside dpkg -i /old.deb
inside systemctl is-active pannier-cart && inside pannier-cart --version
inside sh -c 'ps -o user= -C java 2>/dev/null || stat -c %U /proc/$(cat /run/manager/pannier-cart.pid)' | sort -u
running=$(readlink "$base/usr/lib/pannier-cart/current")

say "bad settings end with status 2 and one line"
sed 's|"cart-1"|17|' "$base/etc/pannier/cart.json" >"$base/etc/pannier/bad.json"
status=0
inside pannier-cart --config /etc/pannier/bad.json || status=$?
[ $status = 2 ]

say "upgrade to a version that does not come up"
mkdir -p "$base/tmp/broken"
dpkg-deb -R "$new" "$base/tmp/broken"
version=$(dpkg-deb -f "$new" Version)
printf '#!/bin/sh\nexit 1\n' >"$base/tmp/broken/usr/lib/pannier-cart/$version/start"
dpkg-deb -Znone -b "$base/tmp/broken" "$base/broken.deb" >/dev/null
inside dpkg -i /broken.deb && { echo "the broken version was taken"; exit 1; }
[ "$(readlink "$base/usr/lib/pannier-cart/current")" = "kept/$running" ]
inside systemctl is-active pannier-cart && inside pannier-cart --version

say "the gate sent versions: unsigned, changed on the way, not coming up, good"
release=$base/var/lib/pannier/cart/release
name=pannier-cart_${version}_$(dpkg-deb -f "$new" Architecture).deb
keys=$(mktemp -d)
openssl genpkey -algorithm ed25519 -out "$keys/private" 2>/dev/null
openssl pkey -in "$keys/private" -pubout -out "$base/etc/pannier/release.pub"
offer() { # offer DEB: signed, and the program said that it may be taken
  rm -rf "$release"
  mkdir -p "$release"
  cp "$1" "$release/$name"
  openssl pkeyutl -sign -inkey "$keys/private" -rawin -in "$1" -out "$release/$name.sig"
  echo "$name" >"$release/ready"
}
update() { inside /usr/lib/pannier-cart/current/update; }
refused() { # refused WORDS
  said=$(update 2>&1) && { echo "it was taken"; exit 1; }
  grep -q "$1" <<<"$said" || { echo "$said"; exit 1; }
  [ "$(cat "$release/failed")" = "$version" ] && [ ! -e "$release/ready" ]
  inside systemctl is-active pannier-cart && inside pannier-cart --version
  echo "refused: $1"
}
offer "$new"
rm "$release/$name.sig"
refused "is not here whole"
offer "$new"
printf x >>"$release/$name"
refused "its signature is not by the key"
offer "$base/broken.deb"
refused "does not come up; the version before runs"
offer "$new"
update
[ ! -e "$release/ready" ] && [ ! -e "$release/failed" ]
[ "$(readlink "$base/usr/lib/pannier-cart/current")" = "$version" ]
inside systemctl is-active pannier-cart && inside pannier-cart --version
echo "$name" >"$release/ready" # the power went before this was gone
offered=$(stat -c %Y "$base/usr/lib/pannier-cart/current")
offer "$new"
update
[ "$(stat -c %Y "$base/usr/lib/pannier-cart/current")" = "$offered" ] && [ ! -e "$release/ready" ]
rm -rf "$keys"

say "remove: the state stays"
inside dpkg -r pannier-cart
[ -s "$base/var/lib/pannier/cart/journal.db" ]
[ ! -e "$base/usr/lib/pannier-cart" ]
say "all proven"

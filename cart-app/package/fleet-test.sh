#!/usr/bin/env bash
# Proves an update from the gate to the cart, end to end, with whole packages in a clean Debian:
#   fleet-test.sh FOLDER GATE.deb CART_OLD.deb CART_NEW.deb
# FOLDER is a fresh root, as for prove.sh; needs root, and a quarter of an hour: the package goes over
# CoAP on DTLS. The gate's and the cart's own programs run as their units' users; they are paired by a
# code. The gate serves a version that does not come up, one that another key signed, and CART_NEW: the
# cart fetches each and offers it, "update" refuses the first two and installs the last, which comes up.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base=$1 gate=$2 old=$3 new=$4
. "$here/clean-root.sh"
state=$base/var/lib/pannier/cart release=$base/var/lib/pannier/cart/release
offers=$base/srv/release
as_pannier() { inside setpriv --reuid=pannier --regid=pannier --clear-groups "$@"; }
wrong() { echo "WRONG: $1" >&2; tail -n 20 "$base"/run/manager/*.log >&2; exit 1; }

say "gate and cart are installed"
mkdir -p "$offers" "$base/etc/pannier/enrol/thing"
cp "$here/../../hardware-docs/pictures/camera.jpg" "$base/etc/pannier/enrol/thing/1.jpg"
printf 'product,name,unit,price,currency,mass_g,mass_sd_g\nthing,Thing,piece,1.00,EUR,100,2\n' >"$base/etc/pannier/catalogue.csv"
echo '{"host": "127.0.0.1", "port": 5684, "data": "/var/lib/pannier/gate", "catalogue": "catalogue.csv",
  "currency": "EUR", "console": "127.0.0.1:8081", "release": "/srv/release"}' >"$base/etc/pannier/gate.json"
echo '{"cart": "cart-1", "data": "/var/lib/pannier/cart", "catalogue": "catalogue.csv", "enrol": ["enrol"],
  "card_token": "tok", "screen": "127.0.0.1:8080", "cameras": []}' >"$base/etc/pannier/cart.json.later"
chmod -R a+rX "$base/etc/pannier" "$base/srv"
cp "$gate" "$base/gate.deb"
cp "$old" "$base/old.deb"
inside dpkg -i /gate.deb
inside systemctl is-active pannier-gate && inside pannier-gate --version
inside dpkg -i /old.deb # without settings: it waits for them

say "they are paired by a code"
code=$(as_pannier pannier-gate pair --gate-config /etc/pannier/gate.json --show --cart cart-1 --json |
  sed -nE 's/.*"code":"([^"]+)".*/\1/p')
[ -n "$code" ] || wrong "no code"
mv "$base/etc/pannier/cart.json.later" "$base/etc/pannier/cart.json"
as_pannier pannier-cart pair --config /etc/pannier/cart.json --code "$code"
inside systemctl restart pannier-cart
inside systemctl is-active pannier-cart
before=$(inside pannier-cart --version)
echo "$before"

keys=$(mktemp -d)
openssl genpkey -algorithm ed25519 -out "$keys/private" 2>/dev/null
openssl pkey -in "$keys/private" -pubout -out "$base/etc/pannier/release.pub"
offer() { # offer DEB SIGNED-BY [PERCENT]: the gate's folder holds it, for all carts or so many
  local name
  name=$(dpkg-deb -f "$1" Package)_$(dpkg-deb -f "$1" Version)_$(dpkg-deb -f "$1" Architecture).deb
  rm -f "$offers"/*
  cp "$1" "$offers/$name"
  openssl pkeyutl -sign -inkey "$2" -rawin -in "$1" -out "$offers/$name.sig"
  echo "${3:-100}" >"$offers/stage"
  chmod -R a+rX "$offers"
}
ready() { [ -e "$release/ready" ]; }
update() { inside /usr/lib/pannier-cart/current/update; }

say "one that does not come up"
broken() { # broken VERSION: units and scripts of the old one, and a program that ends at once
  dpkg-deb -R "$old" "$keys/tree-$1"
  rm -rf "$keys/tree-$1"/usr/lib/pannier-cart/*
  mkdir "$keys/tree-$1/usr/lib/pannier-cart/$1"
  sed -i "s/$was/$1/g" "$keys/tree-$1/DEBIAN/"{control,postinst}
  printf '#!/bin/sh\nexit 1\n' >"$keys/tree-$1/usr/lib/pannier-cart/$1/start"
  chmod 755 "$keys/tree-$1/usr/lib/pannier-cart/$1/start"
  dpkg-deb --root-owner-group -Znone -b "$keys/tree-$1" "$keys/$1.deb" >/dev/null
}
was=$(dpkg-deb -f "$old" Version)
broken "$was.1"
broken "$was.2"
offer "$keys/$was.1.deb" "$keys/private" 0
sleep 15 # the gate looks every five seconds, the cart asks every two
if grep -q "_$was.1_" "$release/whole" 2>/dev/null; then wrong "fetched at a stage of 0"; fi
ok "at a stage of 0 no cart takes it"
echo 100 >"$offers/stage"
await 120 "the cart fetched it" grep -q "_$was.1_" "$release/whole"
await 120 "the cart lets the installer begin" ready
said=$(update 2>&1) && wrong "taken: $said"
grep -q "does not come up; the version before runs" <<<"$said" || wrong "$said"
[ "$(cat "$release/failed")" = "$was.1" ] || wrong "not told"
inside systemctl is-active pannier-cart
inside pannier-cart --version
told() { grep -qF "$was.1 did not come up" "$base/run/manager/pannier-gate.log"; }
await 120 "the gate heard that it failed" told

say "one that another key signed"
openssl genpkey -algorithm ed25519 -out "$keys/other" 2>/dev/null
offer "$keys/$was.2.deb" "$keys/other"
await 120 "the cart fetched it" grep -q "_$was.2_" "$release/whole"
await 120 "the cart lets the installer begin" ready
said=$(update 2>&1) && wrong "taken: $said"
grep -q "its signature is not by the key" <<<"$said" || wrong "$said"
[ "$(cat "$release/failed")" = "$was.2" ] || wrong "not told"
inside systemctl is-active pannier-cart

say "the gate serves a newer version"
version=$(dpkg-deb -f "$new" Version)
offer "$new" "$keys/private"
await 1800 "the cart fetched the package whole" grep -q "_${version}_" "$release/whole"
cmp "$new" "$release/$(ls "$offers" | grep 'deb$')" && ok "to the last byte"
await 120 "free for a minute: the cart lets the installer begin" ready
update
inside systemctl is-active pannier-cart
[ "$(inside pannier-cart --version)" != "$before" ] || wrong "still $before"
inside pannier-cart --version
[ ! -e "$release/ready" ] && [ ! -e "$release/failed" ] || wrong "ready or failed stays"
[ -s "$state/gate" ] || wrong "no longer paired"
rm -rf "$keys"
say "all proven"

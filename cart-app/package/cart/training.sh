#!/usr/bin/env bash
# One start of the cart with a photo to enrol, so that the start-up cache knows what such a start
# loads: training.sh FOLDER ROOT EMULATOR HOME
set -euo pipefail
folder=$1 root=$2 emulator=$3 home=$4
key=d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
picture=$root/hardware-docs/pictures/camera.jpg
mkdir -p "$folder/enrol/thing"
cp "$picture" "$folder/enrol/thing/1.jpg"
echo 'product,name,unit,price,currency,mass_g,mass_sd_g
thing,Thing,piece,1.00,EUR,100,2' >"$folder/catalogue.csv"
cat >"$folder/cart.json" <<JSON
{"cart": "cart-1", "data": "data", "catalogue": "catalogue.csv",
 "enrol": ["enrol"], "card_token": "tok", "screen": "127.0.0.1:0",
 "cameras": []}
JSON
# The first start unpacks libraries and embeds the photo; the second is like all that follow.
for cache in "" "-XX:AOTCacheOutput=$home/start.aot"; do
  rm -rf "$folder/data"
  mkdir "$folder/data"
  # As if it had been paired with a gate that is off; its key is the first of RFC 8032, 7.1.
  printf 'cart-1\n127.0.0.1\n9\n302a300506032b6570032100%s\n' "$key" >"$folder/data/gate"
  (sleep "${PANNIER_TRAINING_SECONDS:-6}"; echo off) |
    PANNIER_EMULATOR=$emulator PANNIER_JAVA_OPTIONS="-Dpannier.cache=$folder/cache $cache" \
      "$home/start" --config "$folder/cart.json" >"$folder/out" 2>&1 || { cat "$folder/out" >&2; exit 1; }
done
test -s "$home/start.aot"

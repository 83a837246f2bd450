#!/usr/bin/env bash
# One start of the gate, so that the start-up cache knows what it loads:
# training.sh FOLDER ROOT EMULATOR HOME
set -euo pipefail
folder=$1 emulator=$3 home=$4
echo 'product,name,unit,price,currency,mass_g,mass_sd_g
thing,Thing,piece,1.00,EUR,100,2' >"$folder/catalogue.csv"
echo '{"host": "127.0.0.1", "port": 0, "data": "data", "catalogue": "catalogue.csv", "currency": "EUR",
  "console": "127.0.0.1:0"}' >"$folder/gate.json"
PANNIER_EMULATOR=$emulator PANNIER_JAVA_OPTIONS="-XX:AOTCacheOutput=$home/start.aot" \
  "$home/start" --config "$folder/gate.json" >"$folder/out" 2>&1 &
gate=$!
for _ in $(seq "${PANNIER_TRAINING_SECONDS:-60}"); do
  grep -q "gate is ready" "$folder/out" && break
  kill -0 $gate 2>/dev/null || { cat "$folder/out" >&2; exit 1; }
  sleep 1
done
kill $gate
wait $gate || true
test -s "$home/start.aot"

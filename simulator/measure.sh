#!/usr/bin/env bash
# Measures everything that ACCURACY.md tells and writes it: measure.sh [TRIPS] [PHOTO_SHOP]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
trips=${1:-200}
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
"$here/../pannier" evaluate --trips "$trips" --seed 1 --json >>"$figures"
"$here/../pannier" evaluate --trips "$trips" --seed 1 --adversarial 0.4 --json >>"$figures"
if [ $# -gt 1 ]; then
  "$here/../pannier" evaluate --trips "$trips" --seed 1 --shop "$2" --json >>"$figures"
  "$here/../pannier" domain-gap --shop "$2" --json >>"$figures"
fi
"$here/../pannier" look-alikes --json >>"$figures"
"$here/../pannier" scale-check --seed 1 --json >>"$figures"
{
  sed '/^## Receipts/,$d' "$here/ACCURACY.md"
  "$here/../pannier" accuracy "$figures" --plot "$here/trade.svg"
} >"$here/ACCURACY.md.new"
mv "$here/ACCURACY.md.new" "$here/ACCURACY.md"

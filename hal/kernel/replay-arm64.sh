#!/usr/bin/env bash
# Replays a recorded trip with the cart's arm64 package under QEMU's user emulation, and with its amd64
# package on this machine, and compares: the same events, decisions, times and basket, probabilities
# within a tolerance.
#
#   hal/kernel/replay-arm64.sh FOLDER CART_amd64.deb CART_arm64.deb TRIP
#
# FOLDER as prove.sh made it, TRIP as ./pannier replay takes it. Emulation is thirty times as slow, so
# a trip of some seconds and few products does: "ffmpeg -ss 5.2 -t 3.4 -i rim.mp4 -r 10 clip.mp4" and
# the same stretch of scale.csv.
set -euo pipefail

[ $# -eq 4 ] || { echo "usage: replay-arm64.sh FOLDER CART_amd64.deb CART_arm64.deb TRIP" >&2; exit 2; }
work=$(cd "$1" && pwd) trip=$(cd "$4" && pwd)
tolerance=${TOLERANCE:-0.02}
command -v qemu-aarch64-static >/dev/null || { echo "replay-arm64.sh: qemu-aarch64-static is missing (qemu-user-static)" >&2; exit 1; }
[ -e "$work/java/done" ] || { echo "replay-arm64.sh: run hal/kernel/prove.sh $work first" >&2; exit 1; }
[ -e "$work/java/lib" ] || ln -s usr/lib "$work/java/lib"

replay() { # replay NAME DEB JAVA-OPTIONS
  rm -rf "${work:?}/$1"
  mkdir -p "$work/$1"
  dpkg-deb -x "$2" "$work/$1"
  PANNIER_JAVA_OPTIONS="-Xmx1g -Dpannier.cache=$work/$1/cache $3" \
    sh "$work/$1"/usr/lib/pannier-cart/[0-9]*/start replay "$trip" --sightings --json >"$work/$1.json"
}
replay replay-amd64 "$2" ""
export QEMU_LD_PREFIX=$work/java
export PANNIER_EMULATOR="qemu-aarch64-static -E LD_LIBRARY_PATH=$work/java/usr/lib/aarch64-linux-gnu"
started=$(date +%s)
# The second compiler costs more under emulation than it saves.
replay replay-arm64 "$3" -XX:TieredStopAtLevel=1
echo "replay-arm64.sh: $(($(date +%s) - started)) s on arm64" >&2
python3 - "$work/replay-amd64.json" "$work/replay-arm64.json" "$tolerance" <<'PYTHON'
import json, sys

def lines(path):
    return [json.loads(line) for line in open(path)]

def compare(here, there, where):
    """Everything alike but for numbers with a fraction, which may differ a little."""
    global most
    if isinstance(here, float) or isinstance(there, float):
        scale = 1000.0 if where.endswith("mass_g") else 1.0
        most = max(most, abs(here - there) / scale)
    elif isinstance(here, dict) and isinstance(there, dict):
        assert here.keys() == there.keys(), f"{where}: {here} and {there}"
        for key in here:
            compare(here[key], there[key], f"{where}.{key}")
    elif isinstance(here, list) and isinstance(there, list):
        # Ranked products below the tolerance may change places or fall out.
        if where.endswith("candidates"):
            here = {each["product"]: each["probability"] for each in here}
            there = {each["product"]: each["probability"] for each in there}
            for product in here.keys() | there.keys():
                compare(float(here.get(product, 0)), float(there.get(product, 0)), where)
            return
        assert len(here) == len(there), f"{where}: {here} and {there}"
        for i, each in enumerate(here):
            compare(each, there[i], f"{where}[{i}]")
    else:
        assert here == there, f"{where}: {here} on amd64, {there} on arm64"

most, tolerance = 0.0, float(sys.argv[3])
here, there = lines(sys.argv[1]), lines(sys.argv[2])
compare(here, there, "")
decisions = sum(1 for each in here if each["event"] in ("added", "removed", "asked", "held"))
print(f"{len(here)} lines and {decisions} decisions the same, probabilities within {most:.6f} (allowed {tolerance})")
sys.exit(not (decisions > 0 and most <= tolerance))
PYTHON

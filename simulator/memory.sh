#!/usr/bin/env bash
# Whether memory grows over many trips in one process: memory.sh [TRIPS] [PICTURE.svg]
# Each trip has one item, so that there are many trips; sensors are rendered and the model is the real one.
# Java's heap has 512 MiB, as a large one is filled with garbage first, which looks like growth (PANNIER_HEAP sets another).
# Prints the medians of the resident memory over each tenth of the run, and draws its curve.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
trips=${1:-500}
picture=${2:-}
samples=$(mktemp)
figures=$(mktemp)
trap 'rm -f "$samples" "$figures"' EXIT
"$here/../pannier" build
PANNIER_HEAP=${PANNIER_HEAP:-512m} "$here/../pannier" evaluate --trips "$trips" --items 1 --seed 5 --json >"$figures" &
started=$!
while kill -0 "$started" 2>/dev/null; do
  # The largest process below the launcher, or the launcher itself where it became the program.
  for process in "$started" $(pgrep -P "$started" || true); do
    awk -v now="$SECONDS" '/^VmRSS/ { print now, int($2 / 1024) }' "/proc/$process/status" 2>/dev/null || true
  done | sort -k2,2n | tail -n 1 >>"$samples"
  sleep 2
done
wait "$started"
awk -v trips="$trips" '
  { mib[NR] = $2 }
  END {
    for (tenth = 0; tenth < 10; tenth++) {
      n = 0
      for (i = int(NR * tenth / 10) + 1; i <= int(NR * (tenth + 1) / 10); i++) part[++n] = mib[i]
      for (i = 2; i <= n; i++) for (j = i; j > 1 && part[j - 1] > part[j]; j--) { t = part[j]; part[j] = part[j - 1]; part[j - 1] = t }
      printf "trips %d to %d: %d MiB\n", trips * tenth / 10 + 1, trips * (tenth + 1) / 10, part[int((n + 1) / 2)]
    }
  }' "$samples"
cat "$figures"
[ -z "$picture" ] && exit 0
awk -v trips="$trips" '
  { time[NR] = $1; mib[NR] = $2; if ($2 > most) most = $2 }
  END {
    top = int(most / 200 + 1) * 200
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 360\" font-family=\"sans-serif\" font-size=\"15\">"
    print "<rect width=\"900\" height=\"360\" fill=\"#fff\"/>"
    printf "<text x=\"90\" y=\"28\" font-weight=\"bold\">Resident memory over %d simulated trips in one process</text>\n", trips
    for (line = 0; line <= top; line += 200) {
      y = 310 - 260 * line / top
      printf "<path d=\"M90 %.1fH880\" stroke=\"#ddd\"/><text x=\"82\" y=\"%.1f\" text-anchor=\"end\">%d MiB</text>\n", y, y + 5, line
    }
    for (mark = 0; mark <= 5; mark++) printf "<text x=\"%.1f\" y=\"335\" text-anchor=\"middle\">%d</text>\n", 90 + 158 * mark, trips * mark / 5
    printf "<polyline fill=\"none\" stroke=\"#14593f\" stroke-width=\"2\" points=\""
    for (i = 1; i <= NR; i++) printf "%.1f,%.1f ", 90 + 790 * (time[i] - time[1]) / (time[NR] - time[1] + 1e-9), 310 - 260 * mib[i] / top
    print "\"/></svg>"
  }' "$samples" >"$picture"

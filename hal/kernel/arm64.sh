#!/usr/bin/env bash
# Runs the recogniser with arm64 natives on an arm64 JDK 25 under QEMU's user emulation, and again on
# this machine, and compares photo by photo: the same first guesses, probabilities within a tolerance of
# their log odds (processors round an 8-bit network differently, which moves a guess in doubt more than a
# sure one); and what "recognise" says of them all.
#
#   hal/kernel/arm64.sh FOLDER ENROL PHOTOS       FOLDER as prove.sh made it
#
# ENROL and PHOTOS hold PRODUCT/*.jpg; a dozen photos take some minutes. The natives come from Maven.
set -euo pipefail

[ $# -eq 3 ] || { echo "usage: arm64.sh FOLDER ENROL PHOTOS" >&2; exit 2; }
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
work=$(cd "$1" && pwd) enrol=$2 photos=$3
tolerance=${TOLERANCE:-0.25}
command -v qemu-aarch64-static >/dev/null || { echo "arm64.sh: qemu-aarch64-static is missing (qemu-user-static)" >&2; exit 1; }
[ -e "$work/java/done" ] || { echo "arm64.sh: run hal/kernel/prove.sh $work first" >&2; exit 1; }
java=${JAVA_HOME:-$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -1)}
natives=$work/natives
for artifact in javacpp:1.5.13 opencv:4.13.0-1.5.13 openblas:0.3.31-1.5.13 tensorflow-lite:2.20.0-1.5.13; do
  name=${artifact%%:*} version=${artifact#*:}
  [ -e "$natives/$name-$version-linux-arm64.jar" ] ||
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact="org.bytedeco:$name:$version:jar:linux-arm64" -DoutputDirectory="$natives"
done

# Debian's settings of Java are links into /etc, which is not this machine's.
runtime=$(find "$work/java/usr/lib/jvm" -maxdepth 1 -type d -name 'java-25-*')
if [ -L "$runtime/conf/security/java.security" ] || [ ! -e "$runtime/conf/security/java.security" ]; then
  rm -rf "$runtime/conf"
  cp -rL "$work/java/etc/java-25-openjdk" "$runtime/conf"
fi
[ -e "$work/java/lib" ] || ln -s usr/lib "$work/java/lib"

jars=$(tr ':' '\n' <"$root/simulator/target/runtime.classpath" | grep '\.jar$' | grep -v -- '-linux-x86_64\.jar$' | paste -sd:)
here=$(tr ':' '\n' <"$root/simulator/target/runtime.classpath" | grep -- '-linux-x86_64\.jar$' | paste -sd:)
there=$(find "$natives" -name '*.jar' | paste -sd:)
classes=$root/vision/target/test-classes:$root/vision/target/classes:$root/cart-app/domain/target/classes:$root/hal/target/classes
options=(-XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true)
each=(pannier.vision.recognise.Candidates "$enrol" "$photos")
all=(pannier.vision.recognise.RecogniseMain --enrol "$enrol" --photos "$photos" --json)

here() { "$java/bin/java" "${options[@]}" -Duser.home="$work/home-here" -cp "$classes:$jars:$here" "$@"; }
there() {
  qemu-aarch64-static -L "$work/java" -E LD_LIBRARY_PATH="$work/java/usr/lib/aarch64-linux-gnu" \
    "$runtime/bin/java" -XX:TieredStopAtLevel=1 "${options[@]}" -Duser.home="$work/home-arm64" \
    -cp "$classes:$jars:$there" "$@"
}
here "${each[@]}" >"$work/here.txt"
here "${all[@]}" >"$work/here.json"
started=$(date +%s)
there "${each[@]}" >"$work/arm64.txt"
there "${all[@]}" >"$work/arm64.json"
seconds=$(($(date +%s) - started))
paste -d' ' "$work/here.txt" "$work/arm64.txt" | awk -v tolerance="$tolerance" -v seconds="$seconds" '
  function off(a, b) { return a < b ? b - a : a - b }
  function odds(p) { p = p < 1e-6 ? 1e-6 : p > 1 - 1e-6 ? 1 - 1e-6 : p; return log(p / (1 - p)) }
  {
    same += $2 == $6
    for (i = 3; i <= 4; i++) {
      most = off($i, $(i + 4)) > most ? off($i, $(i + 4)) : most
      nats = off(odds($i), odds($(i + 4))) > nats ? off(odds($i), odds($(i + 4))) : nats
    }
  }
  END {
    printf "%d photos, %d the same first guess; probabilities, also of nothing known, within %.3f of log odds (allowed %s), which is %.4f at most; %d s on arm64\n",
      NR, same, nats, tolerance, most, seconds
    exit !(NR > 0 && same == NR && nats <= tolerance)
  }'
# "recognise" itself says the same of them, but for its times.
untimed() { sed -E 's/"(ms_per_photo|invoke_ms)":[0-9.]+,?//g' "$1"; }
if [ "$(untimed "$work/here.json")" != "$(untimed "$work/arm64.json")" ]; then
  untimed "$work/here.json" >&2
  untimed "$work/arm64.json" >&2
  echo "arm64.sh: recognise says something else on arm64" >&2
  exit 1
fi
echo "recognise says the same: $(untimed "$work/arm64.json")"

#!/usr/bin/env bash
# Makes a Debian package of the cart or of the gate: ./pannier package cart|gate [amd64|arm64]
# No root is needed. The launcher has set JAVA_HOME; a runtime of another architecture than this
# machine's is taken from $PANNIER_RUNTIME (a folder with bin/java of JDK 25 for it).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${1:-cart}
architecture=${2:-$(dpkg --print-architecture 2>/dev/null || echo amd64)}
version=${PANNIER_VERSION:-0.1.0}
name=pannier-$program

fail() {
  echo "pannier package: $1" >&2
  exit "${2:-2}"
}

case $program in
  cart)
    module=cart-app/app main=pannier.app.live.CartMain heap=384m
    options=-XX:CompileThresholdScaling=4 # most of what is compiled at the start runs only then
    words=(pair=app.pair.PairMain calibrate=app.calibrate.CalibrateMain journal=app.rerun.JournalMain
      replay=app.replay.ReplayMain)
    ;;
  gate)
    module=payment-sync/gate main=pannier.gate.GateMain heap=512m options=
    words=(pair=gate.PairMain move=gate.MoveMain refund=gate.RefundMain ledger=gate.LedgerMain)
    ;;
  *) fail "found '$program', wanted cart or gate" ;;
esac
case $architecture in
  amd64) platform=linux-x86_64 emulator=qemu-x86_64-static machine=x86_64 ;;
  arm64) platform=linux-arm64 emulator=qemu-aarch64-static machine=aarch64 ;;
  *) fail "found '$architecture', wanted amd64 or arm64" ;;
esac
[[ $version =~ ^[0-9][A-Za-z0-9.+~]*$ ]] || fail "PANNIER_VERSION: found '$version', wanted such as 0.1.0"
command -v dpkg-deb >/dev/null || fail "dpkg-deb is missing; this runs on Debian and its kin" 1

work=$root/target/package/$name-$architecture
tree=$work/tree
home=$tree/usr/lib/$name/$version
rm -rf "$work"
mkdir -p "$home/jars" "$work/training" "$tree/DEBIAN"

say() { echo "pannier package: $1" >&2; }

# ---- jars: one class path for build and start, unsigned, without other platforms' libraries
# To the test classes, as the app's tests use those of hal: Maven resolves them together.
say "class path of $program for $platform"
(cd "$root" && MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow" mvn -B -q -Dquick -Dnative.platform=$platform \
  process-test-classes dependency:build-classpath -pl "$module" -am -DincludeScope=runtime \
  -Dmdep.outputFile=target/package.classpath >&2) || fail "no class path" 1
say "jars"
# Of a module whose test classes other modules' tests use, Maven names those too.
path=$(tr ':' '\n' <"$root/$module/target/package.classpath" | grep -v '/target/test-classes$' | paste -sd:)
"$JAVA_HOME/bin/java" "$here/Jars.java" "$home/jars" "$platform" "$version" \
  "$root/$module/target/classes:$path" >"$home/classpath" || fail "no jars" 1

# ---- runtime: linked from this JDK, or brought along
modules=java.base,java.logging,java.sql,java.naming,java.management,java.net.http,java.desktop,java.xml,jdk.httpserver,jdk.unsupported,jdk.management,jdk.zipfs
if [ "$(uname -m)" = $machine ]; then
  say "runtime"
  "$JAVA_HOME/bin/jlink" --add-modules $modules --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --output "$home/runtime"
  emulate=()
else
  [ -x "${PANNIER_RUNTIME:-}/bin/java" ] ||
    fail "PANNIER_RUNTIME: found '${PANNIER_RUNTIME:-}', wanted the folder of a Java 25 runtime for $architecture (jlink cannot make one here)"
  say "runtime of $architecture, brought along"
  cp -r "$PANNIER_RUNTIME" "$home/runtime"
  emulate=("$emulator")
fi
chmod +x "$home"/runtime/bin/*
"${emulate[@]}" "$home/runtime/bin/java" --version 2>/dev/null | grep -q '^openjdk 25' ||
  fail "the runtime is not one of Java 25" 1

# ---- the program
cases=$(printf '  %s) shift; main=pannier.%s ;;\n' $(tr '=' ' ' <<<"${words[*]}"))
sed -e "s|@NAME@|$name|g; s|@MAIN@|$main|g; s|@HEAP@|$heap|g; s|@OPTIONS@|$options|; s|@WORDS@|${words[*]%%=*}|" "$here/launcher" |
  awk -v cases="$cases" '$0 == "@CASES@" { $0 = cases } { print }' >"$home/start"
chmod 755 "$home/start"
for script in state update devices; do
  [ $program = cart ] || [ $script = state ] || continue # only carts are told of new versions and have devices
  sed -e "s|@NAME@|$name|g; s|@PROGRAM@|$program|g" "$here/$script" >"$home/$script"
  chmod 755 "$home/$script"
done
install -d "$tree/usr/bin" "$tree/lib/systemd/system" "$tree/usr/share/doc/$name"
ln -s "../lib/$name/current/start" "$tree/usr/bin/$name"
cp "$here/$program/"*.service "$tree/lib/systemd/system/"
[ $program = gate ] || cp "$here/$program/"*.path "$tree/lib/systemd/system/"
cp "$here/$program/$program.json.example" "$tree/usr/share/doc/$name/"
cp "$root/LICENSE" "$tree/usr/share/doc/$name/copyright"
cat "$root/NOTICE" >>"$tree/usr/share/doc/$name/copyright"

# ---- start-up cache: made by a start of this very tree (jars keep their times in the package)
if [ "${PANNIER_NO_CACHE:-}" ]; then
  say "no start-up cache, as asked"
else
  say "start-up cache"
  "$here/$program/training.sh" "$work/training" "$root" "${emulate[*]}" "$home" ||
    fail "the program does not start, or leaves no cache; PANNIER_NO_CACHE=1 packs it without one" 1
fi

# ---- the package
size=$(du -sk "$tree" | cut -f1)
sed -e "s|@NAME@|$name|g; s|@VERSION@|$version|g; s|@ARCHITECTURE@|$architecture|g; s|@SIZE@|$size|g" \
  "$here/$program/control" >"$tree/DEBIAN/control"
for script in preinst postinst prerm postrm; do
  sed -e "s|@NAME@|$name|g; s|@PROGRAM@|$program|g; s|@VERSION@|$version|g" "$here/$script" >"$tree/DEBIAN/$script"
  chmod 755 "$tree/DEBIAN/$script"
done
deb=$root/target/${name}_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zgzip -z1 --build "$tree" "$deb" >&2
echo "$deb"

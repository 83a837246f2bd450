#!/usr/bin/env bash
# Proves the script "update" with a real dpkg in a folder of its own (as root): update-test.sh
# The packages are stand-ins whose postinst comes up or does not; prove.sh does the same with real ones.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
release=$root/var/lib/pannier/cart/release
mkdir -p "$root/usr/lib/pannier-cart" "$root/var/lib/dpkg/"{info,updates} "$root/etc/pannier" "$work/bin" "$release"
touch "$root/var/lib/dpkg/status"
real=$(command -v dpkg) query=$(command -v dpkg-query)
printf '#!/bin/sh\nexec %s --root=%s --force-script-chrootless --log=%s/log "$@"\n' "$real" "$root" "$work" >"$work/bin/dpkg"
printf '#!/bin/sh\nexec %s --admindir=%s/var/lib/dpkg "$@"\n' "$query" "$root" >"$work/bin/dpkg-query"
chmod +x "$work/bin/"*
sed -e 's|@NAME@|pannier-cart|g; s|@PROGRAM@|cart|g' "$here/update" >"$work/update"
openssl genpkey -algorithm ed25519 -out "$work/private" 2>/dev/null
openssl pkey -in "$work/private" -pubout -out "$root/etc/pannier/release.pub"

package() { # package VERSION STATUS-OF-ITS-POSTINST [NAME]
  mkdir -p "$work/tree/DEBIAN"
  printf 'Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: Pannier <nobody@localhost>\nDescription: a stand-in\n' \
    "${3:-pannier-cart}" "$1" >"$work/tree/DEBIAN/control"
  local runs=$1 # as the real one: "current" names what runs, and a program that starts takes "ready" back
  [ "$2" = 0 ] || runs=kept/0.2.0
  printf '#!/bin/sh\necho %s >>%s\nln -sfn %s %s\nrm -f %s\nexit %s\n' \
    "$1" "$work/started" "$runs" "$root/usr/lib/pannier-cart/current" "$release/ready" "$2" >"$work/tree/DEBIAN/postinst"
  chmod 755 "$work/tree/DEBIAN/postinst"
  dpkg-deb --root-owner-group -Znone -b "$work/tree" "$work/new.deb" >/dev/null
}
offer() { # offer VERSION: what was packed last, signed, and the program says that it may be taken
  name=pannier-cart_$1_all.deb
  rm -rf "$release"
  mkdir -p "$release"
  cp "$work/new.deb" "$release/$name"
  openssl pkeyutl -sign -inkey "$work/private" -rawin -in "$work/new.deb" -out "$release/$name.sig"
  echo "$name" >"$release/ready"
}
update() { PATH="$work/bin:$PATH" PANNIER_ROOT=$root sh "$work/update" 2>&1; }
runs() { "$work/bin/dpkg-query" -W -f '${Version} ${db:Status-Status}' pannier-cart; }
wrong() { echo "WRONG: $1" >&2; exit 1; }
refused() { # refused VERSION WORDS
  said=$(update) && wrong "taken: $said"
  grep -q "$2" <<<"$said" || wrong "$said"
  [ "$(cat "$release/failed")" = "$1" ] && [ ! -e "$release/ready" ] || wrong "$1: not told"
  echo "ok    refused: $2"
}

package 0.1.0 0
"$work/bin/dpkg" -i "$work/new.deb" >/dev/null
package 0.2.0 0
offer 0.2.0
update >/dev/null || wrong "a good one"
[ "$(runs)" = "0.2.0 installed" ] && [ ! -e "$release/ready" ] || wrong "$(runs)"
echo "ok    a signed, newer version is taken"
echo "$name" >"$release/ready"
update >/dev/null || wrong "again"
[ ! -e "$release/ready" ] || wrong "ready stays"
echo "ok    the power went after it was installed: nothing is done twice"
package 0.3.0 0
offer 0.3.0
printf x >>"$release/$name"
refused 0.3.0 "its signature is not by the key"
offer 0.3.0
rm "$release/$name.sig"
refused 0.3.0 "is not here whole"
offer 0.3.0
mv "$root/etc/pannier/release.pub" "$work/public"
refused 0.3.0 "without the maker's key nothing is installed"
mv "$work/public" "$root/etc/pannier/release.pub"
package 0.3.0 0 another
offer 0.3.0
refused 0.3.0 "is another package than its name says"
package 0.1.5 0
offer 0.1.5
refused 0.1.5 "is older than 0.2.0"
[ "$(runs)" = "0.2.0 installed" ] || wrong "$(runs)"
package 0.3.0 1
offer 0.3.0
refused 0.3.0 "does not come up; the version before runs"
package 0.2.5 0
offer 0.2.5
update >/dev/null || wrong "after one that failed"
[ "$(runs)" = "0.2.5 installed" ] && [ ! -e "$release/failed" ] || wrong "$(runs)"
echo "ok    one that is newer than what runs is taken after one that did not come up"
[ "$(grep -cx 0.3.0 "$work/started")" = 1 ] || wrong "the one that did not come up was started again"
echo "ok    the one that did not come up was started once"
echo "../../../etc/shadow" >"$release/ready"
refused unknown "wanted pannier-cart_VERSION_ARCHITECTURE.deb"

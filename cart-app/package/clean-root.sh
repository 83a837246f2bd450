# Read by the proofs: a fresh Debian at $base ("debootstrap --variant=minbase bookworm FOLDER"), made
# ready for packages; "inside" runs something in it. Needs root. Ends the packages' programs at the end.
# Its /dev is its own, as debootstrap made it: a bound one would go with the folder when that is deleted.
inside() { chroot "$base" /usr/bin/env PANNIER_WATCH_SECONDS=2 "$@"; }
. "$here/telling.sh"
leave() {
  inside systemctl stop pannier-cart >/dev/null 2>&1 || true
  inside systemctl stop pannier-gate >/dev/null 2>&1 || true
  umount "$base/proc" 2>/dev/null || true
}
mkdir -p "$base/proc" "$base/run/systemd/system" "$base/etc/pannier"
mountpoint -q "$base/proc" || mount -t proc proc "$base/proc"
trap leave EXIT
inside apt-get -qq install -y --no-install-recommends \
  python3-minimal libpython3-stdlib libstdc++6 zlib1g openssl >/dev/null
install -m 755 "$here/manager.py" "$base/usr/local/bin/systemctl"

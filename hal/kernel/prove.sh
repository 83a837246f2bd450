#!/usr/bin/env bash
# Proves the drivers on a real kernel: boots Debian's arm64 kernel on an emulated Raspberry Pi 3 (QEMU,
# no KVM), runs Pi4J's own libraries and our drivers in it on an arm64 JDK 25, and compares what
# arrived on pins and in registers. Not part of any build: it takes two to four minutes, and on its
# first run fetches some 170 MB of Debian packages into its folder. Installs nothing.
#
#   hal/kernel/prove.sh [FOLDER]        default: a folder in the user's cache
#
# Needs apt (Debian or a relative of it), dpkg-deb, busybox, gzip, xz, a JDK 25 and a compiled project.
set -euo pipefail

hal=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
work=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/pannier/kernel}
limit_seconds=${LIMIT_SECONDS:-600}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

fail() { echo "prove.sh: $*" >&2; exit 1; }
for tool in apt-get dpkg-deb busybox gzip xz; do command -v "$tool" >/dev/null || fail "$tool is missing"; done
java=${JAVA_HOME:-$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -1)}
[ -x "$java/bin/javac" ] || fail "no JDK 25; set JAVA_HOME"
mkdir -p "$work"
cd "$work"

# A private apt: its own lists, its own idea of what is installed.
apt_at() { # apt_at NAME SUITE... -- ARGUMENT...
  local name=$1 suites=() suite
  shift
  while [ "$1" != -- ]; do suites+=("$1"); shift; done
  shift
  mkdir -p "$name/lists/partial" "$name/cache/archives/partial"
  : >"$name/sources.list"
  for suite in "${suites[@]}"; do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >>"$name/sources.list"
  done
  apt-get -q -o Dir::State::Lists="$PWD/$name/lists" -o Dir::Cache="$PWD/$name/cache" \
    -o Dir::Etc::sourcelist="$PWD/$name/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State::status=/dev/null -o APT::Architecture=amd64 -o APT::Architectures::=amd64 \
    -o APT::Architectures::=arm64 -o APT::Sandbox::User=root "$@"
}

fetch() { # fetch INTO NAME SUITE PACKAGE...
  local into=$1 name=$2 suite=$3
  shift 3
  [ -e "$into/done" ] && return
  rm -rf "$into"
  mkdir -p "$into"
  echo "prove.sh: fetching $*" >&2
  apt_at "$name" "$suite" -- update >&2
  apt_at "$name" "$suite" -- download "$@" >&2
  for package in ./*.deb; do dpkg-deb -x "$package" "$into"; done
  rm -f ./*.deb
  touch "$into/done"
}

# QEMU has an I2C controller on its Raspberry Pi since 9.0; bookworm's own is older.
if qemu-system-aarch64 --version 2>/dev/null | grep -qE 'version (9|[1-9][0-9])\.'; then
  qemu=(qemu-system-aarch64)
else
  fetch qemu qemu-apt bookworm-backports qemu-system-arm qemu-system-common qemu-system-data
  export QEMU_MODULE_DIR=$work/qemu/usr/lib/x86_64-linux-gnu/qemu
  qemu=("$work/qemu/usr/bin/qemu-system-aarch64" -L "$work/qemu/usr/share/qemu")
fi
if [ ! -e kernel/done ]; then
  apt_at trixie trixie -- update >&2
  kernel=$(apt-cache -o Dir::State::Lists="$PWD/trixie/lists" -o Dir::Cache="$PWD/trixie/cache" \
    -o Dir::Etc::sourcelist="$PWD/trixie/sources.list" -o Dir::Etc::sourceparts=- \
    -o Dir::State::status=/dev/null -o APT::Architecture=amd64 -o APT::Architectures::=amd64 \
    -o APT::Architectures::=arm64 depends linux-image-arm64:arm64 | grep -o 'linux-image-[0-9][^ >]*' | head -1)
  fetch kernel trixie trixie "$kernel"
fi
fetch java trixie trixie openjdk-25-jre-headless:arm64 libc6:arm64 libgcc-s1:arm64 libstdc++6:arm64 \
  zlib1g:arm64 busybox-static:arm64 libva2:arm64 libva-drm2:arm64 libdrm2:arm64

# The initramfs: a shell, two modules, a Java runtime, our classes, Pi4J.
root=$work/root
rm -rf "$root"
mkdir -p "$root"/{bin,proc,sys,dev,tmp,etc,app/lib,lib/modules,lib/aarch64-linux-gnu,usr/lib}
cp java/usr/bin/busybox "$root/bin/"
for module in i2c-bcm2835 i2c-dev; do
  xz -dc "$(find kernel/usr/lib/modules -name "$module.ko.xz")" >"$root/lib/modules/$module.ko"
done
cp -a java/usr/lib/jvm "$root/usr/lib/"
cp -a java/etc/. "$root/etc/"
cp -a java/usr/lib/aarch64-linux-gnu/. "$root/lib/aarch64-linux-gnu/"
cp -L java/usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1 "$root/lib/"
runtime=$(basename "$(find java/usr/lib/jvm -maxdepth 1 -type d -name 'java-25-*')")
rm -rf "$root/usr/lib/jvm/$runtime"/{man,legal,docs} "$root/usr/lib/jvm/$runtime"/lib/server/classes_*.jsa
[ -d "$hal/target/classes" ] || fail "compile the project first: ./pannier build"
cp -r "$hal/target/classes" "$root/app/classes"
cp -r "$hal/target/test-classes/." "$root/app/classes/"
find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \( -name 'pi4j-*-3.0.3.jar' -o -name 'slf4j-api-2.0.17.jar' \
  -o -name 'jna-5.15.0.jar' -o -name 'jspecify-1.0.0.jar' \) -exec cp {} "$root/app/lib/" \;
cat >"$root/init" <<INIT
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc p /proc; mount -t sysfs s /sys; mount -t devtmpfs d /dev; mount -t debugfs g /sys/kernel/debug
insmod /lib/modules/i2c-bcm2835.ko; insmod /lib/modules/i2c-dev.ko
echo BOOTED \$(uname -r) \$(cat /proc/uptime)
export LD_LIBRARY_PATH=/lib/aarch64-linux-gnu
/usr/lib/jvm/$runtime/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "/app/classes:/app/lib/*" pannier.hal.kernel.KernelProof
echo ENDED \$(cat /proc/uptime)
poweroff -f
INIT
chmod +x "$root/init"
(cd "$root" && find . | busybox cpio -o -H newc 2>/dev/null | gzip -1) >initramfs.gz

# Four chips behind a switch, two beside it; each keeps its registers as an EEPROM of 256 bytes does.
chips=(-device at24c-eeprom,bus=i2c-bus.1,address=0x36,rom-size=256,address-size=1
  -device at24c-eeprom,bus=i2c-bus.1,address=0x18,rom-size=256,address-size=1
  -device pca9548,bus=i2c-bus.1,address=0x70)
for channel in 0 1 2 3; do
  chips+=(-device "at24c-eeprom,bus=i2c.$channel,address=0x2a,rom-size=256,address-size=1")
done
rm -f console.log
started=$(date +%s)
timeout "$limit_seconds" "${qemu[@]}" -M raspi3b -m 1G -audiodev none,id=none -display none -monitor none -no-reboot \
  -kernel "$(find kernel/boot -name 'vmlinuz-*')" -dtb "$(find kernel -name bcm2837-rpi-3-b.dtb)" \
  -initrd initramfs.gz -append "console=ttyS1,115200 rdinit=/init panic=1 quiet" \
  -serial null -serial file:console.log "${chips[@]}" &
emulator=$!
while kill -0 "$emulator" 2>/dev/null; do
  grep -aqE 'ENDED|Kernel panic' console.log 2>/dev/null && { sleep 1; kill "$emulator" 2>/dev/null || true; break; }
  sleep 1
done
wait "$emulator" 2>/dev/null || true
grep -aoE '(ok    |WRONG |BOOTED|PROVEN|FAILED|ENDED).*' console.log | tr -d '\r' || true
echo "prove.sh: $(($(date +%s) - started)) s in the emulator"
grep -aq '^PROVEN' console.log

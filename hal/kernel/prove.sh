#!/usr/bin/env bash
# Proves the drivers on a real kernel: boots Debian's arm64 kernel on an emulated Raspberry Pi 3 (QEMU,
# no KVM), runs Pi4J's own libraries and our drivers in it on an arm64 JDK 25, and compares what
# arrived on pins, in registers and from the kernel's own drivers of load cells (HX711), PWM,
# backlight, thermometer and cameras (vivid). Not part of any build: it takes four to eight minutes, and
# on its first run fetches some 180 MB of Debian packages into its folder. Installs nothing.
#
#   hal/kernel/prove.sh [FOLDER]        default: a folder in the user's cache
#
# Needs apt (Debian or a relative of it), dpkg-deb, busybox, gzip, xz, dtc (device-tree-compiler), Maven,
# a JDK 25 and a compiled project.
set -euo pipefail

hal=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
work=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/pannier/kernel}
limit_seconds=${LIMIT_SECONDS:-900}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

fail() { echo "prove.sh: $*" >&2; exit 1; }
for tool in apt-get dpkg-deb busybox gzip xz dtc fdtoverlay mvn; do command -v "$tool" >/dev/null || fail "$tool is missing"; done
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

fetch_whole() { # fetch_whole INTO NAME SUITE PACKAGE...: with all that they need
  local into=$1 name=$2 suite=$3
  shift 3
  [ -e "$into/done" ] && return
  rm -rf "$into" "$name/cache/archives"
  mkdir -p "$into"
  echo "prove.sh: fetching $*" >&2
  apt_at "$name" "$suite" -- update >&2
  apt_at "$name" "$suite" -- install -y --no-install-recommends --download-only -o Debug::NoLocking=1 "$@" >&2
  for package in "$name"/cache/archives/*.deb; do dpkg-deb -x "$package" "$into"; done
  rm -f "$name"/cache/archives/*.deb
  touch "$into/done"
}

modules() { # modules NAME...: their files and those of what they need, in the order to load them
  local name file needed
  for name in "$@"; do
    file=$(find kernel/usr/lib/modules \( -name "$name.ko.xz" -o -name "${name//_/-}.ko.xz" -o -name "${name//-/_}.ko.xz" \))
    [ -n "$file" ] || fail "the kernel has no module $name"
    needed=$(xz -dc "$file" | tr '\0' '\n' | sed -n 's/^depends=//p' | tr ',' ' ')
    # Unquoted on purpose: none, one or several names.
    [ -z "$needed" ] || modules $needed
    echo "$file"
  done
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
# What FFmpeg's part for cameras is linked to.
fetch_whole camera trixie trixie libpulse0:arm64 libasound2t64:arm64 libxcb1:arm64 libxcb-shm0:arm64 \
  libva2:arm64 libva-drm2:arm64 libdrm2:arm64
for artifact in javacpp:1.5.13 ffmpeg:8.0.1-1.5.13; do
  [ -e "natives/${artifact%%:*}-${artifact#*:}-linux-arm64.jar" ] ||
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact="org.bytedeco:${artifact%%:*}:${artifact#*:}:jar:linux-arm64" -DoutputDirectory="$work/natives" >&2
done

# The initramfs: a shell, modules, a Java runtime, our classes, Pi4J, FFmpeg.
root=$work/root
rm -rf "$root"
mkdir -p "$root"/{bin,proc,sys,dev,tmp,etc,app/lib,lib/modules,lib/aarch64-linux-gnu,usr/lib}
cp java/usr/bin/busybox "$root/bin/"
first=$(modules i2c-bcm2835 i2c-dev pwm-bcm2835 fixed lm75 gpio_backlight hx711 industrialio-configfs iio-trig-hrtimer vivid | awk '!seen[$0]++')
for file in $first; do xz -dc "$file" >"$root/lib/modules/$(basename "$file" .xz)"; done
cp -a java/usr/lib/jvm "$root/usr/lib/"
cp -a java/etc/. "$root/etc/"
cp -a java/usr/lib/aarch64-linux-gnu/. "$root/lib/aarch64-linux-gnu/"
cp -an camera/usr/lib/aarch64-linux-gnu/. "$root/lib/aarch64-linux-gnu/"
mv "$root/lib/aarch64-linux-gnu/pulseaudio/"*.so "$root/lib/aarch64-linux-gnu/"
cp -L java/usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1 "$root/lib/"
runtime=$(basename "$(find java/usr/lib/jvm -maxdepth 1 -type d -name 'java-25-*')")
rm -rf "$root/usr/lib/jvm/$runtime"/{man,legal,docs} "$root/usr/lib/jvm/$runtime"/lib/server/classes_*.jsa
[ -d "$hal/target/classes" ] || fail "compile the project first: ./pannier build"
cp -r "$hal/target/classes" "$root/app/classes"
cp -r "$hal/target/test-classes/." "$root/app/classes/"
find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \( -name 'pi4j-*-3.0.3.jar' -o -name 'slf4j-api-2.0.17.jar' \
  -o -name 'jna-5.15.0.jar' -o -name 'jspecify-1.0.0.jar' -o -name 'javacpp-1.5.13.jar' \
  -o -name 'ffmpeg-8.0.1-1.5.13.jar' \) -exec cp {} "$root/app/lib/" \;
cp natives/{javacpp-1.5.13,ffmpeg-8.0.1-1.5.13}-linux-arm64.jar "$root/app/lib/"
cp "$hal/../cart-app/package/devices" "$root/app/"
printf 'root:x:0:0::/:/bin/sh\npannier:x:999:999::/tmp:/bin/false\n' >"$root/etc/passwd"
printf 'root:x:0:\nvideo:x:44:pannier\ngpio:x:997:pannier\ni2c:x:998:pannier\npannier:x:999:\n' >"$root/etc/group"
cat >"$root/init" <<INIT
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc p /proc; mount -t sysfs s /sys; mount -t devtmpfs d /dev; mount -t debugfs -o mode=0755 g /sys/kernel/debug
for module in $(for file in $first; do basename "$file" .ko.xz; done | tr '\n' ' '); do
  case \$module in vivid) options="n_devs=1 node_types=0x1" ;; *) options= ;; esac
  insmod /lib/modules/\$module.ko \$options || echo "WRONG module \$module"
done
mount -t configfs c /sys/kernel/config
echo tmp105 0x48 >/sys/bus/i2c/devices/i2c-1/new_device
for timer in left right; do
  mkdir /sys/kernel/config/iio/triggers/hrtimer/\$timer
done
for timer in /sys/bus/iio/devices/trigger*; do echo 10 >\$timer/sampling_frequency; done
# As on a cart: the program is not root, the package's script gives its groups the devices.
sh /app/devices
# What udev does with cameras, and what the proof may do beyond a program: pull devices.
while :; do chgrp video /dev/video*; chmod g+rw /dev/video*; sleep 1; done 2>/dev/null &
chmod a+w /sys/bus/platform/drivers/vivid/*bind /sys/bus/platform/drivers/hx711*/*bind
chmod 1777 /tmp
echo BOOTED \$(uname -r) \$(cat /proc/uptime)
su -s /bin/sh pannier -c 'LD_LIBRARY_PATH=/lib/aarch64-linux-gnu /usr/lib/jvm/$runtime/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx160m \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dorg.bytedeco.javacpp.cachedir=/tmp/natives \
  -cp "/app/classes:/app/lib/*" pannier.hal.kernel.KernelProof'
echo ENDED \$(cat /proc/uptime)
poweroff -f
INIT
chmod +x "$root/init"
(cd "$root" && find . | busybox cpio -o -H newc 2>/dev/null | gzip -1) >initramfs.gz

# Four chips behind a switch, two beside it, a thermometer; each but that keeps its registers as an EEPROM of 256 bytes does.
chips=(-device at24c-eeprom,bus=i2c-bus.1,address=0x36,rom-size=256,address-size=1
  -device at24c-eeprom,bus=i2c-bus.1,address=0x18,rom-size=256,address-size=1
  -device pca9548,bus=i2c-bus.1,address=0x70)
for channel in 0 1 2 3; do
  chips+=(-device "at24c-eeprom,bus=i2c.$channel,address=0x2a,rom-size=256,address-size=1")
done
chips+=(-device tmp105,bus=i2c-bus.1,address=0x48,id=warmth)
dtc -q -@ -I dts -O dtb -o parts.dtbo "$hal/kernel/parts.dts"
fdtoverlay -i "$(find kernel -name bcm2837-rpi-3-b.dtb)" -o board.dtb parts.dtbo
rm -f console.log
started=$(date +%s)
timeout "$limit_seconds" "${qemu[@]}" -M raspi3b -m 1G -audiodev none,id=none -display none -monitor stdio -no-reboot \
  -kernel "$(find kernel/boot -name 'vmlinuz-*')" -dtb board.dtb \
  -initrd initramfs.gz -append "console=ttyS1,115200 rdinit=/init panic=1 quiet" \
  -serial null -serial file:console.log "${chips[@]}" \
  <<<"qom-set /machine/peripheral/warmth temperature 21500" >monitor.log &
emulator=$!
while kill -0 "$emulator" 2>/dev/null; do
  grep -aqE 'ENDED|Kernel panic' console.log 2>/dev/null && { sleep 1; kill "$emulator" 2>/dev/null || true; break; }
  sleep 1
done
wait "$emulator" 2>/dev/null || true
grep -aoE '(ok    |WRONG |BOOTED|PROVEN|FAILED|ENDED).*' console.log | tr -d '\r' || true
echo "prove.sh: $(($(date +%s) - started)) s in the emulator"
grep -aq '^PROVEN' console.log

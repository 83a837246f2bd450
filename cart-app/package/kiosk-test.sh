#!/usr/bin/env bash
# Proves the kiosk's unit on a virtual display: kiosk-test.sh PICTURE.png
# Runs the unit's own ExecStart, as a user without rights, with Cage inside an X server that has no
# screen (Xvfb) instead of on a Pi's display, and takes a picture of what that shows. The cart's
# program must run and serve its page where the unit looks. Needs root, cage, chromium, xvfb, imagemagick.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
picture=$1
command=$(sed -n 's/^ExecStart=//p' "$here/cart/pannier-kiosk.service")
page=$(grep -oE 'http://[^ ]+' <<<"$command")
curl -fs -o /dev/null "$page" || { echo "kiosk-test: nothing serves $page" >&2; exit 1; }
run=/run/pannier-kiosk user=nobody
install -d -m 700 -o $user "$run" "$run/home"
# As large as the window that Cage's outermost layer has on X11.
Xvfb :97 -screen 0 1024x768x24 -nolisten tcp >"$run/xvfb.log" 2>&1 &
server=$!
trap 'kill $kiosk 2>/dev/null || true; wait $kiosk 2>/dev/null || true; kill $server; rm -rf "$run"' EXIT
kiosk=$server
for _ in $(seq 20); do [ -e /tmp/.X11-unix/X97 ] && break; sleep 0.5; done
runuser -u $user -- env HOME="$run/home" XDG_RUNTIME_DIR="$run" DISPLAY=:97 WLR_BACKENDS=x11 WLR_RENDERER=pixman \
  $command >"$run/log" 2>&1 &
kiosk=$!
for _ in $(seq "${SECONDS_MOST:-90}"); do
  sleep 1
  kill -0 $kiosk 2>/dev/null || { cat "$run/log" >&2; exit 1; }
  import -display :97 -window root "$picture"
  # Before the page is there, the screen is black or white.
  [ "$(identify -format '%k' "$picture")" -gt "${COLOURS:-200}" ] && break
done
sleep 3
import -display :97 -window root "$picture"
echo "kiosk-test: $(identify -format '%wx%h, %k colours' "$picture")"
[ "$(identify -format '%k' "$picture")" -gt "${COLOURS:-200}" ]

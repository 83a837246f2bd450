# Read by the proofs: what they say, and how they wait. Who awaits defines "wrong", which tells and ends.
say() { echo "== $1"; }
ok() { echo "ok    $1"; }
await() { # await SECONDS WHAT COMMAND...
  local most=$1 what=$2 began=$SECONDS
  shift 2
  until "$@" 2>/dev/null; do
    [ $((SECONDS - began)) -lt "$most" ] || wrong "$what: not within $most s"
    sleep 0.5
  done
  ok "$what ($((SECONDS - began)) s)"
}

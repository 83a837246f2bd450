#!/usr/bin/python3
"""Stands for systemctl in a root without systemd, to prove packages: one unit at a time."""
import os, pwd, shlex, signal, socket, subprocess, sys, time

RUN = "/run/manager"
UNITS = "/lib/systemd/system/"


def unit(name):
    words = {}
    for line in open(UNITS + name + ".service"):
        key, found, value = line.strip().partition("=")
        if found:
            words.setdefault(key, value)
    return words


def pid(name):
    try:
        number = int(open(f"{RUN}/{name}.pid").read())
        os.kill(number, 0)
        state = open(f"/proc/{number}/stat").read().rsplit(")", 1)[1].split()[0]
        return 0 if state == "Z" else number
    except (OSError, ValueError):
        return 0


def stop(name):
    ear, number = f"{RUN}/{name}.ear", pid(name)
    if os.path.exists(ear):
        try:
            os.kill(int(open(ear).read()), signal.SIGTERM)
        except OSError:
            pass
        os.unlink(ear)
    if number:
        os.kill(number, signal.SIGTERM)
        for _ in range(100):
            if not pid(name):
                return
            time.sleep(0.1)


def start(name):
    words = unit(name)
    os.makedirs(RUN, exist_ok=True)
    path = f"{RUN}/{name}.notify"
    if os.path.exists(path):
        os.unlink(path)
    heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    heard.bind(path)
    os.chmod(path, 0o666)
    os.chmod(RUN, 0o755)
    user = pwd.getpwnam(words["User"])
    environment = {"PATH": "/usr/bin:/bin", "HOME": user.pw_dir, "NOTIFY_SOCKET": path,
                   "WATCHDOG_USEC": str(1_000_000 * int(words["WatchdogSec"]))}
    key, _, value = words["Environment"].partition("=")
    environment[key] = value
    log = open(f"{RUN}/{name}.log", "a")
    program = subprocess.Popen(shlex.split(words["ExecStart"]), stdin=subprocess.DEVNULL, stdout=log,
                               stderr=log, env=environment, user=words["User"], group=words["Group"],
                               extra_groups=[], start_new_session=True, umask=0o077)
    open(f"{RUN}/{name}.pid", "w").write(str(program.pid))
    heard.settimeout(1)
    for _ in range(int(words["TimeoutStartSec"])):
        try:
            if heard.recv(100) == b"READY=1":
                signs = f"{RUN}/{name}.alive"
                ear = os.fork()
                if ear:
                    open(f"{RUN}/{name}.ear", "w").write(str(ear))
                else:
                    os.setsid()
                    for stream in range(3):
                        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
                    heard.settimeout(None)
                    while True:
                        open(signs, "a").write(heard.recv(100).decode() + "\n")
                return 0
        except socket.timeout:
            pass
        if program.poll() is not None:
            return 1
    program.kill()
    return 1


def main(words):
    verb, names = words[0], [w for w in words[1:] if not w.startswith("-")]
    if verb == "stop":
        return stop(names[0]) or 0
    if verb == "restart":
        stop(names[0])
        return start(names[0])
    if verb == "is-active":
        return 0 if pid(names[0]) else 3
    if verb == "disable" and names[0].endswith(".path"):
        return 0
    if verb == "disable":
        stop(names[0])
    return 0


sys.exit(main(sys.argv[1:]))

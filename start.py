"""Opens Look Twice from a fresh copy of its folder, with nothing but Python: installs it beside itself once.

    python3 start.py             open the game
    python3 start.py ARGS...     any command of the game, such as: python3 start.py check
    python3 start.py tests       install what the tests need and run them all

This file must stay readable for Python 3.6, so that an old Python can say what is missing.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "looktwice-stamp.json"
INSTALL_LOG = VENV / "install-log.txt"
OLDEST = (3, 11)
ROOM_NEEDED = 300  # MB, with the copies that pip keeps while it unpacks
NEWEST_LOOKED_FOR = 20

# What each part weighs on the disk, all it needs included, and what it is for.
PARTS = {
    "game": ("the game", "about 110 MB"),
    "lessons": ("what writes lesson documents", "about 130 MB more"),
    "test": ("what the tests need", "about 115 MB more"),
}


class StartError(Exception):
    """The reason why the game cannot be opened, as sentences for the person at the keyboard."""


def main(arguments):
    """Do what the command line says and return the exit code."""
    try:
        find_fit_python(arguments)
        extras, command, folder = plan(arguments)
        make_ready(extras)
        if folder:
            os.chdir(str(folder))
        return become([str(venv_python()), *command])
    except StartError as reason:
        say("\n" + str(reason))
        return 1
    except KeyboardInterrupt:
        return 1


def plan(arguments):
    """Return the extras needed, the command for the Python of .venv, and the folder to run it in (None: here)."""
    if arguments[:1] == ["tests"]:
        # Each worker begins with a stretch of the tests, which share what they set up, and takes over from the other.
        return {"test"}, ["-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments[1:]], ROOT
    extras = {"lessons"} if arguments[:1] == ["lesson"] and not is_empty_extra("lessons") else set()
    # -P: a folder named "game" where the user stands must not be taken for ours.
    return extras, ["-P", "-m", "game", *arguments], None


def is_empty_extra(name):
    """Tell whether an extra of pyproject.toml brings nothing yet."""
    import tomllib

    with (ROOT / "pyproject.toml").open("rb") as file:
        return not tomllib.load(file)["project"]["optional-dependencies"].get(name)


# --- Python -----------------------------------------------------------------------------------------------------


def find_fit_python(arguments):
    """Return if this Python can do it; otherwise go on in another one of this computer, or raise StartError."""
    missing = what_python_lacks(sys.version_info[:2], has_venv())
    if missing is None or (STAMP.exists() and sys.version_info[:2] >= OLDEST):
        return
    for command in other_pythons():
        if is_fit(command):
            say("This Python does not fit; going on with {}.".format(" ".join(command)))
            sys.exit(become([*command, str(ROOT / "start.py"), *arguments]))
    raise StartError(missing)


def what_python_lacks(version, with_venv, platform=sys.platform):
    """Say what a Python of this version lacks and what to do, or return None if it lacks nothing."""
    if version < OLDEST:
        return (
            "Look Twice needs Python {}.{} or newer. This is Python {}.{}, and no newer one was found here.\n"
            "What to do: install Python from python.org{}, then start again."
        ).format(*OLDEST, *version, " or from your package manager" if platform == "linux" else "")
    if not with_venv:
        return (
            "This Python lacks its module `venv`, which keeps the parts of Look Twice in a folder of their own.\n"
            "What to do: on Debian and Ubuntu `sudo apt install python3-venv`, on other systems install Python "
            "from python.org; then start again."
        )
    return None


def has_venv():
    """Tell whether this Python can make a venv with pip in it."""
    try:
        import ensurepip
        import venv
    except ImportError:
        return False
    return bool(venv and ensurepip)


def other_pythons():
    """Return the commands of newer Pythons that may be on this computer, the newest first."""
    found = []
    for minor in range(NEWEST_LOOKED_FOR, OLDEST[1] - 1, -1):
        path = shutil.which("python3.{}".format(minor))
        if path:
            found.append([path])
    if os.name == "nt" and shutil.which("py"):
        found.append(["py", "-3"])
    return found


def is_fit(command):
    """Tell whether a command is a Python that is new enough and can make a venv."""
    test = "import ensurepip, sys, venv; sys.exit(sys.version_info[:2] < {!r})".format(OLDEST)
    try:
        done = subprocess.run([*command, "-c", test], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def venv_python(venv=VENV, windows=os.name == "nt"):
    """Return the Python inside a venv."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


# --- Installing -------------------------------------------------------------------------------------------------


def make_ready(extras):
    """Make sure that .venv holds the game and these extras, as pyproject.toml and constraints.txt are now."""
    if is_up_to_date(read_stamp(), describe_install(extras)):
        return
    try:
        with only_one_at_a_time():
            # Asked again: another start may have made .venv while this one waited.
            installed, wanted = read_stamp(), describe_install(extras)
            if not is_up_to_date(installed, wanted):
                bring_up_to_date(installed, wanted)
    except OSError as error:
        raise StartError(explain_os_error(error)) from error


def bring_up_to_date(installed, wanted):
    """Install what is wanted, keeping the extras that are there; say what and how long before, and the time after."""
    same_place = all(installed.get(key) == wanted[key] for key in ("folder", "python"))
    extras = sorted(set(wanted["extras"]) | set(installed.get("extras", [])))
    started = time.time()
    if shutil.disk_usage(str(ROOT)).free < ROOM_NEEDED * 1_000_000:
        raise StartError(explain_full_disk())
    say(announce(installed if same_place else {}, extras))
    if not same_place:
        make_venv()
    install(extras)
    write_stamp(dict(wanted, extras=extras, python=real_python()))
    say("Done in {:.0f} seconds.".format(time.time() - started))


def describe_install(extras):
    """Describe what has to be installed; two equal descriptions need no installing in between."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return {"files": digest.hexdigest(), "folder": str(ROOT), "python": real_python(), "extras": sorted(extras)}


def is_up_to_date(installed, wanted):
    """Tell whether what is installed covers what is wanted."""
    same = all(installed.get(key) == wanted[key] for key in ("files", "folder", "python"))
    return same and set(wanted["extras"]) <= set(installed.get("extras", []))


def announce(installed, extras):
    """Say what will be installed, how much it is and how long it takes."""
    new = [] if installed else [PARTS["game"]]
    new += [PARTS[extra] for extra in extras if extra not in installed.get("extras", [])]
    if not new:
        return "Look Twice has changed: bringing its parts in .venv up to date ..."
    what = ", ".join("{} ({})".format(name, size) for name, size in new)
    return "Installing into the folder .venv, once: {}. This takes a minute or two ...".format(what)


def real_python():
    """Return where the Python of .venv really is: another file after the computer's Python was replaced."""
    return os.path.realpath(str(venv_python()))


def read_stamp():
    """Return the description of what is installed; empty if nothing is, or if it cannot be read."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and venv_python().exists() else {}


def write_stamp(stamp):
    """Note what is installed; written last, so that an interrupted installation is taken up again."""
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(stamp), encoding="utf-8")
    part.replace(STAMP)


def make_venv():
    """Make .venv anew."""
    done = call_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode != 0:
        raise StartError(explain_pip(done.stdout) or "The folder .venv could not be made:\n" + done.stdout.strip())


def install(extras):
    """Install the game and its extras into .venv, from this folder."""
    target = str(ROOT) + ("[{}]".format(",".join(extras)) if extras else "")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--retries", "2"]
    done = call_quietly([*pip, "--constraint", str(ROOT / "constraints.txt"), "--editable", target])
    INSTALL_LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode != 0:
        raise StartError(
            explain_pip(done.stdout)
            or "The parts of Look Twice could not be installed. What pip said is in {}; its last words:\n{}".format(
                INSTALL_LOG, "\n".join(done.stdout.strip().splitlines()[-3:])
            )
        )


def call_quietly(command):
    """Run a command without the user's settings that would lead pip elsewhere; keep what it prints as text."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PIP_TARGET", "PIP_PREFIX")}
    environment.update(PIP_USER="0", PYTHONUTF8="1")
    return subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        encoding="utf-8",
        errors="replace",
    )


def explain_pip(text):
    """Say what an installation failed of and what to do, or return None if its words are not known."""
    low = text.lower()
    if "no space left" in low or "errno 28" in low:
        return explain_full_disk()
    if "read-only file system" in low or "permission denied" in low:
        return explain_read_only()
    offline = ("connection", "name resolution", "getaddrinfo", "network is unreachable", "timed out", "proxyerror")
    if any(word in low for word in offline):
        return (
            "The parts of Look Twice could not be fetched: there seems to be no way to the internet.\n"
            "What to do: connect to it and start again. Once it is installed, Look Twice needs no network."
        )
    return None


def explain_os_error(error):
    """Say what a failure to write means and what to do."""
    return explain_pip(str(error)) or "The folder .venv could not be written: {}".format(error)


def explain_full_disk():
    """Say that there is no room, and what to do."""
    return "The disk is full: Look Twice needs {} MB.\nWhat to do: free some room, then start again.".format(
        ROOM_NEEDED
    )


def explain_read_only():
    """Say that this folder cannot be written, and what to do."""
    return (
        "The folder {} cannot be written, and Look Twice keeps its parts there.\n"
        "What to do: copy the whole folder to a place of your own, and start it there."
    ).format(ROOT)


@contextmanager
def only_one_at_a_time():
    """Wait until no other start.py installs into this folder: a double click often comes twice."""
    whose = "{} {}".format(ROOT, os.getuid() if hasattr(os, "getuid") else "")
    name = "looktwice-{}.lock".format(hashlib.sha256(whose.encode("utf-8")).hexdigest()[:16])
    with Path(tempfile.gettempdir(), name).open("w") as file:
        if os.name == "nt":
            import msvcrt

            # Gives up after ten seconds; the other start then needs longer, so ask again.
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:
                    continue
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


# --- Running ----------------------------------------------------------------------------------------------------


def become(command):
    """Go on as another program, in this process where the system can do that; else return its exit code."""
    if os.name != "nt":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # Ctrl-C reaches the game too; it ends in its own way and its exit code is ours.
            continue


def say(text):
    """Print a sentence at once; standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

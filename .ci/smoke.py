"""Opens the game in a real window, on a screen that nobody sees, looks at it, and leaves it by the quick exit.

Run with the Python that the game is installed in. Needs the programs Xvfb and xdotool. Ends with 0 if all went well.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")

PATIENCE = 30.0  # seconds; a slow machine is not a failure
FEWEST_COLOURS = 20
WIDTH, HEIGHT = 1400, 900


def main() -> int:
    """Do it; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "Xvfb_screen0"
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert xvfb.stdout is not None
            display = ":" + xvfb.stdout.readline().strip()
            return play(display, screen, Path(folder) / "home")
        finally:
            xvfb.terminate()
            xvfb.wait()


def play(display: str, screen: Path, home: Path) -> int:
    """Open the game on a display, look, press Esc three times; return 0 if it drew something and ended at once."""
    environment = dict(os.environ, DISPLAY=display, LOOKTWICE_HOME=str(home), SDL_VIDEODRIVER="x11")
    environment["SDL_AUDIODRIVER"] = "dummy"
    game = subprocess.Popen([sys.executable, "-P", "-m", "game"], env=environment)

    def xdotool(*words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def find_window() -> str:
        if game.poll() is not None:
            sys.exit(f"The game ended by itself, with exit code {game.returncode}.\n{read_log(home)}")
        # Searching by name misses windows whose name is set in UTF-8 only.
        windows = xdotool("search", "--onlyvisible", "--pid", str(game.pid)).split()
        return next((w for w in windows if xdotool("getwindowname", w).startswith("Look Twice")), "")

    try:
        window = wait_for(find_window, "a window whose title begins with Look Twice")
        colours = wait_for(lambda: count_colours(screen, FEWEST_COLOURS), "a picture in it")
        xdotool("windowfocus", "--sync", window)
        xdotool("key", "--delay", "60", "Escape", "Escape", "Escape")
        wait_for(lambda: game.poll() is not None, "the end of the game after Esc three times")
    finally:
        game.kill()
        game.wait()
    if game.returncode != 0:
        sys.exit(f"The game ended with exit code {game.returncode} after the quick exit.")
    if read_log(home):
        sys.exit("The game wrote to its log:\n" + read_log(home))
    print(f"A window came up with {colours} colours or more in it, and went away at the quick exit.")
    return 0


def read_log(home: Path) -> str:
    """Return what the game noted when something inside it went wrong; empty if nothing did."""
    log = home / "log.txt"
    return log.read_text(encoding="utf-8") if log.exists() else ""


def wait_for(get: Callable[[], Found], what: str) -> Found:
    """Ask again and again until the answer is truthy; end the program with a sentence if it never is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = get()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"Waited {PATIENCE:.0f} seconds in vain for {what}.")


def count_colours(screen: Path, enough: int) -> int:
    """Count the different pixels of an XWD screen file, until there are `enough`; 0 while there are fewer."""
    data = screen.read_bytes()
    fields = struct.unpack(">25I", data[:100])
    start = fields[0] + fields[19] * 12
    seen = {data[place : place + 4] for place in range(start, len(data) - 3, 4 * 7)}
    return len(seen) if len(seen) >= enough else 0


if __name__ == "__main__":
    sys.exit(main())

"""A real X server: a story is played to its end in a real window, with real key presses alone and real clicks alone."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="the program xdotool is not installed"),
]

SCRIPT = """
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from game.app.opening import Opening
from game.content.files.plays_reader import load_plays
from tests.app.presser import Presser
from game.ui.events import Key, Pointer, Wheel
from game.view.loop import Loop
from game.view.window import open_window

device, story, width, height, home = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5])
opening = Opening(home, [Path("tests/data/stories")])
opening.find_story(story)
scenario = opening.library.scenario(story)
opening.settings = replace(opening.settings, band=scenario.band, adult_page_seen=True)
window = open_window("Look Twice", size=(width, height))
window._window.position = (0, 0)
loop = Loop(window, lambda measure: opening.app(measure))
app = loop.stage
presser = None
KEYS = {"return": "Return", "tab": "Tab"}


def pump(seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        loop.step(presser.now if presser else 1000.0)
        time.sleep(0.001)


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def send(event):
    before = app.draw()
    scale = window.scale
    match event:
        case Key(name=name):
            xdotool("key", KEYS[name])
        case Pointer(kind="down", x=x, y=y):
            xdotool("mousemove", round(x * scale), round(y * scale), "mousedown", 1)
            pump(0.03)
            return
        case Pointer(kind="up"):
            xdotool("mouseup", 1)
        case Wheel(x=x, y=y, down=down):
            xdotool("mousemove", round(x * scale), round(y * scale), "click", "--repeat", 2, 5 if down > 0 else 4)
    # What was pressed shows itself by another screen; a machine that is slow is waited for.
    until = time.perf_counter() + 5
    while app.draw() is before and time.perf_counter() < until:
        pump(0.01)


pump(0.3)
xdotool("mousemove", 5, 5)
presser = Presser(app, device, send=send)
plays, _findings = load_plays(opening.library.path(story).parent, scenario)
play = max(plays, key=lambda play: len(play.play.inputs))
presser.play(play.play)
playing = app.sitting.playing
assert playing.looking_back, "the look-back is not open"
assert playing.state.path[-1] == play.reaches, playing.state.path
print("ended in", playing.state.path[-1])
"""


@pytest.mark.parametrize(("device", "size"), [("keys", "360x640"), ("pointer", "1280x800")])
def test_a_story_is_played_to_its_end_in_a_real_window(
    x_surroundings: Mapping[str, str], device: str, size: str, tmp_path: Path
) -> None:
    width, height = size.split("x")
    command = [sys.executable, "-c", SCRIPT, device, "paper-kite", width, height, str(tmp_path)]
    answer = subprocess.run(command, env=x_surroundings, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip().startswith("ended in")

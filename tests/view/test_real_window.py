"""A real X server: the window opens, shows a frame, and then costs nothing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the program Xvfb is not installed"),
]

STAGE = """
import sys
import pygame
from game.text.layout import lay_out
from game.text.model import TextStyle
from game.ui.events import CloseWindow
from game.ui.geometry import Rect, Corners
from game.ui.tree import Box, DisplayTree, Node, Picture
from game.view.loop import run


class Stage:
    closing = False
    theme = "paper"

    def __init__(self, measure):
        text = lay_out("Look twice", TextStyle("title", 25, 31), 300, measure)
        inner = Node(rect=Rect(20, 20, text.width, text.height), text=text)
        face = Node(rect=Rect(20, 80, 44, 44), picture=Picture("avatars/fox", disc=True))
        card = Node(rect=Rect(40, 40, 400, 200), box=Box("raised", Corners.all(26), "edge"), children=(inner, face))
        self.tree = DisplayTree(root=Node(rect=Rect(0, 0, 1280, 800), children=(card,)), title="Look Twice")

    def handle(self, event):
        self.closing = self.closing or isinstance(event, CloseWindow)

    def tick(self, now):
        return None

    def draw(self):
        return self.tree

    def after_first_frame(self):
        print(pygame.display.get_driver(), flush=True)
        return False


run(Stage)
"""


@pytest.fixture
def x_server() -> Iterator[str]:
    """The name of a display of an X server that is only there for the test."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=20)


def test_a_real_window_opens_and_then_rests_without_drawing(x_server: str) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "WAYLAND"))},
        "DISPLAY": x_server,
        "SDL_AUDIODRIVER": "dummy",
        "LOOKTWICE_BENCH": "idle:1",
    }
    answer = subprocess.run(
        [sys.executable, "-c", STAGE], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr
    driver, figures = answer.stdout.strip().splitlines()[-2:]
    assert driver == "x11"
    idle = json.loads(figures)
    assert idle["flips"] == 0
    assert idle["rss_mb"] is None or idle["rss_mb"] < 70, idle

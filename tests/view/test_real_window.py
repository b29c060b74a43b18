"""A real X server: the window opens, shows a frame, and then costs nothing."""

import json
import subprocess
import sys
from collections.abc import Mapping

import pytest

from game.design import room_factor

pytestmark = pytest.mark.slow

STAGE = """
import sys
import pygame
from game.text.layout import lay_out
from game.text.model import TextStyle
from game.ui.events import CloseWindow
from game.ui.geometry import Rect, Corners
from game.ui.tree import Box, DisplayTree, Node, Picture
from game.view.loop import run
from game.view.stage import Stage


class Card(Stage):
    closing = False

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


run(Card)
"""


def test_a_real_window_opens_and_then_rests_without_drawing(x_surroundings: Mapping[str, str]) -> None:
    environment = {**x_surroundings, "LOOKTWICE_BENCH": "idle:1"}
    answer = subprocess.run(
        [sys.executable, "-c", STAGE], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr
    driver, figures = answer.stdout.strip().splitlines()[-2:]
    assert driver == "x11"
    idle = json.loads(figures)
    assert idle["flips"] == 0
    assert idle["rss_mb"] is None or idle["rss_mb"] < 70, idle


ROOM = room_factor(1920, 1080)
FULL_SCREEN = """
import time
import pygame
from game.ui.events import Resized
from game.ui.geometry import Rect
from game.ui.tree import DisplayTree, Node
from game.view.loop import Loop
from game.view.stage import Stage
from game.view.window import open_window


class Empty(Stage):
    closing = full_screen = pointing = False
    theme = "night"
    tree = DisplayTree(root=Node(rect=Rect(0, 0, 10, 10)), title="Look Twice")
    size = None

    def handle(self, event):
        if isinstance(event, Resized):
            self.size = event.width, event.height

    def tick(self, now):
        return None

    def draw(self):
        return self.tree


window = open_window("Look Twice", size=(640, 480))
loop = Loop(window, lambda measure: Empty())


def show(full):
    loop.stage.full_screen = loop.stage.pointing = full
    for _ in range(20):
        loop.step(time.perf_counter())
        time.sleep(0.01)
    width, height = loop.window.surface.get_size()
    ground = loop.window.surface.get_at((width - 1, height - 1))[:3]
    print((width, height), loop.stage.size, loop.window.windowed_size, ground == (0x14, 0x21, 0x2B))


for full in (False, True, False):
    show(full)
"""


def test_a_real_window_fills_the_screen_and_is_a_window_again(x_surroundings: Mapping[str, str]) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", FULL_SCREEN], env=x_surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr
    window = "(640, 480) (640.0, 480.0) (640.0, 480.0) True"
    # The largest rooms get more pixels per dp (game.design.room_factor).
    assert answer.stdout.strip().splitlines()[-3:] == [
        window,
        f"(1920, 1080) {(1920 / ROOM, 1080 / ROOM)} (640.0, 480.0) True",
        window,
    ]

"""The preview in a real window, and the picture of it that the documents show."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pygame
import pytest

from game.content.shipped import load_catalogue
from game.extract.compiling import open_catalogues
from game.studio.preview.devices import DEVICES
from game.studio.preview.picture import make_picture
from game.studio.preview.stage import PreviewStage
from game.ui.events import Key
from game.ui.tree import find
from game.view.loop import Loop
from game.view.window import open_window

LARGEST = 200_000
"""Bytes of a picture in the documents."""


@pytest.mark.shipped
def test_the_picture_of_the_documents_is_made_anew_in_its_size(tmp_path: Path):
    make_picture(tmp_path / "preview.png")
    assert pygame.image.load(tmp_path / "preview.png").get_size() == (1280, 800)
    assert (tmp_path / "preview.png").stat().st_size <= LARGEST


def test_the_documents_have_the_picture():
    picture = Path(__file__).parents[2] / "docs" / "pictures" / "preview.png"
    assert pygame.image.load(picture).get_size() == (1280, 800)
    assert picture.stat().st_size <= LARGEST


@pytest.mark.slow
def test_a_real_window_opens_and_then_rests_without_drawing(x_surroundings: Mapping[str, str], story: Path):
    environment = {**x_surroundings, "LOOKTWICE_BENCH": "idle:1"}
    words = [sys.executable, "-m", "game", "preview", str(story)]
    answer = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 0, answer.stderr
    figures = json.loads(answer.stdout.strip().splitlines()[-1])
    assert figures["flips"] == 0


def test_in_a_window_every_device_is_drawn_whole_and_pressed_where_it_is_seen(story: Path):
    window = open_window("Look Twice", size=(900, 700))
    loop = Loop(
        window,
        lambda measure: PreviewStage(
            story,
            measure,
            shown="scenario.yaml",
            catalogue=load_catalogue().catalogue,
            catalogues=open_catalogues(),
            today=date(2026, 1, 1),
        ),
    )
    stage = loop.stage
    assert isinstance(stage, PreviewStage)
    now = 1.0
    for device in (*DEVICES[1:], DEVICES[0]):
        for event in (Key("f2"), Key("f8")):
            stage.handle(event)
        for _ in range(3):
            now += 0.1
            loop.step(now)
        tree = stage.draw()
        assert stage.bench.device == device
        assert tree.root.rect[2:] == pytest.approx(window.size)
        assert window.scale == pytest.approx(window.zoom)
        placed = find(tree, "menu")
        assert placed is not None
        assert placed.visible == placed.rect
        x, y = (round(at * window.scale) for at in placed.rect.centre)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.Event(kind, pos=(x, y), button=1, touch=False))
        now += 0.1
        loop.step(now)
        assert find(stage.draw(), "menu:continue") is not None, device
    window.close()

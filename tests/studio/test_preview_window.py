"""The preview in a real window, and the picture of it that the documents show."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pygame
import pytest

from game.studio.preview.picture import make_picture

LARGEST = 200_000
"""Bytes of a picture in the documents."""


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

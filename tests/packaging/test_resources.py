"""Where the game's own data is found, and what is said when it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import resources
from game.errors import LookTwiceError, ResourceError
from game.resources import checkout_folder, data_folder, font_path, picture_path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the package `game` seems to live."""
    folder = tmp_path / "game"
    folder.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def test_the_checkouts_data_comes_before_the_packages(package: Path):
    (package / "data" / "assets").mkdir(parents=True)
    assert data_folder("assets") == package / "data" / "assets"
    (package.parent / "pyproject.toml").touch()
    (package.parent / "scenarios").mkdir()
    assert data_folder("assets") == package / "data" / "assets"
    (package.parent / "assets").mkdir()
    assert data_folder("assets") == package.parent / "assets"


def test_a_folder_called_scenarios_beside_an_installed_package_is_not_a_checkout(package: Path):
    (package.parent / "scenarios").mkdir()
    assert checkout_folder() is None


def test_missing_data_is_said_with_its_place_and_what_to_do(package: Path):
    with pytest.raises(ResourceError, match=r"folder of locales is missing.*Install the game again") as caught:
        data_folder("locales")
    assert str(package / "data" / "locales") in str(caught.value)


def test_pictures_are_found_by_the_names_that_stories_use(package: Path):
    picture = package / "data" / "assets" / "pictures" / "avatars" / "fox.svg"
    picture.parent.mkdir(parents=True)
    picture.touch()
    assert picture_path("avatars/fox") == picture
    assert picture_path("avatars/wolf") is None


@pytest.mark.parametrize(
    "name",
    ["", "../secret", "avatars/../../secret", "/secret", "avatars//fox", "avatars\\fox", "Fox", "fox\n", "fox\0"],
)
def test_no_picture_name_reaches_outside_the_folder_of_pictures(package: Path, name: str):
    (package / "data" / "assets" / "pictures").mkdir(parents=True)
    (package / "data" / "assets" / "secret.svg").touch()
    assert picture_path(name) is None


def test_a_missing_font_is_said(package: Path):
    fonts = package / "data" / "assets" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "round.ttf").touch()
    assert font_path("round.ttf") == fonts / "round.ttf"
    with pytest.raises(ResourceError, match=r"font square\.ttf is missing"):
        font_path("square.ttf")
    with pytest.raises(ResourceError):
        font_path("../fonts/round.ttf")


def test_an_error_says_what_where_and_what_to_do():
    assert str(LookTwiceError("It broke.", where="here", hint="Mend it.")) == "It broke (here). Mend it."
    assert str(LookTwiceError("It broke")) == "It broke."

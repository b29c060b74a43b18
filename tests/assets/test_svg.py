"""The pictures: each stays within what the loader draws, within its family's frame, and is not empty."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import product
from pathlib import Path

import pygame
import pytest
import yaml

PICTURES = Path(__file__).resolve().parents[2] / "assets" / "pictures"
FILES = sorted(path.relative_to(PICTURES).as_posix() for path in PICTURES.rglob("*.svg"))
ICONS = [file for file in FILES if file.startswith("icons/")]
AVATARS = [file for file in FILES if file.startswith("avatars/")]
STICKERS = [file for file in FILES if file.startswith("stickers/")]
SIGNS = yaml.safe_load((PICTURES.parents[1] / "scenarios" / "signs" / "signs.yaml").read_text(encoding="utf-8"))

NAMES = {
    "app": "icon title",
    "avatars": (
        "bee cactus cat checker comet dots drum fox frog honeycomb hot_air_balloon kite leaf lighthouse mushroom"
        " octopus otter owl paper_plane penguin planet rocket skateboard spiral strawberry stripes sunflower teapot"
        " tent turtle umbrella wave whale zigzag"
    ),
    "icons": (
        "album arrow_down arrow_left arrow_right back bell check clock close exit fullscreen gamepad gate globe hand"
        " help home keep link loupe menu moon no_sound people phone play_sound practise profile question read_mark"
        " replay report sparkle speaker spoiler_tile sticker stop swipe tell text_size trash undo warning"
    ),
    "reactions": "heart laugh sad thumb wow",
    "roles": (
        "foster_carer friends_parent grown_up_sibling helpline older_relative parent_or_carer school_counsellor"
        " school_nurse social_worker sports_coach teacher youth_worker"
    ),
    "signs": (
        "circling_arrows covered_camera curtained_frame door envelope_stack eye_off_envelope fence gift lock map_pin"
        " mask megaphone moving painting_robot pictures presents pretending pushing question_bubbles racing_balloon"
        " receipt recording_phone secrets signpost star_poster stopwatch swapping_frames tangled_bubble two_cakes"
    ),
    "stickers": (
        "dancing_cactus ghost_boo heart_hands high_five laugh_tears party pizza rain rocket_go sleepy thinking_cloud"
        " thumbs_up_cat trophy"
    ),
}
PAINT = {
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "transform",
}
ALLOWED = {
    "svg": {"viewBox"},
    "g": PAINT,
    "path": PAINT | {"d"},
    "rect": PAINT | {"x", "y", "width", "height", "rx"},
    "circle": PAINT | {"cx", "cy", "r"},
    "ellipse": PAINT | {"cx", "cy", "rx", "ry"},
    "line": PAINT | {"x1", "y1", "x2", "y2"},
    "polyline": PAINT | {"points"},
    "polygon": PAINT | {"points"},
}
NAMESPACE = "{http://www.w3.org/2000/svg}"


def read_elements(file: str) -> list[ElementTree.Element]:
    """All elements of a picture, the root first."""
    return list(ElementTree.parse(PICTURES / file).getroot().iter())


def read_paints(file: str) -> list[str]:
    """What a picture is filled and drawn with."""
    return [value for element in read_elements(file) for key in ("fill", "stroke") if (value := element.get(key))]


def draw(file: str, size: tuple[int, int]) -> pygame.Surface:
    """The picture as the game rasterises it."""
    return pygame.image.load_sized_svg(str(PICTURES / file), size)


def frame(file: str) -> tuple[int, int]:
    """Width and height that the picture's family shares."""
    if file == "app/title.svg":
        return 320, 180
    return (24, 24) if file.startswith(("icons/", "reactions/")) else (96, 96)


def test_a_folder_holds_exactly_the_pictures_that_others_name(subtests: pytest.Subtests) -> None:
    for folder, names in NAMES.items():
        with subtests.test(folder=folder):
            assert [Path(file).stem for file in FILES if file.startswith(f"{folder}/")] == sorted(names.split())


def test_a_picture_uses_only_what_the_loader_draws(subtests: pytest.Subtests) -> None:
    for file in FILES:
        with subtests.test(file=file):
            for element in read_elements(file):
                tag = element.tag.removeprefix(NAMESPACE)
                assert tag in ALLOWED, f"<{tag}> is dropped without an error"
                assert set(element.attrib) <= ALLOWED[tag], f"<{tag}> has {set(element.attrib) - ALLOWED[tag]}"
                assert not (element.text or "").strip()


def test_colours_are_plain_six_digit_hex(subtests: pytest.Subtests) -> None:
    for file in FILES:
        with subtests.test(file=file):
            paints = [
                value for element in read_elements(file) for key in ("fill", "stroke") if (value := element.get(key))
            ]
            assert paints
            assert [paint for paint in paints if paint != "none" and not re.fullmatch("#[0-9A-F]{6}", paint)] == []


def test_a_picture_has_the_frame_of_its_family(subtests: pytest.Subtests) -> None:
    for file in FILES:
        with subtests.test(file=file):
            width, height = frame(file)
            assert read_elements(file)[0].get("viewBox") == f"0 0 {width} {height}"


def test_a_picture_fills_its_frame_and_is_not_cut_off(subtests: pytest.Subtests) -> None:
    for file, scale in product(FILES, (1, 3)):
        with subtests.test(file=file, scale=scale):
            width, height = (side * scale for side in frame(file))
            picture = draw(file, (width, height))
            assert picture.get_size() == (width, height)
            drawn = picture.get_bounding_rect()
            assert max(drawn.width / width, drawn.height / height) > 0.55
            if not file.startswith(("avatars/", "app/icon")):
                edge = [(x, y) for x in range(width) for y in (0, height - 1)]
                edge += [(x, y) for y in range(height) for x in (0, width - 1)]
                assert [at for at in edge if picture.get_at(at).a > 40] == [], "paint touches the frame"


def test_an_icon_is_pure_black_so_that_any_ink_can_replace_it(subtests: pytest.Subtests) -> None:
    for file in ICONS:
        with subtests.test(file=file):
            paints = {
                value for element in read_elements(file) for key in ("fill", "stroke") if (value := element.get(key))
            }
            assert paints <= {"#000000", "none"}


def test_an_avatar_is_a_whole_disc(subtests: pytest.Subtests) -> None:
    for file in AVATARS:
        with subtests.test(file=file):
            picture = draw(file, (96, 96))
            for x, y in ((0, 0), (95, 0), (0, 95), (95, 95), (10, 10), (85, 10), (10, 85), (85, 85)):
                assert picture.get_at((x, y)).a == 0, f"paint outside the disc at {x}, {y}"
            for x, y in ((48, 1), (48, 94), (1, 48), (94, 48), (16, 16), (79, 16), (16, 79), (79, 79)):
                assert picture.get_at((x, y)).a == 255, f"a hole in the disc at {x}, {y}"


def luminance(colour: pygame.Color) -> float:
    """Relative luminance, 0 to 1."""
    linear = [(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in (v / 255 for v in colour[:3])]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_no_avatar_has_a_darker_ground_than_the_others(subtests: pytest.Subtests) -> None:
    for file in AVATARS:
        with subtests.test(file=file):
            ground = draw(file, (96, 96)).get_at((4, 40))
            assert 0.6 < luminance(ground) < 0.85


def test_each_family_and_each_sign_has_a_picture_of_its_own() -> None:
    named = [sign["picture"] for sign in SIGNS]
    assert sorted(named) == sorted(NAMES["signs"].split())


def test_a_sticker_ends_in_white_so_that_it_stands_on_any_theme(subtests: pytest.Subtests) -> None:
    for file in STICKERS:
        with subtests.test(file=file):
            picture = draw(file, (192, 192))
            outermost = []
            for y in range(12, 192, 12):
                solid = [x for x in range(192) if picture.get_at((x, y)).a > 250]
                outermost += [picture.get_at((x, y))[:3] for x in (solid[1:2] + solid[-2:-1] if len(solid) > 3 else [])]
            assert len(outermost) > 12
            assert {min(colour) > 240 for colour in outermost} == {True}


def test_the_pictures_stay_small() -> None:
    assert max((PICTURES / file).stat().st_size for file in FILES) < 10_000

"""The visual language in one place: colours, spacing, type, radii and motion. Everything that draws reads it here."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

Colour: TypeAlias = Literal[
    "ground",
    "raised",
    "them",
    "soft",
    "line",
    "edge",
    "ink",
    "muted",
    "teal",
    "soft_teal",
    "on_teal",
    "coral",
    "soft_coral",
    "on_coral",
    "sun",
    "soft_sun",
    "on_sun",
]
COLOURS: Final[tuple[Colour, ...]] = get_args(Colour)

Theme: TypeAlias = Literal["paper", "night", "contrast"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)

Letters: TypeAlias = Literal["usual", "reading"]
"""The letters a player may choose: the usual ones, or wider ones that some readers with dyslexia prefer."""
LETTERS: Final[tuple[Letters, ...]] = get_args(Letters)


def _palette(*values: str) -> dict[Colour, str]:
    return dict(zip(COLOURS, values, strict=True))


PALETTES: Final[dict[Theme, dict[Colour, str]]] = {
    "paper": _palette(
        *("#FBF6EC", "#FFFFFF", "#EDF0F3", "#F3EADB", "#E3D7C3", "#8A7D68", "#1F2E3A", "#54616C"),
        *("#176E6C", "#D5ECE8", "#FFFFFF", "#B5361C", "#FBE0D6", "#FFFFFF", "#F4B83F", "#FDEFCB", "#1F2E3A"),
    ),
    "night": _palette(
        *("#14212B", "#1B2D39", "#263B48", "#22343F", "#2B3F4D", "#6F8695", "#EAF1F4", "#B9C8D1"),
        *("#5CC4BD", "#1F4143", "#14212B", "#FF8B6A", "#4A2E2A", "#14212B", "#F4B83F", "#3A3423", "#1F2E3A"),
    ),
    "contrast": _palette(
        *("#000000", "#000000", "#1A1A1A", "#1A1A1A", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
        *("#5CE1FF", "#000000", "#000000", "#FFFFFF", "#000000", "#000000", "#FFE600", "#000000", "#000000"),
    ),
}

TEXT_PAIRS: Final[tuple[tuple[Colour, Colour], ...]] = (
    ("ink", "ground"),
    ("ink", "raised"),
    ("ink", "them"),
    ("ink", "soft"),
    ("ink", "soft_teal"),
    ("ink", "soft_coral"),
    ("ink", "soft_sun"),
    ("muted", "ground"),
    ("muted", "raised"),
    ("muted", "soft"),
    ("muted", "them"),
    ("muted", "soft_sun"),
    ("muted", "soft_teal"),
    ("muted", "soft_coral"),
    ("teal", "ground"),
    ("teal", "raised"),
    ("coral", "ground"),
    ("coral", "raised"),
    ("on_teal", "teal"),
    ("on_coral", "coral"),
    ("on_sun", "sun"),
    ("ground", "ink"),
)
"""Every pair of text and ground that screens may use; a test holds each to its contrast."""

STEP: Final = 4.0
"""Space comes in steps of this many dp."""

RADIUS_PHONE: Final = 34.0
RADIUS_CARD: Final = 26.0
RADIUS_BUBBLE: Final = 22.0
RADIUS_PLAIN: Final = 13.0
"""Bubbles of the plainer chats for 14 to 17."""
RADIUS_OPTION: Final = 18.0
RADIUS_TAIL: Final = 6.0
RADIUS_FULL: Final = 999.0
"""Half of the height, whatever that is."""

FOCUS_RING: Final = 5.0
FOCUS_LINE: Final = 2.0

TARGET: Final = 44.0
"""The least width and height of anything that is pressed, in dp (WCAG 2.2, 2.5.5)."""

WIDE: Final = 900.0
"""From this window width the notebook stands beside the phone."""
COMPACT: Final = 480.0
"""Below this width, or from 150 % text on a phone, the header keeps three buttons only."""
LEAST_SIZE: Final = (360, 640)


def room_factor(width: float, height: float) -> float:
    """How much larger everything is drawn in a window of that many dp: large windows are read from further away.

    In eighths, so that dragging a window's edge does not make every text be measured anew at each step.
    """
    room = min(width / 1360, height / 860, 2.0)
    return max(1.0, int(room * 8) / 8)


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A step of the type scale: which face, and its size in dp at 100 % text."""

    face: Literal["text", "bold", "title"]
    size: float


TYPE: Final[dict[str, TypeStyle]] = {
    "display": TypeStyle("title", 32),
    "title": TypeStyle("title", 25),
    "heading": TypeStyle("title", 21),
    "label": TypeStyle("title", 18),
    "small_label": TypeStyle("title", 15),
    "body": TypeStyle("text", 19),
    "body_bold": TypeStyle("bold", 19),
    "small": TypeStyle("text", 16.5),
    "small_bold": TypeStyle("bold", 16.5),
    "tag": TypeStyle("title", 14.5),
}

LINE_HEIGHT: Final = 1.36
"""Height of a line of text over its size; titles use `TITLE_LINE_HEIGHT`."""
TITLE_LINE_HEIGHT: Final = 1.22

ARRIVAL_SECONDS: Final = 0.18


def relative_luminance(colour: str) -> float:
    """Luminance from 0 to 1 of a `#RRGGBB` colour, by the formula of WCAG 2.2 ("relative luminance")."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast_ratio(one: str, other: str) -> float:
    """Contrast from 1 to 21 of two `#RRGGBB` colours, by the formula of WCAG 2.2 ("contrast ratio")."""
    light, dark = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

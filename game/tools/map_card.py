"""The card of one scene on a map: its name, badges of signs, the choice with a line for each option, an ending."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from game.design import Colour
from game.story.model import Move
from game.tools.story_map import MOVE_COLOURS, MapScene, StoryMap, Way
from game.tools.svg_words import LINE, attribute, content, guess_width, wrap, write_words

CARD: Final = 312.0
"""Width of a card."""
ENTRY: Final = 25.0
"""How far below a card's top the ways to it arrive."""
_PAD: Final = 16.0
_NAME: Final = 18.0
_SMALL: Final = 13.0
_WORDS: Final = 14.5
_BADGE: Final = 24.0
_BADGE_PAD: Final = 10.0
_MARK: Final = 24.0
"""Room for the mark of a move before the words of its option."""


@dataclass(slots=True)
class Card:
    """A card that is drawn from its own upper left corner: elements, height, and where each way leaves it."""

    scene: MapScene
    elements: list[str] = field(default_factory=list)
    leaves: dict[str, float] = field(default_factory=dict)
    height: float = 0.0


def way_key(way: Way) -> str:
    """Return what tells a way from all others of its story."""
    return f"{way.source}/{way.option or ''}"


def draw_card(scene: MapScene, story: StoryMap, *, is_first: bool) -> Card:
    """Return the card of a scene."""
    card = Card(scene)
    card.height = 12.0
    _add_lines(card, [scene.id] if guess_width(scene.id, _NAME) < 190 else wrap(scene.id, _NAME, 190), _NAME, bold=True)
    _add_corner(card, is_first=is_first)
    badges: list[tuple[str, Colour, Colour]] = [(story.name_sign(sign), "soft_coral", "coral") for sign in scene.signs]
    badges += [(f"looks like: {story.name_sign(sign)}", "soft_sun", "sun") for sign in scene.lookalikes]
    badges += [(f"practise: {telling.replace('_', ' ')}", "soft_teal", "teal") for telling in scene.tellings]
    _add_badges(card, badges)
    if scene.question:
        card.height += 6
        _add_lines(card, wrap(scene.question, _WORDS, CARD - 2 * _PAD), _WORDS, italic=True)
        card.height += 4
    for way in scene.ways:
        _add_way(card, way)
    if scene.ending:
        _add_ending(card, scene.ending.replace("_", " "))
    card.height += 12
    frame = (
        f'<rect width="{CARD:g}" height="{card.height:.1f}" rx="18" class="raised" '
        f'stroke-width="{3 if is_first else 1.5:g}" data-line="{"teal" if is_first else "edge"}"/>'
    )
    card.elements.insert(0, frame)
    return card


def write_card(card: Card, x: float, y: float) -> list[str]:
    """Return a card's elements at a place."""
    name = attribute(card.scene.id)
    head = f'<g transform="translate({x:.1f} {y:.1f})" data-scene={name}>'
    return [head, f"<title>{content(card.scene.id)}</title>", *card.elements, "</g>"]


def draw_mark(move: Move | None, x: float, y: float) -> str:
    """Return the mark of a move around a middle: a disc (safe), a diamond (unsure), a triangle (risky), a dot."""
    colour = MOVE_COLOURS[move]
    rim = ' stroke-width="1.2" data-line="ink"' if move == "unsure" else ""
    if move == "safe":
        return f'<circle cx="{x:g}" cy="{y:.1f}" r="6" class="{colour}"/>'
    if move is None:
        return f'<circle cx="{x:g}" cy="{y:.1f}" r="3.5" class="{colour}"/>'
    corners = [(0, -7), (7, 0), (0, 7), (-7, 0)] if move == "unsure" else [(0, -6.5), (7, 6), (-7, 6)]
    points = " ".join(f"{x + dx:g},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" class="{colour}"{rim}/>'


def _add_lines(card: Card, lines: list[str], size: float, *, bold: bool = False, italic: bool = False) -> None:
    colour: Colour = "muted" if italic else "ink"
    card.elements += write_words(lines, _PAD, card.height, size, colour, is_bold=bold, is_italic=italic)
    card.height += len(lines) * size * LINE


def _add_corner(card: Card, *, is_first: bool) -> None:
    """Add at the right of the name how many messages there are, and whether the story starts here."""
    count = card.scene.messages
    words = f"{count} message{'' if count == 1 else 's'}"
    words = f"start · {words}" if is_first else words
    card.elements.append(
        f'<text x="{CARD - _PAD:g}" y="29" font-size="{_SMALL:g}" text-anchor="end" class="muted">{words}</text>'
    )


def _add_badges(card: Card, badges: list[tuple[str, Colour, Colour]]) -> None:
    if not badges:
        return
    card.height += 8
    x = _PAD
    for words, ground, line in badges:
        most = CARD - 2 * _PAD - 2 * _BADGE_PAD
        lines = wrap(words, _SMALL, most)
        width = max(guess_width(one, _SMALL) for one in lines) + 2 * _BADGE_PAD
        height = _BADGE + (len(lines) - 1) * _SMALL * LINE
        if x > _PAD and x + width > CARD - _PAD:
            x = _PAD
            card.height += _BADGE + 6
        card.elements.append(
            f'<rect x="{x:.1f}" y="{card.height:.1f}" width="{width:.1f}" height="{height:.1f}" rx="12" '
            f'class="{ground}" stroke-width="1.2" data-line="{line}"/>'
        )
        top = card.height + (_BADGE - _SMALL * LINE) / 2
        card.elements += write_words(lines, x + _BADGE_PAD, top, _SMALL, "ink")
        card.height += height - _BADGE
        x += width + 6
    card.height += _BADGE + 2


def _add_way(card: Card, way: Way) -> None:
    """Add a line for a way; one that asks the choice again ends in a small turning arrow and leaves no card."""
    card.height += 6
    lines = wrap(way.label or "goes on", _WORDS, CARD - 2 * _PAD - _MARK - 20)
    height = max(len(lines), 1) * _WORDS * LINE
    middle = card.height + height / 2
    again = f" data-again={attribute(way.source)}" if way.asks_again else ""
    said = content(f"{way.move or 'go'}{', asked again' if way.asks_again else ''}")
    card.elements.append(f"<g data-option={attribute(way.option or '')}{again}><title>{said}</title>")
    card.elements.append(draw_mark(way.move, _PAD + 7, middle))
    card.elements += write_words(lines, _PAD + _MARK, card.height, _WORDS, "ink")
    if way.asks_again:
        card.elements.append(draw_turn(CARD - _PAD - 4, middle, MOVE_COLOURS[way.move]))
    card.elements.append("</g>")
    card.leaves[way_key(way)] = middle
    card.height += height


def draw_turn(x: float, y: float, colour: Colour) -> str:
    """Return an arrow that turns back to where it began, around a middle."""
    line = "ink" if colour == "sun" else colour
    arc = f"M {x - 6:g} {y - 3:.1f} A 6.5 6.5 0 1 1 {x - 6:g} {y + 4:.1f}"
    head = f"{x - 10.5:g},{y - 1:.1f} {x - 2:g},{y - 1.5:.1f} {x - 7.5:g},{y - 8:.1f}"
    return (
        f'<path d="{arc}" fill="none" stroke-width="2.2" data-line="{line}"/><polygon points="{head}" class="{line}"/>'
    )


def _add_ending(card: Card, outcome: str) -> None:
    card.height += 8
    card.elements.append(
        f'<rect x="{_PAD:g}" y="{card.height:.1f}" width="{CARD - 2 * _PAD:g}" height="30" rx="15" class="teal"/>'
    )
    words = content(f"ending: {outcome}")
    card.elements.append(
        f'<text x="{CARD / 2:g}" y="{card.height + 20:.1f}" font-size="{_WORDS:g}" font-weight="700" '
        f'text-anchor="middle" class="on_teal">{words}</text>'
    )
    card.height += 30

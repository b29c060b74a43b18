"""The map of a story as an SVG picture that needs no other program, file or font."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.design import COLOURS, PALETTES
from game.story.model import Move
from game.tools.map_card import CARD, ENTRY, Card, draw_card, draw_mark, draw_turn, way_key, write_card
from game.tools.map_layout import Box, Layout, Link, Point, lay_out
from game.tools.story_map import MOVE_COLOURS, MOVE_WORDS, StoryMap, Way
from game.tools.svg_words import FONT, attribute, content, guess_width, wrap, write_words

_MARGIN: Final = 40.0
_HEAD: Final = 132.0
"""Height of the title and the legend."""
_LEAST_WIDTH: Final = 840.0
_LEGEND: Final = 14.5
_ARROW: Final = 9.0
_DASHES: Final[dict[Move | None, str]] = {"safe": "", "unsure": "9 6", "risky": "2.5 6", None: ""}
_WIDTHS: Final[dict[Move | None, float]] = {"safe": 2.6, "unsure": 3.0, "risky": 3.2, None: 1.8}
_LANES: Final[dict[Move | None, str]] = {None: "0", "safe": "1", "unsure": "2", "risky": "3"}
"""Ways of one move to one scene share a lane; lanes arrive in this order."""


def draw_map(story: StoryMap) -> str:
    """Return the map as an SVG document: a card for each scene, a line for each way, coloured by move, and a legend."""
    cards = [draw_card(scene, story, is_first=number == 0) for number, scene in enumerate(story.scenes)]
    onward = [way for way in story.ways() if not way.asks_again]
    layout = _lay_out(cards, onward)
    title = wrap(f"{story.title}", 26, max(layout.width, _LEAST_WIDTH) - 2 * _MARGIN, is_bold=True)[:1]
    width = max(layout.width, _LEAST_WIDTH) + 2 * _MARGIN
    height = layout.height + _HEAD + 2 * _MARGIN
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" role="img" font-family={attribute(FONT)}>'
        ),
        f"<title>{content(f'Map of the story {story.title} ({story.id})')}</title>",
        f"<style>{_style()}</style>",
        f'<rect width="{width:.0f}" height="{height:.0f}" class="ground"/>',
        *write_words(title, _MARGIN, _MARGIN - 8, 26, "ink", is_bold=True),
        *write_words([_subtitle(story)], _MARGIN, _MARGIN + 32, 16, "muted"),
        *_draw_legend(_MARGIN, _MARGIN + 84),
        f'<g transform="translate({_MARGIN:g} {_MARGIN + _HEAD:g})">',
    ]
    for way in sorted(onward, key=lambda way: _LANES[way.move]):
        lines += _draw_way(way, layout.routes[way_key(way)])
    for card in cards:
        lines += write_card(card, *layout.corners[card.scene.id])
    return "\n".join([*lines, "</g>", "</svg>"]) + "\n"


def _lay_out(cards: Sequence[Card], ways: Sequence[Way]) -> Layout:
    leaves = {key: y for card in cards for key, y in card.leaves.items()}
    boxes = [Box(id=card.scene.id, width=CARD, height=card.height, entry=ENTRY) for card in cards]
    links = [
        Link(key=way_key(way), source=way.source, target=way.target, leaves=leaves[way_key(way)], lane=_LANES[way.move])
        for way in ways
    ]
    return lay_out(boxes, links)


def _subtitle(story: StoryMap) -> str:
    scenes = f"{len(story.scenes)} scene{'' if len(story.scenes) == 1 else 's'}"
    endings = sum(scene.ending is not None for scene in story.scenes)
    state = "draft: nobody has signed it yet" if story.is_draft else "reviewed"
    return f"{story.id} · {story.band} · {scenes}, {endings} of them an ending · {state}"


def _style() -> str:
    """Colours by class and by `data-line`, from the design: fill and stroke."""
    palette = PALETTES["paper"]
    fills = "".join(f".{name}{{fill:{palette[name]}}}" for name in COLOURS)
    strokes = "".join(f"[data-line={name}]{{stroke:{palette[name]}}}" for name in COLOURS)
    return fills + strokes


def _draw_legend(x: float, y: float) -> Iterator[str]:
    """What marks and lines mean, in one row around the height y."""
    for move, words in MOVE_WORDS.items():
        yield draw_mark(move, x + 7, y)
        yield from _draw_line(f"M {x + 20:g} {y:g} H {x + 56:g}", move)
        yield _draw_arrow(x + 66, y, move)
        yield from write_words([words], x + 76, y - _LEGEND * 0.66, _LEGEND, "ink")
        x += 76 + guess_width(words, _LEGEND) + 26
    yield draw_turn(x + 8, y, "muted")
    yield from write_words(["asked again"], x + 24, y - _LEGEND * 0.66, _LEGEND, "ink")


def _draw_way(way: Way, points: Sequence[Point]) -> Iterator[str]:
    """The line of a way and its arrow; its name is a tooltip."""
    (*before, (x, y)) = points
    route = _curve([*before, (x - _ARROW, y)])
    names = (
        f"data-from={attribute(way.source)} data-to={attribute(way.target)} data-option={attribute(way.option or '')}"
    )
    said = f"{way.source} to {way.target}: {way.label or 'goes on'}{f' ({way.move})' if way.move else ''}"
    yield f"<g {names}><title>{content(said)}</title>"
    yield from _draw_line(route, way.move)
    yield _draw_arrow(x, y, way.move)
    yield "</g>"


def _draw_line(route: str, move: Move | None) -> Iterator[str]:
    """A line in the colour and dashes of a move; the light colour of unsure has a dark rim, to be seen on paper."""
    dashes = f' stroke-dasharray="{_DASHES[move]}" stroke-linecap="round"' if _DASHES[move] else ""
    if move == "unsure":
        yield f'<path d="{route}" fill="none" stroke-width="{_WIDTHS[move] + 2.2:g}"{dashes} data-line="ink"/>'
    yield f'<path d="{route}" fill="none" stroke-width="{_WIDTHS[move]:g}"{dashes} data-line="{MOVE_COLOURS[move]}"/>'


def _draw_arrow(x: float, y: float, move: Move | None) -> str:
    rim = ' stroke-width="1.1" data-line="ink"' if move == "unsure" else ""
    points = f"{x:.1f},{y:.1f} {x - _ARROW - 2:.1f},{y - 5:.1f} {x - _ARROW - 2:.1f},{y + 5:.1f}"
    return f'<polygon points="{points}" class="{MOVE_COLOURS[move]}"{rim}/>'


def _curve(points: Sequence[Point]) -> str:
    """A path through the points: bent over the gaps between ranks, straight past them."""
    x, y = points[0]
    route = [f"M {x:.1f} {y:.1f}"]
    for number, (to_x, to_y) in enumerate(points[1:]):
        if number % 2 == 1:
            route.append(f"H {to_x:.1f}")
        else:
            bend = max(abs(to_x - x) / 2, 30.0)
            route.append(f"C {x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
        x, y = to_x, to_y
    return " ".join(route)

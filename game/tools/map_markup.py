"""The map of a story as text that other programs draw: Mermaid and Graphviz's DOT."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.design import PALETTES
from game.story.model import Move
from game.tools.story_map import MOVE_COLOURS, MapScene, StoryMap, Way

_ARROWS: Final[Mapping[Move | None, str]] = {"safe": "-->", "unsure": "-.->", "risky": "==>", None: "-->"}
_STYLES: Final[Mapping[Move | None, str]] = {"safe": "solid", "unsure": "dashed", "risky": "bold", None: "solid"}
_PAPER: Final = PALETTES["paper"]
_SPECIAL: Final = re.compile(r"[^\w ,.:!?'’“”()\[\]…-]")


def write_mermaid(story: StoryMap) -> str:
    """Return the map as a Mermaid flowchart; nodes are n0, n1, ... in the order of the scenes, endings e0, e1, ..."""
    names = {scene.id: f"n{number}" for number, scene in enumerate(story.scenes)}
    lines = ["---", f"title: {json.dumps(_title(story), ensure_ascii=False)}", "---", "flowchart LR"]
    styles: list[str] = []
    for number, scene in enumerate(story.scenes):
        label = "<br/>".join(_quote_mermaid(line) for line in _lines(scene, story))
        lines.append(f'  n{number}["{label}"]{":::sign" if scene.signs else ""}')
        if scene.ending is not None:
            lines.append(f'  e{number}(["{_quote_mermaid(_ending(scene))}"]):::ending')
    for way in story.ways():
        label = f'|"{_quote_mermaid(_way_label(way))}"|' if way.label else ""
        lines.append(f"  {names[way.source]} {_ARROWS[way.move]}{label} {names[way.target]}")
        styles.append(f"  linkStyle {len(styles)} stroke:{_PAPER[MOVE_COLOURS[way.move]]}")
    for number, scene in enumerate(story.scenes):
        if scene.ending is not None:
            lines.append(f"  n{number} --- e{number}")
    lines.append(f"  classDef sign fill:{_PAPER['soft_coral']},stroke:{_PAPER['edge']},color:{_PAPER['ink']}")
    lines.append(f"  classDef ending fill:{_PAPER['soft_teal']},stroke:{_PAPER['teal']},color:{_PAPER['ink']}")
    return "\n".join([*lines, *styles]) + "\n"


def write_dot(story: StoryMap) -> str:
    """Return the map as a DOT digraph; nodes carry the ids of their scenes, endings those with " (ending)" behind."""
    return "\n".join(_dot_lines(story)) + "\n"


def _dot_lines(story: StoryMap) -> Iterator[str]:
    ink = _PAPER["ink"]
    yield f"digraph {_quote_dot(story.id)} {{"
    yield f'  graph [rankdir=LR, label={_quote_dot(_title(story))}, labelloc=t, bgcolor="{_PAPER["ground"]}"];'
    yield f'  node [shape=box, style="rounded,filled", fillcolor={_quote_dot(_PAPER["raised"])}, fontcolor="{ink}"];'
    yield f'  edge [fontcolor="{ink}"];'
    for scene in story.scenes:
        fill = f", fillcolor={_quote_dot(_PAPER['soft_coral'])}" if scene.signs else ""
        yield f"  {_quote_dot(scene.id)} [label={_quote_dot(*_lines(scene, story))}{fill}];"
        if scene.ending is not None:
            fill = _quote_dot(_PAPER["soft_teal"])
            ending = _quote_dot(f"{scene.id} (ending)")
            yield f"  {ending} [label={_quote_dot(_ending(scene))}, shape=oval, style=filled, fillcolor={fill}];"
    for way in story.ways():
        style = f'style={_STYLES[way.move]}, color="{_PAPER[MOVE_COLOURS[way.move]]}"'
        label = f"label={_quote_dot(_way_label(way))}, " if way.label else ""
        yield f"  {_quote_dot(way.source)} -> {_quote_dot(way.target)} [{label}{style}];"
    for scene in story.scenes:
        if scene.ending is not None:
            yield f"  {_quote_dot(scene.id)} -> {_quote_dot(f'{scene.id} (ending)')} [dir=none];"
    yield "}"


def _title(story: StoryMap) -> str:
    return f"{story.title} ({story.id}, {story.band}{', draft' if story.is_draft else ''})"


def _lines(scene: MapScene, story: StoryMap) -> list[str]:
    """The lines of a scene's node: its id, its signs, what looks like one, and telling."""
    lines = [scene.id]
    lines += [f"sign: {story.name_sign(sign)}" for sign in scene.signs]
    lines += [f"looks like: {story.name_sign(sign)}" for sign in scene.lookalikes]
    lines += [f"practise: {telling.replace('_', ' ')}" for telling in scene.tellings]
    return [*lines, scene.question] if scene.question else lines


def _ending(scene: MapScene) -> str:
    return f"ending: {(scene.ending or '').replace('_', ' ')}"


def _way_label(way: Way) -> str:
    label = f"{way.label} [{way.move}]" if way.move else way.label
    return f"{label}, asked again" if way.asks_again else label


def _quote_mermaid(text: str) -> str:
    """Write what could be read as markup as Mermaid's entities, such as #35; for #."""
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


def _quote_dot(*lines: str) -> str:
    """Return a quoted DOT string of these lines, centred."""
    plain = (" ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(plain) + '"'

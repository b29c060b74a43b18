"""The author's lists over the story: the scenes to jump to, and all keys; each row can be pressed or picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.story.model import Choice, Ending, Go, Message, Note, Pulse, Rehearse, Scenario, Scene
from game.story.ways import reachable_scenes
from game.studio.preview.strip import Tool
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import Direct
from game.ui.parts import button, key_cap, padded, pill, row, scroller, snug, stack, words
from game.ui.tree import Box, Node

__all__ = ["Row", "draw_list", "key_rows", "open_names", "scene_rows"]

_WIDEST: Final = 620.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list: what it does, what it says, and (greyed) why it cannot be taken."""

    intent: Direct
    text: str
    detail: str = ""
    key: str = ""
    tag: str = ""
    disabled: bool = False

    @property
    def name(self) -> str:
        """The name of its node."""
        return f"author:row:{self.intent.what}:{self.intent.value}"


def scene_rows(scenario: Scenario, here: str) -> tuple[Row, ...]:
    """The topic note, then every scene in the order of the file; `here` is the scene that is played."""
    reached = reachable_scenes(scenario)
    rows = [Row(intent=Direct("topic"), text="The topic note", detail="before the story starts")]
    for scene in scenario.scenes.values():
        is_reached = scene.id in reached
        rows.append(
            Row(
                intent=Direct("jump", scene.id),
                text=scene.id,
                detail=_describe(scene) if is_reached else "no way leads here",
                tag="you are here" if scene.id == here else "",
                disabled=not is_reached,
            )
        )
    return tuple(rows)


def _describe(scene: Scene) -> str:
    """A scene in one line: what it begins with, and how it ends."""
    first = next((beat.text for beat in scene.beats if isinstance(beat, Message | Note) and beat.text), "")
    messages = sum(isinstance(beat, Message) for beat in scene.beats)
    ends: list[str] = []
    for beat in scene.beats:
        match beat:
            case Pulse():
                ends.append("pulse")
            case Rehearse(kind=kind):
                ends.append(kind.replace("_", " "))
            case Choice(options=options):
                ends.append(f"choice of {len(options)}")
            case Go(scene=target):
                ends.append(f"to {target}")
            case Ending(outcome=outcome):
                ends.append(f"ends: {outcome.replace('_', ' ')}")
            case _:
                pass
    counted = f"{messages} message{'' if messages == 1 else 's'}"
    begins = f"“{first}”" if first else ""
    return " · ".join(part for part in (counted, *ends, begins) if part)


def key_rows(tools: Sequence[Tool]) -> tuple[Row, ...]:
    """What every key does, and what it is set to."""
    rows = [Row(intent=Direct(tool.what), text=tool.name, detail=tool.value, key=tool.key) for tool in tools]
    return tuple(row for row in rows if row.intent.what != "keys")


def draw_list(frame: Frame, title: str, rows: Sequence[Row], room: Rect, *, foot: str = "") -> Node:
    """The list in the middle of `room`, over whatever is there; nothing else can be pressed while it is open."""
    factor = frame.factor
    width = min(_WIDEST * factor, room.width - 24 * factor)
    side, ring = 20.0 * factor, 6.0
    inner = width - 2 * side
    close = button(frame, "Close", Direct("close"), name="author:close", key="Esc", style="small_label")
    heading = words(frame, title, "heading", inner - close.rect.width - 12, role="heading")
    head_height = max(heading.rect.height, close.rect.height)
    note = words(frame, foot, "small", inner, colour="muted") if foot else None
    below = note.rect.height + 10 * factor if note is not None else 0.0
    top = side * 0.8 + head_height + 10 * factor - ring
    most = max(80.0 * factor, room.height - 32 * factor - top - side - below)
    content = _stack_rows(frame, rows, inner)
    if content.rect.height + 2 * ring > most:
        # Beside the rows there is room for the thumb that shows how far they are scrolled.
        content = _stack_rows(frame, rows, inner - 10 * factor)
    content = Node(
        rect=Rect(0, 0, inner + 2 * ring, content.rect.height + 2 * ring), children=(content.at(ring, ring),)
    )
    tall = min(content.rect.height, most)
    body = scroller(frame, content, name="author:list", width=inner + 2 * ring, height=tall)
    height = top + tall + below + side - ring
    children = [
        heading.at(side, side * 0.8 + (head_height - heading.rect.height) / 2),
        close.at(width - side - close.rect.width, side * 0.8 + (head_height - close.rect.height) / 2),
        body.at(side - ring, top),
    ]
    if note is not None:
        children.append(note.at(side, height - side - note.rect.height + ring))
    rect = Rect(room.x + (room.width - width) / 2, room.y + max(0.0, (room.height - height) / 2), width, height)
    return Node(
        rect=rect,
        box=Box("ground", Corners.all(22 * factor), "ink", 2.5 * factor),
        role="dialog",
        name="author:dialog",
        label=title,
        modal=True,
        children=tuple(children),
    )


def _stack_rows(frame: Frame, rows: Sequence[Row], width: float) -> Node:
    return stack([_draw_row(frame, each, width) for each in rows], gap=8 * frame.factor, width=width)


def _draw_row(frame: Frame, each: Row, width: float) -> Node:
    factor = frame.factor
    side = 16.0 * factor
    front = [padded(key_cap(frame, each.key), x=0, y=0, width=48 * factor)] if each.key else []
    back = [pill(frame, each.tag, fill="sun", colour="on_sun")] if each.tag else []
    if each.key and each.detail:
        back = [snug(frame, each.detail, "small", width * 0.45, colour="muted", max_lines=1)]
    room = width - 2 * side - sum(node.rect.width + 10 * factor for node in (*front, *back))
    texts = [words(frame, each.text, "label", room, colour="muted" if each.disabled else "ink", max_lines=1)]
    if each.detail and not each.key:
        texts.append(words(frame, each.detail, "small", room, colour="muted", max_lines=1))
    box = Box("soft" if each.disabled else "raised", Corners.all(16 * factor), "line" if each.disabled else "edge", 1.5)
    return padded(
        row([*front, stack(texts, gap=1, width=room), *back], gap=10 * factor),
        x=side,
        y=9 * factor,
        width=width,
        least_height=44 * factor,
        box=box,
        role="option",
        label=f"{each.text} ({each.detail})" if each.detail else each.text,
        intent=each.intent,
        name=each.name,
        disabled=each.disabled,
        selected=bool(each.tag) or None,
    )


def open_names(rows: Sequence[Row]) -> tuple[str, ...]:
    """The names of the rows that can be taken, in order."""
    return tuple(each.name for each in rows if not each.disabled)

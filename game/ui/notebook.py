"""The notebook beside the phone: what the player marked, in one neutral tint, and the four steps that help."""

from collections.abc import Mapping
from math import inf

from game.design import RADIUS_PHONE
from game.shown.labels import is_own_text, ladder, message_text, verdict_label
from game.shown.playing import Playing
from game.story.model import Message, Sign
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import Close, LookAt, Open
from game.ui.parts import button, grid, padded, picture, row, scroller, stack, words
from game.ui.tree import Box, Node

MOST_MARKS = 6
"""Newest first; older ones stay on their bubbles."""


def draw_marks(frame: Frame, playing: Playing, signs: Mapping[str, Sign], width: float, room: float) -> Node | None:
    """What the player marked so far: their word and their card, never whether it was right.

    As many rows as `room` dp hold; None where that is not one, for every mark stands on its bubble too.
    """
    _ = frame._
    said = [(place, what) for place, what in playing.state.judgements.items() if place not in playing.state.revealed]
    if not said:
        return None
    columns = max(1, min(3, int(width // (150 * frame.factor))))
    cell = (width - 10 * (columns - 1)) / columns
    nodes = []
    for place, judgement in reversed(said[-MOST_MARKS:]):
        message = playing.scenario.beat_at(place)
        assert isinstance(message, Message)
        sign = signs.get(judgement.sign or "")
        tongue = frame.story if is_own_text(message) else frame.tongue
        lines = [words(frame, verdict_label(_, judgement.verdict), "small_label", cell - 28, align="centre")]
        if sign is not None:
            lines.insert(0, picture(f"signs/{sign.picture}", 40))
            lines.append(words(frame, sign.name, "small", cell - 28, align="centre"))
        else:
            quote = message_text(_, message)
            lines.append(
                words(frame, quote, "small", cell - 28, align="centre", colour="muted", max_lines=2, tongue=tongue)
            )
        nodes.append(
            padded(
                stack(lines, gap=4, width=cell - 28, align="centre"),
                x=14,
                y=12,
                width=cell,
                box=Box("soft", Corners.all(20), "edge"),
                role="button",
                label=f"{message_text(_, message)} ({verdict_label(_, judgement.verdict)})",
                language=frame.language_of(tongue),
                intent=LookAt(place),
                name=f"mark:{place.scene}:{place.beat}",
            )
        )
    heading = words(frame, _("What you marked"), "heading", width, role="heading")
    for count in range(len(nodes), 0, -columns):
        marks = stack([heading, grid(nodes[:count], columns, width, gap=10)], gap=12, width=width)
        if marks.rect.height <= room:
            return marks
    return None


def draw_ladder(frame: Frame, width: float) -> Node:
    """Stop, keep, tell, report and take down. No step is lit: which one fits is the player's to find."""
    columns = 4 if width >= 430 * frame.factor else 2
    cell = (width - 10 * (columns - 1)) / columns
    nodes = []
    for icon, word, meaning in ladder(frame.translator):
        face = picture(f"icons/{icon}", 24 * min(frame.factor, 1.5), tint="ink")
        text = words(frame, word, "small_label", cell - 20, align="centre")
        inner = stack([face, text], gap=4, width=cell - 20, align="centre")
        nodes.append(padded(inner, x=10, y=9, width=cell, box=Box("soft", Corners.all(18)), label=f"{word}. {meaning}"))
    return grid(nodes, columns, width, gap=10)


def draw_notebook(frame: Frame, playing: Playing, signs: Mapping[str, Sign]) -> Node:
    """The notebook as a drawer over a narrow screen: the marks, and the ladder with its meanings."""
    _ = frame._
    bar = header(frame, _("Notebook"), has_menu=False)
    width = min(frame.width, 720.0)
    inner = width - 2 * 18
    close = button(frame, _("Close"), Close(), name="close", style="small_label", icon="close")
    parts = [close]
    marks = draw_marks(frame, playing, signs, inner, inf)
    if marks is None:
        parts.append(words(frame, _("Nothing marked yet. Tap any message."), "body", inner, colour="muted"))
    else:
        parts.append(marks)
    parts.append(_ladder_lines(frame, inner))
    content = stack(parts, gap=18, width=inner)
    area = frame.height - bar.rect.height
    height = min(content.rect.height + 36, area - 30)
    inside = Node(rect=Rect(0, 0, width, content.rect.height + 36), children=(content.at(18, 18),))
    body = scroller(frame, inside, name="notebook", width=width, height=height - 5).at(0, 5)
    sheet = Node(
        rect=Rect((frame.width - width) / 2, frame.height - height, width, height + 6),
        role="dialog",
        label=_("Notebook"),
        box=Box("ground", Corners(RADIUS_PHONE, RADIUS_PHONE, 0, 0), "ink", 3),
        clip=True,
        children=(body,),
    )
    veil = Node(rect=Rect(0, 0, frame.width, frame.height), box=Box("ink"), opacity=0.35)
    return Node(rect=veil.rect, children=(veil, bar, sheet), modal=True)


def _ladder_lines(frame: Frame, width: float) -> Node:
    """The ladder with what each step means."""
    lines = []
    for icon, word, meaning in ladder(frame.translator):
        face = picture(f"icons/{icon}", 26, tint="ink")
        text = stack(
            [words(frame, word, "label", width - 40), words(frame, meaning, "small", width - 40, colour="muted")]
        )
        lines.append(row([face, text], gap=14))
    return stack(lines, gap=12, width=width)


def notebook_button(frame: Frame, width: float) -> Node:
    """Opens the drawer."""
    return button(
        frame,
        frame._("Notebook"),
        Open("notebook"),
        name="notebook",
        kind="plain",
        style="small_label",
        icon="album",
        max_width=width,
    )

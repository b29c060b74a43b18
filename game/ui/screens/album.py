"""The album: the sign cards that were met, each with what to do and its innocent look-alike."""

from collections.abc import Sequence

from game.design import RADIUS_CARD
from game.story.model import Band, Sign
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import GoTo
from game.ui.parts import button, grid, padded, page, picture, row, scroller, stack, words
from game.ui.tree import Box, Node


def draw_album(frame: Frame, band: Band, met: Sequence[Sign]) -> Node:
    """The cards met so far, in album order; how many there are in all is not said."""
    _ = frame._
    bar = header(frame, _("My sign cards"), extra=(button(frame, _("Stories"), GoTo("picker"), name="stories"),))
    width = min(frame.width - 2 * frame.margin, 1240.0)
    columns = max(1, min(3, int((width + 20) // (340 * frame.factor))))
    cell = (width - 20 * (columns - 1)) / columns
    title = words(frame, _("Signs you have met"), frame.largest, width, role="heading")
    if met:
        note = _("One sign alone proves nothing. Look twice, and tell.")
        body_part = grid([_card(frame, band, sign, cell) for sign in met], columns, width, gap=20)
    else:
        note = _("Finish a story, and its sign cards come here.")
        body_part = Node(rect=Rect(0, 0, width, 0))
    content = stack(
        [stack([title, words(frame, note, "body", width, colour="muted")], gap=4), body_part], gap=20, width=width
    )
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + 56),
        children=(content.at((frame.width - width) / 2, 24),),
    )
    body = scroller(frame, inner, name="album", width=frame.width, height=frame.height - bar.rect.height)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _card(frame: Frame, band: Band, sign: Sign, width: float) -> Node:
    _ = frame._
    inner = width - 2 * 22
    face = picture(f"signs/{sign.picture}", 64)
    simple = sign.simple if band == "8-10" else {}
    head = row([face, words(frame, sign.name, "heading", inner - 64 - 16, role="heading")], gap=16)
    lines = [head, words(frame, simple.get("warning", sign.warning), "body", inner)]
    lines.append(_part(frame, "check", _("What to do"), simple.get("do_now", sign.do_now), inner))
    if sign.lookalike is not None:
        lookalike = simple.get("lookalike", sign.lookalike)
        lines.append(_part(frame, "loupe", _("Looks alike, and is fine"), lookalike, inner))
    return padded(
        stack(lines, gap=12, width=inner), x=22, y=20, width=width, box=Box("raised", Corners.all(RADIUS_CARD), "line")
    )


def _part(frame: Frame, icon: str, head: str, text: str, width: float) -> Node:
    face = picture(f"icons/{icon}", 22, tint="teal")
    room = width - 22 - 12
    texts = stack([words(frame, head, "small_label", room), words(frame, text, "body", room, colour="muted")], gap=1)
    return row([face, texts], gap=12, middle=False)

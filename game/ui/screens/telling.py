"""Practising to tell: pick an adult by role, pick a sentence, say it out loud once, hear the adult answer."""

from collections.abc import Sequence

from game.shown.labels import role_label, telling_question
from game.shown.playing import Playing
from game.story.model import Rehearse
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import GoOn, PickRole, PickSentence, SaidIt, Undo
from game.ui.parts import (
    button,
    card,
    card_padding,
    flow,
    grid,
    option,
    padded,
    page,
    picture,
    row,
    scroller,
    stack,
    words,
)
from game.ui.tree import Box, Node


def draw_telling(frame: Frame, playing: Playing, rehearse: Rehearse, roles: Sequence[str]) -> Node:
    """The screen of one rehearsal; `roles` are the adults it offers."""
    _ = frame._
    bar = header(frame, playing.scenario.title, tongue=frame.story)
    width = min(frame.width - 2 * frame.margin, 820.0)
    if playing.role is None:
        content = _pick_role(frame, playing, rehearse, roles, width)
    elif playing.sentence is None:
        content = _pick_sentence(frame, playing, rehearse, width)
    elif not playing.answered:
        content = _say_it(frame, playing, rehearse, width)
    else:
        content = _answer(frame, playing, rehearse, width)
    area = frame.height - bar.rect.height
    top = max(22.0, min(90.0, (area - content.rect.height) * 0.35))
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + top + 28),
        children=(content.at((frame.width - width) / 2, top),),
    )
    name = f"telling:{playing.role}:{playing.sentence}:{playing.answered}"
    body = scroller(frame, inner, name=name, width=frame.width, height=area)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _title(frame: Frame, text: str, width: float, detail: str = "") -> Node:
    lines = [words(frame, text, "title", width, role="heading")]
    if detail:
        lines.append(words(frame, detail, "body", width, colour="muted"))
    return stack(lines, gap=4, width=width)


def _pick_role(frame: Frame, playing: Playing, rehearse: Rehearse, roles: Sequence[str], width: float) -> Node:
    _ = frame._
    title = telling_question(_, rehearse.kind, playing.scenario.friend.short_name)
    if rehearse.kind == "tell_for_friend":
        detail = _("You do not have to carry this alone.")
    elif rehearse.kind == "keep_telling":
        detail = _("If one adult does not help, try the next. Keep telling until somebody does.")
    else:
        detail = _("Pick an adult who listens.")
    columns = max(1, min(4, int(width // (170 * frame.factor))))
    columns = min(columns, max(2, len(roles))) if columns > 1 else 1
    cell = (width - 14 * (columns - 1)) / columns
    nodes = []
    for role in roles:
        face = picture(f"roles/{role}", 72)
        label = words(frame, role_label(_, role), "label", cell - 24, align="centre")
        nodes.append(
            padded(
                stack([face, label], gap=8, width=cell - 24, align="centre"),
                x=12,
                y=16,
                width=cell,
                box=Box("raised", Corners.all(22), "teal"),
                role="option",
                label=role_label(_, role),
                intent=PickRole(role),
                name=f"role:{role}",
            )
        )
    return stack([_title(frame, title, width, detail), grid(nodes, columns, width, gap=14)], gap=22, width=width)


def _pick_sentence(frame: Frame, playing: Playing, rehearse: Rehearse, width: float) -> Node:
    _ = frame._
    options = [
        option(
            frame,
            sentence,
            PickSentence(number),
            name=f"sentence:{number}",
            width=width,
            number=number,
            tongue=frame.story,
        )
        for number, sentence in enumerate(rehearse.sentences, start=1)
    ]
    back = button(frame, _("Pick somebody else"), Undo(), name="back_role", icon="back", style="small_label")
    title = _title(frame, _("How could it start?"), width, _("Pick a sentence."))
    return stack([_who(frame, playing, width), title, *options, back], gap=16, width=width)


def _who(frame: Frame, playing: Playing, width: float) -> Node:
    role = playing.role or ""
    face = picture(f"roles/{role}", 56)
    return row([face, words(frame, role_label(frame._, role), "label", width - 72)], gap=14)


def _quote(frame: Frame, sentence: str, width: float) -> Node:
    inner = width - 2 * 30
    text = words(frame, sentence, "title", inner, tongue=frame.story)
    corners = Corners(26, 26, 8, 26)
    return padded(text, x=30, y=22, width=width, box=Box("soft_teal", corners))


def _say_it(frame: Frame, playing: Playing, rehearse: Rehearse, width: float) -> Node:
    _ = frame._
    assert playing.sentence is not None
    title = _title(
        frame,
        _("Say it out loud, once"),
        width,
        _("Just for practice. Nobody listens: the game has no microphone. In class, say it to a partner."),
    )
    buttons = [
        button(frame, _("Said it"), SaidIt(), name="said_it", kind="main", icon="check"),
        button(frame, _("Go on without"), SaidIt(), name="without"),
        button(frame, _("Back"), Undo(), name="back_role", icon="back"),
    ]
    quote = _quote(frame, rehearse.sentences[playing.sentence - 1], width)
    return stack([_who(frame, playing, width), title, quote, flow(buttons, width, gap=12)], gap=18, width=width)


def _answer(frame: Frame, playing: Playing, rehearse: Rehearse, width: float) -> Node:
    _ = frame._
    assert playing.sentence is not None
    inner = width - 2 * card_padding(frame)
    sentence = rehearse.sentences[playing.sentence - 1]
    said = words(frame, sentence, "body", inner, colour="muted", tongue=frame.story)
    answer = words(frame, rehearse.adult_says, "title", inner, tongue=frame.story)
    box = card(frame, [_who(frame, playing, inner), answer], width=width, gap=14, outline="line")
    parts = [card(frame, [said], width=width, fill="soft_teal", padding=20), box]
    if not rehearse.helps:
        hint = _("Some adults are busy or do not understand at first. That happens. Try another one.")
        parts.append(words(frame, hint, "body", width))
        on = button(frame, _("Tell someone else"), GoOn(), name="go_on", kind="main", icon="arrow_right")
    else:
        on = button(frame, _("Go on"), GoOn(), name="go_on", kind="main", icon="arrow_right")
    return stack([*parts, on], gap=18, width=width)

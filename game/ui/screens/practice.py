"""Practice: one item at a time, no clock, explained at once. Kinds: one message, two chats, where it turned."""

from collections.abc import Mapping, Sequence

from game.design import RADIUS_BUBBLE, RADIUS_CARD, Colour
from game.shown.labels import pair_label, pair_picked
from game.shown.practising import Practising
from game.story.model import Sign
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem, is_right
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import Answer, GoOn, GoTo, Practise
from game.ui.parts import button, card, card_padding, flow, padded, page, pill, row, scroller, snug, stack, words
from game.ui.tree import Box, Node


def draw_practice(frame: Frame, practising: Practising, signs: Mapping[str, Sign]) -> Node:
    """The open item and, once it is answered, its why; at the end what was seen in words."""
    _ = frame._
    bar = header(frame, _("Practise"))
    item = practising.item
    width = min(frame.width - 2 * frame.margin, 760.0)
    if item is None:
        content = _summary(frame, practising, width)
    else:
        parts = [_progress(frame, practising, width), _question(frame, item, practising, width)]
        if practising.explaining:
            parts.append(_why(frame, item, practising, signs, width))
        content = stack(parts, gap=20, width=width)
    area = frame.height - bar.rect.height
    # The same for a question and its answer, so that the message does not jump when the why comes.
    top = 20.0 if frame.is_compact else 44.0
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + top + 28),
        children=(content.at((frame.width - width) / 2, top),),
    )
    name = f"practice:{practising.number}:{practising.explaining}"
    body = scroller(frame, inner, name=name, width=frame.width, height=area)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _progress(frame: Frame, practising: Practising, width: float) -> Node:
    """Where one is in the round, as dots and in words; not how well it goes."""
    _ = frame._
    total = len(practising.items)
    step = 17.0
    full, empty = Box("teal", Corners.all(5.5)), Box(None, Corners.all(5.5), "edge", 1.5)
    dots = tuple(
        Node(rect=Rect(index * step, 0, 11, 11), box=full if index <= practising.number else empty)
        for index in range(total)
    )
    marks = Node(rect=Rect(0, 0, total * step - 6, 11), children=dots)
    text = _("{number} of {total}", number=practising.number + 1, total=total)
    return row([marks, words(frame, text, "small", width - total * step - 16, colour="muted")], gap=12)


def _question(frame: Frame, item: PracticeItem, practising: Practising, width: float) -> Node:
    _ = frame._
    match item:
        case SortItem():
            parts = [_heading(frame, _("Fine, or not OK?"), width), _bubble(frame, item.line, width, large=True)]
            if not practising.explaining:
                parts.append(_sort_buttons(frame, width))
            return stack(parts, gap=16, width=width)
        case PairItem():
            title = _heading(frame, _("Two chats. Which one is not OK?"), width)
            return stack([title, _pair(frame, item, practising, width)], gap=16, width=width)
        case TurnItem():
            title = _heading(frame, _("Where did it turn?"), width)
            hint = words(frame, _("Pick the first message that is not OK."), "body", width, colour="muted")
            lines = [
                _turn_line(frame, line, number, item, practising, width)
                for number, line in enumerate(item.chat, start=1)
            ]
            return stack([title, hint, *lines], gap=10, width=width)


def _heading(frame: Frame, text: str, width: float) -> Node:
    return words(frame, text, "title", width, role="heading")


def _bubble(frame: Frame, line: Line, width: float, *, large: bool = False) -> Node:
    style = "heading" if large else "body"
    name = words(frame, line.who, "small", width, colour="muted")
    text = snug(frame, line.text, "title" if large else style, width - 44)
    corners = Corners(RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_BUBBLE, 6)
    bubble = padded(text, x=20 if large else 16, y=14 if large else 9, box=Box("them", corners), role="message")
    return stack([name, bubble.replaced(label=frame.said_by(line.who, line.text))], gap=3, width=width)


def _sort_buttons(frame: Frame, width: float) -> Node:
    """Not OK to the left, fine to the right: the same ways as a swipe and the arrow keys."""
    _ = frame._
    half = (width - 14) / 2
    narrow = half < 130 * frame.factor
    cell = width if narrow else half
    no = button(frame, _("Not OK"), Answer("not_ok"), name="answer:not_ok", kind="plain", width=cell, icon="arrow_left")
    yes = button(frame, _("Fine"), Answer("fine"), name="answer:fine", kind="plain", width=cell, icon="arrow_right")
    return stack([yes, no], gap=10) if narrow else row([no, yes], gap=14)


def _pair(frame: Frame, item: PairItem, practising: Practising, width: float) -> Node:
    beside = width >= 560 * frame.factor
    cell = (width - 16) / 2 if beside else width
    cards = [
        _chat_card(frame, item, letter, lines, practising, cell) for letter, lines in (("a", item.a), ("b", item.b))
    ]
    if not beside:
        return stack(cards, gap=14, width=width)
    tall = max(node.rect.height for node in cards)
    cards = [node.replaced(rect=Rect(0, 0, cell, tall)) for node in cards]
    return row(cards, gap=16, middle=False)


def _chat_card(
    frame: Frame, item: PairItem, letter: str, lines: Sequence[Line], practising: Practising, width: float
) -> Node:
    _ = frame._
    inner = width - 2 * 18
    title = pair_label(_, letter)
    head: list[Node] = [words(frame, title, "label", inner)]
    outline: Colour = "teal"
    if practising.explaining:
        is_sign = letter == item.not_ok
        tag = pill(
            frame,
            _("not OK") if is_sign else _("fine"),
            fill="coral" if is_sign else "teal",
            colour="on_coral" if is_sign else "on_teal",
        )
        head = [row([words(frame, title, "label", inner - tag.rect.width - 10), tag], gap=10)]
        outline = "line"
    content = stack([*head, *(_bubble(frame, line, inner) for line in lines)], gap=10, width=inner)
    spoken = " ".join(frame.said_by(line.who, line.text) for line in lines)
    return padded(
        content,
        x=18,
        y=16,
        width=width,
        box=Box("raised", Corners.all(RADIUS_CARD), outline),
        role="option",
        label=f"{title}. {spoken}",
        intent=Answer(letter),
        name=f"answer:{letter}",
        disabled=practising.explaining,
    )


def _turn_line(frame: Frame, line: Line, number: int, item: TurnItem, practising: Practising, width: float) -> Node:
    text = frame.said_by(line.who, line.text)
    inner = width - 40
    label = words(frame, text, "body", inner)
    outline: Colour = "line" if practising.explaining else "teal"
    fill: Colour = "raised"
    parts = [label]
    if practising.explaining and number == item.turned_at:
        fill = "soft_coral"
        parts.append(pill(frame, frame._("here"), fill="coral", colour="on_coral"))
    return padded(
        stack(parts, gap=4, width=inner),
        x=20,
        y=11,
        width=width,
        least_height=frame.target,
        box=Box(fill, Corners.all(18), outline),
        role="option",
        label=text,
        intent=Answer(str(number)),
        name=f"answer:{number}",
        disabled=practising.explaining,
    )


def _why(frame: Frame, item: PracticeItem, practising: Practising, signs: Mapping[str, Sign], width: float) -> Node:
    _ = frame._
    inner = width - 2 * card_padding(frame)
    answer = practising.answer or ""
    names = {sign: signs[sign].name for sign in item.about if sign in signs}
    is_fine = isinstance(item, SortItem) and item.is_fine
    if is_fine:
        tag = pill(frame, _("fine"), fill="teal", colour="on_teal")
    else:
        known = [names[sign] for sign in _signs_of(item) if sign in names]
        tag = pill(frame, ", ".join(known) or _("not OK"), fill="coral", colour="on_coral", width=inner)
    said = _("You saw it.") if is_right(item, answer) else _said(frame, item, answer)
    lines = [tag, words(frame, item.why, "body", inner), words(frame, said, "small", inner, colour="muted")]
    last = practising.number + 1 == len(practising.items)
    on = button(frame, _("Finish") if last else _("Next"), GoOn(), name="go_on", kind="main", icon="arrow_right")
    return stack([card(frame, lines, width=width, gap=8), on], gap=16, width=width)


def _signs_of(item: PracticeItem) -> tuple[str, ...]:
    return item.signs if isinstance(item, SortItem) else (item.sign,)


def _said(frame: Frame, item: PracticeItem, answer: str) -> str:
    _ = frame._
    match item:
        case SortItem():
            return _("You said: {verdict}", verdict=_("Fine") if answer == "fine" else _("Not OK"))
        case PairItem():
            return pair_picked(_, answer)
        case TurnItem():
            return _("You picked message {number}.", number=int(answer))


def _summary(frame: Frame, practising: Practising, width: float) -> Node:
    _ = frame._
    inner = width - 2 * card_padding(frame)
    total = len(practising.items)
    lines = [
        words(
            frame, _("You saw {right} of {total} the way they are.", right=practising.right, total=total), "body", inner
        ),
        words(frame, _("Not sure in real life? Asking an adult is always right."), "body", inner, colour="muted"),
    ]
    buttons = [
        button(frame, _("Go on"), GoTo("hand"), name="go_on", kind="main", icon="arrow_right"),
        button(frame, _("Another round"), Practise(), name="practise"),
        button(frame, _("Stories"), GoTo("picker"), name="stories"),
    ]
    title = _heading(frame, _("Round finished"), width)
    return stack([title, card(frame, lines, width=width, gap=8), flow(buttons, width, gap=12)], gap=18, width=width)

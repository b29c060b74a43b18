"""Looking back: what each message was and why, short after a choice and whole at the end."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.design import Colour
from game.i18n.tongue import Tongue
from game.shown.counting import count_in_words
from game.shown.labels import message_text, pulse_label, verdict_label
from game.shown.marks import Mark, marks_of, pulses_of
from game.shown.playing import Playing
from game.story.model import Place, Pulse, Sign
from game.story.plays import VERDICTS
from game.story.sign_cards import is_right_card
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import GoOn, GoTo, Open, OpenStory, Practise, Reveal, Say, Undo
from game.ui.parts import button, card, card_padding, flow, page, pill, row, scroller, snug, stack, words
from game.ui.tree import Box, Node


class _Look(NamedTuple):
    """A stripe's colour, and the words and colours of its tag."""

    stripe: Colour
    tag: str
    fill: Colour
    ink: Colour


def draw_look_back(frame: Frame, playing: Playing, signs: Mapping[str, Sign], *, can_practise: bool = False) -> Node:
    """The short look-back, or the whole one once the story is over, which leads on to practice where there is some."""
    _ = frame._
    whole = playing.looking_back
    bar = header(frame, _("Looking back"))
    width = min(frame.width - 2 * frame.margin, 1240.0)
    left = (frame.width - width) / 2
    marks = marks_of(playing.scenario, playing.state)
    top = 24.0
    if whole and frame.is_wide:
        gap = 34.0
        column = (width - gap) / 2
        one = _list(frame, playing, marks, signs, column, whole)
        two = _closing(frame, playing, column, can_practise)
        height = max(one.rect.height, two.rect.height)
        children: tuple[Node, ...] = (one.at(left, top), two.at(left + column + gap, top))
    else:
        narrow = min(width, 760.0)
        x = (frame.width - narrow) / 2
        parts = [_list(frame, playing, marks, signs, narrow, whole)]
        parts.append(_closing(frame, playing, narrow, can_practise) if whole else _on(frame))
        content = stack(parts, gap=24, width=narrow)
        height = content.rect.height
        children = (content.at(x, top),)
    inner = Node(rect=Rect(0, 0, frame.width, height + top + 30), children=children)
    name = "look_back:whole" if whole else f"look_back:{len(playing.state.path)}"
    body = scroller(frame, inner, name=name, width=frame.width, height=frame.height - bar.rect.height)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _on(frame: Frame) -> Node:
    return button(frame, frame._("Go on"), GoOn(), name="go_on", kind="main", icon="arrow_right")


def _list(
    frame: Frame, playing: Playing, marks: Sequence[Mark], signs: Mapping[str, Sign], width: float, whole: bool
) -> Node:
    _ = frame._
    nodes = [_mark_card(frame, playing, mark, signs, width) for mark in marks]
    nodes.extend(
        _pulse_card(frame, playing, place, pulse, width) for place, pulse in pulses_of(playing.scenario, playing.state)
    )
    title = _("The whole chat, once more") if whole else _("A short look back")
    return stack([words(frame, title, "heading", width, role="heading"), *nodes], gap=12, width=width)


def _mark_card(frame: Frame, playing: Playing, mark: Mark, signs: Mapping[str, Sign], width: float) -> Node:
    _ = frame._
    person = playing.scenario.people[mark.message.person]
    look = _look(frame, playing, mark, signs)
    inner = width - 26 - 18
    quote = frame.told_by(person.name, message_text(_, mark.message))
    parts = [_quote_line(frame, quote, look, inner, frame.story)]
    if not mark.open:
        parts.append(words(frame, _("Have a look now: fine, not sure, or not OK?"), "body", inner, colour="muted"))
        buttons = [
            button(
                frame,
                verdict_label(_, verdict),
                Say(mark.place, verdict),
                name=f"late:{mark.place.scene}:{mark.place.beat}:{verdict}",
                style="small_label",
                max_width=inner,
            )
            for verdict in VERDICTS
        ]
        buttons.append(
            button(
                frame,
                _("Just show me"),
                Reveal(mark.place),
                name=f"reveal:{mark.place.scene}:{mark.place.beat}",
                style="small_label",
                max_width=inner,
                kind="outline",
            )
        )
        parts.append(flow(buttons, inner, gap=8))
    else:
        if mark.answer == "none":
            parts.append(words(frame, _("Nothing to decide here."), "body", inner, colour="muted"))
        else:
            parts.append(words(frame, mark.message.why or "", "body", inner, colour="muted", tongue=frame.story))
        if mark.said is not None:
            parts.append(words(frame, _said(frame, mark, signs), "small", inner))
    return _striped(stack(parts, gap=5, width=inner), look.stripe, width)


def _quote_line(frame: Frame, quote: str, look: _Look, width: float, tongue: Tongue) -> Node:
    """The message, with its tag at the end of the line where there is room, else under it."""
    tag = pill(frame, look.tag, fill=look.fill, colour=look.ink, width=width)
    room = width - tag.rect.width - 14
    if room < width * 0.5:
        return stack([words(frame, quote, "body_bold", width, tongue=tongue), tag], gap=5, width=width)
    text = words(frame, quote, "body_bold", room, tongue=tongue)
    return Node(
        rect=Rect(0, 0, width, max(text.rect.height, tag.rect.height)),
        children=(text, tag.at(width - tag.rect.width, 0)),
    )


def _look(frame: Frame, playing: Playing, mark: Mark, signs: Mapping[str, Sign]) -> _Look:
    _ = frame._
    if not mark.open:
        return _Look("sun", _("not looked at yet"), "sun", "on_sun")
    match mark.answer:
        case "sign":
            names = _names(playing, mark, signs)
            return _Look("coral", ", ".join(names) or _("a sign"), "coral", "on_coral")
        case "fine":
            return _Look("teal", _("fine"), "teal", "on_teal")
        case "unclear":
            return _Look("edge", _("hard to tell"), "soft", "ink")
        case "none":
            return _Look("line", _("nothing to decide"), "soft", "ink")


def _names(playing: Playing, mark: Mark, signs: Mapping[str, Sign]) -> list[str]:
    """What the cards of the band call a message's signs: the youngest band has families."""
    found = [signs[sign] for sign in mark.message.signs if sign in signs]
    if playing.scenario.band == "8-10":
        families = dict.fromkeys(sign.family for sign in found if sign.family is not None)
        return [signs[family].name for family in families if family in signs]
    return [sign.name for sign in found]


def _said(frame: Frame, mark: Mark, signs: Mapping[str, Sign]) -> str:
    """What the player said of it, in plain words; no praise and no red cross."""
    _ = frame._
    said = mark.said
    assert said is not None
    if mark.answer == "sign" and said.verdict == "not_ok":
        sign = signs.get(said.sign or "")
        if sign is not None and not is_right_card(sign.id, mark.message, tuple(signs.values())):
            return _("You saw it. You picked the card: {sign}.", sign=sign.name)
        return _("You saw it.")
    if mark.answer == "sign" and said.verdict == "not_sure":
        return _("You were not sure. You noticed something.")
    if mark.answer == "fine" and said.verdict == "fine":
        return _("You saw that it was fine.")
    if mark.answer == "fine" and said.verdict == "not_sure":
        return _("You were not sure. Asking is always fine.")
    if mark.answer == "unclear" and said.verdict == "not_sure":
        return _("You were not sure, and that fits.")
    return _("You said: {verdict}", verdict=verdict_label(_, said.verdict))


def _striped(inner: Node, stripe: Colour, width: float) -> Node:
    """A card with a coloured edge at its start."""
    height = inner.rect.height + 26
    edge = Node(rect=Rect(0, 0, 40, height), box=Box(stripe, Corners(18, 0, 0, 18)))
    ground = Node(rect=Rect(8, 0, width - 8, height), box=Box("raised", Corners(12, 18, 18, 12)))
    return Node(rect=Rect(0, 0, width, height), children=(edge, ground, inner.at(26, 13)))


def _pulse_card(frame: Frame, playing: Playing, place: Place, pulse: Pulse, width: float) -> Node:
    _ = frame._
    inner = width - 26 - 18
    name = playing.scenario.people[pulse.person].short_name
    answer = playing.state.pulses.get(place)
    tag = _Look("edge", pulse_label(_, pulse.answer), "soft", "ink")
    parts = [_quote_line(frame, _("All together, with {name}", name=name), tag, inner, frame.tongue)]
    parts.append(words(frame, pulse.why, "body", inner, colour="muted", tongue=frame.story))
    if answer == pulse.answer:
        parts.append(words(frame, _("You saw it that way too."), "small", inner))
    elif answer is not None:
        parts.append(words(frame, _("You said: {verdict}", verdict=pulse_label(_, answer)), "small", inner))
    return _striped(stack(parts, gap=5, width=inner), "edge", width)


def _point(frame: Frame, text: str, width: float) -> Node:
    """A sentence of the story's after a bullet, which stands where the sentence begins."""
    bullet = snug(frame, "•", "body", 20, colour="teal").replaced(label="")
    parts = [bullet, words(frame, text, "body", width - 24, tongue=frame.story)]
    return row(parts if frame.story.rtl == frame.rtl else parts[::-1], gap=10, middle=False)


def _closing(frame: Frame, playing: Playing, width: float, can_practise: bool) -> Node:
    """What the other person did, how it felt, what was counted, what to take along, and where next."""
    _ = frame._
    scenario, debrief = playing.scenario, playing.scenario.debrief
    inner = width - 2 * card_padding(frame)
    unsafe = [person for person in scenario.people.values() if person.facts.unsafe]
    title = _("What {name} did was not OK", name=unsafe[0].short_name) if len(unsafe) == 1 else _("What happened here")
    first = card(
        frame,
        [
            words(frame, title, "heading", inner, role="heading"),
            words(frame, debrief.responsibility, "body", inner, tongue=frame.story),
            words(frame, debrief.feelings, "body", inner, colour="muted", tongue=frame.story),
        ],
        width=width,
        gap=8,
    )
    parts = [first]
    counts = count_in_words(frame.translator, playing)
    if counts:
        lines = [words(frame, line, "body", inner) for line in counts]
        parts.append(card(frame, lines, width=width, gap=6))
    questions = [_point(frame, text, inner) for text in debrief.questions]
    talk = words(frame, _("To think or talk about"), "label", inner, role="heading")
    parts.append(card(frame, [talk, *questions], width=width, gap=8))
    remember = card(
        frame,
        [
            words(frame, _("Remember"), "heading", inner, role="heading", colour="on_sun"),
            words(frame, debrief.remember, "body", inner, colour="on_sun", tongue=frame.story),
        ],
        width=width,
        fill="sun",
    )
    parts.append(remember)
    buttons = [
        button(frame, _("Practise six messages"), Practise(), name="practise", kind="main", max_width=width)
        if can_practise
        else button(frame, _("Go on"), GoTo("hand"), name="onward", kind="main", max_width=width),
        button(frame, _("Read the chat again"), Undo(), name="read_again", max_width=width),
        button(frame, _("Play it again"), OpenStory(scenario.id), name="play_again", max_width=width),
    ]
    real = button(
        frame, _("This reminds me of something real"), Open("help"), name="reminds", kind="outline", max_width=width
    )
    parts.append(flow(buttons, width, gap=12))
    parts.append(real)
    return stack(parts, gap=18, width=width)

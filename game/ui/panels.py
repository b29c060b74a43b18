"""What stands beside the phone (or in a drawer under it): the verdicts, a profile, a pulse, a choice, its feedback."""

from collections.abc import Sequence

from game.i18n.tongue import Tongue
from game.shown.deeds import from_label
from game.shown.labels import option_text, pulse_label, telling_question, verdict_label
from game.shown.playing import Playing
from game.story.model import Choice, Message, Option, Person, Pulse, Rehearse, Scenario, Sign
from game.story.plays import PULSE_ANSWERS, VERDICTS
from game.ui.frame import Frame
from game.ui.geometry import Corners
from game.ui.intents import Choose, Close, GoOn, OpenProfile, Say, SayPulse
from game.ui.parts import beside, button, card, card_padding, grid, option, padded, picture, row, stack, words
from game.ui.tree import Box, Node

MOST_COLUMNS = 3


def draw_panel(frame: Frame, playing: Playing, cards: Sequence[Sign], width: float) -> Node | None:
    """The panel that fits what is going on, or None while the player just reads along."""
    if playing.profile is not None:
        return profile_panel(frame, playing.scenario, playing.scenario.people[playing.profile], width)
    if playing.looking_at is not None:
        return verdict_panel(frame, playing, cards, width)
    if playing.feedback is not None:
        return feedback_panel(frame, playing, width)
    if not playing.decides:
        return None
    beat = playing.state.open_beat(playing.scenario)
    if isinstance(beat, Pulse):
        return pulse_panel(frame, playing.scenario.people[beat.person], width)
    if isinstance(beat, Choice):
        return choice_panel(frame, playing, beat, width)
    if isinstance(beat, Rehearse) and playing.reads_before_telling:
        return before_telling_panel(frame, playing, beat, width)
    ending = playing.state.ending(playing.scenario)
    if ending is not None:
        return ending_panel(frame, ending.line, width)
    return None


def verdict_panel(frame: Frame, playing: Playing, cards: Sequence[Sign], width: float) -> Node:
    """Fine, not sure, not OK; then, for not OK, the hand of sign cards."""
    _ = frame._
    place = playing.looking_at
    assert place is not None
    message = playing.scenario.beat_at(place)
    assert isinstance(message, Message)
    person = playing.scenario.people[message.person]
    said = playing.state.judgements.get(place)
    final = place in playing.state.revealed
    # What is judged after its look-back is final at once, and may still be given its card.
    names_sign = playing.picking_sign and said is not None and said.verdict == "not_ok"
    parts = [_head(frame, _("Look twice at this message"), width)]
    if final and not names_sign:
        if message.why:
            parts.append(words(frame, message.why, "body", width, tongue=frame.story))
        else:
            parts.append(words(frame, _("Nothing to decide here."), "body", width))
        parts.append(_profile_link(frame, person, width))
        return stack(parts, gap=14, width=width)
    columns = 3 if width >= 290 * frame.factor else 1
    cell = (width - (columns - 1) * 10) / columns
    picks = [
        button(
            frame,
            verdict_label(_, verdict),
            Say(place, verdict),
            name=f"say:{verdict}",
            kind="plain",
            width=cell,
            style="small_label" if cell < 120 * frame.factor else "label",
            selected=(said is not None and said.verdict == verdict) or None,
        )
        for verdict in VERDICTS
    ]
    if not final:
        parts.append(grid(picks, columns, width, gap=10))
    if playing.picking_sign:
        parts.append(words(frame, _("Which sign is it?"), "body", width))
        parts.append(sign_grid(frame, playing, cards, width))
        unnamed = button(
            frame, _("I cannot say which"), Say(place, "not_ok"), name="sign:none", style="small_label", max_width=width
        )
        parts.append(unnamed)
    else:
        hint = _("You can change your mind until you look back.")
        parts.append(words(frame, hint, "small", width, colour="muted"))
        parts.append(_profile_link(frame, person, width))
    return stack(parts, gap=14, width=width)


def sign_grid(frame: Frame, playing: Playing, cards: Sequence[Sign], width: float) -> Node:
    """The hand of sign cards: a picture and child words on each."""
    place = playing.looking_at
    assert place is not None
    said = playing.state.judgements.get(place)
    columns = max(1, min(MOST_COLUMNS, int(width // (104 * frame.factor))))
    gap = 10.0
    cell = (width - gap * (columns - 1)) / columns
    nodes = []
    for sign in cards:
        face = picture(f"signs/{sign.picture}", 44)
        name = words(frame, sign.name, "small_label", cell - 16, align="centre")
        inner = stack([face, name], gap=6, width=cell - 16, align="centre")
        picked = said is not None and said.sign == sign.id
        box = Box("soft_sun" if picked else "raised", Corners.all(18), "ink" if picked else "line")
        nodes.append(
            padded(
                inner,
                x=8,
                y=9,
                width=cell,
                box=box,
                role="button",
                label=sign.name,
                intent=Say(place, "not_ok", sign.id),
                name=f"sign:{sign.id}",
                selected=picked or None,
            )
        )
    return grid(nodes, columns, width, gap=gap)


def _head(frame: Frame, title: str, width: float) -> Node:
    """A panel's title, and the way to close it."""
    close = button(frame, frame._("Close"), Close(), name="close", style="small_label", icon="close")
    room = width - close.rect.width - 12
    if room < 150 * frame.factor:
        return stack([words(frame, title, "heading", width, role="heading"), close], gap=8, width=width)
    return row([words(frame, title, "heading", room, role="heading"), close], gap=12)


def _profile_link(frame: Frame, person: Person, width: float) -> Node:
    text = frame._("Profile of {name}", name=person.name)
    return button(
        frame, text, OpenProfile(person.id), name="open_profile", style="small_label", icon="profile", max_width=width
    )


def profile_panel(frame: Frame, scenario: Scenario, person: Person, width: float) -> Node:
    """What somebody says about themselves. A story that fits proves nothing, and the card says so."""
    _ = frame._
    inner = width - 2 * card_padding(frame)
    face = picture(f"avatars/{person.picture}", 72, disc=True)
    lines = [beside(frame, face, person.name, "heading", inner, gap=16, role="heading", tongue=frame.story)]
    if person.says_age is not None:
        lines.append(words(frame, _("Says: {age} years old", age=person.says_age), "body", inner))
    lines.extend(words(frame, line, "body", inner, tongue=frame.story) for line in person.profile)
    if person.knows_from is not None:
        lines.append(
            words(
                frame, from_label(frame.translator, person.knows_from, scenario.friend), "body", inner, colour="muted"
            )
        )
    note = words(
        frame, _("Anyone can write anything here. It shows what they say, no more."), "small", width, colour="muted"
    )
    return stack([_head(frame, _("Profile"), width), card(frame, lines, width=width, outline="line"), note], gap=14)


def pulse_panel(frame: Frame, person: Person, width: float) -> Node:
    """All of it together: how is it going with somebody?"""
    _ = frame._
    question = _("All of it together: how is it going with {name}?", name=person.short_name)
    answers = [
        option(frame, pulse_label(_, answer), SayPulse(answer), name=f"pulse:{answer}", width=width, number=number)
        for number, answer in enumerate(PULSE_ANSWERS, start=1)
    ]
    return stack([_question(frame, question, width), *answers], gap=14)


def before_telling_panel(frame: Frame, playing: Playing, rehearse: Rehearse, width: float) -> Node:
    """The chat is read to where telling comes next: on to it when the reader is ready."""
    onward = button(frame, frame._("Go on"), GoOn(), name="go_on", kind="main", icon="arrow_right", max_width=width)
    friend = playing.scenario.friend.short_name
    return stack([_question(frame, telling_question(frame._, rehearse.kind, friend), width), onward], gap=14)


def _question(frame: Frame, question: str, width: float, detail: str = "", tongue: Tongue | None = None) -> Node:
    inner = width - 2 * card_padding(frame)
    lines = [words(frame, question, "heading", inner, role="heading", tongue=tongue)]
    if detail:
        lines.append(words(frame, detail, "body", inner, colour="muted"))
    return card(frame, lines, width=width, fill="soft_sun")


def choice_panel(frame: Frame, playing: Playing, choice: Choice, width: float) -> Node:
    """The friend's question and the answers; one that led nowhere is greyed when it is asked again."""
    _ = frame._
    friend = playing.scenario.friend.short_name
    detail = _("You can pick something else now.") if playing.state.tried else ""
    answers = []
    for number, answer in enumerate(choice.options, start=1):
        text, under = option_text(_, answer, friend)
        tried = answer.id in playing.state.tried
        answers.append(
            option(
                frame,
                text,
                Choose(answer.id),
                name=f"option:{answer.id}",
                width=width,
                number=number,
                detail=_("tried") if tried else under,
                disabled=tried,
                tongue=_tongue_of(frame, answer),
            )
        )
    return stack([_question(frame, choice.question, width, detail, frame.story), *answers], gap=14)


def _tongue_of(frame: Frame, option: Option) -> Tongue:
    """What the friend says is the story's; a deed of the closed list is the game's word."""
    return frame.tongue if option.say is None else frame.story


def feedback_panel(frame: Frame, playing: Playing, width: float) -> Node:
    """What the story says to what was picked, and on."""
    picked = _picked(playing)
    inner = width - 2 * card_padding(frame)
    friend = playing.scenario.friend
    text, _under = option_text(frame._, picked, friend.short_name)
    face = picture(f"avatars/{friend.picture}", 36, disc=True)
    head = beside(frame, face, text, "body_bold", inner, gap=12, tongue=_tongue_of(frame, picked))
    body = words(frame, picked.feedback, "body", inner, tongue=frame.story)
    on = button(frame, frame._("Go on"), GoOn(), name="go_on", kind="main", icon="arrow_right")
    # The same quiet ground for every option: feedback is read, not lit up green or red.
    return stack([card(frame, [head, body], width=width, gap=12, outline="line"), on], gap=16, width=width)


def _picked(playing: Playing) -> Option:
    assert playing.feedback is not None
    place, option_id = playing.feedback
    choice = playing.scenario.beat_at(place)
    assert isinstance(choice, Choice)
    return next(option for option in choice.options if option.id == option_id)


def ending_panel(frame: Frame, line: str, width: float) -> Node:
    """How the story ended, and on to the look-back."""
    inner = width - 2 * card_padding(frame)
    text = card(frame, [words(frame, line, "body", inner, tongue=frame.story)], width=width, fill="soft_teal")
    on = button(frame, frame._("Look back"), GoOn(), name="go_on", kind="main", icon="loupe")
    return stack([text, on], gap=16, width=width)


def reading_panel(frame: Frame, width: float) -> Node:
    """What to do while messages arrive."""
    inner = width - 2 * card_padding(frame)
    lines = [
        words(frame, frame._("Read along"), "heading", inner, role="heading"),
        words(frame, frame._("Tap any message to look twice at it."), "body", inner, colour="muted"),
    ]
    return card(frame, lines, width=width, fill="soft")

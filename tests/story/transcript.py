"""A play as plain readable text: what was shown, what was taken, what was said of it. For goldens and for people."""

from collections.abc import Iterator, Sequence

from game.story.model import (
    Beat,
    Choice,
    Ending,
    Go,
    In,
    Later,
    Message,
    Note,
    Option,
    Place,
    Pulse,
    Rehearse,
    Scenario,
)
from game.story.plays import Judgement
from game.story.scoring import score
from game.story.state import Rehearsed, Shown, ShownBeat, ShownFeedback, ShownOption, State

_WORDS = {
    "fine": "fine",
    "not_sure": "not sure",
    "not_ok": "not OK",
    "keep_looking": "keep looking",
    "unclear": "unclear",
}


def transcript(scenario: Scenario, state: State) -> str:
    """Everything of a play so far, in English words around the story's own, ending in a line break.

    Look-backs stand where they were open, the whole one at the end with counts in words.
    """
    lines = [f"{scenario.title} ({scenario.id}, {scenario.band})"]
    scene = ""
    for index, shown in enumerate(state.shown):
        if shown.place.scene != scene:
            scene = shown.place.scene
            lines += ["", f"== {scene} =="]
        lines += _entry(scenario, state, shown)
        if _was_looked_back(scenario, state, index):
            lines += _short_look_back(scenario, state, index)
    if state.is_over:
        lines += _whole_look_back(scenario, state)
    else:
        lines += ["", f"... ({_WORDS.get(state.awaiting, state.awaiting)})"]
    return "\n".join(lines) + "\n"


def _entry(scenario: Scenario, state: State, shown: Shown) -> Iterator[str]:
    beat = scenario.beat_at(shown.place)
    friend = scenario.friend.short_name
    match shown:
        case ShownBeat():
            yield from _beat(scenario, state, shown.place, beat)
        case ShownOption():
            option = _option(beat, shown.option_id)
            yield f"  > {friend}: {_option_words(option)}"
        case ShownFeedback():
            yield f"    {_option(beat, shown.option_id).feedback}"
        case Rehearsed() if isinstance(beat, Rehearse):
            yield f"  > to {shown.role}: {beat.sentences[shown.sentence - 1]}"
            yield f"    {shown.role}: {beat.adult_says}"


def _beat(scenario: Scenario, state: State, place: Place, beat: Beat) -> Iterator[str]:
    match beat:
        case In():
            yield f"[{scenario.chats[beat.chat].title}]"
        case Message():
            yield _message(scenario, beat)
            if beat.react is not None:
                yield f"  ({scenario.people[beat.react.person].short_name}: {beat.react.with_})"
        case Note():
            yield f"* {beat.text}"
        case Later():
            yield f"-- {beat.text} --"
        case Pulse():
            yield f"? All of it together, how is it going with {scenario.people[beat.person].short_name}?"
            if place in state.pulses:
                yield f"  > {_WORDS[state.pulses[place]]}"
        case Choice():
            yield f"? {beat.question}"
            yield from (f"  - {_option_words(option)}" for option in beat.options)
        case Rehearse():
            yield f"? {beat.kind}{' to ' + ', '.join(beat.adults) if beat.adults else ''}"
            yield from (f"  - {sentence}" for sentence in beat.sentences)
        case Go():
            pass
        case Ending():
            yield f"= {beat.outcome}: {beat.line}"


def _message(scenario: Scenario, message: Message) -> str:
    return f"{scenario.people[message.person].short_name}: {_content(message)}"


def _content(message: Message) -> str:
    if message.hidden is not None:
        return f"[hidden: {message.hidden}]"
    if message.sticker is not None:
        return f"[sticker: {message.sticker.says}]"
    if message.call is not None:
        return f"[call: {message.call}]"
    return message.text or ""


def _option(beat: Beat, option_id: str) -> Option:
    assert isinstance(beat, Choice)
    return next(option for option in beat.options if option.id == option_id)


def _option_words(option: Option) -> str:
    done = f"[{option.do}]" if option.do else ""
    return " ".join(part for part in (option.say, done) if part)


def _was_looked_back(scenario: Scenario, state: State, index: int) -> bool:
    """Whether a short look-back was opened after an entry."""
    shown = state.shown[index]
    if scenario.band == "14-17" or not isinstance(shown, ShownFeedback):
        return False
    leads_on = _option(scenario.beat_at(shown.place), shown.option_id).go is not None
    is_last = index == len(state.shown) - 1
    return leads_on and (not is_last or state.awaiting == "look_back" or state.look_back_from == len(state.path) - 1)


def _short_look_back(scenario: Scenario, state: State, index: int) -> list[str]:
    earlier = [i for i in range(index) if _was_looked_back(scenario, state, i)]
    since = state.shown[earlier[-1] + 1 if earlier else 0 : index]
    lines = _answers(scenario, state, [shown.place for shown in since if isinstance(shown, ShownBeat)], why=False)
    return ["  ~ look back", *lines] if lines else []


def _whole_look_back(scenario: Scenario, state: State) -> list[str]:
    places = [place for place, _ in state.messages(scenario)]
    lines = ["", "~ look back", *_answers(scenario, state, places, why=True)]
    for place, answer in state.pulses.items():
        beat = scenario.beat_at(place)
        if isinstance(beat, Pulse):
            name = scenario.people[beat.person].short_name
            said = "as you said" if beat.answer == answer else f"you said {_WORDS[answer]}"
            lines.append(f"  all of it with {name}: {_WORDS[beat.answer]} ({said}). {beat.why}")
    return [*lines, "", *_counts(scenario, state)]


def _answers(scenario: Scenario, state: State, places: Sequence[Place], *, why: bool) -> list[str]:
    lines = []
    for place in places:
        message = scenario.beat_at(place)
        said = state.judgements.get(place)
        if not isinstance(message, Message) or message.person == scenario.friend.id:
            continue
        if message.is_judged or said is not None:
            answer = (
                ", ".join(message.signs) or _WORDS[message.read or ""] if message.is_judged else "nothing to decide"
            )
            reason = f" {message.why}" if why and message.why else ""
            lines.append(f"  {_message(scenario, message)} | {answer} | {_said(said)}.{reason}")
    return lines


def _answer(message: Message) -> str:
    if message.is_sign:
        return ", ".join(message.signs)
    return "nothing to decide" if message.read is None else _WORDS[message.read]


def _said(judgement: Judgement | None) -> str:
    if judgement is None:
        return "not looked at"
    card = f" ({judgement.sign})" if judgement.sign else ""
    return f"you said {_WORDS[judgement.verdict]}{card}"


def _counts(scenario: Scenario, state: State) -> list[str]:
    tally = score(scenario, state).tally
    lines = []
    if scenario.nothing_is_wrong:
        lines.append("There was no sign in this story.")
    elif tally.signs:
        more = f" and wondered about {tally.noticed} more" if tally.noticed else ""
        lines.append(f"You found {tally.hits} of {tally.signs} signs{more}.")
    if tally.fine:
        lines.append(f"You saw that {tally.correct} of {tally.fine} fine messages were fine.")
    if tally.untouched:
        lines.append(f"You have not looked at {tally.untouched}.")
    return lines

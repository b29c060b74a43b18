"""Goes through every text of a story, a sign, an item of practice or a guide, and puts another in its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from game.story.guide import Guide, PlanStep, Questions, Term
from game.story.model import (
    Beat,
    Chat,
    Choice,
    Debrief,
    Ending,
    Go,
    In,
    Later,
    Message,
    Note,
    Option,
    Person,
    Pulse,
    Rehearse,
    Scenario,
    Scene,
    Sign,
)
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem

Steps: TypeAlias = tuple[str | int, ...]
"""Where a text stands in its file: keys and indexes from 0, as `("scenes", "start", 3, "why")`."""
Say: TypeAlias = Callable[[str, str, Steps], str]
"""Takes a text's context, the text (never an empty one) and where it stands; returns the text to put there."""


def retell_scenario(scenario: Scenario, say: Say) -> Scenario:
    """Return the story with every text replaced by what `say` makes of it: the same ids, places and structure.

    The context of a line is `<story>/<scene>/<person or beat word>`, of the head and the debrief `<story>`.
    """
    id = scenario.id
    head = {key: _put(say, id, getattr(scenario, key), (key,)) for key in ("title", "about", "content_note")}
    series = scenario.series
    if series is not None:
        series = replace(series, name=_put(say, id, series.name, ("series", "name")))
    people = {key: _retell_person(id, person, say) for key, person in scenario.people.items()}
    return replace(
        scenario,
        title=head["title"],
        about=head["about"],
        content_note=head["content_note"],
        series=series,
        people=people,
        chats={key: _retell_chat(scenario, chat, people, say) for key, chat in scenario.chats.items()},
        scenes={key: _retell_scene(id, scene, say) for key, scene in scenario.scenes.items()},
        debrief=_retell_debrief(id, scenario.debrief, say),
    )


def retell_signs(signs: Iterable[Sign], say: Say) -> tuple[Sign, ...]:
    """Return signs and families with their texts replaced; the context is `signs/<id>`."""
    return tuple(_retell_sign(sign, index, say) for index, sign in enumerate(signs))


def retell_practice(items: Sequence[PracticeItem], band: str, say: Say) -> tuple[PracticeItem, ...]:
    """Return items of practice with their texts replaced; the context is `practice/<band>/<id>`."""
    return tuple(_retell_item(item, index, f"practice/{band}/{item.id}", say) for index, item in enumerate(items))


def retell_guide(guide: Guide, say: Say) -> Guide:
    """Return the guide of a lesson with its texts replaced; the context is `guide/<story>/<what>`, as `plan` or `home`.

    Standards keep their names: somebody else gave them.
    """

    def one(key: str) -> str:
        return _put(say, guide_context(guide.story, key), getattr(guide, key), (key,))

    # In the order of the file, which is that of a translator's catalogue.
    return replace(
        guide,
        pupil_aims=_each(say, guide_context(guide.story, "pupil_aims"), guide.pupil_aims, ("aims", "pupils")),
        teacher_aims=_each(say, guide_context(guide.story, "teacher_aims"), guide.teacher_aims, ("aims", "teacher")),
        plan=tuple(_retell_step(guide.story, step, index, say) for index, step in enumerate(guide.plan)),
        questions=_retell_questions(guide.story, guide.questions, say),
        unplugged=one("unplugged"),
        for_withdrawn=one("for_withdrawn"),
        extension=one("extension"),
        home=one("home"),
        vocabulary=tuple(_retell_term(guide.story, term, index, say) for index, term in enumerate(guide.vocabulary)),
        support={
            key: _put(say, guide_context(guide.story, "support"), text, ("support", key))
            for key, text in guide.support.items()
        },
        notes=_each(say, guide_context(guide.story, "notes"), guide.notes, ("notes",)),
    )


def guide_context(story: str, what: str) -> str:
    """Return the context of the texts of one kind in a story's guide."""
    return f"guide/{story}/{what}"


def _put(say: Say, context: str, text: str, steps: Steps) -> str:
    return say(context, text, steps) if text else text


def _maybe(say: Say, context: str, text: str | None, steps: Steps) -> str | None:
    return say(context, text, steps) if text else text


def _each(say: Say, context: str, texts: tuple[str, ...], steps: Steps) -> tuple[str, ...]:
    return tuple(_put(say, context, text, (*steps, index)) for index, text in enumerate(texts))


def _retell_person(id: str, person: Person, say: Say) -> Person:
    at = ("people", person.id)
    return replace(
        person,
        name=_put(say, id, person.name, (*at, "name")),
        called=_maybe(say, id, person.called, (*at, "called")),
        profile=_each(say, id, person.profile, (*at, "profile")),
    )


def _retell_chat(scenario: Scenario, chat: Chat, people: Mapping[str, Person], say: Say) -> Chat:
    others = [key for key, person in scenario.people.items() if person.part != "friend"]
    if chat.title == ", ".join(scenario.people[key].short_name for key in others):
        return replace(chat, title=", ".join(people[key].short_name for key in others))
    return replace(chat, title=_put(say, scenario.id, chat.title, ("chats", chat.id, "title")))


def _retell_scene(id: str, scene: Scene, say: Say) -> Scene:
    beats = (
        _retell_beat(f"{id}/{scene.id}", beat, ("scenes", scene.id, index), say)
        for index, beat in enumerate(scene.beats)
    )
    return replace(scene, beats=tuple(beats))


def _retell_beat(scene: str, beat: Beat, at: Steps, say: Say) -> Beat:
    match beat:
        case Message():
            return _retell_message(f"{scene}/{beat.person}", beat, at, say)
        case Pulse():
            return replace(beat, why=_put(say, f"{scene}/pulse", beat.why, (*at, "why")))
        case Note():
            return replace(beat, text=_put(say, f"{scene}/note", beat.text, (*at, "note")))
        case Later():
            return replace(beat, text=_put(say, f"{scene}/later", beat.text, (*at, "later")))
        case Choice():
            context = f"{scene}/choice"
            question = _put(say, context, beat.question, (*at, "choice"))
            options = (
                _retell_option(context, option, (*at, "options", index), say)
                for index, option in enumerate(beat.options)
            )
            return replace(beat, question=question, options=tuple(options))
        case Rehearse():
            context = f"{scene}/rehearse"
            return replace(
                beat,
                sentences=_each(say, context, beat.sentences, (*at, "sentences")),
                adult_says=_put(say, context, beat.adult_says, (*at, "adult_says")),
            )
        case Ending():
            return replace(beat, line=_put(say, f"{scene}/ending", beat.line, (*at, "line")))
        case In() | Go():
            return beat


def _retell_message(context: str, message: Message, at: Steps, say: Say) -> Message:
    here = (*at, message.person)
    sticker = message.sticker
    if sticker is not None:
        sticker = replace(sticker, says=_put(say, context, sticker.says, (*here, "says")))
    text = _maybe(say, context, message.text, here)
    return replace(message, text=text, sticker=sticker, why=_maybe(say, context, message.why, (*at, "why")))


def _retell_option(context: str, option: Option, at: Steps, say: Say) -> Option:
    line = _maybe(say, context, option.say, (*at, "say"))
    return replace(option, say=line, feedback=_put(say, context, option.feedback, (*at, "feedback")))


def _retell_debrief(id: str, debrief: Debrief, say: Say) -> Debrief:
    return Debrief(
        responsibility=_put(say, id, debrief.responsibility, ("debrief", "responsibility")),
        feelings=_put(say, id, debrief.feelings, ("debrief", "feelings")),
        questions=_each(say, id, debrief.questions, ("debrief", "questions")),
        remember=_put(say, id, debrief.remember, ("debrief", "remember")),
    )


def _retell_sign(sign: Sign, index: int, say: Say) -> Sign:
    context = f"signs/{sign.id}"
    return replace(
        sign,
        name=_put(say, context, sign.name, (index, "name")),
        warning=_put(say, context, sign.warning, (index, "warning")),
        do_now=_put(say, context, sign.do_now, (index, "do_now")),
        lookalike=_maybe(say, context, sign.lookalike, (index, "lookalike")),
        simple={key: _put(say, context, text, (index, "simple", key)) for key, text in sign.simple.items()},
        if_then=_maybe(say, context, sign.if_then, (index, "if_then")),
    )


def _retell_item(item: PracticeItem, index: int, context: str, say: Say) -> PracticeItem:
    def line(one: Line, at: Steps) -> Line:
        return Line(_put(say, context, one.who, (*at, "from")), _put(say, context, one.text, (*at, "text")))

    def lines(several: tuple[Line, ...], key: str) -> tuple[Line, ...]:
        return tuple(line(one, (index, key, number)) for number, one in enumerate(several))

    match item:
        case SortItem():
            item = replace(item, line=line(item.line, (index,)))
        case PairItem():
            item = replace(item, a=lines(item.a, "a"), b=lines(item.b, "b"))
        case TurnItem():
            item = replace(item, chat=lines(item.chat, "chat"))
    return replace(item, why=_put(say, context, item.why, (index, "why")))


def _retell_step(story: str, step: PlanStep, index: int, say: Say) -> PlanStep:
    return replace(step, text=_put(say, guide_context(story, "plan"), step.text, ("plan", index, "text")))


def _retell_questions(story: str, questions: Questions, say: Say) -> Questions:
    context, at = guide_context(story, "questions"), "questions"
    during = (
        replace(one, ask=_put(say, context, one.ask, (at, "during", index, "ask")))
        for index, one in enumerate(questions.during)
    )
    return Questions(
        before=_each(say, context, questions.before, (at, "before")),
        during=tuple(during),
        after=_each(say, context, questions.after, (at, "after")),
    )


def _retell_term(story: str, term: Term, index: int, say: Say) -> Term:
    context = guide_context(story, "vocabulary")
    return Term(
        word=_put(say, context, term.word, ("vocabulary", index, "word")),
        means=_put(say, context, term.means, ("vocabulary", index, "means")),
    )

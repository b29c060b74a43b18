"""A whole story as text, for the adult who reads it before a child plays it."""

from typing import NamedTuple

from game.i18n.translator import Translator
from game.shown.labels import hidden_label, is_own_text, option_text, pulse_label, role_after_colon
from game.story.model import (
    Choice,
    Ending,
    Go,
    In,
    Later,
    Message,
    Note,
    Option,
    Pulse,
    Rehearse,
    Scenario,
    Scene,
)


class Paragraph(NamedTuple):
    """A paragraph in a step of the type scale; `told` by the story, in its language, or said by the game of it."""

    style: str
    text: str
    told: bool = True


def story_paragraphs(said: Translator, told: Translator, scenario: Scenario) -> tuple[Paragraph, ...]:
    """Every paragraph: all scenes with all their beats, then the debrief.

    `said` are the words of the player's language, `told` those of the language that the scenario is in.
    """
    _ = said.gettext
    parts = [
        Paragraph("display", scenario.title),
        Paragraph("body", scenario.about),
        Paragraph("body_bold", scenario.content_note),
    ]
    for number, scene in enumerate(scenario.scenes.values(), start=1):
        parts.append(Paragraph("heading", _("Part {number}", number=number), told=False))
        parts.extend(_scene(said, told, scenario, scene))
    debrief = scenario.debrief
    parts.append(Paragraph("heading", _("At the end"), told=False))
    parts.extend(Paragraph("body", text) for text in (debrief.responsibility, debrief.feelings, *debrief.questions))
    parts.append(Paragraph("body_bold", debrief.remember))
    return tuple(parts)


def _scene(said: Translator, told: Translator, scenario: Scenario, scene: Scene) -> list[Paragraph]:
    _ = said.gettext
    parts: list[Paragraph] = []
    for beat in scene.beats:
        match beat:
            case In(chat=chat):
                title = scenario.chats[chat].title
                parts.append(Paragraph("small_bold", _("In the chat: {title}", title=title), told=False))
            case Message():
                parts.extend(_message(said, scenario, beat))
            case Pulse(person=person, answer=answer):
                name = scenario.people[person].short_name
                text = _("All together, with {name}: {answer}.", name=name, answer=pulse_label(_, answer))
                parts.append(Paragraph("small", text, told=False))
                parts.append(Paragraph("small", f"- {beat.why}"))
            case Note(text=text) | Later(text=text):
                parts.append(Paragraph("small", text))
            case Choice():
                parts.append(Paragraph("body_bold", beat.question))
                friend = scenario.friend.short_name
                parts.extend(Paragraph("small", _option(said, told, option, friend)) for option in beat.options)
            case Rehearse():
                adults = ", ".join(role_after_colon(said, role) for role in beat.adults)
                text = _("Practising to tell: {adults}", adults=adults) if adults else _("Telling someone else")
                parts.append(Paragraph("body_bold", text, told=False))
                parts.extend(Paragraph("small", f"• {sentence}") for sentence in beat.sentences)
                parts.append(Paragraph("small", _("The adult: {words}", words=beat.adult_says), told=False))
            case Ending(line=line):
                parts.append(Paragraph("body_bold", line))
            case Go():
                pass
    return parts


def _option(said: Translator, told: Translator, option: Option, friend: str) -> str:
    """An answer and its feedback: a line of the story's, in which a deed, the game's word, is kept to itself."""
    main, under = option_text(said.gettext, option, friend)
    deed = told.isolate(under or main)
    if option.say is None:
        return f"• {deed} — {option.feedback}"
    return f"• {main} ({deed}) — {option.feedback}" if under else f"• {main} — {option.feedback}"


def _message(said: Translator, scenario: Scenario, message: Message) -> list[Paragraph]:
    _ = said.gettext
    name = scenario.people[message.person].name
    if message.hidden is not None:
        words = _("[hidden message: {label}]", label=hidden_label(_, message.hidden))
    elif message.sticker is not None:
        words = _("[sticker: {words}]", words=message.sticker.says)
    else:
        words = message.text or _("[call, not answered]")
    told = message.sticker is None and is_own_text(message)
    who = name if told else said.isolate(name)
    parts = [Paragraph("body", f"{who}: {words}", told)]
    if message.why:
        parts.append(Paragraph("small", f"- {message.why}"))
    return parts

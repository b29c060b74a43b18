"""A whole story as text, for the adult who reads it before a child plays it."""

from game.shown.labels import Say, hidden_label, option_text, pulse_label, role_label
from game.story.model import (
    Choice,
    Ending,
    Go,
    In,
    Later,
    Message,
    Note,
    Pulse,
    Rehearse,
    Scenario,
    Scene,
)


def story_paragraphs(_: Say, scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """(style, text) of every paragraph: all scenes with all their beats, then the debrief."""
    parts: list[tuple[str, str]] = [
        ("display", scenario.title),
        ("body", scenario.about),
        ("body_bold", scenario.content_note),
    ]
    for number, scene in enumerate(scenario.scenes.values(), start=1):
        parts.append(("heading", _("Part {number}", number=number)))
        parts.extend(_scene(_, scenario, scene))
    debrief = scenario.debrief
    parts.append(("heading", _("At the end")))
    parts.extend(("body", text) for text in (debrief.responsibility, debrief.feelings, *debrief.questions))
    parts.append(("body_bold", debrief.remember))
    return tuple(parts)


def _scene(_: Say, scenario: Scenario, scene: Scene) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for beat in scene.beats:
        match beat:
            case In(chat=chat):
                parts.append(("small_bold", _("In the chat: {title}", title=scenario.chats[chat].title)))
            case Message():
                parts.extend(_message(_, scenario, beat))
            case Pulse(person=person, answer=answer):
                name = scenario.people[person].short_name
                text = _("All together, with {name}", name=name)
                parts.append(("small", f"{text}: {pulse_label(_, answer)}. {beat.why}"))
            case Note(text=text) | Later(text=text):
                parts.append(("small", text))
            case Choice():
                parts.append(("body_bold", beat.question))
                for option in beat.options:
                    main, under = option_text(_, option, scenario.friend.short_name)
                    said = f"{main} ({under})" if under else main
                    parts.append(("small", f"• {said} — {option.feedback}"))
            case Rehearse():
                adults = ", ".join(role_label(_, role) for role in beat.adults)
                parts.append(
                    (
                        "body_bold",
                        _("Practising to tell: {adults}", adults=adults) if adults else _("Telling someone else"),
                    )
                )
                parts.extend(("small", f"• {sentence}") for sentence in beat.sentences)
                parts.append(("small", _("The adult: {words}", words=beat.adult_says)))
            case Ending(line=line):
                parts.append(("body_bold", line))
            case Go():
                pass
    return parts


def _message(_: Say, scenario: Scenario, message: Message) -> list[tuple[str, str]]:
    name = scenario.people[message.person].name
    if message.hidden is not None:
        words = _("[hidden message: {label}]", label=hidden_label(_, message.hidden))
    elif message.sticker is not None:
        words = _("[sticker: {words}]", words=message.sticker.says)
    else:
        words = message.text or _("[call, not answered]")
    parts = [("body", f"{name}: {words}")]
    if message.why:
        parts.append(("small", f"- {message.why}"))
    return parts

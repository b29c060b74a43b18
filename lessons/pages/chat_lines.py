"""The story's beats as lines of a chat on paper or on a slide, without any answer."""

from collections.abc import Iterable, Iterator
from typing import Literal

from game.i18n.formats import write_digits
from game.shown.deeds import deed_done
from game.shown.labels import message_text, role_label
from game.story.model import (
    Choice,
    Ending,
    In,
    Later,
    Message,
    Note,
    Option,
    Pulse,
    Rehearse,
)
from game.story.practice import Line
from lessons.document import ChatLine
from lessons.plan import LessonPlan, ShownLine, Stop
from lessons.told import own, practised, woven


def message_line(plan: LessonPlan, message: Message, mark: str = "") -> ChatLine:
    """A message as it is shown; a hidden one has its label and nothing else. Reactions are left out."""
    _, person = plan.translator.gettext, plan.scenario.people[message.person]
    name, picture = own(plan, person.name), f"avatars/{person.picture}"
    if message.hidden is not None:
        return ChatLine(kind="hidden", text=message_text(_, message), name=name, picture=picture, mark=mark)
    if message.sticker is not None:
        sticker = f"stickers/{message.sticker.id}"
        return ChatLine(kind="sticker", text=own(plan, message.sticker.says), name=name, picture=sticker, mark=mark)
    if message.call is not None:
        return ChatLine(kind="call", text=message_text(_, message), name=name, picture=picture, mark=mark)
    kind: Literal["friend", "them"] = "friend" if person.part == "friend" else "them"
    return ChatLine(kind=kind, text=own(plan, message_text(_, message)), name=name, picture=picture, mark=mark)


def thread_line(plan: LessonPlan, chat: str) -> ChatLine:
    """The title of a chat."""
    return ChatLine(kind="thread", text=own(plan, plan.scenario.chats[chat].title))


def beat_lines(plan: LessonPlan, shown: ShownLine, mark: str = "") -> tuple[ChatLine, ...]:
    """What one beat shows: nothing for what only steers the story, and never feedback or a why."""
    _, scenario = plan.translator.gettext, plan.scenario
    match shown.beat:
        case Message() as message:
            return (message_line(plan, message, mark),)
        case Note(text=text) | Ending(line=text):
            return (ChatLine(kind="note", text=own(plan, text)),)
        case Later(text=text):
            return (ChatLine(kind="gap", text=own(plan, text)),)
        case Pulse(person=id):
            name = scenario.people[id].short_name
            # NOTE: A question about everything that {name} wrote so far.
            return (ChatLine(kind="note", text=_("All of it together: how is it going with {name}?", name=name)),)
        case Choice() as choice:
            option = taken_option(choice, shown.taken)
            return option_lines(plan, option) if option is not None else ()
        case Rehearse() as rehearse:
            return rehearse_lines(plan, rehearse, shown.taken)
        case _:
            return ()


def taken_option(choice: Choice, taken: str) -> Option | None:
    """The option that the class's path takes; None where the plan names none."""
    return next((option for option in choice.options if option.id == taken), None)


def option_lines(plan: LessonPlan, option: Option) -> tuple[ChatLine, ...]:
    """What the friend writes and does with an option."""
    _, friend = plan.translator.gettext, plan.scenario.friend
    lines = []
    if option.say is not None:
        picture = f"avatars/{friend.picture}"
        lines.append(ChatLine(kind="friend", text=own(plan, option.say), name=own(plan, friend.name), picture=picture))
    if option.do is not None and not (option.say is not None and option.do == "say_no"):
        lines.append(ChatLine(kind="note", text=deed_done(plan.translator, option.do, friend)))
    return tuple(lines)


def rehearse_lines(plan: LessonPlan, rehearse: Rehearse, taken: str) -> tuple[ChatLine, ...]:
    """The telling that the class's path takes: to whom, the sentence, the adult's answer."""
    _ = plan.translator.gettext
    role, _slash, number = taken.partition("/")
    at = int(number) - 1 if number.isdigit() else 0
    sentence = rehearse.sentences[at if 0 <= at < len(rehearse.sentences) else 0]
    adult = role_label(_, role or next(iter(rehearse.adults), "parent_or_carer"))
    teller = _("You") if rehearse.kind == "tell_for_friend" else plan.scenario.friend.short_name
    # NOTE: A line of a talk, as in a play: {who} is a name, "You" or a role as "A teacher".
    said = woven(lambda words: _("{who}: “{words}”", who=teller, words=words), own(plan, sentence))
    answer = woven(lambda words: _("{who}: “{words}”", who=adult, words=words), own(plan, rehearse.adult_says))
    return (ChatLine(kind="note", text=said), ChatLine(kind="note", text=answer))


def marks_of(plan: LessonPlan) -> dict[tuple[str, int], str]:
    """The label of each judged message, by scene and index of its beat: a running number, and its vote if it has one.

    The numbers run through the whole path, so that a class can say "look at message 5".
    """
    _ = plan.translator.gettext
    marks: dict[tuple[str, int], str] = {}
    for stop in plan.stops:
        for shown in stop.lines:
            if shown.judged is None:
                continue
            number = len(marks) + 1
            key = (shown.place.scene, shown.place.beat)
            if shown.vote is None:
                marks[key] = digits(plan, number)
            else:
                # NOTE: At the side of a message on the handout: its running number, and which vote of the class it is.
                marks[key] = _("{number} · Vote {vote}", number=number, vote=shown.vote)
    return marks


def digits(plan: LessonPlan, number: int) -> str:
    """A number as the lesson's language writes it."""
    return write_digits(str(number), plan.translator.formats)


def mark_of(marks: dict[tuple[str, int], str], shown: ShownLine) -> str:
    """The label of a line; empty where it has none."""
    return marks.get((shown.place.scene, shown.place.beat), "")


def stop_lines(plan: LessonPlan, stop: Stop, chat: str, marks: dict[tuple[str, int], str]) -> Iterator[ChatLine]:
    """The lines of a stop up to what the class does there, with a title wherever another chat begins.

    `chat` is the chat that was open before. A choice or a telling that ends the stop is left out.
    """
    for shown in stop.lines:
        if isinstance(shown.beat, Choice | Rehearse) and shown is stop.last:
            continue
        if opened := chat_opened(shown, chat):
            chat = opened
            yield thread_line(plan, chat)
        yield from beat_lines(plan, shown, mark_of(marks, shown))


def chat_opened(shown: ShownLine, chat: str) -> str:
    """The chat that a line opens while `chat` is open; empty where it opens none."""
    match shown.beat:
        case In(chat=there):
            return there if there != chat else ""
        case Message():
            return shown.chat if shown.chat != chat else ""
    return ""


def chat_after(stop: Stop, chat: str) -> str:
    """The chat whose title was shown last once a stop is read."""
    for shown in stop.lines:
        chat = chat_opened(shown, chat) or chat
    return chat


def practice_lines(plan: LessonPlan, lines: Iterable[Line]) -> tuple[ChatLine, ...]:
    """The lines of an item of practice, each from the one who writes it."""
    return tuple(
        ChatLine(kind="them", text=practised(plan, line.text), name=practised(plan, line.who)) for line in lines
    )

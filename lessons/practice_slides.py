"""Practice on slides: the three items of the starter and the six of the round, each with its why."""

from collections.abc import Iterator
from dataclasses import replace

from game.shown.labels import pair_answer, pair_label, verdict_label
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem
from lessons.clock import part_notes
from lessons.document import Block, Chat, Heading, Items, Paragraph, Slide, Text
from lessons.pages.chat_lines import digits, practice_lines
from lessons.pages.labels import verdict_labels
from lessons.plan import LessonPlan
from lessons.sign_words import cards_of
from lessons.story_slides import ask_note, likeness, sign_blocks
from lessons.told import practised


def starter_slides(plan: LessonPlan) -> Iterator[Slide]:
    """Three messages to warm up with."""
    _ = plan.translator.gettext
    for number, item in enumerate(plan.starter, start=1):
        notes = part_notes(plan, "starter") if number == 1 else ()
        title = _("Warm-up {number}", number=number)
        yield _sort_slide(plan, item, title, (*notes, _("Read it aloud. All show at once what they think.")))
        yield _sort_answer(plan, item)


def practice_slides(plan: LessonPlan) -> Iterator[Slide]:
    """Six items for teams: sort, then see why."""
    _ = plan.translator.gettext
    for number, item in enumerate(plan.practice, start=1):
        notes = (
            (
                *part_notes(plan, "practice"),
                _("Teams of four. Agree first, then see why. No points. Some messages are fine, and some are not."),
            )
            if number == 1
            else ()
        )
        title = _("Practice {number}", number=number)
        match item:
            case SortItem():
                yield _sort_slide(plan, item, title, notes)
                yield _sort_answer(plan, item)
            case PairItem():
                yield Slide(title=_("Two chats. Which one is not OK?"), blocks=_pair(plan, item), notes=notes)
                yield _sign_answer(plan, item, pair_answer(_, item.not_ok))
            case TurnItem():
                lines = tuple(
                    replace(line, mark=digits(plan, at))
                    for at, line in enumerate(practice_lines(plan, item.chat), start=1)
                )
                yield Slide(title=_("Where did it turn?"), blocks=(Chat(lines=lines),), notes=notes)
                turned = _("It turned at message {number}", number=item.turned_at)
                near = _("The message before it or after it is right, too.")
                yield _sign_answer(plan, item, turned, near)


def _sort_slide(plan: LessonPlan, item: SortItem, title: str, notes: tuple[Text, ...]) -> Slide:
    _ = plan.translator.gettext
    blocks = (Chat(lines=practice_lines(plan, (item.line,))), Items(items=verdict_labels(_)))
    return Slide(kind="vote", title=title, blocks=blocks, notes=notes)


def _sort_answer(plan: LessonPlan, item: SortItem) -> Slide:
    _ = plan.translator.gettext
    why = Paragraph(text=practised(plan, item.why), kind="lead")
    if item.is_fine:
        blocks: tuple[Block, ...] = (why, *likeness(plan, item.lookalike_of))
        return Slide(kind="explain", title=verdict_label(_, "fine"), blocks=blocks, notes=(ask_note(plan),))
    blocks = (*sign_blocks(plan, cards_of(plan, item.signs)), why)
    return Slide(kind="explain", title=verdict_label(_, "not_ok"), blocks=blocks, notes=(ask_note(plan),))


def _sign_answer(plan: LessonPlan, item: PracticeItem, title: str, *notes: Text) -> Slide:
    signs = item.signs if isinstance(item, SortItem) else (item.sign,)
    blocks = (*sign_blocks(plan, cards_of(plan, signs)), Paragraph(text=practised(plan, item.why), kind="lead"))
    return Slide(kind="explain", title=title, blocks=blocks, notes=(*notes, ask_note(plan)))


def _pair(plan: LessonPlan, item: PairItem) -> tuple[Block, ...]:
    _ = plan.translator.gettext
    return (
        Heading(text=pair_label(_, "a"), level=2),
        Chat(lines=practice_lines(plan, item.a)),
        Heading(text=pair_label(_, "b"), level=2),
        Chat(lines=practice_lines(plan, item.b)),
    )

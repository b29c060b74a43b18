"""What the parts of a lesson are called on the pages for teachers, and what stands above them."""

from game.i18n.translator import Translator
from game.shown.labels import Say
from game.story.guide import LessonPart
from lessons.clock import span_of
from lessons.document import Heading, Run
from lessons.plan import LessonPlan


def part_name(words: Translator, part: LessonPart) -> str:
    """What a part of a lesson is called."""
    _ = words.gettext
    names: dict[LessonPart, str] = {
        # NOTE: First part of the lesson: the rules of the class, that everybody may pass, where help is.
        "ground_rules": _("Ground rules, pass, help"),
        # NOTE: Part of the lesson: three messages to warm up.
        "starter": _("Starter"),
        # NOTE: Part of the lesson, and heading above its messages.
        "story": _("The story"),
        # NOTE: Part of the lesson: what could be done now, and telling somebody is practised.
        "choice": _("What now? Telling"),
        # NOTE: Part of the lesson: cards are sorted in teams. A noun.
        "practice": _("Practice"),
        # NOTE: Part of the lesson: the whole class talks about the person who was not OK.
        "plenary": _("What did the other person do?"),
        # NOTE: Last part of the lesson. A noun: how it ends.
        "close": words.pgettext("lesson", "Close"),
    }
    return names[part]


def part_head(plan: LessonPlan, part: LessonPart) -> Heading:
    """The heading of a part, with its minutes where the guide has it."""
    span = span_of(plan.guide, part)
    minutes = f"{span.start}-{span.end}  " if span is not None else ""
    return Heading(text=(Run(minutes, ltr=True), Run(part_name(plan.teacher_words, part))))


def read_aloud_head(_: Say) -> tuple[str, ...]:
    """The head of a table of messages that a teacher reads aloud."""
    # NOTE: Head of a column: the message to read aloud. An order to the teacher.
    read = _("Read")
    # NOTE: Head of a column: what the message is, such as "Fine".
    answer = _("It is")
    # NOTE: Head of a column: why.
    return (read, answer, _("Because"))

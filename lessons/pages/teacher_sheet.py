"""A page for teachers, and the draft note that every one of them opens with.

Its own words are those of `LessonPlan.teacher_words`: of the lesson's language where all of the page is translated,
else English. What pupils see, the lines of the story, stands on it in the lesson's language either way.
"""

from game.shown.labels import Say, quoted
from lessons.document import Block, Callout, Document, Items, Paragraph, Run, Text
from lessons.plan import LessonPlan
from lessons.told import in_bold, own, woven


def teacher_sheet(plan: LessonPlan, id: str, title: Text, *blocks: Block) -> Document:
    """A document for adults made of these blocks."""
    words = plan.teacher_words
    _ = words.gettext
    return Document(
        id=id,
        title=title,
        audience="teacher",
        blocks=blocks,
        language=words.language,
        rtl=words.rtl,
        paper=plan.paper,
        # NOTE: At the foot of each page for teachers. {story} is a title; Look Twice is the name of the game.
        foot=woven(
            lambda story: _("{story} · Look Twice · teacher page · draft", story=story), own(plan, plan.scenario.title)
        ),
    )


def claim(_: Say) -> str:
    """What may be claimed for a lesson."""
    return _("Based on published evidence; not yet evaluated.")


def draft_note(_: Say) -> Callout:
    """That nobody has reviewed any of it, and what it rests on."""
    text = _(
        "No child-protection expert and no teacher has reviewed this story, these pages or their translations. "
        "Read all of it before you use it."
    )
    # NOTE: Heading above a note: nobody has reviewed this lesson yet.
    title = _("A draft")
    return Callout(title=title, blocks=(Paragraph(text=f"{text} {claim(_)}"),), kind="draft", id="draft")


def say(_: Say, text: Text, *more: Text) -> Callout:
    """Words to say aloud."""
    # NOTE: Heading above words that the teacher says aloud to the class. An order.
    title = _("Say")
    return Callout(title=title, blocks=tuple(Paragraph(text=quote(_, each)) for each in (text, *more)), kind="say")


def quote(_: Say, text: Text) -> Text:
    """A text in the quotation marks of the page's language."""
    return woven(lambda words: quoted(_, words), text)


def bold(text: Text, rest: Text = "") -> Text:
    """A text that begins in bold letters."""
    if isinstance(rest, str):
        return (*in_bold(text), Run(f" {rest}")) if rest else in_bold(text)
    return (*in_bold(text), Run(" "), *rest)


def bullets(*items: Text, id: str = "") -> Items:
    """A list."""
    return Items(items=items, id=id)

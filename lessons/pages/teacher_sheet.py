"""A page for teachers, in English whatever the lesson's language, and the draft note that every one of them opens with.

The prose for adults is not translated yet. Half a page in one language and half in another, in two directions, helps
nobody; so only what pupils see, the lines of the story, stands on these pages in the lesson's language.
"""

from lessons.document import Block, Callout, Document, Items, Paragraph, Run, Text
from lessons.plan import LessonPlan

CLAIM = "Based on published evidence; not yet evaluated."


def teacher_sheet(plan: LessonPlan, id: str, title: str, *blocks: Block) -> Document:
    """A document for adults made of these blocks."""
    return Document(
        id=id,
        title=title,
        audience="teacher",
        blocks=blocks,
        language="en",
        rtl=False,
        paper=plan.paper,
        foot=f"{plan.scenario.title} · Look Twice · teacher page · draft",
    )


def draft_note() -> Callout:
    """That nobody has reviewed any of it, and what it rests on."""
    text = (
        "No child-protection expert and no teacher has reviewed this story, these pages or their translations. "
        "Read all of it before you use it. " + CLAIM
    )
    return Callout(title="A draft", blocks=(Paragraph(text=text),), kind="draft", id="draft")


def say(text: str, *more: str) -> Callout:
    """Words to say aloud."""
    return Callout(title="Say", blocks=tuple(Paragraph(text=f"“{each}”") for each in (text, *more)), kind="say")


def bold(text: str, rest: str = "") -> Text:
    """A text that begins in bold letters."""
    return (Run(text, bold=True), Run(f" {rest}")) if rest else (Run(text, bold=True),)


def bullets(*items: Text, id: str = "") -> Items:
    """A list."""
    return Items(items=items, id=id)


def emergency_words(plan: LessonPlan) -> str:
    """Whom to call in danger, as the object of a sentence."""
    number = plan.place.emergency_number
    return number or "the police or an ambulance where you are"

"""A page for teachers, in English whatever the lesson's language, and the draft note that every one of them opens with.

The prose for adults is not translated yet. Half a page in one language and half in another, in two directions, helps
nobody; so only what pupils see, the lines of the story, stands on these pages in the lesson's language.
"""

from lessons.document import Block, Callout, Document, Items, Paragraph, Run, Text, joined
from lessons.plan import LessonPlan
from lessons.told import in_bold, own

CLAIM = "Based on published evidence; not yet evaluated."


def teacher_sheet(plan: LessonPlan, id: str, title: Text, *blocks: Block) -> Document:
    """A document for adults made of these blocks."""
    return Document(
        id=id,
        title=title,
        audience="teacher",
        blocks=blocks,
        language="en",
        rtl=False,
        paper=plan.paper,
        foot=joined(own(plan, plan.scenario.title), " · Look Twice · teacher page · draft"),
    )


def draft_note() -> Callout:
    """That nobody has reviewed any of it, and what it rests on."""
    text = (
        "No child-protection expert and no teacher has reviewed this story, these pages or their translations. "
        "Read all of it before you use it. " + CLAIM
    )
    return Callout(title="A draft", blocks=(Paragraph(text=text),), kind="draft", id="draft")


def say(text: Text, *more: Text) -> Callout:
    """Words to say aloud."""
    return Callout(title="Say", blocks=tuple(Paragraph(text=quote(each)) for each in (text, *more)), kind="say")


def quote(text: Text) -> Text:
    """A text in quotation marks as English has them."""
    return joined("“", text, "”")


def bold(text: Text, rest: Text = "") -> Text:
    """A text that begins in bold letters."""
    if isinstance(rest, str):
        return (*in_bold(text), Run(f" {rest}")) if rest else in_bold(text)
    return (*in_bold(text), Run(" "), *rest)


def story_title(plan: LessonPlan, after: str) -> Text:
    """The title of a page: that of the story, and what the page is."""
    return joined(own(plan, plan.scenario.title), after)


def bullets(*items: Text, id: str = "") -> Items:
    """A list."""
    return Items(items=items, id=id)


def emergency_words(plan: LessonPlan) -> str:
    """Whom to call in danger, as the object of a sentence."""
    number = plan.place.emergency_number
    return number or "the police or an ambulance where you are"

"""A page with what every page of a lesson has: language, direction, paper, and the line at its foot."""

from lessons.document import Audience, Block, Document
from lessons.plan import LessonPlan


def sheet(plan: LessonPlan, id: str, title: str, audience: Audience, *blocks: Block) -> Document:
    """A document of a lesson made of these blocks."""
    return Document(
        id=id,
        title=title,
        audience=audience,
        blocks=blocks,
        language=plan.language,
        rtl=plan.rtl,
        paper=plan.paper,
        foot=foot_line(plan),
    )


def foot_line(plan: LessonPlan) -> str:
    """What stands at the foot of every page and slide: the story, the game, and that all of it is a draft."""
    # NOTE: At the foot of each page. {story} is a title; Look Twice is the name of the game, as you call it elsewhere.
    return plan.translator.gettext("{story} · Look Twice · draft", story=plan.scenario.title)

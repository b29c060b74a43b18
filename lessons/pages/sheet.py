"""A page with what every page of a lesson has: language, direction, paper, and the line at its foot."""

from lessons.document import Audience, Block, Document, Text
from lessons.plan import LessonPlan
from lessons.told import own, woven


def sheet(plan: LessonPlan, id: str, title: Text, audience: Audience, *blocks: Block) -> Document:
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


def foot_line(plan: LessonPlan) -> Text:
    """What stands at the foot of every page and slide: the story, the game, and that all of it is a draft."""
    _ = plan.translator.gettext
    # NOTE: At the foot of each page. {story} is a title; Look Twice is the name of the game, as you call it elsewhere.
    return woven(lambda story: _("{story} · Look Twice · draft", story=story), own(plan, plan.scenario.title))

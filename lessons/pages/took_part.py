"""Cards that say "I took part". They have no place for a name, and everybody who was there gets one."""

from lessons.document import Cards, CutCard, Document, Paragraph
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan
from lessons.told import own, woven

_CARDS = 8
_PICTURES = ("icons/loupe", "stickers/thumbs_up_cat")


def took_part_page(plan: LessonPlan) -> Document:
    """A page of cards to cut out; the band of 14-17 gets plainer ones."""
    _ = plan.translator.gettext
    card = CutCard(
        title=_("I took part"),
        text=_("I looked twice. Telling is strong, and asking is always right."),
        picture=_PICTURES[0] if plan.scenario.band == "14-17" else _PICTURES[1],
        # NOTE: {story} is the title of a story.
        foot=woven(lambda story: _("Look Twice: {story}", story=story), own(plan, plan.scenario.title)),
    )
    advice = Paragraph(text=_("Cut the cards out. There is one for everybody, and nobody writes a name on it."))
    return sheet(plan, "took-part", _("I took part"), "pupil", advice, Cards(cards=(card,) * _CARDS, height=46.0))

"""Posters for the wall: one sign a page, with what to do now and what looks like it and is fine."""

from collections.abc import Iterator

from lessons.document import Block, Callout, Document, Heading, PageBreak, Paragraph, Picture
from lessons.pages.help_blocks import emergency_text
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan
from lessons.sign_words import SignWords, cards_of_lesson, sign_texts


def posters_page(plan: LessonPlan) -> Document:
    """A page for each sign card of the lesson."""
    _ = plan.translator.gettext
    blocks: list[Block] = []
    for number, card in enumerate(cards_of_lesson(plan)):
        if number:
            blocks.append(PageBreak())
        blocks.extend(_poster(plan, card))
    return sheet(plan, "posters", _("Look twice"), "pupil", *blocks)


def _poster(plan: LessonPlan, card: SignWords) -> Iterator[Block]:
    _ = plan.translator.gettext
    texts = sign_texts(plan, card)
    yield Heading(text=texts.name, level=1, id=f"poster-{card.id}")
    # NOTE: Words that stand in for a drawing; {sign} is the name of the sign.
    yield Picture(
        name=card.picture, alt=_("Drawing for the sign: {sign}", sign=plan.translator.isolate(card.name)), height=85.0
    )
    yield Paragraph(text=texts.warning, kind="lead")
    yield Callout(title=_("What to do now"), blocks=(Paragraph(text=texts.do_now, kind="lead"),), kind="care")
    if texts.lookalike:
        title = _("Looks alike, and is fine")
        yield Callout(title=title, blocks=(Paragraph(text=texts.lookalike),), kind="note")
    yield Callout(
        title=_("Look twice, and tell"),
        blocks=(
            Paragraph(text=_("One sign alone proves nothing. You can always ask an adult.")),
            Paragraph(text=_("It is never your fault when someone tricks or pushes you.")),
            Paragraph(text=emergency_text(plan)),
        ),
        kind="help",
    )

"""Everything that pages say, block by block, for tests that look for something in all of it."""

from collections.abc import Iterable, Iterator

from lessons.document import (
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    Deck,
    Document,
    Heading,
    Items,
    Lines,
    Paragraph,
    Picture,
    Table,
    Text,
    plain,
)
from lessons.pages.for_pupils import FAMILY_PAGES, PUPIL_PAGES
from lessons.plan import LessonPlan
from lessons.quizzes.quiz import Quiz


def pupil_pages(plan: LessonPlan) -> tuple[Document, ...]:
    return tuple(build(plan) for build in PUPIL_PAGES)


def all_pages(plan: LessonPlan) -> tuple[Document, ...]:
    return tuple(build(plan) for build in (*PUPIL_PAGES, *FAMILY_PAGES))


def page_named(plan: LessonPlan, id: str) -> Document:
    return next(page for page in all_pages(plan) if page.id == id)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, and the blocks in them."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk(block.blocks)


def ids_of(document: Document) -> set[str]:
    return {block.id for block in walk(document.blocks) if block.id}


def texts_of(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in walk(blocks):
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Items(items=items):
                yield from items
            case Table(head=head, rows=rows):
                yield from (cell for row in (head, *rows) for cell in row)
            case Callout(title=title):
                yield title
            case Chat(lines=lines):
                yield from (text for line in lines for text in (line.text, line.name, line.mark))
            case Cards(cards=cards):
                yield from (text for card in cards for text in (card.title, card.text, card.foot))
            case Lines(label=label):
                yield label
            case Chart(title=title, source=source, caution=caution):
                yield from (title, source, caution)
            case Picture(alt=alt):
                yield alt


def words_of(document: Document) -> tuple[str, ...]:
    """All texts of a page, its title and foot too, without marks; empty ones are left out."""
    texts = (document.title, *texts_of(document.blocks), document.foot)
    return tuple(text for text in map(plain, texts) if text)


def words_of_deck(deck: Deck) -> tuple[str, ...]:
    """All texts of the slides, notes too."""
    return tuple(
        text
        for slide in deck.slides
        for text in map(plain, (slide.title, *texts_of(slide.blocks), *slide.notes))
        if text
    )


def words_of_quiz(quiz: Quiz) -> tuple[str, ...]:
    """All questions, answers and what is said after them."""
    return tuple(
        text
        for question in quiz.questions
        for text in (
            question.text,
            question.feedback,
            *(part for answer in question.answers for part in (answer.text, answer.feedback)),
        )
        if text
    )

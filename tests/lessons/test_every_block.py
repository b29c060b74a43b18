"""Every writer writes every kind of block, and a reader finds all their words again."""

import io
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from every_block import arabic_page, english_page

from lessons.document import (
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    Deck,
    Document,
    Items,
    Lines,
    Slide,
    Table,
    plain,
)
from lessons.preparing import prepare, prepare_deck


def read_pdf(document: Document) -> str:
    """The words of a PDF file, as a screen reader or a search would find them."""
    from pypdf import PdfReader

    from lessons.writers.pdf import write_pdf

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(prepare(document)).data)).pages)


def read_html(document: Document) -> str:
    """The words of a web page, those that a screen reader says for pictures not among them."""
    from lxml import html

    from lessons.writers.html import write_html

    prepared = prepare(document)
    data = write_html([prepared], title=prepared.title, language=document.language, rtl=document.rtl)
    return str(html.fromstring(data.decode("utf-8")).xpath("//main")[0].text_content())


def read_docx(document: Document) -> str:
    """The words of a Word document and of its foot, a line for every paragraph."""
    import docx
    from docx.oxml.ns import qn

    from lessons.writers.docx import write_docx

    word = docx.Document(io.BytesIO(write_docx(prepare(document))))
    parts = (word.element.body, word.sections[0].footer._element)
    paragraphs = (paragraph for part in parts for paragraph in part.iter(qn("w:p")))
    return "\n".join("".join(each.text or "" for each in paragraph.iter(qn("w:t"))) for paragraph in paragraphs)


def read_pptx(document: Document) -> str:
    """The words of slides that hold the same blocks, a line for every paragraph."""
    import pptx
    from pptx.oxml.ns import qn

    from lessons.writers.pptx import write_pptx

    slide = Slide(title=document.title, blocks=document.blocks)
    deck = Deck(
        id=document.id,
        title=document.title,
        slides=(slide,),
        language=document.language,
        rtl=document.rtl,
        foot=document.foot,
    )
    slides = pptx.Presentation(io.BytesIO(write_pptx(prepare_deck(deck)))).slides
    paragraphs = (paragraph for slide in slides for paragraph in slide._element.iter(qn("a:p")))
    return "\n".join("".join(each.text or "" for each in paragraph.iter(qn("a:t"))) for paragraph in paragraphs)


READERS: dict[str, Callable[[Document], str]] = {
    "docx": read_docx,
    "html": read_html,
    "pdf": read_pdf,
    "pptx": read_pptx,
}


def texts(block: Block) -> Iterator[str]:
    """Every text of a block that a reader has to see, or hear instead of a picture."""
    match block:
        case Items():
            yield from map(plain, block.items)
        case Table():
            yield block.caption
            yield from (plain(cell) for row in (block.head, *block.rows) for cell in row)
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from texts(inner)
        case Chat():
            yield from (word for line in block.lines for word in (plain(line.text), line.name, line.mark))
        case Cards():
            for card in block.cards:
                yield from (plain(card.title), plain(card.text), plain(card.foot))
        case Lines():
            yield plain(block.label)
        case Chart():
            yield from (block.title, plain(block.source), plain(block.caution))
            yield from (word for bar in block.bars for word in (bar.label, bar.shown))
        case _ if hasattr(block, "text"):
            yield plain(block.text)


def letters(text: str) -> Counter[str]:
    """How often each letter is there: readers of right-to-left pages differ in the order that they give them in."""
    return Counter(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=lambda page: page.language)
def test_the_page_of_the_tests_holds_every_kind_of_block(page: Document) -> None:
    assert {type(block) for block in page.blocks} == set(get_args(Block))


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("page", [english_page(), english_page("pupil", "letter")], ids=["a4", "letter"])
def test_every_text_of_every_block_is_found_again(format: str, page: Document) -> None:
    found = " ".join(READERS[format](page).split())
    for text in (page.title, plain(page.foot), *(text for block in page.blocks for text in texts(block))):
        assert " ".join(text.split()) in found


@pytest.mark.parametrize("format", READERS)
def test_every_arabic_letter_is_found_again(format: str) -> None:
    page = arabic_page()
    wanted = letters(" ".join({text for block in page.blocks for text in texts(block)}))
    assert wanted <= letters(READERS[format](page))

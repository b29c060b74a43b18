"""Pages as PDF: whole, the same every time, for screen readers, and nothing in a text is a command."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest
from every_block import PHONE, arabic_page, english_page, page_with
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader, mult
from pypdf.generic import DictionaryObject, IndirectObject
from sampling import examples

from lessons.document import (
    TEXT_POINTS,
    Bar,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Document,
    Heading,
    Items,
    Lines,
    Paragraph,
    Run,
    Table,
)
from lessons.preparing import prepare
from lessons.writers import pdf, pdf_values
from lessons.writers.pdf import NoTypesetterError, PdfError, write_pdf

COMMANDS = (
    '#panic("x") #read("/etc/passwd")',
    "$ x^2 $ *bold* _thin_ `code` @label <label>",
    "= Heading\n- item\n+ item\n/ term: x",
    '=HYPERLINK("http://example.org","x")',
    "<b>bold</b> {name} {{ name }} \\n \\u{1F600} // comment /* */",
    "''quotes'' \"double\" ~ --- ...",
)


def reader(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(prepare(document)).data))


def words(document: Document) -> str:
    return "\n".join(page.extract_text() for page in reader(document).pages)


def short_page(*blocks: object, rtl: bool = False) -> Document:
    return Document(id="test", title="Test", audience="teacher", blocks=blocks, rtl=rtl)  # type: ignore[arg-type]


def tags(node: object) -> list[str]:
    """The names of all tags of a PDF's structure, in reading order."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, DictionaryObject):
        return []
    return [str(node["/S"])[1:]] * ("/S" in node) + tags(node.get("/K"))


def places(page: PageObject) -> list[tuple[float, float, float]]:
    """Where each stretch of text begins on a page, from its lower left corner, and how large its letters are."""
    found: list[tuple[float, float, float]] = []

    def note(text: str, page_matrix: list[float], matrix: list[float], _: object, size: float) -> None:
        if text.strip():
            *_, across, up, x, y = mult(matrix, page_matrix)
            found.append((x, y, size * hypot(across, up)))

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=["en", "ar"])
def test_the_same_page_gives_the_same_bytes(page: Document) -> None:
    assert write_pdf(prepare(page)) == write_pdf(prepare(page))


def test_pages_written_at_the_same_time_are_the_pages_written_one_by_one() -> None:
    given = (english_page(), arabic_page(), english_page("pupil", "letter"), arabic_page("teacher"))
    pages = [prepare(page) for page in given] * 3
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(write_pdf, pages)) == [write_pdf(page) for page in pages]


@pytest.mark.parametrize("page", [english_page(), arabic_page(), short_page()], ids=["en", "ar", "empty"])
def test_the_number_of_pages_is_what_another_reader_counts(page: Document) -> None:
    file = write_pdf(prepare(page))
    assert file.pages == len(PdfReader(io.BytesIO(file.data)).pages)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_pages_have_the_size_of_their_paper(paper: str) -> None:
    box = reader(english_page(paper=paper)).pages[0].mediabox  # type: ignore[arg-type]
    sizes = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
    assert (float(box.width), float(box.height)) == pytest.approx(sizes[paper], abs=0.1)


def test_screen_readers_are_told_the_title_the_language_and_what_everything_is() -> None:
    english, arabic = reader(english_page()), reader(arabic_page())
    assert english.metadata is not None
    assert english.metadata.title == "Blue sails"
    assert [str(file.trailer["/Root"]["/Lang"])[:2] for file in (english, arabic)] == ["en", "ar"]  # type: ignore[index]
    found = tags(english.trailer["/Root"]["/StructTreeRoot"]["/K"])  # type: ignore[index]
    assert {"H1", "H2", "L", "LI", "Table", "THead", "TH", "TD", "Figure"} <= set(found)
    assert found.count("Figure") == 1


@pytest.mark.parametrize("levels", [(3, 1, 3), (2, 2, 3), (1, 3, 2, 1)])
def test_headings_never_skip_a_level(levels: tuple[int, ...]) -> None:
    blocks = [Heading(text="x", level=level) for level in levels]  # type: ignore[arg-type]
    file = reader(short_page(*blocks))
    found = tags(file.trailer["/Root"]["/StructTreeRoot"]["/K"])  # type: ignore[index]
    depths = [int(tag[1]) for tag in found if tag[0] == "H" and tag[1:].isdigit()]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


@pytest.mark.parametrize("command", COMMANDS)
def test_what_looks_like_a_command_is_shown_as_it_is(command: str) -> None:
    found = "".join(words(short_page(Paragraph(text=command), Items(items=(command,)))).split())
    assert found.count("".join(command.split())) == 2


@pytest.mark.parametrize("rtl", [False, True])
@given(text=st.text(min_size=1, max_size=60))
@settings(max_examples=examples(60))
def test_any_text_can_stand_anywhere(text: str, rtl: bool) -> None:
    assert write_pdf(prepare(page_with(text, rtl=rtl))).pages >= 1


def test_letters_that_no_font_has_are_shown_as_missing_and_named() -> None:
    file = write_pdf(prepare(short_page(Paragraph(text="before 漢字 after"))))
    assert file.missing == "字漢"
    assert "before [?] after" in PdfReader(io.BytesIO(file.data)).pages[0].extract_text()


@pytest.mark.parametrize("audience", ["pupil", "family", "teacher"])
def test_no_letter_is_smaller_than_its_readers_need(audience: str) -> None:
    least = TEXT_POINTS["pupil"] if audience == "pupil" else 9.0
    for build in (english_page, arabic_page):
        sizes = [size for page in reader(build(audience)).pages for _, _, size in places(page)]  # type: ignore[arg-type]
        assert min(sizes) >= least - 0.01


def test_a_phone_number_keeps_its_order_on_an_arabic_page() -> None:
    assert PHONE in words(arabic_page())


LONG = "x" * 3000
LONG_CHAT = Chat(lines=(ChatLine(kind="them", text="Hello", name="Noor"),) * 120)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page_with(LONG), id="a word of 3,000 letters everywhere"),
        pytest.param(page_with("word " * 1500), id="a text of pages everywhere"),
        pytest.param(short_page(LONG_CHAT), id="a long chat"),
        pytest.param(short_page(Lines(count=90, label="Write")), id="many lines"),
        pytest.param(short_page(Table(head=("a", "b"), rows=(("c", "d"),) * 200)), id="a long table"),
    ],
)
def test_what_is_longer_than_a_page_runs_on_to_the_next(page: Document) -> None:
    file = reader(page)
    assert len(file.pages) > 1
    for sheet in file.pages:
        width, height = sheet.mediabox.width, sheet.mediabox.height
        assert all(0 < x < width and 0 < y < height for x, y, _ in places(sheet))


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    file = reader(short_page(Table(head=("Minutes", "Part"), rows=(("c", "d"),) * 120)))
    assert len(file.pages) > 2
    assert all("Minutes" in page.extract_text() for page in file.pages)


@pytest.mark.parametrize(
    "block",
    [
        Items(items=()),
        Table(head=(), rows=()),
        Table(head=("a",), rows=(("b", "c"), ())),
        Table(head=("a", "b"), rows=(), widths=(1.0,)),
        Chat(lines=()),
        Chat(lines=(ChatLine(kind="thread", text="alone"),)),
        Cards(cards=()),
        Cards(cards=(CutCard(),), columns=0),
        Lines(count=0),
        Chart(title="", bars=(), source=""),
        Chart(title="x", bars=(Bar("a", -5, "-5"), Bar("b", 500, "500")), source="", largest=0),
        Paragraph(text=""),
        Paragraph(text=(Run("", ltr=True),)),
        Heading(text=""),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_block_with_nothing_in_it_does_not_stop_the_page(block: object) -> None:
    assert write_pdf(prepare(short_page(block))).pages == 1


def test_a_picture_that_is_missing_leaves_its_words() -> None:
    page = english_page()
    lost = tuple(replace(block, name="signs/nothing") if hasattr(block, "alt") else block for block in page.blocks)
    assert "Two cakes that look the same" in words(replace(page, blocks=lost))


def test_without_the_typesetter_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    pdf._fonts.cache_clear()
    with pytest.raises(NoTypesetterError, match="print them from a browser"):
        write_pdf(prepare(short_page()))


def test_a_page_that_the_typesetter_refuses_names_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_values, "writable", lambda text, letters: (text, ""))
    with pytest.raises(PdfError, match=r"\(test\)"):
        write_pdf(prepare(short_page(Paragraph(text="漢"))))


def test_a_voice_is_told_where_an_arabic_page_is_in_english() -> None:
    english, arabic = (
        write_pdf(prepare(replace(short_page(Paragraph(text=text)), title="اختبار", language="ar", rtl=True))).data
        for text in ("Not translated yet.", "مرحبا")
    )
    assert b"/Lang(en)" in english
    assert b"/Lang(en)" not in arabic

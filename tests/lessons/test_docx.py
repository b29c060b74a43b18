"""Word documents: read back by another reader, with what screen readers, printers and right-to-left pages need."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from every_block import PHONE, arabic_page, english_page, page_with
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sampling import examples

from lessons.document import (
    PAPER_SIZES,
    Bar,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Document,
    Heading,
    Items,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
)
from lessons.preparing import prepare
from lessons.writers.docx import write_docx
from lessons.writers.docx_xml import CELL_ORDER, PARAGRAPH_ORDER, ROW_ORDER, RUN_ORDER, SECTION_ORDER, TABLE_ORDER

PARTS = ("word/document.xml", "word/styles.xml", "word/footer1.xml")
ORDERS = {
    "pPr": PARAGRAPH_ORDER,
    "rPr": RUN_ORDER,
    "tcPr": CELL_ORDER,
    "tblPr": TABLE_ORDER,
    "trPr": ROW_ORDER,
    "sectPr": SECTION_ORDER,
}
TRICKY = (
    '=HYPERLINK("http://x")',
    "<b>&amp;</b> {{ x }}",
    "#panic() $x$ \\input{a} @a",
    "٣ \u202e rtl 12:30",
    "x" * 3000,
)


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(write_docx(prepare(document))))


def elements(document: Document, tag: str) -> list[Any]:
    return list(opened(document).element.iter(qn(f"w:{tag}")))


def page_of(*blocks: Any, **other: Any) -> Document:
    return Document(id="page", title="Page", audience="teacher", blocks=blocks, **other)


def every_part(document: Document) -> Iterator[Any]:
    with zipfile.ZipFile(io.BytesIO(write_docx(prepare(document)))) as file:
        yield from (docx.oxml.parse_xml(file.read(name)) for name in PARTS)


def test_the_same_document_gives_the_same_bytes() -> None:
    page = prepare(english_page())
    assert write_docx(page) == write_docx(page)


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=lambda page: page.language)
def test_everything_stands_in_the_order_that_word_demands(page: Document) -> None:
    for part in every_part(page):
        for name, order in ORDERS.items():
            for properties in part.iter(qn(f"w:{name}")):
                tags = [child.tag.rpartition("}")[2] for child in properties if child.tag.startswith(f"{{{_MAIN}}}")]
                assert tags == sorted(tags, key=order.index), name


_MAIN = qn("w:p")[1:].partition("}")[0]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_paper_is_the_one_asked_for(paper: Paper) -> None:
    section = opened(english_page(paper=paper)).sections[0]
    assert (section.page_width, section.page_height) == tuple(
        round(Mm(each) / 635) * 635 for each in PAPER_SIZES[paper]
    )


def test_a_file_says_its_title_and_its_language_and_no_true_date() -> None:
    core = opened(arabic_page()).core_properties
    assert (core.title, core.language, core.author) == ("أشرعة زرقاء", "ar", "Look Twice")
    assert core.created.year == core.modified.year == 1980


def test_headings_are_headings_and_none_is_left_out() -> None:
    page = opened(page_of(Heading(text="Deep", level=3), Heading(text="Deeper", level=3), Heading(text="Top")))
    styles = {each.text: each.style.name for each in page.paragraphs if each.text}
    assert styles == {"Page": "Title", "Deep": "Heading 1", "Deeper": "Heading 2", "Top": "Heading 1"}


@pytest.mark.parametrize(("audience", "least"), [("pupil", 14.0), ("family", 9.5), ("teacher", 9.5)])
def test_letters_are_as_large_as_their_readers_need(audience: Any, least: float) -> None:
    page = opened(english_page(audience))
    used = {each.style.name for each in page.paragraphs}
    sizes = [page.styles[name].font.size.pt for name in used - {"Gap"}]
    assert min(sizes) >= least


def test_tables_repeat_their_head_and_keep_rows_whole() -> None:
    rows = opened(english_page()).tables[1].rows
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_cards_never_break_over_two_pages_and_have_dashed_edges() -> None:
    page = page_of(
        Cards(cards=tuple(CutCard(title=str(at), text="word " * 40) for at in range(7)), columns=3, height=40)
    )
    table = opened(page).tables[0]
    assert (len(table.rows), len(table.columns)) == (3, 3)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert {border.get(qn("w:val")) for border in table._tbl.tblPr.find(qn("w:tblBorders"))} == {"dashed"}
    assert {row.height for row in table.rows} == {round(Mm(40) / 635) * 635}


def test_every_picture_has_words_or_stands_beside_them() -> None:
    drawn = [each for each in opened(english_page()).element.iter() if each.tag.endswith("}docPr")]
    words = {each.get("name"): each.get("descr") for each in drawn}
    assert words["signs/two_cakes"] == "Two cakes that look the same"
    assert words["avatars/fox"] == ""


def test_a_picture_that_is_not_there_is_told_in_words() -> None:
    assert "A drawing of a fox" in [
        each.text for each in opened(page_of(Picture(name="no/such", alt="A drawing of a fox"))).paragraphs
    ]


def test_a_chart_is_a_table_that_can_be_read_out_with_its_source() -> None:
    chart = Chart(
        title="Counted", bars=(Bar("A", 250, "all"), Bar("B", 0, "none"), Bar("C", -3, "?")), source="Source: S"
    )
    page = opened(page_of(chart))
    assert [[cell.text for cell in row.cells] for row in page.tables[0].rows] == [
        ["A", "", "all"],
        ["B", "", "none"],
        ["C", "", "?"],
    ]
    assert page.tables[0]._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "A: all; B: none; C: ?"
    assert "Source: S" in [each.text for each in page.paragraphs]


@pytest.mark.parametrize("rtl", [False, True])
def test_the_friend_stands_at_the_other_side(rtl: bool) -> None:
    lines = (ChatLine(kind="them", text="Hey"), ChatLine(kind="friend", text="Hello"))
    page = opened(page_of(Chat(lines=lines), rtl=rtl))
    left = {each.text: each._p.pPr.ind.left for each in page.paragraphs if each.text in ("Hey", "Hello")}
    assert left["Hey"] < Mm(10) < left["Hello"]


def test_two_messages_in_a_row_stay_two_boxes() -> None:
    lines = tuple(ChatLine(kind="them", text=f"line {at}", name="Noor") for at in range(3))
    page = opened(page_of(Chat(lines=lines)))
    right = [each._p.pPr.ind.right for each in page.paragraphs if each.text.startswith("line")]
    assert all(one != other for one, other in pairwise(right))


def test_a_hidden_picture_has_a_label_and_nothing_behind_it() -> None:
    page = opened(page_of(Chat(lines=(ChatLine(kind="hidden", text="A hidden picture", picture="signs/mask"),))))
    names = [each.get("name") for each in page.element.iter() if each.tag.endswith("}docPr")]
    assert names == ["icons/spoiler_tile"]


@pytest.mark.parametrize("blocks", [(PageBreak(),), (Paragraph(text="a"), PageBreak(), PageBreak())])
def test_page_breaks_leave_no_empty_page(blocks: Any) -> None:
    assert not elements(page_of(*blocks), "pageBreakBefore")


def test_what_follows_a_page_break_begins_a_new_page() -> None:
    assert len(elements(page_of(Paragraph(text="a"), PageBreak(), Paragraph(text="b")), "pageBreakBefore")) == 1


def test_a_numbered_list_goes_on_from_its_first_number() -> None:
    page = opened(page_of(Items(kind="number", items=("a", "b")), Items(kind="number", first=3, items=("c",))))
    ids = [each._p.pPr.numPr.numId.val for each in page.paragraphs if each.text in "abc"]
    assert ids[0] == ids[1] != ids[2]
    numbering = page.part.numbering_part.element
    abstract = next(n for n in numbering.findall(qn("w:num")) if n.numId == ids[2]).abstractNumId.val
    found = next(n for n in numbering.findall(qn("w:abstractNum")) if int(n.get(qn("w:abstractNumId"))) == abstract)
    assert next(found.iter(qn("w:start"))).get(qn("w:val")) == "3"


def test_boxes_to_tick_are_characters() -> None:
    assert [each.text for each in opened(page_of(Items(kind="check", items=("Do it",)))).paragraphs][1] == "☐\tDo it"


def test_the_foot_is_on_every_page_with_its_number() -> None:
    foot = opened(english_page()).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Lesson plan for Blue sails, a draft")
    assert [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))] == ["PAGE"]


def test_a_page_from_right_to_left_mirrors_paragraphs_tables_and_the_section() -> None:
    page = opened(arabic_page())
    used = {each.style.name for each in page.paragraphs}
    assert all(page.styles[name].element.pPr.find(qn("w:bidi")) is not None for name in used)
    assert all(each.find(qn("w:bidiVisual")) is not None for each in page.element.iter(qn("w:tblPr")))
    assert page.sections[0]._sectPr.find(qn("w:bidi")) is not None


def test_only_runs_with_letters_from_right_to_left_are_marked_so() -> None:
    for run in elements(arabic_page(), "r"):
        text = "".join(each.text or "" for each in run.iter(qn("w:t")))
        is_marked = run.rPr is not None and run.rPr.find(qn("w:rtl")) is not None
        assert is_marked == bool(re.search("[\u0600-\u06ff]", re.sub("[\u0660-\u0669،]", "", text)))


def test_arabic_letters_have_their_own_size_and_weight() -> None:
    page = opened(arabic_page())
    for name in ("Normal", "Heading 1", "Title"):
        properties = page.styles[name].element.rPr
        assert properties.find(qn("w:szCs")).get(qn("w:val")) == str(round(page.styles[name].font.size.pt * 2))
        assert properties.find(qn("w:rFonts")).get(qn("w:cs"))
    bold = [run for run in page.element.iter(qn("w:r")) if run.rPr is not None and run.rPr.find(qn("w:b")) is not None]
    assert bold
    assert all(run.rPr.find(qn("w:bCs")) is not None for run in bold)


def test_phone_numbers_are_isolated_where_the_page_runs_the_other_way() -> None:
    found = [each.text for each in elements(arabic_page(), "t")]
    assert f"\u2066{PHONE}\u2069" in found
    assert not any("\u2066" in (each.text or "") for each in elements(english_page(), "t"))


@pytest.mark.parametrize("text", TRICKY)
@pytest.mark.parametrize("rtl", [False, True])
def test_texts_are_never_taken_for_commands(text: str, rtl: bool) -> None:
    page = opened(page_with(text, rtl=rtl))
    shown = text.replace("\u202e", "")
    assert shown in [each.text for each in page.paragraphs]
    assert not list(page.element.iter(qn("w:instrText")))


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.booleans())
def test_any_text_can_be_written_and_read_again(text: str, rtl: bool) -> None:
    page = opened(page_with(text, rtl=rtl))
    kept = "".join(each for each in text if each.isalnum())
    read = "".join(each for each in "".join(p.text for p in page.paragraphs) if each.isalnum())
    assert kept in read

"""A web page that needs nothing from outside, that every reader can follow, and in which texts are only texts."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from every_block import PHONE, arabic_page, english_page, page_with
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from sampling import examples

from game.extract.compiling import open_catalogues
from lessons.clean_text import clean
from lessons.document import Cards, CutCard, Document, Heading, Paragraph, Picture, Run
from lessons.preparing import prepare
from lessons.writers.html import write_html

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></script></svg><b>",
    "{{ 7 * 7 }} {% for %} {# #}",
    '" onload="x',
    "' & &amp; &#60; ]]> <!--",
    '=HYPERLINK("http://example.org")',
    "\\begin $x^2$ #panic @import",
    "W" * 3000,
)


def write(*documents: Document, metadata: dict[str, Any] | None = None) -> bytes:
    first = documents[0]
    return write_html(
        [prepare(each) for each in documents],
        title=prepare(first).title,
        language=first.language,
        rtl=first.rtl,
        metadata=metadata,
    )


def read(*documents: Document) -> html.HtmlElement:
    return html.fromstring(write(*documents).decode("utf-8"))


def shown(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=["en", "ar"])
def test_nothing_is_loaded_from_outside_and_nothing_runs(page: Document) -> None:
    written = write(page, metadata={"@context": "https://schema.org"}).decode("utf-8")
    loaded = re.findall(r"""(?:src|href|action|data)\s*=\s*["']?([^"'\s>]+)|url\(([^)]*)\)|(@import)""", written)
    targets = [target for found in loaded for target in found if target]
    assert targets
    assert all(target.startswith(("#", "data:font/ttf;base64,")) for target in targets)
    assert {script.get("type") for script in html.fromstring(written).iter("script")} == {"application/ld+json"}


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=["en", "ar"])
def test_every_id_is_unique_and_every_use_finds_one(page: Document) -> None:
    root = read(page, page)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    uses = [*root.xpath("//@href"), *(f"#{each}" for each in root.xpath("//@aria-labelledby"))]
    assert {use.removeprefix("#") for use in uses} <= set(ids)


def test_headings_never_leave_a_level_out() -> None:
    deep = Document(
        id="x", title="X", audience="teacher", blocks=(Heading(text="a", level=3), Heading(text=" "), Heading(text="b"))
    )
    for page in (deep, english_page(), arabic_page()):
        levels = [int(each.tag[1]) for each in read(page, page).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[:2] == [1, 2]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_says_its_language_and_its_direction() -> None:
    root = read(arabic_page())
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert [(each.get("lang"), each.get("dir")) for each in root.iter("article")] == [("ar", "rtl")]


def test_numbers_and_names_that_run_from_left_to_right_are_isolated() -> None:
    isolated = {each.text_content() for each in read(arabic_page()).xpath("//bdi[@dir='ltr']")}
    assert {PHONE, "Kai_77"} <= isolated


def test_english_on_an_arabic_page_says_that_it_is_english() -> None:
    page = Document(
        id="x",
        title="ورقة",
        audience="pupil",
        language="ar",
        rtl=True,
        blocks=(Paragraph(text="Only in English yet."),),
    )
    assert [each.text_content() for each in read(page).xpath("//bdi[@lang='en']")] == ["Only in English yet."]


def test_tables_lists_and_pictures_say_what_they_are() -> None:
    root = read(english_page())
    assert [each.text_content() for each in root.xpath("//th[@scope='col']")] == ["Minutes", "Part", "What happens"]
    assert [each.text_content() for each in root.xpath("//th[@scope='row']")] == ["0-4", "4-8"]
    assert root.xpath("//ol/@start") == ["3"]
    assert root.xpath("//svg[@role='img']/@aria-label") == ["Two cakes that look the same"]
    assert len(root.xpath("//aside[@role='note']")) == 5
    assert all(each.get("aria-hidden") == "true" for each in root.xpath("//svg[not(@role)]"))


def test_a_picture_that_is_not_there_is_replaced_by_its_words() -> None:
    page = Document(id="x", title="X", audience="pupil", blocks=(Picture(name="../secret", alt="A cake"),))
    assert "A cake" in shown(read(page))


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_command(text: str, rtl: bool) -> None:
    usual, page = read(page_with("plain", rtl=rtl)), read(page_with(text, rtl=rtl))
    assert shown(page).count(text) >= 15
    kinds = {each.tag for each in usual.iter() if isinstance(each.tag, str)}
    assert {each.tag for each in page.iter() if isinstance(each.tag, str)} <= kinds | {"bdi"}
    assert not page.xpath("//@onload")


@settings(max_examples=examples(40), deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_any_text_is_shown_as_it_is(text: str, rtl: bool) -> None:
    page = Document(id="x", title="T", audience="pupil", rtl=rtl, blocks=(Paragraph(text=(Run(text), Run("|"))),))
    [paragraph] = read(page).xpath("//article/p")
    assert paragraph.text_content().split() == f"{clean(text)}|".split()


def test_control_characters_are_dropped_and_lines_are_kept() -> None:
    page = Document(id="x", title="T", audience="pupil", blocks=(Paragraph(text="a\x00\x07b\u202e\ud800\nc"),))
    written = write(page).decode("utf-8")
    assert '<p class="body">ab<br>\nc</p>' in written


def test_metadata_cannot_end_its_element() -> None:
    metadata = {"name": "</script><b>&"}
    root = html.fromstring(write(english_page(), metadata=metadata).decode("utf-8"))
    [script] = root.xpath("//script")
    assert json.loads(script.text) == metadata


def test_the_same_pages_give_the_same_bytes() -> None:
    assert write(english_page(), arabic_page()) == write(english_page(), arabic_page())


def test_letters_for_pupils_are_printed_as_large_as_their_text() -> None:
    assert ".page.pupil { font-size: 14.0pt; }" in write(english_page("pupil")).decode("utf-8")


def test_a_page_in_another_language_than_its_file_keeps_its_own_direction() -> None:
    root = html.fromstring(
        write_html([prepare(arabic_page()), prepare(english_page())], title="درس", language="ar", rtl=True).decode(
            "utf-8"
        )
    )
    arabic, english = root.iter("article")
    assert [(each.get("lang"), each.get("dir")) for each in (arabic, english)] == [("ar", "rtl"), ("en", "ltr")]
    assert not english.xpath(".//bdi[@lang]")


@pytest.mark.parametrize("columns", [0, 1, 2, 3])
def test_cards_are_one_list_however_many_stand_beside_each_other(columns: int) -> None:
    cards = Cards(cards=tuple(CutCard(title=f"Card {number}") for number in range(5)), columns=columns)
    root = read(Document(id="x", title="X", audience="pupil", blocks=(cards,)))
    [shown_cards] = root.xpath("//div[@role='list']")
    assert [each.text_content().strip() for each in shown_cards.xpath(".//*[@role='listitem']")] == [
        f"Card {number}" for number in range(5)
    ]
    assert {len(row) for row in shown_cards} <= {max(1, columns), 5 % max(1, columns)}


@pytest.mark.parametrize("language", ["ar", "es", "fr"])
def test_the_words_of_the_file_itself_are_in_the_language_of_its_pages(language: str) -> None:
    words = open_catalogues().load_translator(language, "lessons")
    page = prepare(replace(english_page(), language=language))
    data = write_html([page, page], title="T", language=language, rtl=words.rtl, translator=words).decode("utf-8")
    root = html.fromstring(data)
    skip, contents = root.xpath("//a[@class='skip']")[0].text, root.xpath("//nav")[0].get("aria-label")
    assert (skip, contents) == (words.gettext("Skip to the first page"), words.gettext("In this file"))
    assert "Skip" not in skip
    assert "In this" not in contents

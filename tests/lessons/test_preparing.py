"""Promises of what writers get: the same for every format, clean, in order, and with nothing left to guard against."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest
from every_block import arabic_page, english_page, page_with
from hypothesis import given
from hypothesis import strategies as st

from game.i18n.tongue import ENGLISH, Tongue
from lessons.clean_text import clean, is_seen
from lessons.document import (
    Bar,
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Deck,
    Document,
    Heading,
    Items,
    Lines,
    Paragraph,
    Picture,
    Run,
    Slide,
    Table,
    Text,
)
from lessons.prepared import PreparedBlock, PreparedCallout, PreparedChart, PreparedChat, PreparedTable, block_name
from lessons.preparing import prepare, prepare_blocks, prepare_deck

HOSTILE = "a\x00b\r\nc\u202ed\u2067e\u2069\u2069\ud800\uffff"
LEVELS = st.lists(st.sampled_from([1, 2, 3, None]), max_size=12)


def page_of(*blocks: Block, **other: Any) -> Document:
    return Document(**{"id": "page", "title": "Page", "audience": "teacher", "blocks": blocks, **other})


def strings_in(value: object) -> Iterator[str]:
    """Every string of a prepared value that is a text: not its id, its language, or the name of a drawing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("id", "language", "kind", "picture", "audience", "paper"):
                yield from strings_in(getattr(value, field.name))


def levels_of(blocks: tuple[PreparedBlock, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, PreparedCallout):
            yield from levels_of(block.blocks)


def only(block: Block) -> Any:
    (prepared,) = prepare_blocks((block,))
    return prepared


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=lambda page: page.language)
def test_every_kind_of_block_comes_back_under_its_own_name_in_its_order(page: Document) -> None:
    assert [block_name(block) for block in prepare(page).blocks] == [type(block).__name__ for block in page.blocks]
    assert {block_name(block) for block in prepare(page).blocks} == {kind.__name__ for kind in get_args(Block)}


@given(text=st.text(max_size=60))
def test_no_text_of_a_prepared_page_or_deck_would_change_by_cleaning_it_once_more(text: str) -> None:
    page = page_with(text)
    slide = Slide(title=text, blocks=page.blocks, notes=(text,))
    deck = prepare_deck(Deck(id="slides", title=text, slides=(slide,), foot=text))
    for each in (*strings_in(prepare(page)), *strings_in(deck)):
        assert clean(each) == each


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param("a\x00b\x07c", "abc", id="control characters"),
        pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line ends"),
        pytest.param("a\tb", "a b", id="tabs"),
        pytest.param("a\u202eb\u202cc", "abc", id="commands that turn the direction of all that follows"),
        pytest.param("\u2066a\u2069", "\u2066a\u2069", id="isolates"),
        pytest.param("\u2067a", "\u2067a\u2069", id="an isolate that nobody closed"),
        pytest.param("a\u2069b", "ab", id="an end without a beginning"),
        pytest.param("x\ud800y\uffffz", "xyz", id="halves of characters, and what is none"),
    ],
)
def test_texts_are_cleaned(text: str, result: str) -> None:
    assert clean(text) == result
    assert only(Paragraph(text=text)).text == result
    assert only(Items(items=((Run(text, bold=True), Run("\x00")),))).items == ((Run(result, bold=True),),)


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u00a0", "\ufe0f", (Run(" "), Run("\u2066\u2069"))])
def test_what_cannot_be_seen_is_left_out(text: Any) -> None:
    string = text if isinstance(text, str) else " "
    assert prepare_blocks((Heading(text=text),)) == ()
    assert only(Lines(count=1, label=text)).label == ""
    assert only(Callout(title=string, blocks=())).title == ""
    table = only(Table(head=(text,), rows=((text,),), caption=string))
    assert (table.head, table.rows, table.caption) == (("",), (("",),), "")
    (card,) = only(Cards(cards=(CutCard(title=text, text=text, foot=string),))).cards
    assert (card.title, card.text, card.foot) == ("", "", "")
    chart = only(Chart(title=string, bars=(), source=text, caution=text))
    assert (chart.title, chart.source, chart.caution) == ("", "", "")
    assert prepare(page_of(title=string, foot=text)).foot == ""


def test_a_page_without_a_title_is_called_by_its_id_and_a_picture_without_words_by_its_name() -> None:
    assert prepare(page_of(id="handout", title=" \u200b")).title == "handout"
    assert only(Picture(name="signs/gift", alt="\x00")).alt == "signs/gift"


@given(LEVELS, st.integers(min_value=0, max_value=12))
def test_no_level_of_a_heading_is_ever_skipped_in_callouts_neither(levels: list[int | None], cut: int) -> None:
    blocks = [Heading(text="x" if level else " ", level=level or 1) for level in levels]  # type: ignore[arg-type]
    page = (*blocks[:cut], Callout(title="b", blocks=tuple(blocks[cut : cut + 3])), *blocks[cut + 3 :])
    found = list(levels_of(prepare_blocks(page)))
    assert len(found) == sum(level is not None for level in levels)
    assert all(here <= before + 1 for before, here in zip([0, *found], found, strict=False))


def test_levels_that_are_in_order_stay_as_they_are() -> None:
    blocks = (Heading(text="a"), Callout(title="b", blocks=(Heading(text="c", level=3),)), Heading(text="d", level=3))
    assert list(levels_of(prepare_blocks(blocks))) == [1, 2, 3]


@given(st.lists(st.lists(st.just("x"), max_size=4), max_size=4), st.lists(st.floats(-1, 5), max_size=5))
def test_every_row_of_a_table_has_all_its_cells_and_every_column_some_room(
    rows: list[list[str]], widths: list[float]
) -> None:
    table = only(Table(head=("a", "b"), rows=tuple(map(tuple, rows)), widths=tuple(widths)))
    assert isinstance(table, PreparedTable)
    assert {len(row) for row in (table.head, *table.rows)} == {len(table.shares)}
    assert all(share > 0 for share in table.shares)
    assert sum(table.shares) == pytest.approx(1)


def test_widths_that_fit_are_shares_and_others_make_columns_equal() -> None:
    def shares(*widths: float) -> tuple[float, ...]:
        return tuple(only(Table(head=("a", "b"), rows=(), widths=widths)).shares)

    assert shares(1, 3) == (0.25, 0.75)
    assert shares() == shares(1) == shares(1, 0) == shares(1, 2, 3) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("value", "largest", "share"), [(50, 100, 0.5), (-3, 100, 0), (300, 100, 1), (0.5, 0, 0.5), (3, -1, 1)]
)
def test_a_bar_takes_between_nothing_and_the_whole_width(value: float, largest: float, share: float) -> None:
    chart = only(Chart(title="t", bars=(Bar("a", value, "shown"),), source="s", largest=largest))
    assert isinstance(chart, PreparedChart)
    assert chart.bars[0].share == share


def test_a_name_stands_where_the_sender_changes() -> None:
    lines = [
        ChatLine(kind="them", text="a", name="Noor"),
        ChatLine(kind="them", text="b", name="Noor"),
        ChatLine(kind="friend", text="c", name="Noor"),
        ChatLine(kind="note", text="d"),
        ChatLine(kind="friend", text="e", name="Noor"),
        ChatLine(kind="thread", text="f"),
        ChatLine(kind="friend", text="g", name="Noor"),
    ]
    chat = only(Chat(lines=tuple(lines)))
    assert [[each.is_first for each in section.lines] for section in chat.sections] == [
        [True, False, True, True, True],
        [True],
    ]


@given(st.lists(st.sampled_from(["them", "friend", "note", "gap", "thread"]), max_size=9))
def test_a_chat_is_cut_at_its_titles_and_loses_no_line(kinds: list[Any]) -> None:
    lines = tuple(ChatLine(kind=kind, text=str(number), name="Noor") for number, kind in enumerate(kinds))
    chat = only(Chat(lines=lines))
    assert isinstance(chat, PreparedChat)
    assert tuple(each.line for each in chat.lines) == lines
    assert sum(section.thread is not None for section in chat.sections) == kinds.count("thread")
    assert all(each.line.kind != "thread" for section in chat.sections for each in section.lines)


def test_no_count_is_below_what_can_be_drawn() -> None:
    assert only(Cards(cards=(), columns=0)).columns == 1
    assert only(Lines(count=-2)).count == 0


def test_hostile_texts_are_seen_and_harmless() -> None:
    cleaned = clean(HOSTILE)
    assert is_seen(cleaned)
    assert cleaned == "ab\ncd\u2067e\u2069"


ENGLISH_RUN = Run("The free sail.", tongue=ENGLISH)


@pytest.mark.parametrize(
    ("text", "home", "result"),
    [
        pytest.param((ENGLISH_RUN,), ENGLISH, "The free sail.", id="English on an English page"),
        pytest.param((ENGLISH_RUN,), Tongue("fr"), (ENGLISH_RUN,), id="English on a French page"),
        pytest.param(
            (Run("« "), Run("La voile.", tongue=Tongue("fr")), Run(" »")),
            Tongue("fr"),
            "« La voile. »",
            id="French in a French sentence",
        ),
        pytest.param(
            (Run("“"), Run("La voile.", tongue=Tongue("fr")), Run("”")),
            ENGLISH,
            (Run("“"), Run("La voile.", tongue=Tongue("fr")), Run("”")),
            id="French in an English sentence",
        ),
        pytest.param(
            (Run("Sam", bold=True, tongue=ENGLISH), Run("\n"), Run("Hi.", tongue=ENGLISH)),
            ENGLISH,
            (Run("Sam", bold=True), Run("\nHi.")),
            id="bold letters stay apart",
        ),
        pytest.param(
            "Not translated yet.", Tongue("ar", rtl=True), (Run("Not translated yet.", tongue=ENGLISH),), id="a gap"
        ),
        pytest.param("Kai_77", Tongue("ar", rtl=True), "Kai_77", id="a name in Arabic"),
        pytest.param("Not translated yet.", Tongue("fr"), "Not translated yet.", id="letters do not tell in French"),
        pytest.param("", Tongue("ar", rtl=True), "", id="nothing"),
    ],
)
def test_a_text_says_its_language_only_where_it_is_not_the_pages(text: Text, home: Tongue, result: Text) -> None:
    (prepared,) = prepare_blocks((Paragraph(text=text),), home)
    assert isinstance(prepared, Paragraph)
    assert prepared.text == result

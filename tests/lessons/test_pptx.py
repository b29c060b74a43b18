"""Slides: read back by another reader, with large words that never run over an edge, and what the teacher says."""

import io
from dataclasses import replace
from typing import Any

import pptx
import pytest
from every_block import PHONE, arabic_page, english_page, page_with
from hand_made import make_lesson
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from pptx.oxml.ns import qn
from sampling import examples

from game.resources import font_path
from lessons.document import Block, Chat, ChatLine, Deck, Document, Items, Paragraph, Picture, Run, Slide, Table
from lessons.preparing import prepare_deck
from lessons.slides import lesson_slides
from lessons.writers.pptx import write_pptx
from lessons.writers.pptx_fit import LINE, letter_width, line_count, line_ends, longest_line

ANSWERS = Items(items=("Fine", "Not sure", "Not OK"))


def opened(deck: Deck) -> Any:
    return pptx.Presentation(io.BytesIO(write_pptx(prepare_deck(deck))))


def deck_of(*slides: Slide, **other: Any) -> Deck:
    return Deck(id="slides", title="Slides", slides=slides, **other)


def deck_with(*blocks: Block, title: str = "Slide", kind: Any = "list", **other: Any) -> Deck:
    return deck_of(Slide(title=title, blocks=blocks, kind=kind), **other)


def deck_from(page: Document) -> Deck:
    slide = Slide(title=page.title, blocks=page.blocks, notes=("Say this.",))
    return Deck(id=page.id, title=page.title, slides=(slide,), language=page.language, rtl=page.rtl, foot=page.foot)


def frames(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def sizes(shape: Any) -> list[float]:
    return [run.font.size.pt for each in shape.text_frame.paragraphs for run in each.runs]


def height_of_words(shape: Any) -> float:
    """How high the words of a shape are in points, counted from the sizes and the width in the file alone."""
    frame = shape.text_frame
    room = (shape.width - frame.margin_left - frame.margin_right) / 12700
    total = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs), default=12.0)
        inset = int(paragraph._p.get_or_add_pPr().get("marL") or 0) / 12700
        after = paragraph.space_after.pt if paragraph.space_after is not None else 0.0
        total += line_count(paragraph.text.replace("\v", "\n"), room - inset + 0.01, size) * size * LINE + after
    return total


def check_room(presentation: Any) -> None:
    """Nothing stands outside a slide, and no words are higher than what they stand in."""
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height
        for shape in frames(slide):
            if shape.is_placeholder and shape.placeholder_format.type in _FEET:
                continue
            assert height_of_words(shape) <= shape.height / 12700 + 1, shape.text_frame.text[:60]


_FEET = (pptx.enum.shapes.PP_PLACEHOLDER.FOOTER, pptx.enum.shapes.PP_PLACEHOLDER.SLIDE_NUMBER)


def test_the_same_deck_gives_the_same_bytes() -> None:
    deck = prepare_deck(deck_from(english_page()))
    assert write_pptx(deck) == write_pptx(deck)


@pytest.mark.parametrize("page", [english_page(), arabic_page()], ids=lambda page: page.language)
def test_every_block_keeps_within_its_slide(page: Document) -> None:
    check_room(opened(deck_from(page)))


@pytest.mark.parametrize("story", ["paper-kite", "moon-soup"])
@pytest.mark.parametrize("language", ["en", "en_XA"])
def test_the_slides_of_a_lesson_keep_within_their_edges(story: str, language: str) -> None:
    deck = lesson_slides(make_lesson(story))
    longer = 1.0 if language == "en" else 1.5
    slides = tuple(
        replace(slide, title=slide.title + "o" * int((longer - 1) * len(slide.title))) for slide in deck.slides
    )
    presentation = opened(replace(deck, slides=slides))
    assert len(presentation.slides) >= len(deck.slides)
    check_room(presentation)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.booleans())
@example("0\xa0", False)
@example("ab\u3000\u2003", True)
def test_any_text_can_be_written_keeps_within_its_slide_and_is_read_again(text: str, rtl: bool) -> None:
    presentation = opened(deck_from(page_with(text, rtl=rtl)))
    check_room(presentation)
    kept = "".join(each for each in text if each.isalnum())
    read = "".join(shape.text_frame.text for slide in presentation.slides for shape in frames(slide))
    assert kept in "".join(each for each in read if each.isalnum())


@pytest.mark.parametrize(
    "text", ["word " * 300, "x" * 3000, '=HYPERLINK("http://x")', "<b>&amp;</b> {{x}} _x0041_", "٣ 12:30"]
)
@pytest.mark.parametrize("rtl", [False, True])
def test_texts_of_any_length_go_on_to_following_slides(text: str, rtl: bool) -> None:
    presentation = opened(deck_from(page_with(text, rtl=rtl)))
    check_room(presentation)
    read = "".join(
        "".join(shape.text_frame.text.split()) for slide in presentation.slides for shape in frames(slide)[1:]
    )
    assert "".join(text.split())[:400] in read


def test_a_slide_that_is_parted_counts_its_parts() -> None:
    presentation = opened(deck_with(*(Paragraph(text=f"{at} " + "word " * 30) for at in range(8)), title="Long"))
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert titles == ["Long", *(f"Long ({number})" for number in range(2, len(titles) + 1))]
    assert len(titles) > 1


def test_few_words_are_larger_than_many() -> None:
    few = opened(deck_with(Paragraph(text="Few words"))).slides[0]
    many = opened(deck_with(*(Paragraph(text="Quite a few words that fill a line and more") for _ in range(5)))).slides[
        0
    ]
    assert sizes(frames(few)[1])[0] > sizes(frames(many)[1])[0] >= 24


def test_messages_are_read_from_the_last_row() -> None:
    lines = tuple(ChatLine(kind="them", text=f"Message {at}, as long as they are", name="Noor") for at in range(12))
    for slide in opened(deck_with(Chat(lines=lines))).slides:
        assert all(size >= 28 for shape in frames(slide) if "Message" in shape.text_frame.text for size in sizes(shape))


def test_a_vote_shows_three_answers_of_the_same_size_below_the_message() -> None:
    chat = Chat(lines=(ChatLine(kind="them", text="Want it?", name="Noor"),))
    slide = opened(deck_with(chat, ANSWERS, kind="vote")).slides[0]
    shapes = {shape.text_frame.text: shape for shape in frames(slide)}
    buttons = [shapes[plain] for plain in ("Fine", "Not sure", "Not OK")]
    assert len({(each.width, each.height, each.top) for each in buttons}) == 1
    assert min(size for each in buttons for size in sizes(each)) >= 28
    assert shapes["Want it?"].top + shapes["Want it?"].height <= buttons[0].top
    assert [each.left for each in buttons] == sorted(each.left for each in buttons)


def test_answers_that_are_too_long_for_buttons_are_a_list() -> None:
    slide = opened(deck_with(Items(items=("word " * 60, "b")), kind="vote")).slides[0]
    assert any("b" in shape.text_frame.text.split() for shape in frames(slide))


def test_notes_stand_with_the_first_part() -> None:
    slides = (Slide(title="A", notes=("Say one.", "Say two.")), Slide(title="B"))
    first, second = opened(deck_of(*slides)).slides
    assert first.notes_slide.notes_text_frame.text == "Say one.\nSay two."
    assert not second.has_notes_slide


def test_every_slide_has_a_real_title_and_a_foot_with_its_number() -> None:
    for slide in opened(replace(deck_from(english_page()), foot="A draft")).slides:
        assert slide.shapes.title.text_frame.text.startswith("Blue sails")
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        assert set(_FEET) <= kinds


def test_only_our_own_layouts_are_there() -> None:
    presentation = opened(deck_with(Paragraph(text="a")))
    assert [layout.name for layout in presentation.slide_layouts] == ["Cover", "Title and text", "Title only"]
    assert presentation.slides[0].slide_layout.name == "Title and text"


def test_no_placeholder_is_left_empty() -> None:
    deck = deck_of(Slide(title="A", kind="title"), Slide(title="B"), Slide(title="C", blocks=(ANSWERS,), kind="vote"))
    for slide in opened(deck).slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_every_picture_has_words_or_only_decorates() -> None:
    for slide in opened(deck_from(english_page())).slides:
        for shape in slide.shapes:
            if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE:
                properties = shape._element._nvXxPr.cNvPr
                assert properties.get("descr") or properties.find(qn("a:extLst")) is not None


def test_a_picture_stands_beside_the_words_of_its_slide() -> None:
    blocks = (Picture(name="signs/gift", alt="A gift"), Paragraph(text="Why it is not OK: " + "word " * 20))
    slide = opened(deck_with(*blocks)).slides[0]
    picture = next(shape for shape in slide.shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE)
    words = next(shape for shape in frames(slide) if "Why" in shape.text_frame.text)
    assert words.left + words.width <= picture.left
    assert picture._element._nvXxPr.cNvPr.get("descr") == "A gift"


def test_slides_from_right_to_left_mirror() -> None:
    chat = Chat(lines=(ChatLine(kind="them", text="مرحبا"), ChatLine(kind="friend", text="أهلا")))
    table = Table(head=("أ", "ب"), rows=(("ج", "د"),))
    slide = opened(deck_with(chat, table, rtl=True, language="ar")).slides[0]
    shapes = {shape.text_frame.text: shape for shape in frames(slide)}
    assert shapes["مرحبا"].left > shapes["أهلا"].left
    assert next(shape for shape in slide.shapes if shape.has_table).table._tbl.tblPr.get("rtl") == "1"
    for shape in (shapes["مرحبا"], slide.shapes.title):
        properties = shape.text_frame.paragraphs[0]._p.pPr
        assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")


def test_phone_numbers_are_isolated_where_slides_run_the_other_way() -> None:
    text = (Run("رقم "), Run(PHONE, ltr=True))
    read = frames(opened(deck_with(Paragraph(text=text), rtl=True)).slides[0])[1].text_frame.text
    assert read.endswith(f"\u2066{PHONE}\u2069")


def test_letters_are_guessed_no_narrower_than_they_are() -> None:
    font = ImageFont.truetype(font_path("AtkinsonHyperlegibleNext-Bold.ttf"), 1000)
    letters = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180))]
    assert [each for each in letters if font.getlength(each) / 1000 > letter_width(each) * 1.08] == []


@given(st.text(st.sampled_from("ab \xa0\u2003\u3000-\n"), max_size=60), st.floats(min_value=20, max_value=400))
def test_a_text_keeps_its_lines_in_the_width_of_its_longest_one(text: str, width: float) -> None:
    narrowed = longest_line(text, width, 20)
    assert narrowed <= width
    assert line_count(text, narrowed + 0.01, 20) == line_count(text, width, 20)


@given(st.text(max_size=80), st.floats(min_value=20, max_value=400))
def test_lines_hold_the_whole_text_in_its_order(text: str, width: float) -> None:
    ends = line_ends(text, width, 20)
    assert ends == sorted(ends)
    assert ends[-1] == len(text)

"""The words of pages for pupils and families: no blame, no fear, no promise, and easy to read."""

import re

import pytest
from hand_made import make_lesson
from page_parts import all_pages, page_named, walk, words_of, words_of_deck, words_of_quiz
from reading_level import grade

from lessons.document import Document, Heading, Items, PageBreak, Paragraph, plain
from lessons.quizzes.questions import knowledge_quiz
from lessons.slides import lesson_slides

NEVER = {
    "what somebody should have done": r"\b(should(n't| not)?|ought to) have\b",
    "why a child did or did not": r"why (on earth )?(did|didn't) (you|they|sam|ines)\b",
    "losing or failing": r"game over|you (lose|failed)|risky behaviou?r",
    "putting oneself in danger": r"put (your|him|her|them)sel(f|ves) (at risk|in danger)",
    "names for a child": r"\b(silly|stupid|dumb|naive|careless|foolish)\b(?<!all very silly)",
    "fear": r"predator|pa?edophile|stalker|kidnap|murder|ruin|destroy",
    "distrust of everybody": r"stranger danger|never trust|trust no one|everyone online is",
    "forever": r"\bforever\b",
    "more than is known": r"\bprevents?\b|\bproven\b|guarantee|keeps? (your|their) child(ren)? safe",
    "a sexual word": r"\bporn|\bnaked\b|\bnudes?\b|\bsext",
    "the player's own story": r"(has|did) (this|anyone|someone) (ever )?.{0,20}(to|ask|messaged?) you|have you ever",
    "role-play of the other person": r"\bplay(s|ing)? (kai|lou|the (bad|unsafe|other))\b",
    "secrecy of adults": r"(won't|will not|never) tell (anyone|anybody)|promise (you )?not to tell",
}
FAULT = re.compile(r"(?<!not )(?<!never )\b(?:your|his|her|their|sam's) (?:own )?fault\b", re.I)
DENIED = re.compile(r"\b(?:not|never|none|nothing|n't)\b", re.I)
SHOWN_COPIES = re.compile(r"(screenshot|forward|copy|save|download|send)\w* .{0,40}picture", re.I)


def _everything(story: str, band: str) -> list[str]:
    plan = make_lesson(story, band=band)
    texts = [text for page in all_pages(plan) for text in words_of(page)]
    return [*texts, *words_of_deck(lesson_slides(plan)), *words_of_quiz(knowledge_quiz(plan))]


@pytest.mark.parametrize("story", ["paper-kite", "moon-soup"])
@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
@pytest.mark.parametrize("what", NEVER)
def test_no_text_holds(what: str, band: str, story: str) -> None:
    pattern = re.compile(NEVER[what], re.I)
    assert [text for text in _everything(story, band) if pattern.search(text.replace("’", "'"))] == []


@pytest.mark.parametrize("story", ["paper-kite", "moon-soup"])
def test_fault_is_only_spoken_of_to_deny_it(story: str) -> None:
    texts = [text for text in _everything(story, "11-13") if "fault" in text]
    assert texts
    assert [text for text in texts if FAULT.search(text) and not DENIED.search(text)] == []


@pytest.mark.parametrize("story", ["paper-kite", "moon-soup"])
def test_nothing_tells_to_copy_or_send_a_private_picture(story: str) -> None:
    for text in _everything(story, "11-13"):
        for sentence in re.split(r"(?<=[.!?])\s", text):
            if SHOWN_COPIES.search(sentence) and "private" in sentence:
                assert DENIED.search(sentence) or "ask" in sentence, sentence


def test_the_youngest_meet_stop_and_tell_and_no_other_step_of_the_ladder() -> None:
    text = "\n".join(words_of_quiz(knowledge_quiz(make_lesson(band="8-10"))))
    assert "STOP" in text
    assert "TELL" in text
    assert "KEEP" not in text
    assert "REPORT" not in text


def _sentences(page: Document) -> list[str]:
    """Running text and lists, without headings and without the services, whose names nobody can change."""
    return [
        plain(text)
        for block in page.blocks
        for text in ((block.text,) if isinstance(block, Paragraph) else block.items if isinstance(block, Items) else ())
    ]


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_the_sheet_with_the_notice_and_help_is_of_grade_five_or_easier(band: str) -> None:
    """Content rule D4: help and privacy text, in every band."""
    page = page_named(make_lesson(band=band), "pupil-notice")
    assert grade(_sentences(page)) <= 5.0
    cut = next(index for index, block in enumerate(page.blocks) if isinstance(block, PageBreak))
    for half in (page.blocks[:cut], page.blocks[cut:]):
        part = Document(id="half", title="", audience="pupil", blocks=half)
        assert grade(_sentences(part)) <= 5.0


@pytest.mark.parametrize("id", ["worksheet", "handout"])
def test_what_pupils_are_asked_is_of_grade_five_or_easier(id: str) -> None:
    page = page_named(make_lesson(), id)
    texts = [plain(block.text) for block in walk(page.blocks) if isinstance(block, Paragraph | Heading)]
    assert grade(texts) <= 5.0


def test_the_letter_is_of_grade_eight_or_easier() -> None:
    assert grade(_sentences(page_named(make_lesson(), "family-letter"))) <= 8.0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("The cat sat on the mat. It was fat.", -3, 1), ("Tell a responsible adult immediately.", 14, 20)],
)
def test_the_grade_is_in_step_with_the_formula(text: str, low: float, high: float) -> None:
    assert low <= grade([text]) <= high


@pytest.mark.parametrize("band", ["8-10", "11-13", "14-17"])
def test_pupils_read_no_sentence_of_more_than_24_words(band: str) -> None:
    plan = make_lesson(band=band)
    for page in all_pages(plan):
        if page.audience == "pupil":
            for text in words_of(page):
                for sentence in re.split(r"(?<=[.!?:])\s|\n", text):
                    assert len(sentence.split()) <= 24, sentence

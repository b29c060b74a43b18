"""The table of a lesson's guide: guide.yaml beside a story."""

from game.content.format.fields import Day, ListOf, OneOf, Record, Reference, WholeNumber, Words, may, need
from game.story.guide import LESSON_MINUTES, LESSON_PARTS, MOST_VOTES

_FOR_TEACHERS = Words()
_FOR_PUPILS = Words(cap="sentence")
_LINES = ListOf(item=_FOR_PUPILS)

STEP = Record(
    name="step",
    fields=(
        need("minutes", WholeNumber(1, max(LESSON_MINUTES)), "How long it takes."),
        need("part", OneOf(LESSON_PARTS), "Which part of the lesson this is."),
        need("text", _FOR_TEACHERS, "What the class does, in a few sentences."),
    ),
)
DURING = Record(
    name="question",
    fields=(
        need(
            "at",
            Words(),
            "The judged message it belongs to: its scene and how it begins, as start/Good game, or its number.",
        ),
        need("ask", _FOR_PUPILS, "The question."),
    ),
)
STANDARD = Record(
    name="standard",
    fields=(
        need("framework", Words(), "What the framework is called."),
        need("edition", Words(blank=True), 'Which edition of it; "" where there is only one.'),
        need("topic", Words(), "The topic in it that this lesson meets."),
        may("code", Words(), "Its code; printed only beside `url` and `verified_on`."),
        may("url", Words(), "The official page on which somebody read the code."),
        may("verified_on", Day(), "The day on which somebody read it there."),
    ),
)
GUIDE = Record(
    name="guide",
    fields=(
        need("story", Reference("story"), "The id of the story."),
        need(
            "path", ListOf(item=Words(), least=1), "The way the class takes: option ids; at a rehearsal role/sentence."
        ),
        need("minutes", OneOf(tuple(str(number) for number in LESSON_MINUTES)), "How long the lesson is."),
        need(
            "aims",
            Record(
                name="list of aims",
                fields=(
                    need("pupils", ListOf(item=_FOR_PUPILS, least=1), "What pupils can do then, in their words."),
                    need("teacher", ListOf(item=_FOR_TEACHERS, least=1), "What the lesson is for, in yours."),
                ),
            ),
            "What the lesson is for.",
        ),
        need("plan", ListOf(item=STEP, least=2), "The steps of the lesson; their minutes add up to its length."),
        need(
            "votes",
            ListOf(item=Words(), least=1, most=MOST_VOTES, distinct=True),
            "Judged messages that the class votes on, as start/Good game or start/1, at most six.",
        ),
        need(
            "questions",
            Record(
                name="list of questions",
                fields=(
                    may("before", _LINES, "What to ask before reading."),
                    may("during", ListOf(item=DURING), "What to ask at a message."),
                    need("after", ListOf(item=_FOR_PUPILS, least=1), "What to ask after reading."),
                ),
            ),
            "What to ask the class; never what somebody should have done.",
        ),
        need("unplugged", _FOR_TEACHERS, "The same without any device."),
        need("for_withdrawn", _FOR_TEACHERS, "An equal activity for who does not take part."),
        need("extension", _FOR_TEACHERS, "For who is done early."),
        need("home", _FOR_PUPILS, "A task for home that nobody has to do and that asks for nothing private."),
        need(
            "vocabulary",
            ListOf(
                item=Record(
                    name="word",
                    fields=(
                        need("word", Words(), "The word."),
                        need("means", _FOR_PUPILS, "What it means, in words of the band."),
                    ),
                )
            ),
            "Words that may be new.",
        ),
        need(
            "support",
            Record(
                name="list of supports",
                fields=(
                    need("reading", _FOR_TEACHERS, "What helps with reading."),
                    need("language", _FOR_TEACHERS, "What helps who learns the language."),
                    need("attention", _FOR_TEACHERS, "What helps to stay with it."),
                ),
            ),
            "What helps whom.",
        ),
        need("standards", ListOf(item=STANDARD), "Curricula that this lesson meets."),
        may("notes", ListOf(item=_FOR_TEACHERS), "Anything else a colleague wants to know."),
    ),
)

"""The end of a lesson plan: what comes after, how the lesson fits every pupil, and what it rests on."""

from game.story.guide import Standard
from lessons.document import Block, Heading, Paragraph, Run, Text
from lessons.pages.teacher_sheet import CLAIM, bold, bullets
from lessons.plan import LessonPlan

SUPPORT = {"reading": "Reading", "language": "Language", "attention": "Attention"}


def after_the_lesson(plan: LessonPlan) -> tuple[Block, ...]:
    """Boosters, differentiation, assistants, withdrawal, standards, sources, what is not known."""
    return (*_later(), *_fitting(plan), *_standards(plan), *_sources())


def _later() -> tuple[Block, ...]:
    return (
        Heading(text="After the lesson"),
        Paragraph(
            text="One lesson is not enough, and this one does not stand alone. What is learned from a game fades.",
            id="not_enough",
        ),
        bullets(
            bold("In about one week:", "a short new story with the same signs (a booster), ten minutes."),
            bold("In about four weeks:", "six practice cards that the class has not seen."),
            bold("Over the year:", "at least four sessions; `looktwice lesson --sequence` lays them out."),
            bold(
                "In the whole school:",
                "lessons on friendship, consent and bodies, the same rules at home (the letter), and a safeguarding "
                "person whom pupils know by face.",
            ),
            id="boosters",
        ),
    )


def _fitting(plan: LessonPlan) -> tuple[Block, ...]:
    guide = plan.guide
    support = [bold(f"{SUPPORT.get(key, key)}:", text) for key, text in guide.support.items()]
    vocabulary = [bold(f"{term.word}:", term.means) for term in guide.vocabulary]
    blocks: list[Block] = [Heading(text="For every pupil")]
    if vocabulary:
        blocks += [Heading(text="Words to explain", level=2), bullets(*vocabulary, id="vocabulary")]
    blocks += [
        Heading(text="Support and special needs", level=2),
        bullets(
            *support,
            bold(
                "Feelings:",
                "many children do not notice what their body says. Ask what is asked for, not what it feels like.",
            ),
            bold("Literal readers:", "say “a catch” and “a string” in plain words: something is wanted in return."),
            bold("Voice:", "votes by card or thumb; telling may be pointed at, signed or written."),
            id="special_needs",
        ),
        Heading(text="Ready for more", level=2),
        Paragraph(
            text=guide.extension
            or "Write one fine message and one with a sign about the same thing, for another team to sort.",
            id="extension",
        ),
        Heading(text="Teaching assistants", level=2),
        bullets(
            "Sit where you see faces. Your first task is the pupil who has gone quiet.",
            "Go out with a pupil who wants to, without asking why, and stay with them.",
            "Read along with who reads slowly; let them vote before they explain.",
            "Note nothing about any pupil's votes. Anything that worries you goes to the teacher the same day.",
            id="assistants",
        ),
        Heading(text="Pupils who withdraw", level=2),
        Paragraph(
            text=guide.for_withdrawn
            or "The same aims with another topic: they sort adverts and offers into honest ones and ones with a catch, "
            "with an adult, in a room where that is usual. Nobody says why they are there.",
            id="withdrawn",
        ),
    ]
    if guide.unplugged:
        blocks += [Heading(text="Without a computer", level=2), Paragraph(text=guide.unplugged)]
    if guide.home:
        blocks += [Heading(text="At home, if they like", level=2), Paragraph(text=guide.home)]
    for note in guide.notes:
        blocks.append(Paragraph(text=note, kind="muted"))
    return tuple(blocks)


def _standards(plan: LessonPlan) -> tuple[Block, ...]:
    if not plan.guide.standards:
        return ()
    return (
        Heading(text="Curriculum"),
        bullets(*(standard_words(each) for each in plan.guide.standards), id="standards"),
        Paragraph(
            text="Frameworks and topics only: codes are printed once somebody has looked them up, with date and "
            "address.",
            kind="muted",
        ),
    )


def _sources() -> tuple[Block, ...]:
    return (
        Heading(text="What this lesson rests on"),
        bullets(
            (
                Run("Signs and how often they were reported: "),
                Run("NCMEC, Online Enticement (see the page with the numbers)."),
            ),
            "Fine messages beside signs, because games that show only danger make people say “danger” more often "
            "rather than tell apart better: Modirrousta-Galian and Higham 2023, Journal of Experimental Psychology: "
            "General.",
            "A why after each answer: Leder and others 2024, same journal. Practice straight after: two preregistered "
            "studies, psy.ox.ac.uk/publications/2010234. Boosters: Maertens and others 2025, Nature Communications.",
            "Telling is practised aloud, because watching alone gave no skill: Beck and Miltenberger 2009.",
            "Not your fault, said plainly: Gubbels and others 2021. Several sessions: Lu and others 2022.",
            "Distancing, right to pass, no role-play of harm, safeguarding first: guidance of the PSHE Association, "
            "the UK Council for Internet Safety, the NSPCC and the NSW Department of Education.",
            id="sources",
        ),
        Paragraph(
            text="Most studies were read as abstracts. "
            + CLAIM
            + " Not known: whether pupils act differently afterwards, and for how long they remember.",
            id="not_known",
        ),
    )


def standard_words(standard: Standard) -> Text:
    """A row of a curriculum; its code only where somebody looked it up (content rule F8)."""
    edition = f", {standard.edition}" if standard.edition else ""
    code = f" ({standard.code}, {standard.url}, checked on {standard.verified_on})" if standard.shows_code else ""
    return bold(f"{standard.framework}{edition}:", f"{standard.topic}{code}")

"""The end of a lesson plan: what comes after, how the lesson fits every pupil, and what it rests on."""

from game.i18n.translator import Translator
from game.shown.labels import Say
from game.story.guide import Standard
from lessons.document import Block, Heading, Paragraph, Text, joined
from lessons.pages.teacher_sheet import bold, bullets, claim
from lessons.plan import LessonPlan
from lessons.told import guided, sourced, strong


def _support_name(words: Translator, kind: str) -> str:
    """What pupils may need support with; another kind in the words of its guide."""
    _ = words.gettext
    return {
        # NOTE: What pupils may need support with, before a colon.
        "reading": _("Reading"),
        # NOTE: What pupils may need support with, before a colon: the language of the lesson.
        "language": words.pgettext("support", "Language"),
        # NOTE: What pupils may need support with, before a colon.
        "attention": _("Attention"),
    }.get(kind, kind)


def after_the_lesson(plan: LessonPlan) -> tuple[Block, ...]:
    """Boosters, differentiation, assistants, withdrawal, standards, sources, what is not known."""
    _ = plan.teacher_words.gettext
    return (*_later(_), *_fitting(plan), *_standards(plan), *_sources(_))


def _later(_: Say) -> tuple[Block, ...]:
    return (
        Heading(text=_("After the lesson")),
        Paragraph(
            text=_("One lesson is not enough, and this one does not stand alone. What is learned from a game fades."),
            id="not_enough",
        ),
        bullets(
            strong(_("*In about one week:* a short new story with the same signs (a booster), ten minutes.")),
            strong(_("*In about four weeks:* six practice cards that the class has not seen.")),
            strong(_("*Over the year:* at least four sessions; `looktwice lesson --sequence` lays them out.")),
            strong(
                _(
                    "*In the whole school:* lessons on friendship, consent and bodies, the same rules at home (the "
                    "letter), and a safeguarding person whom pupils know by face."
                )
            ),
            id="boosters",
        ),
    )


def _fitting(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    guide = plan.guide
    support = [
        strong(
            # NOTE: {kind} is such as "Reading"; {advice} are whole sentences.
            lambda kind, advice: _("*{kind}:* {advice}", kind=kind, advice=advice),
            _support_name(plan.teacher_words, key),
            guided(plan, text),
        )
        for key, text in guide.support.items()
    ]
    vocabulary = [
        strong(
            # NOTE: {word} is a word to explain to pupils, {meaning} what it means.
            lambda word, meaning: _("*{word}:* {meaning}", word=word, meaning=meaning),
            guided(plan, term.word),
            guided(plan, term.means),
        )
        for term in guide.vocabulary
    ]
    blocks: list[Block] = [Heading(text=_("For every pupil"))]
    if vocabulary:
        blocks += [Heading(text=_("Words to explain"), level=2), bullets(*vocabulary, id="vocabulary")]
    blocks += [
        Heading(text=_("Support and special needs"), level=2),
        bullets(
            *support,
            strong(
                _(
                    "*Feelings:* many children do not notice what their body says. Ask what is asked for, not what "
                    "it feels like."
                )
            ),
            strong(_("*Literal readers:* say “a catch” and “a string” in plain words: something is wanted in return.")),
            strong(_("*Voice:* votes by card or thumb; telling may be pointed at, signed or written.")),
            id="special_needs",
        ),
        Heading(text=_("Ready for more"), level=2),
        Paragraph(
            text=guided(plan, guide.extension)
            or _("Write one fine message and one with a sign about the same thing, for another team to sort."),
            id="extension",
        ),
        # NOTE: Heading above advice to adults who help the teacher in class.
        Heading(text=_("Teaching assistants"), level=2),
        bullets(
            _("Sit where you see faces. Your first task is the pupil who has gone quiet."),
            _("Go out with a pupil who wants to, without asking why, and stay with them."),
            _("Read along with who reads slowly; let them vote before they explain."),
            _("Note nothing about any pupil's votes. Anything that worries you goes to the teacher the same day."),
            id="assistants",
        ),
        Heading(text=_("Pupils who withdraw"), level=2),
        Paragraph(
            text=guided(plan, guide.for_withdrawn)
            or _(
                "The same aims with another topic: they sort adverts and offers into honest ones and ones with a "
                "catch, with an adult, in a room where that is usual. Nobody says why they are there."
            ),
            id="withdrawn",
        ),
    ]
    if guide.unplugged:
        blocks += [Heading(text=_("Without a computer"), level=2), Paragraph(text=guided(plan, guide.unplugged))]
    if guide.home:
        blocks += [Heading(text=_("At home, if they like"), level=2), Paragraph(text=guided(plan, guide.home))]
    for note in guide.notes:
        blocks.append(Paragraph(text=guided(plan, note), kind="muted"))
    return tuple(blocks)


def _standards(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    if not plan.guide.standards:
        return ()
    return (
        # NOTE: Heading above what official curricula ask for.
        Heading(text=_("Curriculum")),
        bullets(*(standard_words(plan, each) for each in plan.guide.standards), id="standards"),
        Paragraph(
            text=_(
                "Frameworks and topics only: codes are printed once somebody has looked them up, with date and address."
            ),
            kind="muted",
        ),
    )


def _sources(_: Say) -> tuple[Block, ...]:
    return (
        Heading(text=_("What this lesson rests on")),
        bullets(
            _("Signs and how often they were reported: NCMEC, Online Enticement (see the page with the numbers)."),
            _(
                "Fine messages beside signs, because games that show only danger make people say “danger” more "
                "often rather than tell apart better: Modirrousta-Galian and Higham 2023, Journal of "
                "Experimental Psychology: General."
            ),
            _(
                "A why after each answer: Leder and others 2024, same journal. Practice straight after: two "
                "preregistered studies, psy.ox.ac.uk/publications/2010234. Boosters: Maertens and others 2025, "
                "Nature Communications."
            ),
            _("Telling is practised aloud, because watching alone gave no skill: Beck and Miltenberger 2009."),
            _("Not your fault, said plainly: Gubbels and others 2021. Several sessions: Lu and others 2022."),
            _(
                "Distancing, right to pass, no role-play of harm, safeguarding first: guidance of the PSHE "
                "Association, the UK Council for Internet Safety, the NSPCC and the NSW Department of Education."
            ),
            id="sources",
        ),
        Paragraph(
            text=" ".join(
                (
                    _("Most studies were read as abstracts."),
                    claim(_),
                    _("Not known: whether pupils act differently afterwards, and for how long they remember."),
                )
            ),
            id="not_known",
        ),
    )


def standard_words(plan: LessonPlan, standard: Standard) -> Text:
    """A row of a curriculum as it is written; its code only where somebody looked it up (content rule F8)."""
    _ = plan.teacher_words.gettext
    edition = f", {standard.edition}" if standard.edition else ""
    row = bold(sourced(plan, f"{standard.framework}{edition}:"), sourced(plan, standard.topic))
    if not standard.shows_code:
        return row
    # NOTE: Behind a topic of a curriculum: its code there, the address where somebody looked it up, and when.
    checked = _(
        "({code}, {address}, checked on {date})",
        code=standard.code,
        address=standard.url,
        date=standard.verified_on,
    )
    return joined(row, f" {checked}")

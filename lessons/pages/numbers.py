"""The numbers behind the stories: where they come from, who is affected, who does it, how and why (content rule F14).

Every figure is one of `scenarios/facts.yaml`; no other number stands on this page.
"""

from game.shown.labels import Say
from lessons.document import Block, Document, Heading, Paragraph, Table, Text
from lessons.pages.figures import chart_of, fact_sentence, facts_of, figure_sentence, what_was_counted, without_share
from lessons.pages.teacher_sheet import bullets, claim, draft_note, teacher_sheet
from lessons.plan import LessonPlan
from lessons.told import sourced, strong, woven

METHODS = (
    *("ncmec-private-talk", "ncmec-image-request", "ncmec-rapport", "ncmec-unprompted-image", "ncmec-pretends-younger"),
    *(
        "ncmec-offers-image",
        "ncmec-image-exchange",
        "ncmec-incentives",
        "ncmec-pretends-female",
        "ncmec-pretends-agent",
    ),
    *("ncmec-pretends-known", "ncmec-records", "ncmec-bot", "ncmec-rating"),
)
"""The methods that were counted, in the order of how often they were named."""
REQUIRED = (
    *("where_from", "who_is_affected", "who_does_it", "goals", "methods", "testing_the_waters", "glossary"),
    *("cybertipline", "cvip", "take_it_down", "netsmartz", "not_known"),
)
"""Ids of the statements that this page has to make."""


def numbers_page(plan: LessonPlan) -> Document:
    """For adults only: none of this is in the pupils' files."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "numbers",
        _("Where the numbers come from"),
        draft_note(_),
        *_where_from(plan),
        *_methods(plan),
        *_who(plan),
        *_goals(plan),
        *_later(plan),
        *_words(_),
        *_services(plan),
        *_not_known(_),
    )


def methods_of(plan: LessonPlan) -> tuple[str, ...]:
    """The counted methods that there are, by the ids of their facts."""
    return tuple(id for id in METHODS if id in plan.facts)


def _where_from(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        # NOTE: Heading: where the numbers come from.
        Heading(text=_("The source")),
        Paragraph(
            text=_(
                "The stories rest on an analysis by the National Center for Missing & Exploited Children (NCMEC) "
                "in the United States, published on its page “Online Enticement”."
            ),
            kind="lead",
            id="where_from",
        ),
        bullets(
            *(
                figure_sentence(plan, id)
                for id in ("ncmec-reports-2017", "ncmec-reports-analysed", "ncmec-analysis-year")
            ),
        ),
        Paragraph(
            text=_(
                "Reports are what somebody noticed and sent in. They do not say how many children are affected, "
                "and nothing about any child in your class."
            )
        ),
    )


def _methods(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    chosen = [plan.facts[id] for id in methods_of(plan)]
    counted = [fact for fact in chosen if fact.unit == "percent"]
    rare = [fact for fact in chosen if fact.unit == "percent_under"]
    return (
        Heading(text=_("How: the methods that were counted")),
        chart_of(plan, _("Methods named in the reports"), counted, id="methods"),
        Paragraph(text=_("Less common, each in under 5 percent of the reports:")),
        bullets(*(sourced(plan, without_share(fact)) for fact in rare)),
        Paragraph(
            text=_(
                "Some reports of third parties describe “testing the waters”: adults who talk with one another, "
                "step by step, to find out whether the other has the same interest in harming children. No "
                "figure is given for it. Children do not see it, so no story shows it."
            ),
            id="testing_the_waters",
        ),
    )


def _who(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    victims = ("ncmec-victims-girls", "ncmec-victims-boys", "ncmec-victims-unknown", "ncmec-victims-older-girls")
    ages = ("ncmec-victims-youngest", "ncmec-victims-oldest", "ncmec-victims-mean-age")
    offenders = ("ncmec-offenders-male", "ncmec-offenders-female", "ncmec-offenders-unknown", "ncmec-offenders-known")
    known = ("ncmec-known-family", "ncmec-family-parents", "ncmec-family-siblings")
    ends = ("ncmec-offenders-youngest", "ncmec-offenders-oldest")
    return (
        Heading(text=_("Who is affected")),
        chart_of(plan, _("Children in the reports"), facts_of(plan, victims), id="who_is_affected"),
        bullets(*(figure_sentence(plan, id) for id in ages)),
        Paragraph(text=_("Boys tell less often, so fewer are counted. It happens to every kind of child.")),
        Heading(text=_("Who does it")),
        chart_of(plan, _("People who did it, in the reports"), facts_of(plan, offenders), id="who_does_it"),
        bullets(*(figure_sentence(plan, id) for id in (*ends, *known))),
        Paragraph(
            text=_(
                "Others known to the child were friends of the family, former partners and acquaintances. So the "
                "stories show people known only online and people known well, adults and people of nearly the "
                "same age."
            )
        ),
    )


def _goals(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    every = ("ncmec-goal-images", "ncmec-goal-meet", "ncmec-goal-talk", "ncmec-goal-money")
    known = (
        *("ncmec-known-goal-sex", "ncmec-known-goal-money", "ncmec-known-goal-images"),
        *("ncmec-known-goal-talk", "ncmec-known-goal-revenge"),
    )
    return (
        Heading(text=_("What they wanted")),
        chart_of(plan, _("Goals in all reports"), facts_of(plan, every), id="goals"),
        chart_of(plan, _("Goals of people the child knew"), facts_of(plan, known)),
    )


def _later(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    later = (
        *("ncmec-enticement-2021", "ncmec-enticement-2022", "ncmec-enticement-2023", "cybergrooming-reported"),
        *("esafety-unknown-contact", "thorn-recontacted", "thorn-felt-to-blame", "thorn-feared-family-trouble"),
        *("thorn-teens-alone", "iwf-livestreams-13-or-under"),
    )
    rows = tuple(
        tuple(
            sourced(plan, text)
            for text in (what_was_counted(fact), fact.of, f"{fact.source}, {fact.year}", fact.caution)
        )
        for fact in facts_of(plan, later)
    )
    # NOTE: Head of a column: what was counted.
    what = _("What")
    # NOTE: Head of a column: of whom or of what a figure is a part.
    whole = _("Of")
    # NOTE: Head of a column: who published a figure, and of which year it is.
    source = _("Source, year")
    return (
        Heading(text=_("Later figures, from others")),
        Table(
            head=(what, whole, source, _("To keep in mind")),
            rows=rows,
            widths=(3, 3, 2.4, 3),
            id="later",
        ),
    )


def _words(_: Say) -> tuple[Block, ...]:
    """The words of the Terminology Guidelines (Luxembourg)."""
    return (
        Heading(text=_("Words for adults")),
        bullets(
            strong(
                _(
                    "*Online enticement:* someone uses the internet to win a child for sexual talk, sexual pictures "
                    "or a meeting."
                )
            ),
            strong(_("*Grooming:* building trust with a child in order to harm them.")),
            strong(
                _(
                    "*Sextortion:* threatening to show private pictures unless the child sends more, pays or does "
                    "something else."
                )
            ),
            strong(_("*Child sexual abuse material:* the right name for such pictures and films of children.")),
            strong(_("*Sharing nudes:* what young people say and what guidance says for private pictures they send.")),
            strong(
                _(
                    "*The child is the victim, always.* Words such as “provocative”, “risky behaviour” or “consent” "
                    "do not fit a child here."
                )
            ),
            id="glossary",
        ),
        Paragraph(
            text=_(
                "After the Terminology Guidelines for the Protection of Children from Sexual Exploitation and "
                "Sexual Abuse (Luxembourg Guidelines). These words are for adults: pupils' pages say it more "
                "plainly."
            ),
            kind="muted",
        ),
    )


def _services(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        Heading(text=_("What NCMEC does")),
        bullets(
            strong(
                # NOTE: {since} is a sentence in English: since when there is the service. CyberTipline is its name.
                lambda since: _("*CyberTipline:* takes reports from everybody, for the police. {since}", since=since),
                fact_sentence(plan, "ncmec-cybertipline-since"),
            ),
            id="cybertipline",
        ),
        bullets(
            strong(
                # NOTE: {since} and {found} are sentences in English: since when, and how many children were found.
                lambda since, found: _(
                    "*Child Victim Identification Program:* helps the police to find children who are seen in "
                    "pictures. {since} {found}",
                    since=since,
                    found=found,
                ),
                fact_sentence(plan, "ncmec-cvip-since"),
                fact_sentence(plan, "ncmec-children-identified"),
            ),
            id="cvip",
        ),
        bullets(
            strong(
                _(
                    "*Take It Down:* helps to have private pictures of people under age removed, free and without a "
                    "name. The picture stays on the device; only its fingerprint goes out."
                )
            ),
            id="take_it_down",
        ),
        bullets(
            strong(_("*NetSmartz:* lessons, films and games on online safety for schools and families.")),
            id="netsmartz",
        ),
        Paragraph(text=_take_down_law(plan)),
    )


def _not_known(_: Say) -> tuple[Block, ...]:
    return (
        Heading(text=_("What is not known")),
        Paragraph(
            text=" ".join(
                (
                    _("Whether this game or this lesson changes what children do."),
                    claim(_),
                    _(
                        "Studies of such lessons find that children know more afterwards; that they act differently "
                        "has hardly been shown, and what is learned from a game fades without repetition. That is why "
                        "there are practice, boosters, and fine messages beside signs."
                    ),
                )
            ),
            id="not_known",
        ),
    )


def _take_down_law(plan: LessonPlan) -> Text:
    """That a law binds platforms, with its hours where the facts have them."""
    _ = plan.teacher_words.gettext
    fact = plan.facts.get("us-take-it-down-hours")
    if fact is None:
        return _(
            "In the United States a law with a like name binds platforms: they remove such pictures. It is not the "
            "same thing as the service."
        )
    return woven(
        # NOTE: {deed} says in English what platforms have to do, and within which time.
        lambda deed: _(
            "In the United States a law with a like name binds platforms: they {deed} It is not the same thing as the "
            "service.",
            deed=deed,
        ),
        sourced(plan, f"{fact.what}, within {fact.value} {fact.unit} of a request."),
    )

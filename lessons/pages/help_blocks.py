"""Where help is: the emergency number and the services of the plan's country, as they may be shown on its day."""

from collections.abc import Iterable, Sequence

from game.content.files.helplines import show_row
from game.shown.help_lines import after_contact, how_sure, what_it_does_not
from game.story.values import HelpRow
from lessons.document import Block, Callout, Paragraph, Run, Table, Text, runs
from lessons.plan import LessonPlan

FOR_CHILDREN = ("child_line", "crisis", "take_down", "report", "own_behaviour")
"""Kinds of services that a pupil's page names, one of each at most; a finder where there is no child line."""
FOR_FAMILIES = ("child_line", "crisis", "report", "take_down", "own_behaviour")


def emergency_text(plan: LessonPlan) -> Text:
    """Whom to call in danger; the number is a run of its own."""
    _ = plan.translator.gettext
    number = plan.place.emergency_number
    if not number:
        return _("In danger now? Call the police or an ambulance where you are.")
    return (Run(_("In danger now? Call:")), Run(" "), Run(number, bold=True, ltr=True))


def emergency_line(plan: LessonPlan) -> str:
    """The same in one sentence, for places that hold no runs."""
    _ = plan.translator.gettext
    number = plan.place.emergency_number
    if not number:
        return _("In danger now? Call the police or an ambulance where you are.")
    return _("In danger now? Call {number}.", number=number)


def short_help(plan: LessonPlan) -> Block:
    """A few lines of help for the foot of a page."""
    _ = plan.translator.gettext
    return Callout(
        title=_("Need help?"),
        blocks=(
            Paragraph(text=_("Tell an adult you trust. It is never your fault when someone tricks or pushes you.")),
            Paragraph(text=emergency_text(plan)),
        ),
        kind="help",
        id="short-help",
    )


def help_rows(plan: LessonPlan, purposes: Sequence[str] = FOR_CHILDREN) -> tuple[HelpRow, ...]:
    """The services to show, at most one of each kind, then one finder where no child line is among them."""
    rows = [row for row in plan.place.help_rows if "emergency" not in row.purpose]
    found = [next((row for row in rows if purpose in row.purpose), None) for purpose in purposes]
    shown = list(dict.fromkeys(row for row in found if row is not None))
    if not any("child_line" in row.purpose for row in shown):
        shown += [row for row in rows if "finder" in row.purpose][:1]
    return tuple(shown)


def help_blocks(plan: LessonPlan, purposes: Sequence[str] = FOR_CHILDREN, *, brief: bool = False) -> tuple[Block, ...]:
    """The emergency line, then the services with what happens there and how sure their numbers are.

    `brief` leaves out what happens where what a service does not do is said: adults can do with less.
    """
    _ = plan.translator.gettext
    emergency: Text = emergency_text(plan)
    if plan.place.emergency_number and plan.place.emergency_source:
        source = Run(host_of(plan.place.emergency_source), ltr=True)
        emergency = (*runs(emergency), Run(" · "), Run(_("Source:")), Run(" "), source)
    blocks: list[Block] = [Paragraph(text=emergency, kind="lead", id="emergency")]
    rows = tuple(_service(plan, row, brief=brief) for row in help_rows(plan, purposes))
    if rows:
        head = (_("Who, and how to reach them"), _("What happens"))
        blocks.append(Table(head=head, rows=rows, widths=(6, 4) if brief else (5.6, 4.4), id="services"))
    blocks.append(
        Paragraph(
            text=_(
                "Nobody answers, or they do not believe you? Try the next one. A call can show on a phone bill. "
                "Numbers and hours change, so look at the site first."
            ),
            kind="muted",
            id="next-one",
        )
    )
    return tuple(blocks)


def _service(plan: LessonPlan, row: HelpRow, *, brief: bool) -> tuple[Text, ...]:
    """One service as a row: its name, how to reach it, how sure that is; what happens there.

    The site comes first: it is what stays right for longest.
    """
    _ = plan.translator.gettext
    shown = show_row(row, plan.today)
    contacts = (
        Run(bare(shown.web), ltr=True),
        Run(shown.phone, bold=True, ltr=True),
        Run(shown.text_or_chat, ltr=True),
        Run(shown.hours, ltr=True),
    )
    lines = (Run(row.organisation, bold=True, ltr=True), *contacts, Run(how_sure(_, shown)))
    limit, happens = what_it_does_not(_, row), after_contact(_, row.purpose)
    said = limit if brief and limit else "\n".join(text for text in (happens, limit) if text)
    return (_one_below_the_other(run for run in lines if run.text), said)


def _one_below_the_other(lines: Iterable[Run]) -> Text:
    return tuple(run for number, line in enumerate(lines) for run in ((Run("\n"), line) if number else (line,)))


def bare(address: str) -> str:
    """A web address as people write it."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def host_of(address: str) -> str:
    """The site of a web address alone."""
    return bare(address).partition("/")[0]

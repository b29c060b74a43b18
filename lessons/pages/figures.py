"""Figures of `scenarios/facts.yaml` as a page for teachers prints them: as they were written, in English."""

from collections.abc import Sequence

from game.content.files.facts_reader import Fact
from lessons.document import Bar, Chart, Text, joined, runs
from lessons.plan import LessonPlan
from lessons.told import sourced, woven


def facts_of(plan: LessonPlan, ids: Sequence[str]) -> list[Fact]:
    """Those of the figures that there are, in this order."""
    return [plan.facts[id] for id in ids if id in plan.facts]


def chart_of(plan: LessonPlan, title: str, facts: Sequence[Fact], *, id: str = "") -> Chart:
    """Bars of shares with their source and every caution that holds for one of them."""
    _ = plan.teacher_words.gettext
    cautions = list(dict.fromkeys(fact.caution for fact in facts if fact.caution))
    sources = [
        # NOTE: Below a chart. {source} is who published the figures, {year} the year that they count.
        woven(lambda who, year: _("{source}, reports of {year}", source=who, year=year), sourced(plan, source), year)
        for source, year in dict.fromkeys((fact.source, fact.year) for fact in facts)
    ]
    listed = joined(*[part for one in sources for part in ("; ", one)][1:])
    return Chart(
        title=title,
        bars=tuple(Bar(_short(fact), float(fact.value), _shown(fact)) for fact in facts),
        # NOTE: Below a chart. {sources} are one or more sources.
        source=woven(lambda sources: _("Source: {sources}.", sources=sources), listed),
        caution=sourced(plan, " ".join(cautions)),
        id=id,
    )


def _short(fact: Fact) -> str:
    text = fact.what
    for word in ("nearly ", "around "):
        text = text.removeprefix(f"{word}{fact.value} percent ")
    return text[:1].upper() + text[1:]


def what_was_counted(fact: Fact) -> str:
    """What was counted, with its share where the words do not say it themselves."""
    says_it = fact.unit != "percent" or fact.what.startswith(("about ", "at least ", "1 in "))
    return fact.what if says_it else f"{fact.value} percent {fact.what}"


def _shown(fact: Fact) -> str:
    about = next((word for word in ("nearly", "around") if fact.what.startswith(f"{word} ")), "")
    return f"{about} {fact.value} %".strip()


def without_share(fact: Fact) -> str:
    """A figure that is one of several below a share: what it counts."""
    return fact.what.partition(": ")[2] or fact.what


def fact_sentence(plan: LessonPlan, id: str) -> Text:
    """What a figure counts, as a sentence; empty for one that is not there."""
    fact = plan.facts.get(id)
    return sourced(plan, f"{fact.what[:1].upper()}{fact.what[1:]}.") if fact is not None else ""


def figure_sentence(plan: LessonPlan, id: str) -> Text:
    """A figure as a sentence, in English, as all figures are."""
    fact = plan.facts.get(id)
    if fact is None:
        return ""
    words = f"{fact.what[:1].upper()}{fact.what[1:]}"
    if fact.unit == "percent" and fact.value not in fact.what:
        words = f"{fact.value} percent {fact.what}"
    words = f"{words} (of: {fact.of})" if fact.unit == "percent" else words
    said = sourced(plan, f"{words}.")
    return (*runs(said), *runs(sourced(plan, f" {fact.caution}"))) if fact.caution else said

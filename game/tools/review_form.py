"""The form on which two people sign a story: what the program has looked at, and what only people can say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from game.design import PALETTES
from game.story.model import Scenario
from game.tools.svg_words import FONT, content

SAFEGUARDING: Final = (
    "No line could serve anybody as a script: the sign is seen, the method is not.",
    "Nothing sexual anywhere, no hint either; behind a hidden tile there is nothing.",
    "Each message is judged right: no sign was missed, and nothing harmless is called not OK.",
    "The adults in it answer as you would want it: no secrecy promised, no blame, nobody confronted.",
    "The unsafe person is no stereotype. Nobody real, no real case, no brand.",
    "A child to whom it happened reads: not my fault, there is a way, and if one adult fails, another.",
    "A child who lives with something like it may read this in class, or the topic note warns them.",
)
"""What a person trained in safeguarding answers."""
EDUCATOR: Final = (
    "Children of this band would want to know how it ends. The voices are theirs.",
    "Words and jokes fit the band, and a new word is explained where it comes.",
    "The harmless messages are as interesting as the others, and nothing gives the answers away.",
    "Names, families and lives are those of real classrooms, and nobody is laughed at.",
    "The choices are real ones. A less safe one gets kind words and another go.",
    "The guide works with 30 pupils in the time it names; who withdraws has something of equal worth.",
)
"""What an educator of the band answers."""
_PAPER: Final = PALETTES["paper"]
_FINGERPRINT: Final = 12


def fingerprint(story: bytes) -> str:
    """Return the first 12 signs of the SHA-256 of a story's file: a signature is for this text and no other."""
    return hashlib.sha256(story).hexdigest()[:_FINGERPRINT]


def write_form(scenario: Scenario, names: Mapping[str, str], mark: str, counts: tuple[int, int]) -> str:
    """Return the form as a web page of one sheet of A4. `names` are the signs' names by id, `mark` the fingerprint.

    `counts` are the errors and warnings that `check` finds in the story.
    """
    rows = "".join(
        f"<tr><th>{content(name)}</th><td>{content(said)}</td></tr>" for name, said in _facts(scenario, names, counts)
    )
    title = f"Review of {scenario.title}"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{content(title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f"<h1>{content(title)}</h1>\n<p>{_state(scenario)} Fingerprint of the text: <code>{mark}</code></p>\n"
        f"<table class=facts>{rows}</table>\n"
        f"<p>Read the whole story first: <code>looktwice play {scenario.id}</code>, to each ending, and as a page "
        f"(<i>Read it as a page</i>). Then its guide: <code>looktwice lesson {scenario.id}</code>. "
        "One no is enough for the story to stay a draft; say where.</p>\n"
        f"{_questions('For somebody trained in safeguarding', SAFEGUARDING)}\n"
        f"{_questions(f'For an educator of the band {scenario.band}', EDUCATOR)}\n"
        "<section class=sign><p>I have read the whole story of this fingerprint, in every branch. "
        "My signature says that it may be shown to children of its band; it does not say that it works.</p>\n"
        f"{_line('Safeguarding')}{_line('Educator')}</section>\n"
        "<p class=small>Whoever keeps the story writes both into scenario.yaml, with the names as signed: "
        "<code>review: {safeguarding: {by: ..., role: ..., on: 2026-01-31}, educator: {by: ..., role: ..., "
        "on: 2026-01-31}}</code> After that, any change of the text needs both again.</p>\n</body>\n</html>\n"
    )


def form_of(file: Path, scenario: Scenario, names: Mapping[str, str], counts: tuple[int, int]) -> str:
    """Return the form for a story's file, as `write_form` makes it. OSError where the file cannot be read."""
    return write_form(scenario, names, fingerprint(file.read_bytes()), counts)


def _state(scenario: Scenario) -> str:
    if scenario.is_draft:
        return "This story is a draft: it does not bear both signatures."
    return "This story bears two signatures; this form is for reading it again."


def _facts(scenario: Scenario, names: Mapping[str, str], counts: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """What the story is, and what the program has counted in it."""
    judged = [message for _, message in scenario.messages() if message.counts]
    signs = sum(message.is_sign for message in judged)
    hidden = sum(message.hidden is not None for _, message in scenario.messages())
    endings = [ending.outcome.replace("_", " ") for _, ending in scenario.endings()]
    choices = sum(1 for _ in scenario.choices())
    unsafe = [
        ", ".join(
            word.replace("_", " ")
            for word in (one.short_name, one.knows_from or "", one.facts.age_group, one.facts.relation)
            if word and word != "unknown"
        )
        for one in scenario.people.values()
        if one.facts.unsafe
    ]
    taught = [names.get(sign, sign) for sign in scenario.teaches.signs]
    errors, warnings = counts
    yield (
        "For",
        f"{scenario.band}, {scenario.minutes} minutes, level {scenario.level}; the player is: {scenario.player}",
    )
    yield "Topic note", scenario.content_note
    yield "Signs", "; ".join(taught) or "none: nothing is wrong in it"
    yield "Not OK is", "; ".join(unsafe) or "nobody"
    yield (
        "Counted",
        (
            f"{signs} signs, {len(judged) - signs} harmless messages, {hidden} hidden tiles, {choices} choices; "
            f"endings: {', '.join(endings)}; "
            f"the program finds {_number(errors, 'error')}, {_number(warnings, 'warning')}"
        ),
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _questions(title: str, questions: Sequence[str]) -> str:
    rows = "".join(f"<tr><td>{content(one)}</td><td></td><td></td><td></td></tr>" for one in questions)
    heads = "<tr><th></th><th>yes</th><th>no</th><th>where, what</th></tr>"
    return f"<h2>{content(title)}</h2>\n<table class=asked>{heads}{rows}</table>"


def _line(title: str) -> str:
    return f"<p><b>{title}</b> name <u></u> profession <u></u> date <u class=short></u></p>\n"


def _style() -> str:
    return (
        "@page{size:A4;margin:12mm}"
        f"body{{font:9.6pt/1.3 {FONT};color:{_PAPER['ink']};max-width:186mm;margin:6mm auto}}"
        "h1{font-size:15pt;margin:0}h2{font-size:10.5pt;margin:2.6mm 0 1mm}p{margin:1.4mm 0}"
        "table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:600}"
        f".facts th{{width:24mm;vertical-align:top}}.facts td,.facts th{{padding:.4mm 1mm .4mm 0}}"
        f".asked td,.asked th{{border:.3mm solid {_PAPER['edge']};padding:.8mm 1.4mm}}"
        ".asked th:nth-child(2),.asked th:nth-child(3){width:9mm}.asked th:last-child{width:52mm}"
        ".sign u{display:inline-block;border-bottom:.3mm solid;width:46mm;height:6mm;text-decoration:none}"
        ".sign u.short{width:26mm}code{font-size:.92em}"
        f".small{{font-size:8.4pt;color:{_PAPER['muted']}}}"
        "@media print{body{margin:0;max-width:none}}"
    )

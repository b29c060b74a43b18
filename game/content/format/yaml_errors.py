"""What the YAML parser's complaints mean to somebody who has never programmed."""

import re
from typing import Any

import yaml

from game.content.format.diagnostics import Diagnostic, find
from game.content.format.source_text import SourceText
from game.content.format.spans import Span
from game.content.format.yaml_loader import PatientLoader

_COLON_HINT = 'A text that holds ": " goes in quotes: why: "Two things: a present and a secret."'
_INDENT_HINT = "Give the lines that belong together the same number of blanks at their beginning."
_QUOTE_HINT = "Quotes inside quotes: begin and end with the other kind, as in 'Sam says \"no\".', or leave them out."

# (part of the parser's problem, slug, message, hint): the first that fits is said.
_KNOWN: tuple[tuple[str, str, str, str], ...] = (
    ("mapping values are not allowed", "yaml-syntax", "A second colon stands where none can be read.", _COLON_HINT),
    ("could not find expected ':'", "yaml-syntax", "This line is a key or a text without its colon.",
     "Write `key: text`. A text that runs on is indented deeper than its key."),
    ("did not find expected key", "yaml-syntax", "Something here does not fit the lines above it.", _INDENT_HINT),
    ("expected <block end>, but found '-'", "yaml-syntax", "This dash is indented differently from its list.",
     _INDENT_HINT),
    ("expected <block end>, but found '<scalar>'", "yaml-syntax", "More text stands behind the closing quote.",
     _QUOTE_HINT),
    ("expected <block end>", "yaml-syntax", "This line is indented differently from those it belongs to.",
     _INDENT_HINT),
    ("expected ',' or '}'", "yaml-syntax", "Between { and } a comma or the closing } is missing here.",
     "Put a comma between two keys, a } at the end, and text that holds a comma in quotes."),
    ("expected ',' or ']'", "yaml-syntax", "Between [ and ] a comma or the closing ] is missing here.",
     "Put a comma between two entries, a ] at the end, and text that holds a comma in quotes."),
    ("expected the node content, but found", "yaml-syntax", "A value is missing here, or this sign cannot begin one.",
     "Put text that begins with a special sign in quotes."),
    ("expected alphabetic or numeric character", "yaml-feature", "`&` or `*` begins an anchor or alias here.",
     "Put text that begins with & or * in quotes."),
    ("escape", "yaml-syntax", "A backslash inside double quotes has a special meaning.",
     "Use single quotes for a text with a backslash, or leave it out."),
    ("expected a comment or a line break", "yaml-syntax", "A text cannot begin with > or |.", "Put it in quotes."),
    ("mapping keys are not allowed", "yaml-syntax", "A text cannot begin with ? and a blank.", "Put it in quotes."),
    ("sequence entries are not allowed", "yaml-syntax", "A list cannot begin on this line.",
     "Begin it on the next line, indented, with a dash before every entry."),
    ("block sequence entries", "yaml-syntax", "A list cannot begin on this line.",
     "Begin it on the next line, indented, with a dash before every entry."),
    ("'%'", "yaml-syntax", "A text cannot begin with %.", "Put it in quotes."),
    ("'@'", "yaml-syntax", "A text cannot begin with @.", "Put it in quotes. No account's @name may stand there."),
    ("'`'", "yaml-syntax", "A text cannot begin with `.", "Put it in quotes."),
)  # fmt: skip

_AFTER_A_TEXT = ("but found '<scalar>'", "but got '<scalar>'", "expected ',' or")
"""Where one of these is said, the text before may have been closed by a quotation mark that opens another one."""


def explain_yaml_error(error: Exception, source: SourceText) -> Diagnostic:
    """Turn an error of the parser into a finding at the place where the author can mend it."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opening = getattr(error, "context_mark", None)
    line = min(mark.line, len(source.lines) - 1) if mark is not None else 0
    if "quoted scalar" in context and opening is not None and "escape" not in problem and "escape" not in context:
        span = _place(source, opening.line, opening.column)
        message = "This quotation mark is opened and never closed."
        return find("unclosed-quote", span, message, "Write the same quotation mark at the end of the text.")
    tab = _tab_before(source, line)
    if tab is not None:
        message = "A tab stands at the beginning of this line."
        return find("tab-indent", tab, message, "Replace it by blanks, two for each step, as in the lines around it.")
    for explain in (_quote_that_ran_on, _dash_without_blank, _bracket_that_ran_on, _key_inside_text):
        found = explain(problem, mark, opening, source)
        if found is not None:
            return found
    for part, slug, message, hint in _KNOWN:
        if part in problem:
            return find(slug, _place_of_mark(source, mark, opening, problem), message, hint)
    said = f": {problem}" if problem else ""
    message = f"This line cannot be read as YAML{said}."
    return find(
        "yaml-syntax", _place_of_mark(source, mark, opening, problem), message, "Compare it with a line that works."
    )


def _dash_without_blank(problem: str, mark: Any, opening: Any, source: SourceText) -> Diagnostic | None:
    """Find `-kai: Hello`, which is no entry of a list; as the first of a list it is noticed a line late."""
    if mark is None or mark.line >= len(source.lines):
        return None
    number, match = mark.line, re.match(r"\s*-(?=[^\s-])", source.lines[mark.line])
    if match is None:
        number = _line_above(source, mark.line)
        match = re.match(r"\s*-(?=\w[\w-]*:(?:\s|$))", source.lines[number])
    if match is None:
        return None
    message, hint = "This dash has no blank behind it.", "Write `- kai: Hello`, with a blank behind the dash."
    return find("yaml-syntax", _place(source, number, match.end() - 1), message, hint)


def _quote_that_ran_on(problem: str, mark: Any, opening: Any, source: SourceText) -> Diagnostic | None:
    """Find a text whose quotation mark was closed by the opening one of another text, often lines later."""
    if not any(part in problem for part in _AFTER_A_TEXT) or mark is None:
        return None
    quoted = _token_before(source, mark)
    if not isinstance(quoted, yaml.ScalarToken) or quoted.plain or quoted.style not in ("'", '"'):
        return None
    closing = quoted.end_mark.index - 1
    before, after = source.text[closing - 1], source.text[closing + 1 : closing + 2]
    is_short = quoted.start_mark.line == quoted.end_mark.line
    opens_another = (before.isspace() or before in "([{") and not after.isspace()
    # `'Don` closes with an apostrophe; within one line that is a quotation mark inside a text, and said in other words.
    if closing <= quoted.start_mark.index or not (opens_another or (after.isalnum() and not is_short)):
        return None
    message = "This quotation mark is opened and never closed."
    hint = "Write the same quotation mark at the end of the text."
    return find("unclosed-quote", _place(source, quoted.start_mark.line, quoted.start_mark.column), message, hint)


def _token_before(source: SourceText, mark: Any) -> Any:
    """Return the last thing that the parser read before the place where it stopped, or None."""
    last = None
    try:
        for token in yaml.scan(source.text, Loader=PatientLoader):
            if token.start_mark.index >= mark.index:
                break
            last = token
    except (yaml.YAMLError, ValueError, OverflowError):
        pass
    return last


def _bracket_that_ran_on(problem: str, mark: Any, opening: Any, source: SourceText) -> Diagnostic | None:
    """Find a { or [ that was never closed: the next key of the map around it is read as if it were inside."""
    match = re.search(r"expected ',' or '([}\]])'", problem)
    if match is None or mark is None or opening is None or mark.line <= opening.line:
        return None
    before = re.match(r"[\s-]*", source.lines[opening.line])
    if _indent(source.lines[min(mark.line, len(source.lines) - 1)]) > (before.end() if before else 0):
        return None
    sign = "{" if match.group(1) == "}" else "["
    message, hint = f"This {sign} is opened and never closed.", f"Write {match.group(1)} where it ends."
    if " #" in source.lines[opening.line][opening.column :]:
        message = f"Behind a # nothing is read, so the {match.group(1)} of this {sign} is missing."
        hint = "Put a text that holds a # in quotes."
    return find("yaml-syntax", _place(source, opening.line, opening.column), message, hint)


def _key_inside_text(problem: str, mark: Any, opening: Any, source: SourceText) -> Diagnostic | None:
    """Find a line that looks like a key and is read as the rest of the text above it."""
    if "mapping values are not allowed" not in problem or mark is None or mark.line >= len(source.lines):
        return None
    line = source.lines[mark.line]
    if ":" in line[: mark.column] or mark.line == 0:
        return None
    above = _line_above(source, mark.line)
    if re.fullmatch(r"\s*[\w-]+\s*", source.lines[above]):
        message = "This line is a key or a text without its colon."
        hint = "Write `key:` or `key: text`."
        return find("yaml-syntax", _place(source, above, _indent(source.lines[above])), message, hint)
    entry = _entry_without_colon(source, mark.line)
    if entry is not None:
        message = "A colon is missing behind the first word here."
        hint = "Write `- kai: Hello`, or put the whole text in quotes."
        return find("yaml-syntax", entry, message, hint)
    message = "This line is read as part of the text above it, and holds a colon."
    hint = (
        "A key of its own is indented like the keys around it. If it belongs to the text, put the whole text in quotes."
    )
    return find("yaml-syntax", _place(source, mark.line, _indent(line)), message, hint)


def _entry_without_colon(source: SourceText, line: int) -> Span | None:
    """Return the place of the entry of a list which the text above a line began, if no colon stands in it."""
    for number in range(line - 1, max(-1, line - 10), -1):
        text = source.lines[number]
        if re.search(r":(?:\s|$)", text):
            return None
        entry = re.match(r"\s*-\s+(?=[^\s'\"\[{])", text)
        if entry:
            return _place(source, number, entry.end()) if _indent(text) < _indent(source.lines[line]) else None
    return None


def _line_above(source: SourceText, line: int) -> int:
    """Return the number of the nearest line above that is neither blank nor a comment; the line itself if none is."""
    above = (number for number in range(line - 1, -1, -1) if re.match(r"\s*[^\s#]", source.lines[number]))
    return next(above, line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _place_of_mark(source: SourceText, mark: Any, opening: Any, problem: str) -> Span:
    """Return the place to point at; at the end of the file, where what is unfinished began."""
    if mark is None:
        return _place(source, 0, 0)
    at_end = mark.line >= len(source.lines) - 1 and not source.lines[-1][mark.column :].strip()
    begins_there = "could not find expected ':'" in problem or "alphabetic or numeric" in problem
    if (at_end or begins_there) and opening is not None:
        return _place(source, opening.line, opening.column)
    return _place(source, mark.line, mark.column)


def _tab_before(source: SourceText, line: int) -> Span | None:
    """Return the first tab in the indent of a line, or of the one above where the parser noticed late."""
    for number in (line, line - 1):
        if 0 <= number < len(source.lines):
            text = source.lines[number]
            column = text[: len(text) - len(text.lstrip())].find("\t")
            if column >= 0:
                return _place(source, number, column)
    return None


def _place(source: SourceText, line: int, column: int) -> Span:
    """Return the span of one character, by a line and a column that count from 0, kept inside the file."""
    line = max(0, min(line, len(source.lines) - 1))
    column = max(0, min(column, len(source.lines[line])))
    return Span(source.path, line + 1, column + 1, column + 2)

"""What stands on the author's desk at a moment: what is said, the tools with their values, the rows of a list."""

from dataclasses import dataclass

from game.i18n.catalogues import SOURCE
from game.story.model import Scenario
from game.studio.preview.desk import Panel, Sheet
from game.studio.preview.lists import Row, key_rows, scene_rows
from game.studio.preview.strip import Tool
from game.studio.preview.version import Version, count_words

__all__ = ["Outline", "make_sheet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What there is to tell an author at a moment."""

    file: str
    """The name of the story's file, as findings have it."""
    version: Version
    """The version of the file that was read last."""
    story: Scenario | None
    """The one that is played, as it was written."""
    shows_old: bool
    """Whether that is an earlier one than the file's."""
    opened: Panel
    """What is open over the story."""
    said: str
    """What became of the place when the last version came."""
    stuck: str
    """Why the story cannot go on, if it cannot."""
    scene: str
    """The scene that is played; empty where none is."""
    language: str
    language_name: str
    in_english: bool
    """Whether the story is shown in English for want of any line in the language."""
    missing: int
    """How many of its lines the language lacks."""
    device: str
    theme: str
    text_size: int
    shows_marks: bool


def make_sheet(outline: Outline) -> Sheet:
    """The desk's sheet; equal sheets look the same."""
    tools = _tools(outline)
    return Sheet(
        said=_say(outline),
        version_said=_say_version(outline),
        tools=tools,
        findings=outline.version.findings,
        rows=_rows(outline, tools),
        has_story=outline.story is not None,
    )


def _rows(outline: Outline, tools: tuple[Tool, ...]) -> tuple[Row, ...]:
    if outline.opened == "keys":
        return key_rows(tools)
    if outline.opened == "scenes" and outline.story is not None:
        return scene_rows(outline.story, outline.scene)
    return ()


def _say(outline: Outline) -> str:
    """What stops the story, else what became of the place, else how the file is."""
    if outline.stuck and outline.story is not None and not outline.shows_old:
        return outline.stuck
    if outline.said:
        return outline.said
    if outline.version.is_sound:
        return _say_language(outline)
    # The panel of findings says the same, where it is open.
    return outline.file if outline.opened == "findings" else _say_version(outline)


def _say_version(outline: Outline) -> str:
    if outline.story is None:
        return "Too little can be read for the story to be played."
    if outline.version.scenario is None:
        return "The file cannot be played as it is. You see the last version that could."
    if outline.shows_old:
        return "This version cannot be shown at this place. You see the one before."
    if outline.version.errors:
        return "You see the story as it is. With an error it is offered to no child."
    return "You see the story as it is."


def _say_language(outline: Outline) -> str:
    if outline.language == SOURCE or outline.story is None:
        return f"{outline.file}, as saved"
    missing = outline.missing
    if outline.in_english:
        return "No line of this story is in this language, so children get it in English."
    if missing:
        return f"{missing} line{'' if missing == 1 else 's'} not translated: children get this story in English."
    return f"{outline.file}, every line translated"


def _tools(outline: Outline) -> tuple[Tool, ...]:
    opened, version, marks = outline.opened, outline.version, outline.shows_marks
    found = count_words(version.findings)
    return (
        Tool(what="findings", key="F6", name="Findings", value=found, is_urgent=bool(version.errors)),
        Tool(what="restart", key="F2", name="Restart", rank=3),
        Tool(what="scenes", key="F3", name="Scenes", rank=1, is_on=opened == "scenes"),
        Tool(what="marks", key="F4", name="Marks", value=f"Marks {'on' if marks else 'off'}", rank=2, is_on=marks),
        Tool(what="read", key="F5", name="Read the file again", rank=9),
        Tool(what="language", key="F7", name="Language", value=outline.language_name, rank=4),
        Tool(what="size", key="F8", name="Screen", value=outline.device.capitalize(), rank=5),
        Tool(what="theme", key="F9", name="Theme", value=outline.theme.capitalize(), rank=6),
        Tool(what="text", key="F10", name="Text size", value=f"{outline.text_size} %", rank=7),
        Tool(what="keys", key="F1", name="Keys", is_on=opened == "keys"),
    )

"""What stands on the author's desk at a moment: what is said, the tools with their values, the rows of a list."""

from typing import TYPE_CHECKING

from game.i18n.catalogues import SOURCE
from game.studio.preview.desk import Sheet
from game.studio.preview.lists import Row, key_rows, scene_rows
from game.studio.preview.strip import Tool
from game.studio.preview.version import count_words

if TYPE_CHECKING:
    from game.studio.preview.stage import PreviewStage

__all__ = ["make_sheet"]


def make_sheet(stage: "PreviewStage") -> Sheet:
    """The desk's sheet for what the stage shows now; equal sheets look the same."""
    tools = _tools(stage)
    return Sheet(
        said=_say(stage),
        version_said=_say_version(stage),
        tools=tools,
        findings=stage.version.findings,
        rows=_rows(stage, tools),
        has_story=stage.has_story,
    )


def _rows(stage: "PreviewStage", tools: tuple[Tool, ...]) -> tuple[Row, ...]:
    if stage.desk.open == "keys":
        return key_rows(tools)
    if stage.desk.open == "scenes" and stage.story is not None:
        playing = stage.session.playing if stage.session.screen == "story" else None
        return scene_rows(stage.story, playing.state.next.scene if playing is not None else "")
    return ()


def _say(stage: "PreviewStage") -> str:
    """What stops the story, else what became of the place, else how the file is."""
    if stage.session.stuck and stage.has_story and not stage.shows_old:
        return stage.session.stuck
    if stage.said:
        return stage.said
    if stage.version.is_sound:
        return _say_language(stage)
    # The panel of findings says the same, where it is open.
    return stage.shown if stage.desk.open == "findings" else _say_version(stage)


def _say_version(stage: "PreviewStage") -> str:
    if not stage.has_story:
        return "Too little can be read for the story to be played."
    if stage.version.scenario is None:
        return "The file cannot be played as it is. You see the last version that could."
    if stage.shows_old:
        return "This version cannot be shown at this place. You see the one before."
    if stage.version.errors:
        return "You see the story as it is. With an error it is offered to no child."
    return "You see the story as it is."


def _say_language(stage: "PreviewStage") -> str:
    language, story = stage.session.language, stage.story
    if language == SOURCE or story is None:
        return f"{stage.shown}, as saved"
    missing = stage.languages.missing(language, story)
    if stage.session.translations.in_english:
        return "No line of this story is in this language, so children get it in English."
    if missing:
        return f"{missing} line{'' if missing == 1 else 's'} not translated: children get this story in English."
    return f"{stage.shown}, every line translated"


def _tools(stage: "PreviewStage") -> tuple[Tool, ...]:
    settings, opened = stage.session.settings, stage.desk.open
    names = dict(stage.languages.names())
    found, marks = count_words(stage.version.findings), "on" if stage.app.shows_marks else "off"
    return (
        Tool(what="findings", key="F6", name="Findings", value=found, is_urgent=bool(stage.version.errors)),
        Tool(what="restart", key="F2", name="Restart", rank=3),
        Tool(what="scenes", key="F3", name="Scenes", rank=1, is_on=opened == "scenes"),
        Tool(what="marks", key="F4", name="Marks", value=f"Marks {marks}", rank=2, is_on=stage.app.shows_marks),
        Tool(what="read", key="F5", name="Read the file again", rank=9),
        Tool(what="language", key="F7", name="Language", value=names[stage.session.language], rank=4),
        Tool(what="size", key="F8", name="Screen", value=stage.device.name.capitalize(), rank=5),
        Tool(what="theme", key="F9", name="Theme", value=settings.theme.capitalize(), rank=6),
        Tool(what="text", key="F10", name="Text size", value=f"{settings.text_size} %", rank=7),
        Tool(what="keys", key="F1", name="Keys", is_on=opened == "keys"),
    )

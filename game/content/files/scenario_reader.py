"""Reads a story's file into a Scenario, with everything that is wrong with its form in one run."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.content.files.gaps import Gaps, find_gaps
from game.content.files.reading import Reading
from game.content.files.scenario_fields import FORMAT, SCENARIO
from game.content.format.diagnostics import Diagnostic, closest, with_snippets
from game.content.format.field_reader import FieldReader, ReadBeat
from game.content.format.node_places import NodePlaces
from game.content.format.reminders import TODO, without_reminders
from game.content.format.yaml_nodes import Document, Map, Node, parse_yaml, read_yaml
from game.story.model import (
    Beat,
    Chat,
    Choice,
    Debrief,
    Ending,
    Facts,
    Go,
    In,
    Later,
    Message,
    Note,
    Option,
    Person,
    Pulse,
    Reaction,
    Rehearse,
    Review,
    Scenario,
    Scene,
    Series,
    SignOff,
    Sticker,
    Teaches,
)

_MOST_COMPARED = 50


def read_scenario(path: Path, shown: str | None = None) -> Reading:
    """Read a story's file. Never raises; `shown` is the name that findings give the file (else its path)."""
    return _read(read_yaml(path, shown))


def parse_scenario(text: str | bytes, path: str = "scenario.yaml") -> Reading:
    """Read a story out of memory, as from a file of this name. Never raises."""
    return _read(parse_yaml(text, path))


def _read(document: Document) -> Reading:
    reader = FieldReader()
    root = document.root
    if root is not None and document.source is not None and TODO in document.source.text:
        root = without_reminders(root, reader.problems)
    spans = NodePlaces(document.path, root, reader.misspelt)
    scenario: Scenario | None = None
    gaps = Gaps()
    if isinstance(root, Map):
        people = root.get("people") or _find_misspelt_people(root)
        reader.people = tuple(people.entries) if isinstance(people, Map) else ()
        values = reader.read_record(SCENARIO, root, root.span) or {}
        _check_format(values, spans, reader)
        gaps = find_gaps(values, spans, reader.unknown)
        scenario = _build_scenario(values, spans)
    elif root is not None:
        message = "This is no story: one begins with `format: 1` and has a key and a colon in each line."
        reader.note("wrong-shape", root.span, message, "`looktwice new` writes a story to begin with.")
    is_playable = (
        scenario is not None
        and any(person.part == "friend" for person in scenario.people.values())
        and bool(scenario.scenes)
        and not gaps.in_any_scene
    )
    found = [*document.diagnostics, *reader.problems]
    return Reading(
        path=document.path,
        scenario=scenario if is_playable else None,
        draft=scenario,
        diagnostics=tuple(_mend_hint(one) for one in with_snippets(found, document.path, document.lines)),
        spans=spans,
        source=document.source,
        texts=tuple(reader.texts),
        gaps=gaps,
    )


def _mend_hint(one: Diagnostic) -> Diagnostic:
    """Say so where nothing stands behind a key because # began a comment."""
    if one.slug == "empty-value" and one.snippet and re.match(r":\s+#", one.snippet[one.span.end_column - 1 :]):
        return replace(one, hint="A # begins a comment, which nobody reads. Put a text that begins with # in quotes.")
    return one


def _check_format(values: Mapping[str, Any], spans: NodePlaces, reader: FieldReader) -> None:
    number = values.get("format")
    if number is not None and number != FORMAT:
        message = f"This story is written in format {number}; this program reads format {FORMAT}."
        reader.note(
            "wrong-format", spans.value("format"), message, "Get a newer version of the game, or write format: 1."
        )


def _find_misspelt_people(root: Map) -> Node | None:
    """Return what stands behind a misspelt `people`; without it nobody who writes would be known."""
    keys = [key for key in root.entries if key not in SCENARIO.keys][:_MOST_COMPARED]
    found = next((key for key in keys if closest(key, SCENARIO.keys) == "people"), None)
    return root.get(found) if found is not None else None


def _build_scenario(values: Mapping[str, Any], spans: NodePlaces) -> Scenario:
    """Build the story; something harmless stands in place of what could not be read."""
    people = {key: _build_person(key, one) for key, one in (values["people"] or {}).items()}
    chats = {key: _build_chat(key, one) for key, one in (values["chats"] or {}).items() if one is not None}
    if not spans.has("chats"):
        others = [person.short_name for person in people.values() if person.part != "friend"]
        chats = {"chat": Chat(id="chat", title=", ".join(others), people=tuple(people))}
    scenes = {
        key: Scene(id=key, beats=tuple(_build_beat(beat) for beat in beats or ()))
        for key, beats in (values["scenes"] or {}).items()
    }
    teaches, debrief, series = values["teaches"] or {}, values["debrief"] or {}, values["series"]
    return Scenario(
        id=values["id"] or "",
        kind=values["kind"] or "story",
        title=values["title"] or "",
        band=values["band"] or "11-13",
        level=values["level"] or 1,
        minutes=values["minutes"] or 0,
        about=values["about"] or "",
        content_note=values["content_note"] or "",
        player=values["player"] or "helper",
        teaches=Teaches(
            signs=_without_none(teaches.get("signs")),
            methods=_without_none(teaches.get("methods")),
            skills=_without_none(teaches.get("skills")),
        ),
        series=Series(name=series["name"] or "", part=series["part"] or 1) if series else None,
        origin=values["origin"] or "",
        review=_build_review(values["review"]),
        people=people,
        chats=chats,
        scenes=scenes,
        debrief=Debrief(
            responsibility=debrief.get("responsibility") or "",
            feelings=debrief.get("feelings") or "",
            questions=_without_none(debrief.get("questions")),
            remember=debrief.get("remember") or "",
        ),
    )


def _build_person(id: str, values: Mapping[str, Any] | None) -> Person:
    if values is None:
        return Person(id=id, name=id, part="peer", picture="")
    facts = values["facts"] or {}
    return Person(
        id=id,
        name=values["name"] or id,
        called=values["called"],
        part=values["part"] or "peer",
        picture=values["picture"] or "",
        knows_from=values["knows_from"],
        says_age=values["says_age"],
        profile=_without_none(values["profile"]),
        facts=Facts(
            unsafe=bool(facts.get("unsafe")),
            age_group=facts.get("age_group") or "unknown",
            gender=facts.get("gender") or "unknown",
            relation=facts.get("relation") or "",
            role=facts.get("role"),
        ),
    )


def _build_chat(id: str, values: Mapping[str, Any]) -> Chat:
    return Chat(id=id, title=values["title"] or "", people=_without_none(values["people"]))


def _build_review(values: Mapping[str, Any] | None) -> Review:
    """Build the sign-offs; one with a part missing does not count as signed."""

    def sign_off(one: Mapping[str, Any] | None) -> SignOff | None:
        if not one or None in one.values():
            return None
        return SignOff(by=one["by"], role=one["role"], on=one["on"])

    if values is None:
        return Review()
    return Review(safeguarding=sign_off(values["safeguarding"]), educator=sign_off(values["educator"]))


def _build_beat(beat: ReadBeat | None) -> Beat:
    if beat is None:
        return Note(text="")
    values = beat.values
    match beat.word:
        case "in":
            return In(chat=values["in"] or "")
        case "pulse":
            return Pulse(person=values["pulse"] or "", answer=values["answer"] or "not_ok", why=values["why"] or "")
        case "note":
            return Note(text=values["note"] or "", about=values["about"])
        case "later":
            return Later(text=values["later"] or "")
        case "choice":
            options = tuple(_build_option(one) for one in values["options"] or ())
            return Choice(question=values["choice"] or "", options=options)
        case "rehearse":
            return Rehearse(
                kind=values["rehearse"] or "tell",
                adults=_without_none(values["adults"]),
                sentences=_without_none(values["sentences"]),
                helps=values["helps"] is not False,
                adult_says=values["adult_says"] or "",
            )
        case "go":
            return Go(scene=values["go"] or "")
        case "ending":
            return Ending(outcome=values["ending"] or "helped", line=values["line"] or "")
        case _:
            return _build_message(beat)


def _build_message(beat: ReadBeat) -> Message:
    values, content = beat.values, beat.content
    special = content if isinstance(content, dict) else {}
    react = values["react"]
    has_sticker = bool(special.get("sticker"))
    return Message(
        person=beat.person,
        text=content if isinstance(content, str) else None if special else "",
        hidden=special.get("hidden"),
        sticker=Sticker(id=special["sticker"], says=special["says"] or "") if has_sticker else None,
        call=special.get("call"),
        read=values["read"],
        signs=_without_none(values["sign"]),
        why=values["why"],
        lookalike_of=values["lookalike_of"],
        react=Reaction(person=react["from"] or "", with_=react["with"] or "") if react else None,
    )


def _build_option(values: Mapping[str, Any] | None) -> Option:
    if values is None:
        return Option(id="", move="unsure", feedback="")
    return Option(
        id=values["id"] or "",
        say=values["say"],
        do=values["do"],
        move=values["move"] or "unsure",
        feedback=values["feedback"] or "",
        go=values["go"],
    )


def _without_none(values: Any) -> tuple[Any, ...]:
    return tuple(value for value in values or () if value is not None)

"""JSON Schemas of the files that authors write, so that an editor completes keys and explains them while one types.

They are made from the very tables that the reader works by, so the two cannot disagree on a key or on its words. A
schema knows one file only: which scenes there are, and who is in which chat, `looktwice check` knows.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from game.content.files.catalogue import Catalogue
from game.content.files.guide_fields import GUIDE
from game.content.files.play_fields import PLAY
from game.content.files.practice_fields import PAIR, SORT, TURN
from game.content.files.scenario_fields import SCENARIO
from game.content.format.field_reader import ID_PATTERN
from game.content.format.fields import (
    BeatShape,
    Day,
    Field,
    Id,
    ListOf,
    MapOf,
    NumberOrWords,
    OneOf,
    OneOrMore,
    Record,
    Reference,
    Shape,
    TextOr,
    WholeNumber,
    Words,
    YesNo,
)
from game.content.format.reminders import TODO
from game.content.shipped import load_catalogue
from game.resources import data_folder

Schema: TypeAlias = dict[str, Any]

FOLDER: Final = "schema"
"""The folder beside the stories that holds them."""
EDITOR_LINE: Final = f"# yaml-language-server: $schema=../{FOLDER}/scenario.json"
"""The first line of a story: by it an editor finds the schema, wherever the folder of stories lies."""
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The draft that editors' YAML tools know best."""
_ID: Final = rf"^{ID_PATTERN.pattern}$"
_DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
_REMINDER: Final[Schema] = {"description": "A reminder to yourself; a note in every check, and never an error."}


def make_schemas(catalogue: Catalogue) -> Mapping[str, Schema]:
    """Return the schemas by the name of their file: what an author may write, with signs and pictures by their ids."""
    maker = _Maker(catalogue)
    item = {"anyOf": [maker.record(SORT), maker.record(PAIR), maker.record(TURN)]}
    return MappingProxyType(
        {
            "scenario.json": _whole("A story of Look Twice: scenario.yaml", maker.record(SCENARIO)),
            "play.json": _whole("A play-through that must work: plays/<name>.yaml", maker.record(PLAY)),
            "guide.json": _whole("A teacher's guide to a story: guide.yaml", maker.record(GUIDE)),
            "practice.json": _whole(
                "A band's practice: practice/<band>/practice.yaml", {"type": "array", "items": item}
            ),
        }
    )


def write_schemas(stories: Path, catalogue: Catalogue) -> tuple[Path, ...]:
    """Write the schemas into the folder `schema` of a folder of stories; return the files that changed. OSError."""
    changed = []
    for name, schema in make_schemas(catalogue).items():
        file, text = stories / FOLDER / name, json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(file)
    return tuple(changed)


def _whole(title: str, schema: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, **schema}


class _Maker:
    """Turns shapes into schemas; what may be referred to comes from the catalogue, where it is known."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known: dict[str, tuple[str, ...]] = {
            "sign": tuple(sign.id for sign in catalogue.signs.values()),
            "picture": catalogue.pictures_in("avatars"),
        }

    def record(self, record: Record) -> Schema:
        """A map with fixed keys; `todo` may stand in any of them."""
        return self._map(record.fields, {})

    def _map(self, fields: Iterable[Field], patterns: Schema) -> Schema:
        fields = tuple(fields)
        schema: Schema = {
            "type": "object",
            "properties": {field.key: self._property(field) for field in fields} | {TODO: _REMINDER},
            "additionalProperties": False,
        }
        if patterns:
            schema["patternProperties"] = patterns
        required = [field.key for field in fields if field.required]
        return schema | ({"required": required} if required else {})

    def _property(self, field: Field) -> Schema:
        return {"description": field.doc, **self.shape(field.shape)}

    def shape(self, shape: Shape) -> Schema:
        """The schema of whatever may stand behind a key."""
        match shape:
            case Words():
                # An unquoted 12 or 12.5 is a text to the reader and a number to an editor.
                return {"type": ["string", "number", "boolean"]} | ({} if shape.blank else {"minLength": 1})
            case Id():
                return {"type": "string", "pattern": _ID}
            case Reference(to=to):
                return {"type": "string"} | ({"enum": list(self._known[to])} if self._known.get(to) else {})
            case WholeNumber(low=low, high=high):
                return {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": "^[0-9]+$"}
            case NumberOrWords(low=low, high=high):
                return {"type": ["integer", "string"], "minimum": low, "maximum": high, "minLength": 1}
            case YesNo():
                return {"enum": ["yes", "no"]}
            case Day():
                return {"type": "string", "pattern": _DAY}
            case OneOf(values=values):
                numbers = [int(value) for value in values if value.isdecimal()]
                return {"enum": [*values, *numbers]}
            case ListOf():
                return self._list(shape)
            case OneOrMore(item=item):
                many = ListOf(item=item, least=1, distinct=True)
                return {"anyOf": [self.shape(item), self._list(many)]}
            case MapOf():
                entries = {_ID: self.shape(shape.item)}
                return {
                    "type": "object",
                    "patternProperties": entries,
                    "properties": {TODO: _REMINDER},
                    "additionalProperties": False,
                    "minProperties": shape.least,
                }
            case Record():
                return self.record(shape)
            case TextOr():
                return {"anyOf": [self.shape(shape.text), self.record(shape.record)]}
            case BeatShape():
                return self._beat(shape)

    def _list(self, shape: ListOf) -> Schema:
        schema: Schema = {"type": "array", "items": self.shape(shape.item)}
        if shape.least:
            schema["minItems"] = shape.least
        if shape.most is not None:
            schema["maxItems"] = shape.most
        return schema | ({"uniqueItems": True} if shape.distinct else {})

    def _beat(self, shape: BeatShape) -> Schema:
        """A beat by its word; whatever begins with none of them is a message, with a person's id for its key."""
        others = [*shape.beat_words, *shape.message.keys, TODO]
        person = rf"^(?!(?:{'|'.join(others)})$){ID_PATTERN.pattern}$"
        written = {"description": "What this person writes.", **self.shape(shape.message_value)}
        message = self._map(shape.message.fields, {person: written})
        reminder = {"type": "object", "properties": {TODO: _REMINDER}, "required": [TODO], "maxProperties": 1}
        return {"anyOf": [*(self.record(record) for record in shape.words), message | {"minProperties": 1}, reminder]}


def main() -> int:
    """`python -m game.tools.file_schema`: write the schemas of the game's own stories anew, and say what changed."""
    changed = write_schemas(data_folder("scenarios"), load_catalogue().catalogue)
    print(f"Schemas changed: {', '.join(file.name for file in changed) or 'none'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Brings a catalogue in step with the English: nothing is guessed from another place, and nothing is lost.

Babel's own update takes the nearest sentence there is for a guess, from any place of the file, and so offered
"give it back" for "handball, left back". Here a guess is only ever made from what stood in the same place before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message

from game.extract.compiling import GUIDES, part_of
from game.extract.domains import Domain

Texts: TypeAlias = str | tuple[str, ...]
"""A text, or one with its plural forms."""
Key: TypeAlias = tuple[str | None, Texts]
_NEAREST = 0.6
"""How alike an earlier text of the same place has to be, from 0 to 1, for its translation to be of use."""
_ELSEWHERE = "Elsewhere, in the same kind of place: "
_LINE, _HEAD = "line", "head"
_PIECES_OF_A_LINE = 3
_BEATS = frozenset({"pulse", "note", "later", "choice", "rehearse", "ending"})
"""What stands in a context in the place of who speaks, where nobody in the chat does."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """What a language says for each English text, by the kind of place it stands in."""

    found: dict[tuple[str, Texts], list[Texts]] = field(default_factory=dict)

    def add(self, domain: Domain, catalog: Catalog) -> None:
        """Take over what is translated in a catalogue."""
        for message in catalog:
            if message.id and _is_usable(message):
                told = self.found.setdefault((kind_of(domain, message.context), _id_of(message)), [])
                if _string_of(message) not in told:
                    told.append(_string_of(message))

    def of(self, domain: Domain, message: Message) -> list[Texts]:
        """Return the translations of a text in places of its kind, each once."""
        return self.found.get((kind_of(domain, message.context), _id_of(message)), [])


def kind_of(domain: Domain, context: str | None) -> str:
    """Return in what kind of place a text stands: a chat line, a narrator's, a sign, practice, a guide, a label."""
    steps = (context or "").split("/")
    if not domain.is_of_scenarios:
        return f"{domain.name}|{context or ''}"
    if steps[0] in ("signs", "practice"):
        return steps[0]
    if is_of_guide(context):
        return f"{steps[0]}|{steps[-1]}"
    if len(steps) == _PIECES_OF_A_LINE:
        return steps[-1] if steps[-1] in _BEATS else _LINE
    return _HEAD


def is_of_guide(context: str | None) -> bool:
    """Whether a text is one of a story's guide, by its context `guide/<story>/<what>`."""
    return part_of(context or "").startswith(f"{GUIDES}/")


def bring_in_step(catalog: Catalog, template: Catalog, domain: Domain, repeats: Repeats) -> None:
    """Give a catalogue the entries of its template, in their order, with what it has for them.

    What belongs to a story's guide comes after the story, which is offered without it.

    An entry keeps its translation; one whose English changed gets that of the earlier text, marked fuzzy and with the
    earlier text beside it; a new one whose English has exactly one translation in places of its kind gets that one.
    """
    there = {_key_of(message): message for message in catalog if message.id}
    gone = {_key_of(one): one for one in catalog.obsolete.values()}
    wanted = [message.clone() for message in template if message.id]
    wanted.sort(key=lambda message: is_of_guide(message.context))
    keys = {_key_of(message) for message in wanted}
    left = {key: one for key, one in there.items() if key not in keys and _has_words(one)}
    for message in wanted:
        key = _key_of(message)
        before = there.get(key) or gone.pop(key, None)
        if before is None:
            before = _earlier_of(message, left)
            if before is not None:
                del left[_key_of(before)]
                message.previous_id = list(before.previous_id or _texts_of(_id_of(before)))
                message.flags.add("fuzzy")
        if before is not None:
            _take_over(message, before)
        if not _has_words(message):
            _fill(message, repeats.of(domain, message))
    for old in there.values():
        catalog.delete(old.id, context=old.context)
    for message in wanted:
        _add(catalog, message)
    catalog.obsolete.clear()
    for number, old in enumerate((*gone.values(), *left.values())):
        catalog.obsolete[str(number)] = old


def _earlier_of(message: Message, left: dict[Key, Message]) -> Message | None:
    """Return the entry that stood in the same place before, if one that is gone is like enough."""
    same = [
        one
        for one in left.values()
        if one.context == message.context and isinstance(one.id, str) == isinstance(message.id, str)
    ]
    near = [(_likeness(_id_of(one), _id_of(message)), one) for one in same]
    best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _NEAREST else None


def _likeness(one: Texts, other: Texts) -> float:
    return SequenceMatcher(None, "\n".join(_texts_of(one)), "\n".join(_texts_of(other))).ratio()


def _take_over(message: Message, before: Message) -> None:
    message.string = before.string
    message.user_comments = list(before.user_comments)
    if before.fuzzy and _has_words(before):
        message.flags.add("fuzzy")
        message.previous_id = message.previous_id or list(before.previous_id)


def _fill(message: Message, told: list[Texts]) -> None:
    """Give an empty entry the one translation of its text, or name the several for the translator to choose."""
    message.flags.discard("fuzzy")
    if len(told) == 1:
        message.string = told[0]
    elif told:
        shown = ", ".join(f"“{text}”" for several in told for text in _texts_of(several))
        message.auto_comments.append(f"{_ELSEWHERE}{shown}.")


def _add(catalog: Catalog, message: Message) -> None:
    catalog.add(
        message.id,
        message.string,
        message.locations,
        message.flags,
        message.auto_comments,
        message.user_comments,
        message.previous_id,
        context=message.context,
    )


def _key_of(message: Message) -> Key:
    return message.context, _id_of(message)


def _id_of(message: Message) -> Texts:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _string_of(message: Message) -> Texts:
    told = message.string or ""
    return told if isinstance(told, str) else tuple(told)


def _texts_of(texts: Texts | Iterable[str]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def _has_words(message: Message) -> bool:
    return any(_texts_of(message.string or ""))


def _is_usable(message: Message) -> bool:
    return not message.fuzzy and all(_texts_of(message.string or ""))


def count_entries(catalog: Catalog) -> tuple[int, int, int]:
    """Return how many entries a catalogue has, how many are translated, and how many are fuzzy."""
    messages: Iterator[Message] = (message for message in catalog if message.id)
    entries = list(messages)
    return len(entries), sum(map(_is_usable, entries)), sum(bool(one.fuzzy) for one in entries)

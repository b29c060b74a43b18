"""Rules of the form that concern more than one key: people, messages, options, telling, minutes."""

from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.files.scenario_fields import BEATS, MESSAGE
from game.content.format.diagnostics import Diagnostic, find
from game.story.model import (
    HARMLESS_LABELS,
    NEVER_SAFE_DEEDS,
    SAFE_DEEDS,
    TELLING_DEEDS,
    UNSAFE_LABELS,
    In,
    Message,
    Place,
    Rehearse,
)

_MINUTES = {"story": (5, 9), "booster": (2, 3)}
_DEEDS_8_10 = (
    "stop",
    "say_no",
    "mute_or_block",
    "tell_adult",
    "tell_for_friend",
    "check_with_adult",
    "call_helpline",
    "wait",
    "leave",
)
RESERVED_IDS = frozenset(
    {field.key for record in (*BEATS.words, MESSAGE) for field in record.fields} | {*BEATS.beat_words, "todo"}
)
"""Names that stand in beats, so that no person can have one of them as an id."""


def check_minutes(subject: Subject) -> Iterator[Diagnostic]:
    """A story takes 5 to 9 minutes, a booster 2 or 3."""
    if subject.has_gap("minutes", "kind"):
        return
    kind, minutes = subject.scenario.kind, subject.scenario.minutes
    low, high = _MINUTES[kind]
    if not low <= minutes <= high:
        message = f"A {kind} takes {low} to {high} minutes; this one says {minutes}."
        yield find("minutes", subject.at("minutes"), message, "Make it shorter or longer, or give the right number.")


def check_folder_name(subject: Subject) -> Iterator[Diagnostic]:
    """A story's folder has the name of its id (files with another name than scenario.yaml are left alone)."""
    parts = subject.reading.path.replace("\\", "/").split("/")
    if len(parts) < 2 or parts[-1] != "scenario.yaml" or subject.has_gap("id"):
        return
    if parts[-2] not in (subject.scenario.id, ".", ".."):
        message = f"The id is `{subject.scenario.id}`, and the folder's name is `{parts[-2]}`."
        yield find("folder-name", subject.at("id"), message, "Give both the same name.")


def check_people(subject: Subject) -> Iterator[Diagnostic]:
    """One friend, ids that are no beat words, `knows_from` for the others, an unsafe person where signs are taught."""
    people = subject.scenario.people
    for person in people.values():
        where = subject.key("people", person.id)
        if person.id in RESERVED_IDS:
            message = f"`{person.id}` is a word that stands in beats, so it cannot be a person's id."
            yield find("reserved-id", where, message, "Choose another id; the name may stay.")
        has_part = subject.reading.spans.has("people", person.id, "part") and not subject.has_gap("people")
        if has_part and person.part != "friend" and not subject.reading.spans.has("people", person.id, "knows_from"):
            message = "This person has no `knows_from`."
            yield find(
                "missing-key", where, message, "Add where the friend knows the person from: online_only, school, ..."
            )
        if person.part == "friend" and person.facts.unsafe:
            where = subject.at("people", person.id, "facts", "unsafe")
            yield find(
                "unsafe-friend", where, "The friend cannot be the unsafe person.", "The player helps the friend."
            )
    if subject.has_gap("people"):
        return
    friends = [person for person in people.values() if person.part == "friend"]
    if not friends:
        message = "Nobody in this story is the friend."
        yield find("one-friend", subject.key("people"), message, "Give the person whose phone we see `part: friend`.")
    for person in friends[1:]:
        message = f"`{friends[0].id}` is the friend already; there is one in a story."
        yield find("one-friend", subject.at("people", person.id, "part"), message, "Make this one a peer.")
    is_unsafe_known = any(person.facts.unsafe for person in people.values()) or subject.has_gap("unsafe")
    if subject.scenario.teaches.signs and not is_unsafe_known:
        message = "This story teaches signs, and nobody in it is marked as the unsafe person."
        hint = "Write `unsafe: yes` into the facts of the person who shows the signs. Players never see it."
        yield find("no-unsafe-person", subject.key("people"), message, hint)


def check_methods(subject: Subject) -> Iterator[Diagnostic]:
    """Where nothing is wrong no method is taught."""
    teaches = subject.scenario.teaches
    if teaches.methods and not teaches.signs and not subject.has_gap("teaches"):
        message = "This story teaches no sign, so it can teach no method."
        yield find("methods-without-signs", subject.at("teaches", "methods"), message, "Leave `methods` empty: [].")


def check_verdicts(subject: Subject) -> Iterator[Diagnostic]:
    """A judged message has exactly one of `read` and `sign`, and always a `why`; the friend's are not judged."""
    friend = next((person.id for person in subject.scenario.people.values() if person.part == "friend"), None)
    spans = subject.reading.spans
    for place, message in subject.scenario.messages():
        steps = ("scenes", place.scene, place.beat)
        has_read, has_sign = spans.has(*steps, "read"), spans.has(*steps, "sign")
        where = subject.key(*steps, message.person)
        if has_read and has_sign:
            hint = "Keep `read` if it is fine or unclear, `sign` if it shows one."
            yield find("read-and-sign", spans.key(*steps, "sign"), "This message has both `read` and `sign`.", hint)
        if (has_read or has_sign) and not spans.has(*steps, "why"):
            hint = "Add why it is fine, or which sign it shows and why that matters."
            yield find("missing-key", where, "This message is judged and has no `why`.", hint)
        if not (has_read or has_sign or message.lookalike_of) and spans.has(*steps, "why"):
            hint = "Add `read: fine` or `sign:`, or take the `why` out."
            yield find(
                "why-alone", spans.key(*steps, "why"), "This `why` is never shown: nothing is judged here.", hint
            )
        if (has_read or has_sign) and message.person == friend:
            key = "sign" if has_sign else "read"
            hint = f"Take `{key}` and `why` out."
            yield find("friend-judged", spans.key(*steps, key), "What the friend writes is not judged.", hint)
        if message.read == "unclear" and subject.scenario.level != 3 and not subject.has_gap("level"):
            hint = "Make it fine or a sign, or give the story `level: 3`."
            yield find("unclear-level", subject.at(*steps, "read"), "`unclear` is for level 3 only.", hint)


def check_lookalikes(subject: Subject) -> Iterator[Diagnostic]:
    """A look-alike is fine, and a threat has none."""
    for place, message in subject.scenario.messages():
        if message.lookalike_of is None:
            continue
        if message.read != "fine":
            where = subject.key("scenes", place.scene, place.beat, "lookalike_of")
            hint = "Write `read: fine` beside it, or take it out."
            yield find("lookalike-not-fine", where, "`lookalike_of` stands beside `read: fine` only.", hint)
        if message.lookalike_of == "threat_blackmail":
            where = subject.at_beat(place, "lookalike_of")
            yield find("lookalike-threat", where, "A threat has no harmless look-alike.", "Choose another sign.")


def check_special_messages(subject: Subject) -> Iterator[Diagnostic]:
    """A hidden tile, a sticker or a declined call: one of them, with what belongs to it."""
    spans = subject.reading.spans
    for place, message in subject.scenario.messages():
        if message.text is not None:
            continue
        steps = ("scenes", place.scene, place.beat, message.person)
        keys = spans.keys(*steps)
        kinds = [key for key in ("hidden", "sticker", "call") if key in keys]
        if not kinds and set(keys) <= {"says", "todo"}:
            hint = "Write text, {hidden: ...}, {sticker: ..., says: ...} or {call: declined}."
            yield find("missing-key", spans.key(*steps), "This message has nothing in it.", hint)
        for second in kinds[1:]:
            message_text = f"A message is a {kinds[0]} or a {second}, not both."
            yield find("unknown-key", spans.key(*steps, second), message_text, "Send two messages.")
        if "sticker" in kinds and "says" not in keys:
            hint = "Add `says:` with the words that a screen reader says for it."
            yield find("missing-key", spans.key(*steps, "sticker"), "This sticker has no `says`.", hint)
        if "says" in keys and kinds and "sticker" not in keys:
            yield find("unknown-key", spans.key(*steps, "says"), "`says` belongs to a sticker only.", "Take it out.")
        if message.hidden in HARMLESS_LABELS and message.read != "fine":
            hint = "Write `read: fine` and a `why`, or choose one of: " + ", ".join(UNSAFE_LABELS) + "."
            text = f"`{message.hidden}` is a harmless label, so the tile is `read: fine`."
            yield find("hidden-reading", subject.at(*steps, "hidden"), text, hint)
        if message.hidden in UNSAFE_LABELS and message.read == "fine":
            hint = "Harmless labels are: " + ", ".join(HARMLESS_LABELS) + "."
            text = f"A tile with the label `{message.hidden}` is never fine."
            yield find("hidden-reading", subject.at_beat(place, "read"), text, hint)


def check_options(subject: Subject) -> Iterator[Diagnostic]:
    """An option says or does something, has an id of its own, a fitting `move`, and a deed for its band."""
    seen: dict[str, int] = {}
    is_for_youngest = subject.scenario.band == "8-10" and not subject.has_gap("band")
    for place, index, option in subject.options:
        where = subject.at_option(place, index)
        if option.id in seen:
            message = f"The option `{option.id}` is there already, in line {seen[option.id]}."
            yield find("duplicate-id", where, message, "Option ids differ in the whole story: saved games use them.")
        seen.setdefault(option.id, where.line)
        spans = subject.reading.spans
        steps = ("scenes", place.scene, place.beat, "options", index)
        if not spans.has(*steps, "say") and not spans.has(*steps, "do"):
            yield find(
                "option-empty", where, "This option neither says nor does anything.", "Add `say:`, `do:` or both."
            )
        if option.do in NEVER_SAFE_DEEDS and option.move == "safe":
            message = f"`{option.do}` is never safe."
            yield find(
                "never-safe", subject.at_option(place, index, "move"), message, "Write `move: risky` or `move: unsure`."
            )
        if option.do in TELLING_DEEDS and option.move != "safe" and spans.has(*steps, "move"):
            message = f"Asking a trusted adult is never wrong, so `{option.do}` is always safe."
            yield find("telling-not-safe", subject.at_option(place, index, "move"), message, "Write `move: safe`.")
        if option.do in SAFE_DEEDS and option.do not in _DEEDS_8_10 and is_for_youngest:
            message = f"`{option.do}` is not for the band 8-10, whose ladder is STOP and TELL."
            hint = "Take one of: " + ", ".join(_DEEDS_8_10) + "."
            yield find("deed-band", subject.at_option(place, index, "do"), message, hint)


def check_rehearsals(subject: Subject) -> Iterator[Diagnostic]:
    """A `tell` names its adults; one that does not help has two or more and is followed by `keep_telling`."""
    for place, rehearse in subject.scenario.rehearsals():
        steps = ("scenes", place.scene, place.beat)
        word = subject.at(*steps, "rehearse")
        has_adults = subject.reading.spans.has(*steps, "adults")
        beats = subject.scenario.scenes[place.scene].beats
        if rehearse.kind == "keep_telling":
            before = beats[place.beat - 1] if place.beat else None
            is_read = not subject.reading.gaps.in_scene(place.scene)
            if is_read and not (isinstance(before, Rehearse) and not before.helps):
                hint = "Put it right behind a `tell` with `helps: no`."
                yield find("keep-telling-alone", word, "No adult has failed to help just before this.", hint)
            if has_adults:
                message = "`keep_telling` has no `adults`: it offers those of the `tell` before it that are left."
                yield find("unknown-key", subject.key(*steps, "adults"), message, "Take `adults` out.")
            continue
        if not has_adults:
            message = f"This {rehearse.kind} has no `adults`."
            yield find(
                "missing-key", word, message, "Add the roles to choose from: adults: [parent_or_carer, teacher]."
            )
        if rehearse.helps:
            continue
        if has_adults and len(set(rehearse.adults)) < 2 and not subject.reading.spans.has(*steps, "adults", 1):
            message = "This adult does not help, and there is nobody else to ask."
            yield find("one-role", subject.key(*steps, "adults"), message, "Name two roles or more.")
        after = beats[place.beat + 1] if place.beat + 1 < len(beats) else None
        if not (isinstance(after, Rehearse) and after.kind == "keep_telling"):
            hint = "Let the next beat be `rehearse: keep_telling`, with an adult who helps."
            yield find(
                "keep-telling-next",
                subject.key(*steps, "helps"),
                "This adult does not help, and then nobody else is asked.",
                hint,
            )


def check_chat_places(subject: Subject) -> Iterator[Diagnostic]:
    """People write in chats they are in; with two chats or more a scene says where it happens first."""
    chats = subject.scenario.chats
    if subject.has_gap("chats") or not chats:
        return
    only = next(iter(chats)) if len(chats) == 1 else None
    for scene in subject.scenario.scenes.values():
        current, is_told = only, False
        for index, beat in enumerate(scene.beats):
            place = Place(scene.id, index)
            if isinstance(beat, In):
                current = beat.chat
            elif isinstance(beat, Message):
                if current is None and not is_told and not subject.reading.gaps.in_scene(scene.id):
                    is_told = True
                    hint = f"Add a beat `in:` before it: {', '.join(chats)}."
                    where = subject.key("scenes", scene.id, index, beat.person)
                    yield find("no-in", where, "This scene has not said in which chat it happens.", hint)
                yield from _check_writers(subject, place, beat, current)


def _check_writers(subject: Subject, place: Place, message: Message, current: str | None) -> Iterator[Diagnostic]:
    chat = subject.scenario.chats.get(current or "")
    if chat is None or not all(person in subject.scenario.people for person in chat.people):
        return
    spans = [(message.person, subject.key("scenes", place.scene, place.beat, message.person), "writes")]
    if message.react is not None and message.react.person in subject.scenario.people:
        spans.append((message.react.person, subject.at_beat(place, "react", "from"), "reacts"))
    for person, where, does in spans:
        if person not in chat.people:
            hint = f"Add `{person}` to the people of the chat, or change the chat with `in:`."
            yield find("not-in-chat", where, f"`{person}` {does} in the chat `{chat.id}` and is not in it.", hint)


STRUCTURE_CHECKS: tuple[Check, ...] = (
    check_folder_name,
    check_minutes,
    check_people,
    check_methods,
    check_verdicts,
    check_lookalikes,
    check_special_messages,
    check_options,
    check_rehearsals,
    check_chat_places,
)

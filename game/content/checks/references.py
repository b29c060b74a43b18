"""Names that lead somewhere: people, chats, scenes, signs, pictures, and adults who may be asked."""

from collections.abc import Iterable, Iterator, Mapping

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, closest, did_you_mean, find, name_or_list
from game.content.format.spans import Span
from game.story.model import Choice, Go, In, Message, Note, Place, Pulse, Sign


def check_people_named(subject: Subject) -> Iterator[Diagnostic]:
    """Chats, pulses and reactions name people of the story."""
    people = subject.scenario.people
    for chat in subject.scenario.chats.values():
        for index, person in enumerate(chat.people):
            if person not in people:
                yield _unknown("person", person, subject.at("chats", chat.id, "people", index), people)
    for place, beat in subject.scenario.beats():
        if isinstance(beat, Pulse) and beat.person and beat.person not in people:
            yield _unknown("person", beat.person, subject.at_beat(place, "pulse"), people)
        if isinstance(beat, Message) and beat.react and beat.react.person and beat.react.person not in people:
            yield _unknown("person", beat.react.person, subject.at_beat(place, "react", "from"), people)


def check_chats_named(subject: Subject) -> Iterator[Diagnostic]:
    """`in` names a chat of the story."""
    chats = subject.scenario.chats if subject.reading.spans.has("chats") else {}
    for place, beat in subject.scenario.beats():
        if isinstance(beat, In) and beat.chat and beat.chat not in chats and not subject.has_gap("chats"):
            where = subject.at_beat(place, "in")
            if chats:
                yield _unknown("chat", beat.chat, where, chats)
            else:
                message = "This story has no `chats`, so everything happens in one."
                hint = "Take every `in` out, or add `chats:` above the scenes."
                yield find("unknown-chat", where, message, hint)
                return


def check_scenes_named(subject: Subject) -> Iterator[Diagnostic]:
    """`go` names a scene of the story."""
    scenes = subject.scenario.scenes
    for place, beat in subject.scenario.beats():
        if isinstance(beat, Go) and beat.scene and beat.scene not in scenes:
            yield _unknown("scene", beat.scene, subject.at_beat(place, "go"), scenes)
        if isinstance(beat, Choice):
            for index, option in enumerate(beat.options):
                if option.go is not None and option.go not in scenes:
                    yield _unknown("scene", option.go, subject.at_option(place, index, "go"), scenes)


def check_signs_named(subject: Subject) -> Iterator[Diagnostic]:
    """Signs are those of signs.yaml, and fit the band."""
    signs = subject.catalogue.signs
    if not signs:
        return
    band = subject.scenario.band
    for index, sign in enumerate(subject.scenario.teaches.signs):
        where = subject.at("teaches", "signs", index)
        yield from _check_sign(sign, where, signs)
        if sign in signs and band not in signs[sign].bands and not subject.has_gap("band"):
            message = f"`{sign}` is no sign for the band {band}."
            yield find("sign-band", where, message, f"Its bands are {', '.join(signs[sign].bands)}.")
    for _, sign, where in _shown_signs(subject):
        yield from _check_sign(sign, where, signs)
    for place, beat in subject.scenario.messages():
        if beat.lookalike_of:
            yield from _check_sign(beat.lookalike_of, subject.at_beat(place, "lookalike_of"), signs)


def check_signs_taught(subject: Subject) -> Iterator[Diagnostic]:
    """Every sign that is shown is taught, and every one that is taught is shown or told."""
    if subject.has_gap("teaches"):
        return
    taught, known = subject.scenario.teaches.signs, subject.catalogue.signs
    misspelt_taught = [sign for sign in taught if known and sign not in known]
    shown = set()
    for _, sign, where in _shown_signs(subject):
        shown.add(sign)
        if sign not in taught and (not known or sign in known) and closest(sign, misspelt_taught) is None:
            message = f"`{sign}` is shown here and does not stand in `teaches.signs`."
            hint = did_you_mean(sign, taught) or "Add it there, so that its card is in the player's hand."
            yield find("sign-not-taught", where, message, hint)
    if subject.reading.gaps.in_any_scene:
        return
    misspelt_shown = [sign for sign in shown if known and sign not in known]
    for index, sign in enumerate(taught):
        is_sign = not known or (sign in known and not known[sign].is_family)
        if sign not in shown and is_sign and closest(sign, misspelt_shown) is None:
            where = subject.at("teaches", "signs", index)
            hint = "Let a message, a hidden tile or a note's `about` show it, or take it out here."
            yield find("taught-not-shown", where, f"`{sign}` is taught and shown nowhere in the story.", hint)


def check_pictures_named(subject: Subject) -> Iterator[Diagnostic]:
    """Avatars and stickers are drawn."""
    catalogue = subject.catalogue
    if not catalogue.pictures:
        return
    for person in subject.scenario.people.values():
        if person.picture and f"avatars/{person.picture}" not in catalogue.pictures:
            where = subject.at("people", person.id, "picture")
            yield _no_picture("avatar", person.picture, where, catalogue.pictures_in("avatars"))
    for place, message in subject.scenario.messages():
        if message.sticker and f"stickers/{message.sticker.id}" not in catalogue.pictures:
            where = subject.at_beat(place, message.person, "sticker")
            yield _no_picture("sticker", message.sticker.id, where, catalogue.pictures_in("stickers"))


def check_adults_named(subject: Subject) -> Iterator[Diagnostic]:
    """Nobody is sent to the unsafe person for help."""
    unsafe = {
        person.facts.role: person
        for person in subject.scenario.people.values()
        if person.facts.unsafe and person.facts.role is not None
    }
    for place, rehearse in subject.scenario.rehearsals():
        for index, role in enumerate(rehearse.adults):
            if role in unsafe:
                where = subject.at_beat(place, "adults", index)
                message = f"`{role}` is the role of {unsafe[role].short_name}, who is the unsafe person."
                yield find("unsafe-adult", where, message, "Offer other adults.")


def _shown_signs(subject: Subject) -> Iterator[tuple[Place, str, Span]]:
    """Every sign on a message or in a note, with where it is named."""
    for place, beat in subject.scenario.beats():
        if isinstance(beat, Message):
            is_list = subject.reading.spans.has("scenes", place.scene, place.beat, "sign", 0)
            for index, sign in enumerate(beat.signs):
                steps = ("sign", index) if is_list else ("sign",)
                yield place, sign, subject.at_beat(place, *steps)
        elif isinstance(beat, Note) and beat.about:
            yield place, beat.about, subject.at_beat(place, "about")


def _check_sign(sign: str, where: Span, signs: Mapping[str, Sign]) -> Iterator[Diagnostic]:
    if sign in signs and not signs[sign].is_family:
        return
    known = [id for id, one in signs.items() if not one.is_family]
    if sign in signs:
        yield find("unknown-sign", where, f"`{sign}` is a family of signs, not a sign.", "Name the sign itself.")
    else:
        yield _unknown("sign", sign, where, known)


def _unknown(what: str, name: str, where: Span, known: Iterable[str]) -> Diagnostic:
    names = list(known)
    place = "signs.yaml" if what == "sign" else "this story"
    return find(f"unknown-{what}", where, f"There is no {what} `{name}` in {place}.", name_or_list(name, names))


def _no_picture(what: str, name: str, where: Span, known: Iterable[str]) -> Diagnostic:
    return find("unknown-picture", where, f"There is no picture of the {what} `{name}`.", name_or_list(name, known))


REFERENCE_CHECKS: tuple[Check, ...] = (
    check_people_named,
    check_chats_named,
    check_scenes_named,
    check_signs_named,
    check_signs_taught,
    check_pictures_named,
    check_adults_named,
)

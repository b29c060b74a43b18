"""Rules of the content standard that follow from a story's shape: no blame, telling practised, signs kept few."""

import re
from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.words.word_count import count_words
from game.story.model import NOT_ANSWERING_DEEDS, Choice, Ending, Go, Message, Place

_MOST_SIGNS = {"8-10": 2, "11-13": 3, "14-17": 4}
_NOT_OK = re.compile(
    r"\bnever\b|\bnot (?:[\w']+ ){0,4}fault\b|n't (?:[\w']+ ){0,4}fault\b|\b(?:not|isn't|wasn't) ok(?:ay)?\b", re.I
)
_SAYS_FINE = re.compile(r"\b(?:nothing|nobody|no one|none|fine|ok|okay|all right|did well|kind|fair)\b", re.I)
_LONGEST_SIGN = 20
_MOST_EARLY_SIGNS = 3


def check_not_your_fault(subject: Subject) -> Iterator[Diagnostic]:
    """Every unsafe path says in a reviewed wording that it is not the child's fault, and once is enough (B1)."""
    wordings = subject.catalogue.wordings_of("not_your_fault", subject.scenario.band)
    if not wordings or subject.has_gap("band") or subject.reading.gaps.in_any_scene:
        return
    lacking: set[Place] = set()
    twice: set[Place] = set()
    for place, beat, luggage in subject.roads.walk:
        if isinstance(beat, Ending):
            if luggage.sign and luggage.comforts == 0:
                lacking.add(place)
            if luggage.comforts > 1:
                twice.add(place)
    for place in sorted(lacking):
        hint = f'Let an adult or this ending\'s line say one, as a sentence of its own: "{wordings[0]}"'
        message = "A path with signs ends here, and none of the not-your-fault sentences was said on it."
        yield find("not-your-fault", subject.key("scenes", place.scene, place.beat, "ending"), message, hint)
    for place in sorted(twice):
        message = "A path that ends here says more than once that it is not the child's fault."
        where = subject.key("scenes", place.scene, place.beat, "ending")
        yield find("not-your-fault-twice", where, message, "Keep the one that fits best.")


def check_rehearsed(subject: Subject) -> Iterator[Diagnostic]:
    """Every unsafe path practises telling (C8)."""
    if subject.reading.gaps.in_any_scene:
        return
    lacking = {
        place
        for place, beat, luggage in subject.roads.walk
        if isinstance(beat, Ending) and luggage.sign and not luggage.rehearsed
    }
    for place in sorted(lacking):
        where = subject.key("scenes", place.scene, place.beat, "ending")
        hint = "Add a `rehearse: tell` before it."
        yield find("not-rehearsed", where, "A path with signs ends here and telling was not practised.", hint)


def check_second_adult(subject: Subject) -> Iterator[Diagnostic]:
    """The adult who is asked next helps (C8)."""
    for place, rehearse in subject.scenario.rehearsals():
        if rehearse.kind == "keep_telling" and not rehearse.helps:
            where = subject.at_beat(place, "helps")
            yield find("second-adult", where, "The second adult does not help either.", "Write `helps: yes`.")


def check_silent_way(subject: Subject) -> Iterator[Diagnostic]:
    """Not answering is open at every choice after the first sign (C13)."""
    asked: set[Place] = set()
    for place, beat, luggage in subject.roads.walk:
        if not isinstance(beat, Choice) or not luggage.sign or place in asked:
            continue
        asked.add(place)
        is_readable = all(option.id and (option.do or option.say) for option in beat.options) and not any(
            option.do is None and subject.reading.spans.has("scenes", place.scene, place.beat, "options", index, "do")
            for index, option in enumerate(beat.options)
        )
        if is_readable and not any(option.do in NOT_ANSWERING_DEEDS for option in beat.options):
            where = subject.key("scenes", place.scene, place.beat, "choice")
            hint = "Add an option with `do:` " + ", ".join(NOT_ANSWERING_DEEDS) + "."
            yield find("no-silent-way", where, "This choice has no way of not answering.", hint)


def check_safe_option(subject: Subject) -> Iterator[Diagnostic]:
    """Every choice after the first sign has a safe option (B5)."""
    asked: set[Place] = set()
    for place, beat, luggage in subject.roads.walk:
        if not isinstance(beat, Choice) or not luggage.sign or place in asked:
            continue
        asked.add(place)
        steps = ("scenes", place.scene, place.beat)
        is_readable = beat.options and all(option.id for option in beat.options)
        if is_readable and not any(option.move == "safe" for option in beat.options):
            message = "A sign came before this choice, and none of its options is safe."
            hint = "Add an option with `move: safe`, such as stopping (`do: stop`) or telling (`do: tell_adult`)."
            yield find("no-safe-option", subject.key(*steps, "choice"), message, hint)


def check_responsibility(subject: Subject) -> Iterator[Diagnostic]:
    """The debrief names the unsafe person and says that it was not OK, or never the friend's fault (B6)."""
    text = subject.scenario.debrief.responsibility
    if not text or subject.has_gap("people", "teaches"):
        return
    where = subject.at("debrief", "responsibility")
    if subject.scenario.nothing_is_wrong:
        if not _SAYS_FINE.search(text):
            hint = 'Say so plainly, as in "Nobody did anything wrong here."'
            yield find("responsibility", where, "Nothing is wrong in this story, and this does not say so.", hint)
        return
    unsafe = [person for person in subject.scenario.people.values() if person.facts.unsafe]
    names = [name for person in unsafe for name in (person.name, person.short_name)]
    if unsafe and not any(name.lower() in text.lower() for name in names):
        hint = "Say what this person did: " + ", ".join(dict.fromkeys(person.short_name for person in unsafe)) + "."
        yield find("responsibility", where, "This does not name the unsafe person.", hint)
    elif not _NOT_OK.search(text.replace("’", "'")):
        hint = 'Say it plainly: "That was not OK, and it was never Sam\'s fault."'
        yield find("responsibility", where, "This does not say that it was not OK, or never the friend's fault.", hint)


def check_sign_amounts(subject: Subject) -> Iterator[Diagnostic]:
    """Few signs in a story, few before the first choice, each in a short message (A3)."""
    scenario = subject.scenario
    signs = [sign for sign in scenario.teaches.signs if sign != "boundary_testing"]
    most = _MOST_SIGNS[scenario.band]
    if len(signs) > most and not subject.has_gap("band"):
        where = subject.at("teaches", "signs", scenario.teaches.signs.index(signs[most]))
        message = f"This story teaches {len(signs)} signs; for the band {scenario.band} {most} are enough."
        yield find("too-many-signs", where, message, "Make two stories of it (boundary_testing is not counted).")
    for place, message_beat in subject.scenario.messages():
        words = count_words(message_beat.text or "")
        if message_beat.is_sign and words > _LONGEST_SIGN:
            where = subject.at_beat(place, message_beat.person)
            message = f"This sign has {words} words; {_LONGEST_SIGN} are enough."
            yield find("long-sign", where, message, "Show the sign, not the method.")
    early = list(_signs_before_first_choice(subject))
    if len(early) > _MOST_EARLY_SIGNS:
        where = subject.key("scenes", early[_MOST_EARLY_SIGNS].scene, early[_MOST_EARLY_SIGNS].beat)
        message = f"{len(early)} signs come before the first choice; {_MOST_EARLY_SIGNS} are enough."
        yield find("early-signs", where, message, "Let the friend ask earlier.")


def check_fine_share(subject: Subject) -> Iterator[Diagnostic]:
    """Within a story with signs, fine messages and signs are each a third of the two, or more (C1)."""
    if subject.scenario.nothing_is_wrong or subject.has_gap("teaches", "scenes"):
        return
    counted = [message for _, message in subject.scenario.messages() if message.counts]
    signs = sum(message.is_sign for message in counted)
    fine = len(counted) - signs
    if 3 * min(signs, fine) < signs + fine:
        few = "fine messages" if fine < signs else "signs"
        message = f"There are {fine} fine messages and {signs} signs; each should be a third of them at least."
        yield find("fine-share", subject.key("scenes"), message, f"Add {few}, or take others out.")


def _signs_before_first_choice(subject: Subject) -> Iterator[Place]:
    """The messages with signs that everybody reads before the first choice."""
    scenes, seen = subject.scenario.scenes, set()
    scene = next(iter(scenes), None)
    while scene is not None and scene not in seen:
        seen.add(scene)
        following = None
        for index, beat in enumerate(scenes[scene].beats):
            if isinstance(beat, Message) and beat.is_sign:
                yield Place(scene, index)
            elif isinstance(beat, Choice | Ending):
                return
            elif isinstance(beat, Go):
                following = beat.scene if beat.scene in scenes else None
                break
        scene = following


SAFETY_CHECKS: tuple[Check, ...] = (
    check_not_your_fault,
    check_rehearsed,
    check_second_adult,
    check_silent_way,
    check_safe_option,
    check_responsibility,
    check_sign_amounts,
    check_fine_share,
)

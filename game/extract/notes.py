"""What a translator has to know of a line: who says it to whom, how old the readers are, how long it may be."""

from game.content.words.word_count import WORD_CAPS
from game.i18n.retelling import Steps
from game.story.model import (
    Band,
    Choice,
    Ending,
    In,
    Later,
    Message,
    Note,
    Person,
    Pulse,
    Rehearse,
    Scenario,
    Scene,
)
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem

_SIGN_CAP, _SIMPLE_CAP = 18, 12
_MOST_QUOTED = 70


def notes_for_line(scenario: Scenario, steps: Steps) -> tuple[str, ...]:
    """Return the notes for the text of a story that stands at `steps`, each a sentence or two."""
    match steps:
        case ("scenes", str(scene), int(index), *rest):
            return _notes_for_beat(scenario, scenario.scenes[scene], index, rest)
        case ("people", str(id), str(key), *_):
            person = scenario.people[id]
            what = {
                "name": "Name as shown in the chat. Keep it, or write it in your script, the same way everywhere.",
                "called": "Name as texts use it. Keep it, or write it in your script, the same way everywhere.",
                "profile": "A line that this person wrote in their own profile.",
            }[key]
            return (what, f"{describe_person(person)}.")
        case ("chats", *_):
            return ("Title of a chat.",)
        case ("series", *_):
            return ("Name of a series of stories about the same friends.",)
        case _:
            return (_WHAT_STANDS[str(steps[-1]) if isinstance(steps[-1], str) else "questions"], _room(scenario.band))


def notes_for_sign(key: str, name: str, simple: bool) -> tuple[str, ...]:
    """Return the notes for one text of a sign (`key` is its key in the file, `name` the sign's English name)."""
    what = {
        "name": "Name of a sign of manipulation, in words a child would use.",
        "warning": f"What one notices. Sign: {name}.",
        "do_now": f"What one does then. Sign: {name}.",
        "lookalike": f"Something harmless that looks like it. Sign: {name}.",
        "if_then": f"First half of a sentence; screens go on with a comma and what I do then. Sign: {name}.",
    }[key]
    room = f"For children of 8-10; at most {_SIMPLE_CAP} words a sentence." if simple else ""
    return (what, room or f"For children of 8-17; at most {_SIGN_CAP} words a sentence.")


def notes_for_practice(item: PracticeItem, band: Band, steps: Steps) -> tuple[str, ...]:
    """Return the notes for one text of an item of practice."""
    if steps[-1] == "from":
        return ("Who writes the message.",)
    room = _room(band, is_line=steps[-1] == "text")
    if steps[-1] == "why":
        return ("Why it is fine or not, told after the answer.", room)
    match item, steps:
        case SortItem(), _:
            verdict = "is fine" if item.is_fine else "shows a sign"
            return (f"Written by {item.line.who}. The message {verdict}; do not let the wording give it away.", room)
        case PairItem(), (_, str(side), int(number), _):
            lines, verdict = (item.a, item.b)[side == "b"], "not OK" if side == item.not_ok else "fine"
            before = _answers(lines[number - 1].text) if number else ""
            return _filled(f"Written by {lines[number].who}, in the chat of two that is {verdict}.", before, room)
        case TurnItem(), (_, _, int(number), _):
            turn = " Here the chat turns." if number + 1 == item.turned_at else ""
            before = _answers(item.chat[number - 1].text) if number else ""
            return _filled(f"Written by {item.chat[number].who}.{turn}", before, room)
    return (room,)


def notes_for_guide(band: Band, steps: Steps) -> tuple[str, ...]:
    """Return the notes for the text of a guide that stands at `steps`: what it is, who reads it, how long it may be."""
    key = next(str(step) for step in reversed(steps) if step in _WHAT_IN_GUIDES)
    if is_for_pupils(steps):
        return (_WHAT_IN_GUIDES[key], "Teachers read it, and pupils read or hear it.", _room(band))
    return (_WHAT_IN_GUIDES[key], "Teachers alone read it: plain and short, as the English.")


def is_for_pupils(steps: Steps) -> bool:
    """Whether pupils read or hear the text of a guide that stands at `steps`, so that their word cap holds."""
    return not _PUPILS_READ.isdisjoint(steps)


def describe_person(person: Person) -> str:
    """Return somebody in a few words: name, part, whether unsafe, age group and gender."""
    facts = person.facts
    told = [
        f"{facts.gender}" if facts.gender != "unknown" else "gender not told",
        f"{facts.age_group.replace('_', ' ')}" if facts.age_group != "unknown" else "",
        f"says they are {person.says_age}" if person.says_age else "",
        f"relation: {facts.relation}" if facts.relation else "",
        "UNSAFE" if facts.unsafe else "",
    ]
    part = "the friend whom the player helps" if person.part == "friend" else person.part
    return f"{person.name} ({', '.join(one for one in (part, *told) if one)})"


_WHAT_STANDS = {
    "title": "Title of the story.",
    "about": "What the story is about, on its card.",
    "content_note": "Names the topic before the story opens, and gives nothing away.",
    "responsibility": "After the story: what the unsafe person did was not OK, and nobody else's fault.",
    "feelings": "After the story: how it may feel.",
    "questions": "After the story: a question to talk about. Never what somebody should have done.",
    "remember": "After the story: one sentence to remember.",
}


_WHAT_IN_GUIDES = {
    "pupils": "Aim of the lesson: what pupils can say then, each in a sentence that begins with I.",
    "teacher": "Aim of the lesson, in teachers' words.",
    "plan": "What the class does in one part of the lesson.",
    "before": "Question to the class before the story is read.",
    "during": "Question to the class at a message of the story.",
    "after": "Question to the class after the story. Never what somebody should have done.",
    "unplugged": "The same lesson without any device.",
    "for_withdrawn": "An equal task for a pupil who does not take part; nobody asks why.",
    "extension": "For pupils who are done early. Nobody invents a trick.",
    "home": "A task for home that nobody has to do, and that asks for nothing private.",
    "word": "A word that may be new to pupils: the one that your translation of the story has.",
    "means": "What the word before it means.",
    "reading": "What helps pupils who read slowly.",
    "language": "What helps pupils who learn the language. Name the words and lines of your translation of the story.",
    "attention": "What helps pupils to stay with it.",
    "notes": "Anything else that colleagues want to know.",
}
_PUPILS_READ = frozenset({"pupils", "before", "during", "after", "home", "word", "means"})


def _room(band: Band, *, is_line: bool = False) -> str:
    return f"Band {band}; at most {WORD_CAPS[band]} words{'' if is_line else ' a sentence'}."


def _answers(text: str) -> str:
    short = text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1].rstrip() + "…"
    return f"After: “{short}”"


def _filled(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)


def _notes_for_beat(scenario: Scenario, scene: Scene, index: int, rest: list[str | int]) -> tuple[str, ...]:
    beat, band, friend = scene.beats[index], scenario.band, scenario.friend
    match beat, rest:
        case Message(), ["why"]:
            verdict = "shows a sign" if beat.is_sign else f"is {beat.read}"
            return (f"Why the message before it {verdict}. Rests on what is asked, never on who asks.", _room(band))
        case Message(), _:
            speaks = scenario.people.get(beat.person)
            who = describe_person(speaks) if speaks else beat.person
            to = ", ".join(describe_person(one) for one in _listeners(scenario, scene, index, beat.person))
            sticker = "What a screen reader says for a sticker." if beat.sticker else ""
            return _filled(f"{who} writes to {to}.", sticker, _before(scene, index), _room(band, is_line=True))
        case Pulse(), _:
            person = scenario.people.get(beat.person)
            who = person.short_name if person else beat.person
            return (f"How it is going with {who}, all messages together; told after the answer.", _room(band))
        case (Note(), _) | (Later(), _):
            return ("Narrator." if isinstance(beat, Note) else "Narrator: a gap in time.", _room(band))
        case Choice(), ["choice"]:
            return (f"The player is asked what {describe_person(friend)} could write or do.", _room(band))
        case Choice(), ["options", int(number), "say"]:
            move = beat.options[number].move
            note = f"{describe_person(friend)} may write this; the move is {move}. Let the wording not give it away."
            return _filled(note, _before(scene, index), _room(band, is_line=True))
        case Choice(), ["options", int(number), *_]:
            option = beat.options[number]
            done = f"“{option.say}”" if option.say else f"do: {option.do}"
            return (f"Kind words after the choice ({done}; {option.move}). Never blame.", _room(band))
        case Rehearse(), ["sentences", *_]:
            teller = "The player, telling for the friend," if beat.kind == "tell_for_friend" else friend.short_name
            return (f"{teller} practises to say this to an adult: {_roles(beat)}.", _room(band))
        case Rehearse(), _:
            helps = "listens and helps" if beat.helps else "does not help this time"
            kept = " Keep “not your fault” as your language's child helplines say it." if beat.helps else ""
            return (f"An adult ({_roles(beat)}) answers and {helps}.{kept}", _room(band))
        case Ending(), _:
            return (f"Last line of the story; it ends {beat.outcome.replace('_', ' ')}.", _room(band))
    return (_room(band),)


def _roles(beat: Rehearse) -> str:
    return ", ".join(role.replace("_", " ") for role in beat.adults) or "the next one who is asked"


def _listeners(scenario: Scenario, scene: Scene, index: int, speaker: str) -> list[Person]:
    chats = [beat.chat for beat in scene.beats[:index] if isinstance(beat, In)]
    chat = scenario.chats.get(chats[-1]) if chats else next(iter(scenario.chats.values()), None)
    listed = chat.people if chat else tuple(scenario.people)
    return [scenario.people[id] for id in listed if id != speaker and id in scenario.people]


def _before(scene: Scene, index: int) -> str:
    """Quote the last line of the same chat."""
    for beat in reversed(scene.beats[:index]):
        if isinstance(beat, In):
            return ""
        if isinstance(beat, Message) and beat.text:
            return _answers(beat.text)
    return ""

"""Small stories for the tests of the story core, built without the reader; and stories made by chance."""

from collections.abc import Sequence
from random import Random

from game.story.model import (
    Band,
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
    Scenario,
    Scene,
    Sign,
    Sticker,
    Teaches,
)

DEBRIEF = Debrief(
    responsibility="Ash asked for a secret. That was not OK, and never Robin's fault.",
    feelings="A boat is nice to get. A secret is not.",
    questions=("What did Ash do that was not OK?",),
    remember="You can always ask.",
)
PEOPLE = (
    Person(id="robin", name="Robin", part="friend", picture="fox"),
    Person(
        id="ash",
        name="Ash_9",
        called="Ash",
        part="contact",
        picture="kite",
        knows_from="online_only",
        facts=Facts(unsafe=True),
    ),
    Person(id="lou", name="Lou", part="peer", picture="leaf", knows_from="school"),
)
CHATS = (
    Chat(id="club", title="Boat club", people=("robin", "ash", "lou")),
    Chat(id="ash_only", title="Ash_9", people=("robin", "ash")),
)


def build(scenes: Sequence[Scene], *, id: str = "small-boat", band: Band = "11-13", **fields: object) -> Scenario:
    """A scenario of these scenes among the three people, with fields changed as named."""
    values: dict[str, object] = {
        "title": "A small boat",
        "minutes": 5,
        "about": "Robin races boats.",
        "content_note": "About presents in games.",
        "player": "helper",
        "teaches": Teaches(signs=("gift_with_strings", "secrecy_request")),
        "origin": "Invented for a test.",
        "people": {person.id: person for person in PEOPLE},
        "chats": {chat.id: chat for chat in CHATS},
        "debrief": DEBRIEF,
    }
    return Scenario(id=id, band=band, scenes={scene.id: scene for scene in scenes}, **{**values, **fields})  # type: ignore[arg-type]


def fine(person: str, text: str, **fields: object) -> Message:
    """A message with nothing wrong in it."""
    return Message(person=person, text=text, read="fine", why="Nothing is asked for.", **fields)  # type: ignore[arg-type]


def sign(person: str, text: str, *signs: str) -> Message:
    """A message that shows signs."""
    return Message(person=person, text=text, signs=signs, why="It comes with a secret.")


def boat_story(band: Band = "11-13", **fields: object) -> Scenario:
    """Everything the format has, in four scenes: a choice that is asked again, a go, two tellings, two endings."""
    scenes = (
        Scene(
            id="start",
            beats=(
                In(chat="club"),
                Note(text="Robin has raced all week."),
                fine("ash", "Good race!"),
                Message(person="robin", text="Thanks!", react=Reaction(person="lou", with_="heart")),
                fine("lou", "Swap a flag with me?", lookalike_of="secrecy_request"),
                Message(person="lou", sticker=Sticker(id="wave", says="A waving cat")),
                Later(text="That evening"),
                In(chat="ash_only"),
                sign("ash", "A gold boat for you. You owe me one.", "gift_with_strings"),
                Message(person="ash", text="Hm.", read="unclear", why="It can mean anything."),
                Pulse(person="ash", answer="not_ok", why="The present leads to a debt."),
                Choice(
                    question='Robin asks, "What do I write?"',
                    options=(
                        Option(id="take", say="OK!", do="accept", move="risky", feedback="Robin can stop.", go="debt"),
                        Option(id="ask", say="Why?", do="keep_chatting", move="unsure", feedback="And what else?"),
                        Option(id="joke", say="Ha.", move="unsure", feedback="That answers nothing."),
                        Option(id="tell", do="tell_adult", move="safe", feedback="Telling is strong.", go="told"),
                    ),
                ),
            ),
        ),
        Scene(
            id="debt",
            beats=(
                sign("ash", "Tell nobody.", "secrecy_request", "gift_with_strings"),
                Message(person="ash", hidden="spoiler", read="fine", why="Only the end of a film."),
                Message(person="ash", call="declined"),
                Choice(
                    question="And now?",
                    options=(
                        Option(id="stop", do="stop", move="safe", feedback="Silence is an answer.", go="bridge"),
                        Option(id="tell_now", do="tell_adult", move="safe", feedback="Never too late.", go="telling"),
                    ),
                ),
            ),
        ),
        Scene(id="bridge", beats=(Note(text="Robin sleeps on it."), fine("lou", "All good?"), Go(scene="telling"))),
        Scene(
            id="telling",
            beats=(
                Rehearse(
                    kind="tell",
                    adults=("parent_or_carer", "teacher", "sports_coach"),
                    sentences=("Can you read a chat with me?", "Something feels odd."),
                    helps=False,
                    adult_says="Later, OK?",
                ),
                Rehearse(
                    kind="keep_telling",
                    sentences=("It is important.",),
                    helps=True,
                    adult_says="Thank you. This is not your fault.",
                ),
                Ending(outcome="helped", line="They told the game together."),
            ),
        ),
        Scene(
            id="told",
            beats=(
                fine("lou", "See you tomorrow!"),
                Rehearse(
                    kind="tell",
                    adults=("teacher", "helpline"),
                    sentences=("Can you read a chat with me?",),
                    helps=True,
                    adult_says="I am glad you told me. This is not your fault.",
                ),
                Ending(outcome="paused_for_support", line="The teacher stays with Robin."),
            ),
        ),
    )
    return build(scenes, band=band, **fields)


def calm_story(band: Band = "11-13") -> Scenario:
    """One scene and one ending, in which nothing is wrong."""
    beats: tuple[Beat, ...] = (
        fine("ash", "Good race!"),
        fine("lou", "Swap a flag with me?"),
        Pulse(person="ash", answer="fine", why="A good team."),
        Ending(outcome="safe_and_fine", line="They race on Saturday."),
    )
    return build((Scene(id="start", beats=beats),), id="calm-boat", band=band, teaches=Teaches())


def chance_story(seed: int) -> Scenario:
    """A story made by chance that keeps the format's rules: scenes lead forward only, and every path ends."""
    rng = Random(seed)
    size = rng.randint(1, 7)
    scenes = [Scene(id=f"s{i}", beats=(*_chance_beats(rng), _chance_end(rng, i, size))) for i in range(size)]
    band: Band = rng.choice(("8-10", "11-13", "14-17"))
    return build(scenes, id=f"chance-{seed}", band=band)


def _chance_beats(rng: Random) -> list[Beat]:
    beats: list[Beat] = []
    for _ in range(rng.randint(0, 7)):
        kind = rng.randrange(9)
        person = rng.choice(("robin", "ash", "lou"))
        if kind <= 2 and person != "robin":
            beats.append(fine(person, "Hi!"))
        elif kind <= 4 and person != "robin":
            beats.append(sign(person, "Tell nobody.", "secrecy_request"))
        elif kind == 5:
            beats.append(Pulse(person="ash", answer="keep_looking", why="Not yet."))
        elif kind == 6:
            roles = ("teacher", "helpline")
            beats.append(Rehearse(kind="tell", adults=roles, sentences=("A", "B"), helps=False, adult_says="Later."))
            beats.append(Rehearse(kind="keep_telling", sentences=("C",), helps=True, adult_says="Thank you."))
        elif kind == 7:
            beats.append(In(chat=rng.choice(("club", "ash_only"))))
        else:
            beats.append(Message(person=person, text="Mm."))
    return beats


def _chance_end(rng: Random, index: int, size: int) -> Beat:
    later = [f"s{i}" for i in range(index + 1, size)]
    if not later:
        return Ending(outcome="helped", line="All is well.")
    kind = rng.randrange(6)
    if kind == 0:
        return Ending(outcome="safe_and_fine", line="All is well.")
    if kind == 1:
        return Go(scene=later[0])
    targets = [rng.choice((*later, None)) for _ in range(rng.randint(1, 3))]
    targets.insert(rng.randint(0, len(targets)), later[0])
    options = [
        Option(id=f"o{index}_{n}", say="OK", move="unsure", feedback="Hm.", go=go) for n, go in enumerate(targets)
    ]
    return Choice(question="And now?", options=tuple(options))


def album() -> tuple[Sign, ...]:
    """Two families and nine signs, in album order."""
    families = tuple(
        Sign(id=name, name=name, picture=name, warning="Look.", do_now="Tell.") for name in ("presents", "secrets")
    )
    names = ("platform_shift", "gift_with_strings", "info_probing", "secrecy_request", "isolation")
    more = ("meeting_ask", "fast_flattery", "boundary_testing")
    signs = tuple(
        Sign(id=name, name=name, picture=name, warning="Look.", do_now="Tell.", family="secrets", bands=("11-13",))
        for name in (*names, *more)
    )
    older = Sign(
        id="known_person", name="x", picture="x", warning="Look.", do_now="Tell.", family="presents", bands=("14-17",)
    )
    return (*families, *signs, older)


def ladder(steps: int) -> Scenario:
    """Two ways at every step: two to the power of `steps` paths."""
    scenes: list[Scene] = []
    for i in range(steps):
        ways = [("a", f"x{i}"), ("b", f"c{i + 1}")]
        options = [Option(id=f"{id}{i}", say="OK", move="unsure", feedback="Hm.", go=go) for id, go in ways]
        scenes += [
            Scene(id=f"c{i}", beats=(Choice(question="?", options=tuple(options)),)),
            Scene(id=f"x{i}", beats=(Note(text="Left."), Go(scene=f"c{i + 1}"))),
        ]
    return build((*scenes, Scene(id=f"c{steps}", beats=(Ending(outcome="helped", line="Well."),))))

"""Until look-back nothing tells whether a judgement was right; then words count, kindly and truly (C15, C16, A2)."""

from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from game.shown import playing_steps
from game.shown.counting import count_in_words
from game.shown.playing import Playing
from game.story.engine import EngineError
from game.story.model import Message, Place, Scenario
from game.story.sign_cards import sign_cards
from game.ui.intents import LookAt, Reveal, Say
from game.ui.screens.look_back import draw_look_back
from game.ui.screens.story import draw_story
from game.ui.tree import DisplayTree, Node, walk

_FILE = Path(__file__).parents[1] / "data" / "story_core" / "small_stories.py"
_SPEC = spec_from_file_location("small_stories_of_judgements", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
small_stories = module_from_spec(_SPEC)
_SPEC.loader.exec_module(small_stories)

BOAT: Scenario = small_stories.boat_story()
CALM: Scenario = small_stories.calm_story()
# Only cards with pictures that are drawn matter to the painter, not here.
ALBUM = {sign.id: sign for sign in small_stories.album()}
FINE, LOOKALIKE, STICKER, SIGN, UNCLEAR = (Place("start", beat) for beat in (2, 4, 5, 8, 9))
VERDICTS = ("fine", "not_sure", "not_ok")


def flipped(scenario: Scenario) -> Scenario:
    """The same story with every answer turned round: what was fine is a sign, and the other way."""

    def turn(beat):
        if not isinstance(beat, Message) or not (beat.is_sign or beat.read):
            return beat
        if beat.is_sign:
            return replace(beat, signs=(), read="fine", why="Another reason.")
        return replace(beat, signs=("isolation",), read=None, lookalike_of=None, why="Another reason.")

    scenes = {
        scene.id: replace(scene, beats=tuple(turn(beat) for beat in scene.beats)) for scene in scenario.scenes.values()
    }
    return replace(scenario, scenes=scenes)


def at_choice(scenario: Scenario, **said: str) -> Playing:
    """Before the first choice, with verdicts said of messages by the name of their place."""
    playing = playing_steps.show_all(playing_steps.begin(scenario))
    playing = playing_steps.show_all(playing_steps.answer_pulse(playing, "not_ok"))
    for name, verdict in said.items():
        place = {"fine": FINE, "lookalike": LOOKALIKE, "sign": SIGN, "unclear": UNCLEAR, "sticker": STICKER}[name]
        playing = playing_steps.say(playing, place, verdict, None, ask_sign=False)
    return playing


def screen(frame, playing: Playing) -> Node:
    cards = sign_cards(BOAT, tuple(ALBUM.values()))
    return draw_story(frame, playing, cards, ALBUM, 0.0)


def nodes(root: Node) -> list[Node]:
    return [item.node for item in walk(DisplayTree(root=root, title=""))]


def look(root: Node) -> list[tuple[object, ...]]:
    """Everything of a tree but its words and where they break: roles, names, boxes, colours, pictures."""
    return [(node.role, node.name, node.box, node.colour, node.picture, node.selected) for node in nodes(root)]


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=str)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_what_the_story_knows_of_a_message_changes_nothing_on_the_screen(verdict, size, open_frame):
    said = {"fine": verdict, "lookalike": verdict, "sign": verdict, "unclear": verdict}
    one, other = at_choice(BOAT, **said), at_choice(flipped(BOAT), **said)
    assert screen(open_frame(size), one) == screen(open_frame(size), other)
    for place in (FINE, SIGN):
        looking = playing_steps.look_at(one, place), playing_steps.look_at(other, place)
        assert screen(open_frame(size), looking[0]) == screen(open_frame(size), looking[1])
        asked = [playing_steps.say(each, place, "not_ok", None, ask_sign=True) for each in looking]
        assert screen(open_frame(size), asked[0]) == screen(open_frame(size), asked[1])


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=str)
def test_a_right_and_a_wrong_player_see_the_same_but_for_their_own_words(size, open_frame):
    right = at_choice(BOAT, fine="fine", lookalike="fine", sign="not_sure")
    wrong = at_choice(BOAT, fine="not_sure", lookalike="not_sure", sign="fine")
    assert look(screen(open_frame(size), right)) == look(screen(open_frame(size), wrong))
    for option in ("take", "ask", "tell"):
        fed = [playing_steps.choose(each, option) for each in (right, wrong)]
        assert look(screen(open_frame(size), fed[0])) == look(screen(open_frame(size), fed[1]))


def test_whatever_was_said_a_mark_wears_the_same_tint(open_frame):
    bubbles = set()
    for verdict in VERDICTS:
        root = screen(open_frame((1280, 800)), at_choice(BOAT, sign=verdict))
        bubble = next(node for node in nodes(root) if node.name == "message:start:8")
        assert bubble.box is not None
        bubbles.add((bubble.box.fill, bubble.box.outline))
    assert bubbles == {("soft", "edge")}


def test_a_mark_is_told_in_words_too(open_frame):
    root = screen(open_frame((1280, 800)), at_choice(BOAT, sign="not_sure"))
    bubble = next(node for node in nodes(root) if node.name == "message:start:8")
    assert "you said: Not sure" in bubble.label
    assert "Not sure" in {node.text.text for node in nodes(root) if node.text is not None}


def test_no_coral_before_look_back(plain_sheet):
    """Coral is the colour of a sign at look-back."""
    for shown in plain_sheet.screens:
        playing = shown.stop.sitting.playing
        if playing is None or playing.shows_look_back or shown.stop.sitting.panels:
            continue
        for item in shown.placed:
            node = item.node
            colours = {node.colour if node.text else "", node.picture.tint if node.picture else ""}
            if node.box is not None:
                colours |= {node.box.fill, node.box.outline}
            assert not colours & {"coral", "soft_coral", "on_coral"}, (shown.stop.id, node.name, node.label)


def test_no_step_of_the_ladder_is_lit(open_frame):
    for playing in (
        at_choice(BOAT),
        playing_steps.choose(at_choice(BOAT), "take"),
        playing_steps.look_at(at_choice(BOAT), SIGN),
    ):
        root = screen(open_frame((1280, 800)), playing)
        rungs = [node for node in nodes(root) if node.label.split(".")[0] in ("Stop", "Keep", "Tell") and node.box]
        assert len(rungs) == 3
        assert len({rung.box for rung in rungs}) == 1
        assert all(rung.selected is None and rung.intent is None for rung in rungs)


def test_before_look_back_nothing_is_counted_on_the_screen(open_frame):
    root = screen(open_frame((1280, 800)), at_choice(BOAT, fine="fine", sign="not_ok"))
    words = " ".join(node.text.text for node in nodes(root) if node.text is not None)
    assert "You found" not in words
    assert "of 2" not in words


def test_every_message_of_others_can_be_looked_at_and_none_of_the_friends(open_frame):
    """A message with nothing to decide opens the same panel, so that the panel gives nothing away."""
    root = screen(open_frame((1280, 2000)), playing_steps.open_thread(at_choice(BOAT), "club"))
    messages = [node for node in nodes(root) if node.role == "message"]
    assert {node.label.split(":")[0] for node in messages if isinstance(node.intent, LookAt)} == {"Ash_9", "Lou"}
    assert {node.label.split(":")[0] for node in messages if node.intent is None} == {"Robin"}
    panels = [
        [
            (node.role, node.name, node.box)
            for node in nodes(screen(open_frame((1280, 800)), playing_steps.look_at(at, place)))
        ]
        for at, place in ((at_choice(BOAT), STICKER), (at_choice(BOAT), FINE))
    ]
    assert [node for node in panels[0] if node[1].startswith("say:")] == [
        node for node in panels[1] if node[1].startswith("say:")
    ]


def test_there_is_nothing_behind_a_hidden_tile(open_frame):
    """Its label comes from a closed list, and a press on it looks twice at it, as on any message."""
    there = playing_steps.show_all(playing_steps.go_on(looking_back()))
    root = screen(open_frame((1280, 800)), there)
    tile = next(node for node in nodes(root) if node.name == "message:debt:1")
    inner = nodes(tile)[1:]
    assert tile.label == "Ash_9: hidden message: Spoiler"
    assert tile.intent == LookAt(Place("debt", 1))
    assert [node.text.text for node in inner if node.text is not None] == ["Spoiler"]
    assert all(node.intent is None for node in inner)
    open_ = nodes(screen(open_frame((1280, 800)), playing_steps.look_at(there, Place("debt", 1))))
    assert {type(node.intent) for node in open_ if node.name.startswith("say:")} == {Say}
    assert not any(isinstance(node.intent, Reveal) for node in open_)


# Look-back


def looking_back(scenario: Scenario = BOAT, **said: str) -> Playing:
    return playing_steps.go_on(playing_steps.choose(at_choice(scenario, **said), "take"))


def back_nodes(frame, playing: Playing) -> list[Node]:
    return nodes(draw_look_back(frame, playing, ALBUM))


def words_of(found: list[Node]) -> list[str]:
    return [node.text.text for node in found if node.text is not None]


def test_a_message_that_was_not_looked_at_is_offered_before_its_why_opens(open_frame):
    found = back_nodes(open_frame((1280, 800)), looking_back(fine="fine"))
    late = {node.intent for node in found if isinstance(node.intent, Say | Reveal)}
    assert late == {
        offer
        for place in (LOOKALIKE, SIGN, UNCLEAR)
        for offer in (*(Say(place, verdict) for verdict in VERDICTS), Reveal(place))
    }
    assert words_of(found).count("not looked at yet") == 3
    assert "Nothing is asked for." in words_of(found)
    assert "It comes with a secret." not in words_of(found)


def test_what_is_answered_then_counts_and_is_final(open_frame):
    there = looking_back(fine="fine")
    answered = playing_steps.say(there, SIGN, "not_ok", None, ask_sign=False)
    assert "It comes with a secret." in words_of(back_nodes(open_frame((1280, 800)), answered))
    frame = open_frame((1280, 800))
    assert "You found 1 of 1 sign." in count_in_words(frame.translator, answered)
    assert not any(line.startswith("You found") for line in count_in_words(frame.translator, there))
    with pytest.raises(EngineError):
        playing_steps.say(answered, SIGN, "fine", None, ask_sign=False)


def test_what_is_only_shown_counts_nowhere(open_frame):
    frame = open_frame((1280, 800))
    there = looking_back(fine="fine")
    shown = playing_steps.reveal(there, SIGN)
    assert "It comes with a secret." in words_of(back_nodes(frame, shown))
    assert not any(line.startswith("You found") for line in count_in_words(frame.translator, shown))
    with pytest.raises(EngineError):
        playing_steps.say(shown, SIGN, "not_ok", None, ask_sign=False)


def test_a_judgement_that_was_explained_offers_no_buttons_any_more(open_frame):
    found = back_nodes(
        open_frame((1280, 800)), looking_back(fine="fine", lookalike="fine", sign="fine", unclear="fine")
    )
    assert not any(isinstance(node.intent, Say | Reveal) for node in found)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({"sign": "not_ok"}, ["You found 1 of 1 sign.", "You have not looked at 2 messages."]),
        (
            {"sign": "not_sure"},
            ["You found 0 of 1 sign.", "You wondered about 1 more.", "You have not looked at 2 messages."],
        ),
        ({"sign": "fine", "fine": "fine"}, ["You found 0 of 1 sign.", "You saw that 1 of 1 fine message was fine."]),
        ({"fine": "not_ok", "lookalike": "fine"}, ["You saw that 1 of 2 fine messages were fine."]),
        ({"fine": "not_sure", "lookalike": "not_sure"}, ["You saw that 0 of 2 fine messages were fine."]),
        ({"unclear": "not_ok"}, ["You have not looked at 3 messages."]),
        ({"sticker": "not_ok"}, ["You have not looked at 3 messages."]),
    ],
    ids=lambda value: "-".join(f"{k}-{v}" for k, v in value.items()) if isinstance(value, dict) else "",
)
def test_counts_are_words_over_the_messages_that_were_looked_at(said, lines, open_frame):
    counted = count_in_words(open_frame((1280, 800)).translator, looking_back(**said))
    assert set(lines) <= set(counted)
    if not said.keys() & {"sign"}:
        assert not any("found" in line for line in counted)


def test_a_card_that_does_not_fit_still_counts_as_found(open_frame):
    playing = playing_steps.say(at_choice(BOAT), SIGN, "not_ok", "secrecy_request", ask_sign=False)
    there = playing_steps.go_on(playing_steps.choose(playing, "take"))
    assert "You found 1 of 1 sign." in count_in_words(open_frame((1280, 800)).translator, there)
    assert any(
        "You saw it. You picked the card" in text for text in words_of(back_nodes(open_frame((1280, 800)), there))
    )


def calm_end(**said: str) -> Playing:
    playing = playing_steps.show_all(playing_steps.begin(CALM))
    for beat, verdict in said.items():
        playing = playing_steps.say(playing, Place("start", int(beat[1:])), verdict, None, ask_sign=False)
    return playing_steps.go_on(playing_steps.show_all(playing_steps.answer_pulse(playing, "fine")))


@pytest.mark.parametrize("said", [{}, {"b0": "fine"}, {"b0": "not_ok", "b1": "not_ok"}], ids=str)
def test_a_story_in_which_nothing_is_wrong_says_so_whatever_was_said(said, open_frame):
    end = calm_end(**said)
    assert end.shows_look_back
    lines = count_in_words(open_frame((1280, 800)).translator, end)
    assert lines[0] == "There was no sign in this story."
    assert not any("found" in line for line in lines)


def test_nobody_is_praised_for_trust_or_doubt_and_nobody_is_told_off(open_frame):
    forbidden = ("wrong", "mistake", "well done", "correct", "failed", "bad", "great", "careful", "score", "points")
    for verdicts in (("fine", "fine"), ("not_ok", "not_ok"), ("not_sure", "not_sure"), ("fine", "not_ok")):
        there = looking_back(fine=verdicts[0], lookalike=verdicts[1], sign=verdicts[0], unclear=verdicts[1])
        said = [*count_in_words(open_frame((1280, 800)).translator, there)]
        said += [text for text in words_of(back_nodes(open_frame((1280, 800)), there)) if text.startswith("You ")]
        assert said
        for text in said:
            assert not [word for word in forbidden if word in text.lower()], text


def test_a_pulse_is_right_or_not_in_words_and_never_a_number(open_frame):
    frame = open_frame((1280, 800))
    right = looking_back()
    other = playing_steps.show_all(
        playing_steps.answer_pulse(playing_steps.show_all(playing_steps.begin(BOAT)), "fine")
    )
    wrong = playing_steps.go_on(playing_steps.choose(other, "take"))
    assert count_in_words(frame.translator, right)[-1] == "All of it together: you saw how it was going."
    assert count_in_words(frame.translator, wrong)[-1] == "All of it together: look at the pulse once more."


def test_two_stories_that_look_alike_do_not_show_each_others_messages(open_frame):
    """What was drawn of one story is not kept for another that stands at the same place."""
    other = replace(
        CALM,
        id="other",
        scenes={
            scene.id: replace(
                scene, beats=tuple(replace(b, text="Other words") if isinstance(b, Message) else b for b in scene.beats)
            )
            for scene in CALM.scenes.values()
        },
    )
    frame = open_frame((1280, 800))
    drawn = [screen(frame, playing_steps.show_all(playing_steps.begin(scenario))) for scenario in (CALM, other)]
    assert "Good race!" in words_of(nodes(drawn[0]))
    assert "Good race!" not in words_of(nodes(drawn[1]))
    assert "Other words" in words_of(nodes(drawn[1]))

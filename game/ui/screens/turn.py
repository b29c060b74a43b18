"""Where did it turn? For the oldest band, before the look-back: the chat once more, and the first sign in it."""

from game.shown.labels import message_text
from game.shown.marks import first_sign, is_near_turn
from game.shown.playing import Playing
from game.story.model import Message, Place
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.header import header
from game.ui.intents import GoOn, PickTurn
from game.ui.parts import button, card, card_padding, option, page, pill, scroller, stack, words
from game.ui.tree import Box, Node


def draw_turn(frame: Frame, playing: Playing) -> Node:
    """The messages of the path to pick one from; once one is picked, where it turned and why."""
    _ = frame._
    bar = header(frame, _("Looking back"))
    width = min(frame.width - 2 * frame.margin, 760.0)
    title = words(frame, _("Where did it turn?"), frame.largest, width, role="heading")
    if playing.turn is None:
        content = stack([title, _question(frame, width), *_messages(frame, playing, width)], gap=10, width=width)
    else:
        content = stack([title, _answer(frame, playing, playing.turn, width)], gap=18, width=width)
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + 56),
        children=(content.at((frame.width - width) / 2, 26),),
    )
    name = f"turn:{playing.turn is None}"
    body = scroller(frame, inner, name=name, width=frame.width, height=frame.height - bar.rect.height)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _question(frame: Frame, width: float) -> Node:
    text = frame._("Pick the first message that was not OK. It is hard to tell to the line, and near is fine.")
    return words(frame, text, "body", width, colour="muted")


def _messages(frame: Frame, playing: Playing, width: float) -> list[Node]:
    scenario = playing.scenario
    return [
        option(
            frame,
            frame.told_by(scenario.people[message.person].name, message_text(frame._, message)),
            PickTurn(place),
            name=f"turn:{place.scene}:{place.beat}",
            width=width,
            tongue=frame.story,
        )
        for place, message in playing.state.messages(scenario)
        if message.person != scenario.friend.id
    ]


def _answer(frame: Frame, playing: Playing, picked: Place, width: float) -> Node:
    _ = frame._
    scenario = playing.scenario
    place = first_sign(scenario, playing.state)
    assert place is not None
    message = scenario.beat_at(place)
    assert isinstance(message, Message)
    inner = width - 2 * card_padding(frame)
    quote = frame.told_by(scenario.people[message.person].name, message_text(_, message))
    if picked == place:
        said = _("You saw it.")
    elif is_near_turn(scenario, playing.state, picked):
        said = _("You were right beside it.")
    else:
        said = _("You picked another message. Looking back, it is easier to see.")
    lines = [
        pill(frame, _("here"), fill="coral", colour="on_coral"),
        words(frame, quote, "body_bold", inner, tongue=frame.story),
        words(frame, message.why or "", "body", inner, tongue=frame.story),
        words(frame, said, "small", inner, colour="muted"),
    ]
    on = button(frame, _("Go on"), GoOn(), name="go_on", kind="main", icon="arrow_right")
    return stack([card(frame, lines, width=width, gap=8), on], gap=18, width=width)

"""What stands in a chat, drawn: bubbles and their marks, hidden tiles, stickers, calls, notes, time gaps, dots."""

from game.design import RADIUS_BUBBLE, RADIUS_FULL, RADIUS_TAIL, Colour
from game.story.model import Message, Person, Place, Scenario
from game.story.plays import Judgement
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import LookAt, OpenProfile
from game.ui.labels import deed_done, hidden_label, reaction_label, role_label, verdict_label
from game.ui.parts import padded, picture, pill, row, snug, words
from game.ui.thread import Aside, Bubble, Did, Item, Said, Told
from game.ui.tree import Box, Dots, Node

AVATAR = 44.0
_PAD_X, _PAD_Y = 16.0, 9.0


def message_name(place: Place) -> str:
    """The name of a message's node."""
    return f"message:{place.scene}:{place.beat}"


def draw_item(
    frame: Frame, scenario: Scenario, item: Item, width: float, *, said: Judgement | None = None, chosen: bool = False
) -> Node:
    """One entry of a chat, `width` wide. `said` is the player's mark on it, `chosen` whether its panel is open."""
    match item:
        case Bubble(place, message, first, last):
            person = scenario.people[message.person]
            if person.part == "friend":
                return _own(
                    frame, _content(frame, message, width * 0.76, "on_teal"), width, f"{person.name}: ", message
                )
            return _other(frame, person, place, message, width, first, last, said, chosen)
        case Said(_, _, text):
            content = snug(frame, text, "body", width * 0.76 - 2 * _PAD_X, colour="on_teal")
            return _own(frame, content, width, f"{scenario.friend.name}: ", None)
        case Did(_, _, deed):
            return _aside(frame, deed_done(frame._, deed, scenario.friend.short_name), width, "soft_teal", "ink")
        case Told(_, role):
            text = frame._("Told: {adult}", adult=role_label(frame._, role))
            return _aside(frame, text, width, "soft_teal", "ink")
        case Aside(_, text, is_gap):
            return _aside(frame, text, width, "soft", "muted") if is_gap else _note(frame, text, width)


def _own(frame: Frame, content: Node, width: float, prefix: str, message: Message | None) -> Node:
    corners = Corners(RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_TAIL, RADIUS_BUBBLE)
    bubble = padded(content, x=_PAD_X, y=_PAD_Y, box=Box("teal", corners), role="message")
    bubble = bubble.replaced(label=prefix + _spoken(frame, content, message))
    bubble = _with_reaction(frame, bubble, message)
    return Node(rect=Rect(0, 0, width, bubble.rect.height), children=(bubble.at(width - bubble.rect.width, 0),))


def _other(
    frame: Frame,
    person: Person,
    place: Place,
    message: Message,
    width: float,
    first: bool,
    last: bool,
    said: Judgement | None,
    chosen: bool,
) -> Node:
    left = AVATAR + 10
    content = _content(frame, message, min(width - left, width * 0.8), "ink")
    tail = RADIUS_TAIL if last else RADIUS_BUBBLE
    fill: Colour = "soft" if said or chosen else "them"
    outline: Colour | None = "ink" if chosen else "edge" if said else None
    box = Box(fill, Corners(RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_BUBBLE, tail), outline, 3)
    spoken = f"{person.name}: {_spoken(frame, content, message)}"
    if said is not None:
        spoken = f"{spoken} ({frame._('you said: {verdict}', verdict=verdict_label(frame._, said.verdict))})"
    bubble = padded(
        content,
        x=_PAD_X,
        y=_PAD_Y,
        least_height=frame.target,
        box=box,
        role="message",
        label=spoken,
        intent=LookAt(place),
        name=message_name(place),
        selected=True if chosen else None,
    )
    children: list[Node] = []
    top = 0.0
    if first:
        name = snug(frame, person.name, "small", width - left, colour="muted")
        children.append(name.at(left + 2, 0))
        top = name.rect.height + 3
    tag = pill(frame, verdict_label(frame._, said.verdict), fill="ink", colour="ground") if said else None
    if tag is not None:
        tag_top = top
        # The tag sits on the edge; only its lower third is over the bubble, above the first line of text.
        top += tag.rect.height * 0.66
    bubble = _with_reaction(frame, bubble, message).at(left, top)
    children.append(bubble)
    if tag is not None:
        x = max(left + 12, bubble.rect.x + bubble.rect.width - tag.rect.width - 20)
        children.append(tag.replaced(label="", children=_silent(tag.children)).at(x, tag_top))
    if last:
        face = picture(
            f"avatars/{person.picture}", AVATAR, disc=True, label=frame._("Profile of {name}", name=person.name)
        )
        face = face.replaced(intent=OpenProfile(person.id), name=f"profile:{place.scene}:{place.beat}", role="button")
        children.append(face.at(0, bubble.rect.bottom - AVATAR))
    height = bubble.rect.bottom
    return Node(rect=Rect(0, 0, width, height), children=tuple(children))


def _silent(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same nodes without words for a screen reader, which hears them elsewhere."""
    return tuple(node.replaced(label="") for node in nodes)


def _content(frame: Frame, message: Message, width: float, colour: Colour) -> Node:
    """What is inside a bubble of at most `width`."""
    room = width - 2 * _PAD_X
    if message.hidden is not None:
        return _tile(frame, "spoiler_tile", hidden_label(frame._, message.hidden), room, colour)
    if message.sticker is not None:
        return _tile(frame, "sticker", message.sticker.says, room, colour)
    if message.call is not None:
        return _tile(frame, "phone", frame._("Call, not answered"), room, colour)
    return snug(frame, message.text or "", "body", room, colour=colour)


def _tile(frame: Frame, icon: str, text: str, room: float, colour: Colour) -> Node:
    size = 26 * frame.factor
    label = snug(frame, text, "body", room - size - 10, colour=colour)
    return row([picture(f"icons/{icon}", size, tint=colour), label], gap=10)


def _spoken(frame: Frame, content: Node, message: Message | None) -> str:
    if message is None:
        return content.label
    if message.hidden is not None:
        return frame._("hidden message: {label}", label=hidden_label(frame._, message.hidden))
    if message.sticker is not None:
        return frame._("sticker: {words}", words=message.sticker.says)
    return message.text or frame._("Call, not answered")


def _with_reaction(frame: Frame, bubble: Node, message: Message | None) -> Node:
    if message is None or message.react is None:
        return bubble
    tag = pill(frame, reaction_label(frame._, message.react.with_), fill="raised", colour="muted")
    tag = tag.replaced(box=Box("raised", Corners.all(RADIUS_FULL), "line"))
    height = bubble.rect.height
    wider = max(bubble.rect.width, tag.rect.width + 30)
    children = (*(child for child in bubble.children), tag.at(wider - tag.rect.width - 12, height - 6))
    return bubble.replaced(rect=Rect(0, 0, wider, height + tag.rect.height - 14), children=children)


def _aside(frame: Frame, text: str, width: float, fill: Colour, colour: Colour) -> Node:
    inner = snug(frame, text, "small", width - 60, colour=colour)
    box = padded(inner, x=14, y=4, box=Box(fill, Corners.all(13)))
    return Node(rect=Rect(0, 0, width, box.rect.height), children=(box.at((width - box.rect.width) / 2, 0),))


def _note(frame: Frame, text: str, width: float) -> Node:
    room = min(width - 48, 620.0)
    inner = words(frame, text, "small", room, colour="muted", align="centre")
    return Node(rect=Rect(0, 0, width, inner.rect.height), children=(inner.at((width - room) / 2, 0),))


def draw_typing(frame: Frame, person: Person, width: float, phase: float) -> Node:
    """Three dots beside the avatar of who is typing."""
    corners = Corners(RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_TAIL)
    height = frame.style("body").line_height + 2 * _PAD_Y
    spoken = frame._("{name} is typing", name=person.name)
    if person.part == "friend":
        mine = Corners(RADIUS_BUBBLE, RADIUS_BUBBLE, RADIUS_TAIL, RADIUS_BUBBLE)
        rect = Rect(width - 78, 0, 78, height)
        bubble = Node(rect=rect, box=Box("soft_teal", mine), dots=Dots(phase), role="status", label=spoken)
        return Node(rect=Rect(0, 0, width, height), children=(bubble,))
    face = picture(f"avatars/{person.picture}", AVATAR, disc=True)
    rect = Rect(AVATAR + 10, 0, 78, height)
    bubble = Node(rect=rect, box=Box("them", corners), dots=Dots(phase), role="status", label=spoken)
    return Node(rect=Rect(0, 0, width, height), children=(bubble, face.at(0, height - AVATAR)))

"""What stands in a chat, drawn: bubbles and their marks, hidden tiles, stickers, calls, notes, time gaps, dots."""

from game.design import RADIUS_BUBBLE, RADIUS_FULL, RADIUS_PLAIN, RADIUS_TAIL, Colour
from game.i18n.tongue import Tongue
from game.shown.deeds import deed_done
from game.shown.labels import hidden_label, is_own_text, reaction_label, role_after_colon, verdict_label
from game.shown.thread import Aside, Bubble, Did, Item, Said, Told
from game.story.model import Message, Person, Place, Scenario
from game.story.plays import Judgement
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import LookAt, OpenProfile
from game.ui.parts import padded, picture, pill, row, snug, stack, words
from game.ui.tree import Box, Dots, Node

AVATAR = 44.0
_PAD_X, _PAD_Y = 16.0, 9.0
_STICKER = 108.0
_LOUPE = 30.0


def message_name(place: Place) -> str:
    """The name of a message's node."""
    return f"message:{place.scene}:{place.beat}"


def draw_item(
    frame: Frame,
    scenario: Scenario,
    item: Item,
    width: float,
    *,
    said: Judgement | None = None,
    chosen: bool = False,
    hovered: bool = False,
    read: bool = False,
) -> Node:
    """One entry of a chat, `width` wide.

    `said` is the player's mark on it, `chosen` whether its panel is open, `hovered` whether the mouse is over it,
    `read` whether it wears the mark that somebody has read it.
    """
    plain = scenario.band == "14-17"
    match item:
        case Bubble(message=message) if scenario.people[message.person].part == "friend":
            person = scenario.people[message.person]
            content = _content(frame, message, width * 0.76, "on_teal")
            bubble = _own_bubble(
                content, _spoken(frame, person, message), plain=plain, bare=message.sticker is not None
            )
            bubble = bubble.replaced(language=frame.language_of(_tongue_of(frame, message)))
            return _own(frame, _with_reaction(frame, bubble, message), width, read)
        case Bubble():
            return _Other(frame, scenario, item, width, said, chosen, hovered).draw()
        case Said(_, _, text):
            content = snug(frame, text, "body", width * 0.76 - 2 * _PAD_X, colour="on_teal", tongue=frame.story)
            bubble = _own_bubble(content, frame.told_by(scenario.friend.name, text), plain=plain)
            return _own(frame, bubble.replaced(language=content.language), width, read)
        case Did(_, _, deed):
            return _aside(frame, deed_done(frame.translator, deed, scenario.friend), width, "soft_teal", "ink")
        case Told(_, role):
            text = frame._("Told: {adult}", adult=role_after_colon(frame.translator, role))
            return _aside(frame, text, width, "soft_teal", "ink")
        case Aside(_, text, is_gap):
            if is_gap:
                return _aside(frame, text, width, "soft", "muted", frame.story)
            return _note(frame, text, width)


def _radius(*, plain: bool) -> float:
    return RADIUS_PLAIN if plain else RADIUS_BUBBLE


def _own_bubble(content: Node, spoken: str, *, plain: bool, bare: bool = False) -> Node:
    """The friend's bubble; a sticker of theirs stands without one (`bare`)."""
    radius = _radius(plain=plain)
    box = None if bare else Box("teal", Corners(radius, radius, RADIUS_TAIL, radius))
    return padded(content, x=_PAD_X, y=_PAD_Y, box=box, role="message", label=spoken)


def _own(frame: Frame, bubble: Node, width: float, read: bool) -> Node:
    children = [bubble.at(width - bubble.rect.width, 0)]
    height = bubble.rect.height
    if read:
        mark = picture("icons/read_mark", 17 * min(frame.factor, 1.5), tint="muted")
        read_by = frame.translator.pgettext("mark", "read")
        line = row([mark, snug(frame, read_by, "small", width / 2, colour="muted")], gap=5)
        children.append(line.at(width - line.rect.width - 6, height + 2))
        height += line.rect.height + 2
    return Node(rect=Rect(0, 0, width, height), children=tuple(children))


class _Other:
    """A message by somebody else: avatar, name, bubble, the player's mark, the loupe that says it can be looked at."""

    def __init__(
        self,
        frame: Frame,
        scenario: Scenario,
        item: Bubble,
        width: float,
        said: Judgement | None,
        chosen: bool,
        hovered: bool,
    ) -> None:
        self.frame, self.item, self.width = frame, item, width
        self.person = scenario.people[item.message.person]
        self.plain = scenario.band == "14-17"
        self.said, self.chosen, self.hovered = said, chosen, hovered
        self.left = AVATAR + 10

    def draw(self) -> Node:
        """The whole row."""
        frame, item = self.frame, self.item
        children: list[Node] = []
        top = 0.0
        if item.first:
            room = self.width - self.left
            name = snug(frame, self.person.name, "small", room, colour="muted", tongue=frame.story)
            children.append(name.at(self.left + 2, 0))
            top = name.rect.height + 3
        tag = self._tag()
        tag_top = top
        if tag is not None:
            # The tag sits on the edge; only its lower third is over the bubble, above the first line of text.
            top += tag.rect.height * 0.66
        bubble = _with_reaction(frame, self._bubble(), item.message).at(self.left, top)
        children.append(bubble)
        if tag is not None:
            x = max(self.left + 12, bubble.rect.x + bubble.rect.width - tag.rect.width - 20)
            children.append(tag.at(x, tag_top))
        elif self.chosen or self.hovered:
            children.append(self._loupe(bubble.rect))
        if item.last:
            children.append(self._face(bubble.rect.bottom))
        return Node(rect=Rect(0, 0, self.width, bubble.rect.bottom), children=tuple(children))

    def _bubble(self) -> Node:
        frame, message = self.frame, self.item.message
        content = _content(frame, message, min(self.width - self.left - _LOUPE, self.width * 0.8), "ink")
        radius = _radius(plain=self.plain)
        corners = Corners(radius, radius, radius, RADIUS_TAIL if self.item.last else radius)
        marked = self.said is not None or self.chosen
        fill: Colour | None = "soft" if marked or message.hidden is not None else "them"
        if message.sticker is not None and not marked:
            fill = None
        outline: Colour | None = "ink" if self.chosen else "edge" if marked else None
        spoken = _spoken(frame, self.person, message)
        if self.said is not None:
            said = frame._("you said: {verdict}", verdict=verdict_label(frame._, self.said.verdict))
            spoken = f"{spoken} ({said})"
        return padded(
            content,
            x=_PAD_X,
            y=_PAD_Y,
            least_height=frame.target,
            box=Box(fill, corners, outline, 3),
            role="message",
            label=spoken,
            language=frame.language_of(_tongue_of(frame, message)),
            intent=LookAt(self.item.place),
            name=message_name(self.item.place),
            selected=True if self.chosen else None,
        )

    def _tag(self) -> Node | None:
        if self.said is None:
            return None
        tag = pill(self.frame, verdict_label(self.frame._, self.said.verdict), fill="ink", colour="ground")
        return tag.replaced(label="", children=_silent(tag.children))

    def _loupe(self, bubble: Rect) -> Node:
        """A small loupe on the bubble's edge: this can be looked at twice."""
        inner = picture("icons/loupe", _LOUPE * 0.6, tint="ink").at(_LOUPE * 0.2, _LOUPE * 0.2)
        x = min(bubble.right - _LOUPE * 0.45, self.width - _LOUPE)
        rect = Rect(x, bubble.y - _LOUPE * 0.35, _LOUPE, _LOUPE)
        return Node(rect=rect, box=Box("soft_sun", Corners.all(_LOUPE / 2), "ink", 1.5), children=(inner,))

    def _face(self, bottom: float) -> Node:
        label = self.frame._("Profile of {name}", name=self.person.name)
        face = picture(f"avatars/{self.person.picture}", AVATAR, disc=True, label=label)
        name = f"profile:{self.item.place.scene}:{self.item.place.beat}"
        return face.replaced(intent=OpenProfile(self.person.id), name=name, role="button").at(0, bottom - AVATAR)


def _silent(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same nodes without words for a screen reader, which hears them elsewhere."""
    return tuple(node.replaced(label="") for node in nodes)


def _content(frame: Frame, message: Message, width: float, colour: Colour) -> Node:
    """What is inside a bubble of at most `width`."""
    room = width - 2 * _PAD_X
    if message.hidden is not None:
        return _hidden_tile(frame, hidden_label(frame._, message.hidden), room, colour)
    if message.sticker is not None:
        sticker = picture(f"stickers/{message.sticker.id}", min(_STICKER, room), label=message.sticker.says)
        return sticker.replaced(language=frame.language_of(frame.story))
    if message.call is not None:
        return _tile(frame, "phone", frame._("Call, not answered"), room, colour)
    return snug(frame, message.text or "", "body", room, colour=colour, tongue=frame.story)


def _hidden_tile(frame: Frame, label: str, room: float, colour: Colour) -> Node:
    """A tile with its label and nothing behind it: there is no way to open it, and no text that could be shown."""
    size = 40 * min(frame.factor, 1.5)
    text = snug(frame, label, "body", room, colour=colour)
    width = min(room, max(text.rect.width, 190.0))
    icon = picture("icons/spoiler_tile", size, tint=colour)
    return stack([icon, text], gap=8, width=width, align="centre")


def _tile(frame: Frame, icon: str, text: str, room: float, colour: Colour) -> Node:
    size = 26 * frame.factor
    label = snug(frame, text, "body", room - size - 10, colour=colour)
    return row([picture(f"icons/{icon}", size, tint=colour), label], gap=10)


def _spoken(frame: Frame, person: Person, message: Message) -> str:
    """A message as a screen reader says it, in the language of `_tongue_of`."""
    if message.hidden is not None:
        label = hidden_label(frame._, message.hidden)
        return frame.said_by(person.name, frame._("hidden message: {label}", label=label))
    if message.sticker is not None:
        return frame.said_by(person.name, frame._("sticker: {words}", words=message.sticker.says))
    if not is_own_text(message):
        return frame.said_by(person.name, frame._("Call, not answered"))
    return frame.told_by(person.name, message.text or "")


def _tongue_of(frame: Frame, message: Message) -> Tongue:
    """A written message is the story's; what the game says of a tile, a sticker or a call is the player's."""
    return frame.story if message.sticker is None and is_own_text(message) else frame.tongue


def _with_reaction(frame: Frame, bubble: Node, message: Message) -> Node:
    """The small answer that somebody left, on the lower edge; the bubble grows by what sticks out."""
    if message.react is None:
        return bubble
    size = 19.0 * min(frame.factor, 1.5)
    label = reaction_label(frame._, message.react.with_)
    face = picture(f"reactions/{message.react.with_}", size, label=label)
    tag = padded(face, x=8, y=4, box=Box("raised", Corners.all(RADIUS_FULL), "line", 1.5))
    height = bubble.rect.height
    x = max(10.0, bubble.rect.width - tag.rect.width - 12)
    wider = max(bubble.rect.width, x + tag.rect.width + 8)
    under = height - 10
    base = bubble.replaced(role="group", intent=None, name="", selected=None, label="")
    # Box and press stay those of the bubble alone; the tag hangs below.
    return bubble.replaced(
        rect=Rect(0, 0, wider, under + tag.rect.height),
        box=None,
        children=(base.replaced(rect=Rect(0, 0, bubble.rect.width, height)), tag.at(x, under)),
    )


def _aside(frame: Frame, text: str, width: float, fill: Colour, colour: Colour, tongue: Tongue | None = None) -> Node:
    inner = snug(frame, text, "small", width - 60, colour=colour, tongue=tongue)
    box = padded(inner, x=14, y=4, box=Box(fill, Corners.all(13)))
    return Node(rect=Rect(0, 0, width, box.rect.height), children=(box.at((width - box.rect.width) / 2, 0),))


def _note(frame: Frame, text: str, width: float) -> Node:
    room = min(width - 48, 620.0)
    inner = words(frame, text, "small", room, colour="muted", align="centre", tongue=frame.story)
    return Node(rect=Rect(0, 0, width, inner.rect.height), children=(inner.at((width - room) / 2, 0),))


def draw_typing(frame: Frame, person: Person, width: float, phase: float, *, plain: bool = False) -> Node:
    """Three dots beside the avatar of who is typing."""
    radius = _radius(plain=plain)
    corners = Corners(radius, radius, radius, RADIUS_TAIL)
    height = frame.style("body").line_height + 2 * _PAD_Y
    spoken = frame._("{name} is typing", name=person.name)
    if person.part == "friend":
        mine = Corners(radius, radius, RADIUS_TAIL, radius)
        rect = Rect(width - 78, 0, 78, height)
        bubble = Node(rect=rect, box=Box("soft_teal", mine), dots=Dots(phase), role="status", label=spoken)
        return Node(rect=Rect(0, 0, width, height), children=(bubble,))
    face = picture(f"avatars/{person.picture}", AVATAR, disc=True)
    rect = Rect(AVATAR + 10, 0, 78, height)
    bubble = Node(rect=rect, box=Box("them", corners), dots=Dots(phase), role="status", label=spoken)
    return Node(rect=Rect(0, 0, width, height), children=(bubble, face.at(0, height - AVATAR)))

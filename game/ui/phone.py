"""The friend's phone: tabs for its chats, and the chat that is read."""

from collections.abc import Sequence

from game.design import ARRIVAL_SECONDS, RADIUS_PHONE, Colour
from game.shown.playing import Playing
from game.shown.thread import Bubble, Item, Said, chats_so_far, read_thread
from game.story.model import Chat, Scenario
from game.story.state import Shown
from game.ui.bubbles import draw_item, draw_typing, message_name
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.intents import OpenThread, ShowAll
from game.ui.notebook import notebook_button
from game.ui.parts import button, flow, padded, picture, pill, row, scroller, snug
from game.ui.tree import Box, Node

DOT_SECONDS = 1.1
"""How long the wave of the typing dots takes."""


def draw_phone(frame: Frame, playing: Playing, now: float, rect: Rect, *, framed: bool, covered: float = 0.0) -> Node:
    """The phone in `rect`, `framed` with its rounded edge; `covered` dp at its end lie under a drawer."""
    tabs = _tabs(frame, playing, rect.width, framed)
    body = Rect(0, tabs.rect.height, rect.width, rect.height - tabs.rect.height)
    footer = _footer(frame, playing, body.width) if playing.is_reading or playing.has_news else None
    foot = footer.rect.height + 18 if footer is not None else covered
    thread = scroller(
        frame,
        _thread(frame, playing, now, body.width),
        name=f"thread:{playing.viewed_chat}",
        width=body.width,
        height=max(40.0, body.height - (6 if framed else 0)),
        follow=True,
        foot=foot + 14,
        role="log",
        label=playing.scenario.chats[playing.viewed_chat].title,
    ).replaced(language=frame.language_of(frame.story))
    children = [thread.at(0, body.y), tabs]
    if footer is not None:
        children.append(
            footer.at((rect.width - footer.rect.width) / 2, rect.height - covered - footer.rect.height - 14)
        )
    if framed:
        edge = Box("raised", Corners.all(RADIUS_PHONE), None)
        thickness = 2 if playing.scenario.band == "14-17" else 3
        rim = Node(rect=Rect(0, 0, rect.width, rect.height), box=Box(None, Corners.all(RADIUS_PHONE), "ink", thickness))
        return Node(rect=rect, box=edge, children=(*children, rim))
    return Node(rect=rect, box=Box("raised"), children=tuple(children))


def _tabs(frame: Frame, playing: Playing, width: float, framed: bool) -> Node:
    scenario = playing.scenario
    chats = chats_so_far(scenario, playing.entries, playing.current_chat)
    viewed = playing.viewed_chat
    left = 26.0 if framed else 14.0
    room = (width - 2 * left - 6 * (len(chats) - 1)) / len(chats)
    nodes = []
    for chat_id in chats:
        news = playing.has_news and chat_id == playing.current_chat
        nodes.append(_tab(frame, scenario, scenario.chats[chat_id], room, chat_id == viewed, news))
    inner = row(nodes, gap=6, middle=False)
    height = inner.rect.height + 12
    radius = RADIUS_PHONE if framed else 0.0
    ground: Colour = "soft" if scenario.band == "14-17" else "soft_teal"
    box = Box(ground, Corners(radius, radius, 0, 0))
    return Node(rect=Rect(0, 0, width, height), box=box, role="list", children=(inner.at(left, 12),))


def _tab(frame: Frame, scenario: Scenario, chat: Chat, room: float, viewed: bool, news: bool) -> Node:
    face = picture(f"avatars/{_face(scenario, chat)}", 28, disc=True)
    extras = [pill(frame, frame.translator.pgettext("mark", "new"), fill="sun", colour="on_sun")] if news else []
    fronts = [face]
    used = 2 * 15 + sum(node.rect.width + 10 for node in extras)
    if room - used - 38 < 70 * frame.factor:
        fronts = []
    used += 38.0 * len(fronts)
    colour: Colour = "ink" if viewed else "muted"
    room = max(30.0, room - used)
    title = snug(frame, chat.title, "label", room, colour=colour, max_lines=1, tongue=frame.story)
    box = Box("raised", Corners(18, 18, 0, 0)) if viewed else None
    label = ", ".join((chat.title, frame.translator.pgettext("mark", "new"))) if news else chat.title
    return padded(
        row([*fronts, title, *extras], gap=10),
        x=15,
        y=8,
        least_height=48,
        box=box,
        role="tab",
        label=label,
        language=title.language,
        intent=OpenThread(chat.id),
        name=f"tab:{chat.id}",
        selected=viewed,
    )


def _face(scenario: Scenario, chat: Chat) -> str:
    """Of two people the other one; of a group the last who is not the friend."""
    others = [scenario.people[person] for person in chat.people if scenario.people[person].part != "friend"]
    return (others[-1] if others else scenario.friend).picture


def _footer(frame: Frame, playing: Playing, width: float) -> Node | None:
    if playing.has_news:
        title = playing.scenario.chats[playing.current_chat].title
        text = frame._("Back to {chat}", chat=title)
        return button(
            frame, text, OpenThread(playing.current_chat), name="back_to_story", kind="main", max_width=width - 30
        )
    everything = button(
        frame, frame._("Show all"), ShowAll(), name="show_all", kind="plain", style="small_label", icon="arrow_down"
    )
    if frame.is_wide:
        return everything
    # Where the notebook does not stand beside the phone, it opens from here.
    return flow([everything, notebook_button(frame, width - 30)], width - 30, gap=8, align="centre")


def _thread(frame: Frame, playing: Playing, now: float, width: float) -> Node:
    """The chat's content as tall as it is; the same object while nothing in it changes, so that scrolling is cheap."""
    moves = playing.typist(now) is not None or (frame.motion and now - playing.arrived < ARRIVAL_SECONDS)
    if moves:
        return _build_thread(frame, playing, now, width)
    seen = (
        playing.scenario.id,
        frame.story,
        playing.state,
        playing.showing_again,
        playing.viewed_chat,
        playing.looking_at,
        width,
        frame.hovered,
    )
    kept: tuple[object, Node] | None = frame.kept.get("thread")
    if kept is None or kept[0] != seen:
        kept = frame.kept["thread"] = (seen, _build_thread(frame, playing, now, width))
    return kept[1]


def _build_thread(frame: Frame, playing: Playing, now: float, width: float) -> Node:
    """The chat's content, the dots of who is typing at its end."""
    side = 20.0 if width >= 420 else 14.0
    inner = width - 2 * side
    items, nodes = _drawn(frame, playing, inner)
    placed: list[Node] = []
    y = 18.0
    fresh = (now - playing.arrived) / ARRIVAL_SECONDS if frame.motion else 1.0
    for index, (item, node) in enumerate(zip(items, nodes, strict=True)):
        y += _gap(items[index - 1], item) if index else 0.0
        if index == len(nodes) - 1 and 0.0 <= fresh < 1.0:
            eased = 1 - (1 - fresh) ** 3
            placed.append(node.replaced(rect=Rect(side, y + (1 - eased) * 14, inner, node.rect.height), opacity=eased))
        else:
            placed.append(_placed(frame, node, side, y))
        y += node.rect.height
    typist = playing.typist(now)
    plain = playing.scenario.band == "14-17"
    if typist is not None and playing.viewed_chat == playing.current_chat:
        phase = ((now - (playing.typing_from or now)) % DOT_SECONDS) / DOT_SECONDS if frame.motion else -1.0
        dots = draw_typing(frame, playing.scenario.people[typist], inner, round(phase, 2), plain=plain)
        y += 12 if nodes else 0
        placed.append(dots.at(side, y))
        y += dots.rect.height
    return Node(rect=Rect(0, 0, width, y), children=tuple(placed))


def _placed(frame: Frame, node: Node, x: float, y: float) -> Node:
    """The node at its place; the same object as last time where nothing moved, so that trees compare fast."""
    key = ("placed", id(node), x, y)
    kept = frame.kept.get(key)
    if kept is None:
        kept = frame.kept[key] = (node, node.at(x, y))
    placed: Node = kept[1]
    return placed


def _drawn(frame: Frame, playing: Playing, width: float) -> tuple[tuple[Item, ...], tuple[Node, ...]]:
    entries: tuple[Shown, ...] = playing.entries
    chat = playing.viewed_chat
    key = ("thread", playing.scenario.id, chat, len(entries), entries[-1:], width)
    items: tuple[Item, ...] | None = frame.kept.get(key)
    if items is None:
        items = frame.kept[key] = read_thread(playing.scenario, entries, chat)
    read = _last_read(playing, items)
    return items, tuple(_bubble(frame, playing, item, width, index == read) for index, item in enumerate(items))


def _last_read(playing: Playing, items: Sequence[Item]) -> int:
    """The place of the friend's last message, if somebody answered it, so that it was read; else -1."""
    friend = playing.scenario.friend.id
    answered = False
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, Said) or (isinstance(item, Bubble) and item.message.person == friend):
            return index if answered else -1
        answered = answered or isinstance(item, Bubble)
    return -1


def _bubble(frame: Frame, playing: Playing, item: Item, width: float, read: bool) -> Node:
    said = playing.state.judgements.get(item.place) if isinstance(item, Bubble) else None
    chosen = isinstance(item, Bubble) and item.place == playing.looking_at
    hovered = isinstance(item, Bubble) and frame.hovered == message_name(item.place)
    key = (
        "item",
        playing.scenario.id,
        frame.story,
        item.place,
        type(item),
        getattr(item, "option", None),
        width,
        said,
        chosen,
        hovered,
        read,
    ) + ((item.first, item.last) if isinstance(item, Bubble) else ())
    node: Node | None = frame.kept.get(key)
    if node is None:
        node = frame.kept[key] = draw_item(
            frame, playing.scenario, item, width, said=said, chosen=chosen, hovered=hovered, read=read
        )
    return node


def _gap(before: Item, after: Item) -> float:
    """Close within a run of one person's messages, wide around everything else."""
    if isinstance(before, Bubble) and isinstance(after, Bubble):
        return 14.0 if after.first else 6.0
    return 16.0

"""The picker: who asks for help today. Only the cards near the window are built, however many stories there are."""

from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias

from game.design import RADIUS_CARD
from game.i18n.tongue import ENGLISH, Tongue
from game.story.model import Band
from game.story.values import StoryCard
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import GoTo, OpenStory, Practise
from game.ui.parts import beside, button, flow, padded, page, picture, pill, row, scroller, stack, words
from game.ui.tree import Box, Node, Picture

LEVELS = 3
_SCENE = 210.0
"""Height of the title picture."""


PracticeNews: TypeAlias = Literal["none", "there", "due"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PickerShelf:
    """What the picker offers, in its order."""

    cards: tuple[StoryCard, ...]
    done: frozenset[str] = frozenset()
    """Ids of finished stories."""
    due: str = ""
    """The booster that is due, if one is."""
    in_english: tuple[StoryCard, ...] = ()
    """Stories that are not whole in the player's language; they are shown whole in English."""
    practice: PracticeNews = "none"
    has_album: bool = False


def draw_picker(frame: Frame, band: Band, shelf: PickerShelf, *, notice: str = "") -> Node:
    """The stories of a band and the practice card, then those that are there in English only.

    `notice` is a sentence the player has to know.
    """
    _ = frame._
    cards = shelf.cards
    album = button(frame, _("My sign cards"), GoTo("album"), name="album")
    bar = header(frame, "Look Twice", is_home=True, extra=(album,) if shelf.has_album else ())
    width = min(frame.width - 2 * frame.margin, 1320.0)
    left = (frame.width - width) / 2
    low, high = band.split("-")
    status = _("Stories for {low} to {high}. Every story is a draft: no expert has checked it yet.", low=low, high=high)
    top = [_top_line(frame, _("Who shall we help today?"), status, width)]
    if notice:
        top.append(padded(words(frame, notice, "body", width - 40), x=20, y=10, box=Box("soft_sun", Corners.all(16))))
    if not cards and not shelf.in_english:
        top.append(words(frame, _("There are no stories for this age here yet."), "body", width))
    head = stack(top, gap=14, width=width).at(left, 20)
    columns = _columns(frame, width)
    area = frame.height - bar.rect.height
    offset = frame.offsets.get("stories", 0.0)
    nodes, height = _rows(frame, shelf, columns, width, until=offset + 2.2 * area)
    start = head.rect.bottom + 16
    if shelf.in_english:
        more, more_height = _english_rows(frame, shelf, columns, width)
        gap = 26.0 if nodes else 0.0
        nodes = [*nodes, *(node.at(node.rect.x, node.rect.y + height + gap) for node in more)]
        height += gap + more_height
    placed = [node.at(left + node.rect.x, start + node.rect.y) for node in nodes]
    scene = 1.6 * _SCENE
    if frame.is_wide and start + height + _SCENE + 60 < area:
        # A short shelf leaves room: the title picture stands at the foot of the page.
        rect = Rect(frame.width - frame.margin - scene, area - _SCENE - 24, scene, _SCENE)
        placed.append(Node(rect=rect, picture=Picture("app/title")))
    inner = Node(rect=Rect(0, 0, frame.width, start + height + 32), children=(head, *placed), role="list")
    body = scroller(frame, inner, name="stories", width=frame.width, height=area)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _top_line(frame: Frame, question: str, status: str, width: float) -> Node:
    if frame.is_wide:
        title = words(frame, question, "title", width * 0.42, role="heading")
        note = words(frame, status, "body", width * 0.55, colour="muted", align="end")
        height = max(title.rect.height, note.rect.height)
        return Node(
            rect=Rect(0, 0, width, height),
            children=(
                title.at(0, (height - title.rect.height) / 2),
                note.at(width - note.rect.width, (height - note.rect.height) / 2),
            ),
        )
    return stack(
        [words(frame, question, "title", width, role="heading"), words(frame, status, "small", width, colour="muted")],
        gap=4,
        width=width,
    )


def _columns(frame: Frame, width: float) -> int:
    return max(1, min(3, int((width + 22) // (320 * frame.factor))))


def _rows(
    frame: Frame, shelf: PickerShelf, columns: int, width: float, *, until: float, tongue: Tongue | None = None
) -> tuple[list[Node], float]:
    """Card nodes down to `until` dp, and the height of all rows; those not built count as tall as the others."""
    gap = 22.0
    cell = (width - gap * (columns - 1)) / columns
    nodes: list[Node] = []
    y = 0.0
    built = 0
    total = len(shelf.cards) + (shelf.practice != "none")
    for start in range(0, total, columns):
        if y > until and built:
            break
        line = [_entry(frame, shelf, index, cell, tongue) for index in range(start, min(start + columns, total))]
        tall = max(node.rect.height for node in line)
        for column, node in enumerate(line):
            rect = Rect(column * (cell + gap), y, cell, tall)
            nodes.append(node.replaced(rect=rect, children=_spread(node, tall)))
        y += tall + gap
        built += 1
    rows = -(-total // columns)
    if built:
        y += (rows - built) * (y / built)
    return nodes, max(0.0, y - gap)


def _english_rows(frame: Frame, shelf: PickerShelf, columns: int, width: float) -> tuple[list[Node], float]:
    """The heading "In English", and the cards under it: what the stories say in English, the rest as on every card."""
    head = words(frame, frame._("In English"), "heading", width, role="heading")
    only = PickerShelf(cards=shelf.in_english, done=shelf.done, due=shelf.due)
    nodes, height = _rows(frame, only, columns, width, until=inf, tongue=ENGLISH)
    below = head.rect.height + 14
    return [head, *(node.at(node.rect.x, node.rect.y + below) for node in nodes)], below + height


def _entry(frame: Frame, shelf: PickerShelf, index: int, width: float, tongue: Tongue | None) -> Node:
    """One card of the shelf: practice first when it is due, last else."""
    if shelf.practice == "due":
        index -= 1
    if 0 <= index < len(shelf.cards):
        card = shelf.cards[index]
        return _card(frame, card, card.id in shelf.done, card.id == shelf.due, width, tongue)
    return _practice_card(frame, shelf.practice, width)


def _practice_card(frame: Frame, news: PracticeNews, width: float) -> Node:
    _ = frame._
    around = 24.0 if not frame.is_compact else 18.0
    inner = width - 2 * around
    if news == "due":
        about = _("Some weeks have passed. Here are messages you have not seen yet.")
    else:
        about = _("Six messages. Fine, or look twice? No clock, no rush.")
    title = _("Practise")
    upper = stack([words(frame, title, "title", inner), words(frame, about, "body", inner)], gap=12, width=inner)
    lower = pill(frame, _("{minutes} min", minutes=3), fill="raised")
    height = around + upper.rect.height + 22 + lower.rect.height + around
    return Node(
        rect=Rect(0, 0, width, height),
        role="button",
        label=f"{title}. {about}",
        box=Box("soft_sun", Corners.all(RADIUS_CARD), "line"),
        intent=Practise(),
        name="practise",
        children=(upper.at(around, around), lower.at(around, height - around - lower.rect.height)),
    )


def _spread(node: Node, height: float) -> tuple[Node, ...]:
    """The card's children, its last line moved to the bottom of a card that had to grow."""
    first, last = node.children
    return (first, last.at(last.rect.x, last.rect.y + height - node.rect.height))


def _card(frame: Frame, card: StoryCard, done: bool, due: bool, width: float, tongue: Tongue | None) -> Node:
    key = ("card", card, done, due, width, tongue)
    kept: Node | None = frame.kept.get(key)
    if kept is not None:
        return kept
    _ = frame._
    around = 24.0 if not frame.is_compact else 18.0
    inner = width - 2 * around
    face = picture(f"avatars/{card.picture}", 64, disc=True)
    title = beside(frame, face, card.title, "title", inner, gap=16, tongue=tongue)
    about = words(frame, card.about, "body", inner, colour="muted", tongue=tongue)
    upper = stack([title, about], gap=14, width=inner)
    lower = _facts(frame, card, done, due, inner, tongue)
    height = around + upper.rect.height + 22 + lower.rect.height + around
    level = _("level {level} of {levels}", level=card.level, levels=LEVELS)
    minutes = frame.translator.ngettext("{number} minute", "{number} minutes", card.minutes)
    spoken = f"{card.title}. {card.about} {card.content_note} {minutes}, {level}."
    if done:
        spoken = " ".join((spoken, _("Finished.")))
    node = Node(
        rect=Rect(0, 0, width, height),
        role="button",
        label=spoken,
        language=frame.language_of(tongue),
        box=Box("raised", Corners.all(RADIUS_CARD), "line"),
        intent=OpenStory(card.id),
        name=f"story:{card.id}",
        children=(upper.at(around, around), lower.at(around, height - around - lower.rect.height)),
    )
    frame.kept[key] = node
    return node


def _facts(frame: Frame, card: StoryCard, done: bool, due: bool, width: float, tongue: Tongue | None) -> Node:
    minutes = pill(frame, frame._("{minutes} min", minutes=card.minutes), width=width)
    dots = _level_dots(card.level)
    front = [minutes, dots]
    if done:
        front.append(pill(frame, frame._("finished"), fill="soft_teal", width=width))
    if due:
        front.append(pill(frame, frame._("for this week"), fill="sun", colour="on_sun", width=width))
    used = sum(node.rect.width + 10 for node in front)
    topic = card.content_note.rstrip(".")
    if width - used < 120 * frame.factor:
        facts = flow(front, width, gap=10)
        note = words(frame, topic, "small", width, colour="muted", tongue=tongue)
        return stack([facts, note], gap=8, width=width)
    return row([*front, words(frame, topic, "small", width - used - 4, colour="muted", tongue=tongue)], gap=10)


def _level_dots(level: int) -> Node:
    full, empty = Box("teal", Corners.all(5)), Box(None, Corners.all(5), "edge", 1.5)
    boxes = [full if index < level else empty for index in range(LEVELS)]
    dots = tuple(Node(rect=Rect(index * 15.0, 0, 10, 10), box=box) for index, box in enumerate(boxes))
    return Node(rect=Rect(0, 0, 15.0 * LEVELS - 5, 10), children=dots)

"""After a set: the hand of trusted adults, the if-then card, and a calm close. Nothing of it is typed, kept or sent."""

from collections.abc import Sequence

from game.shown.labels import role_after_colon, role_label, role_settings
from game.story.model import MOST_ADULTS, Sign
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import GoTo, OfferKept, Open, PickAdult, Practise, ToggleAdult
from game.ui.parts import button, card, card_padding, flow, grid, padded, page, picture, row, scroller, stack, words
from game.ui.tree import Box, Node, Picture


def _page(frame: Frame, title: str, parts: Sequence[Node], width: float, *, name: str) -> Node:
    bar = header(frame, title)
    content = stack(parts, gap=20, width=width)
    area = frame.height - bar.rect.height
    top = max(20.0, min(64.0, (area - content.rect.height) * 0.34))
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + top + 30),
        children=(content.at((frame.width - width) / 2, top),),
    )
    body = scroller(frame, inner, name=name, width=frame.width, height=area)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def draw_hand(frame: Frame, roles: Sequence[str]) -> Node:
    """Up to five adults whom the player could tell, by role and picture. One is enough, and none is fine too."""
    _ = frame._
    width = min(frame.width - 2 * frame.margin, 980.0)
    title = words(frame, _("Adults you could tell"), frame.largest, width, role="heading")
    note = words(
        frame,
        _("Pick up to five. One is enough, and a helpline counts. Try one who does not live with you."),
        "body",
        width,
        colour="muted",
    )
    parts = [stack([title, note], gap=4), _fingers(frame, roles, width)]
    for setting, members in role_settings(_):
        parts.append(_setting(frame, setting, members, roles, width))
    buttons = [
        button(frame, _("That is my hand"), GoTo("card"), name="go_on", kind="main", icon="check", disabled=not roles),
        button(frame, _("Not sure yet"), GoTo("closing"), name="not_sure_yet"),
    ]
    kept = words(frame, _("Only for now: the game does not keep your hand."), "small", width, colour="muted")
    return _page(frame, _("My hand"), [*parts, flow(buttons, width, gap=12), kept], width, name="hand")


def _fingers(frame: Frame, roles: Sequence[str], width: float) -> Node:
    """Five places that fill; what is in them is said by the buttons below."""
    size = min(64.0, (width - 4 * 12) / MOST_ADULTS)
    places = []
    for index in range(MOST_ADULTS):
        box = Box("raised" if index < len(roles) else "soft", Corners.all(size / 2), "edge")
        face = picture(f"roles/{roles[index]}", size * 0.7).at(size * 0.15, size * 0.15) if index < len(roles) else None
        places.append(Node(rect=Rect(0, 0, size, size), box=box, children=(face,) if face is not None else ()))
    return row(places, gap=12)


def _setting(frame: Frame, setting: str, members: Sequence[str], roles: Sequence[str], width: float) -> Node:
    columns = max(1, min(4, int(width // (190 * frame.factor))))
    cell = (width - 12 * (columns - 1)) / columns
    nodes = []
    for role in members:
        picked = role in roles
        full = len(roles) >= MOST_ADULTS and not picked
        face = picture(f"roles/{role}", 44)
        label = words(frame, role_label(frame._, role), "small_label", cell - 44 - 34)
        box = Box("soft_teal" if picked else "raised", Corners.all(18), "ink" if picked else "line")
        nodes.append(
            padded(
                row([face, label], gap=10),
                x=12,
                y=8,
                width=cell,
                box=box,
                role="button",
                label=role_label(frame._, role),
                intent=ToggleAdult(role),
                name=f"adult:{role}",
                selected=picked,
                disabled=full,
            )
        )
    return stack([words(frame, setting, "label", width), grid(nodes, columns, width, gap=12, middle=True)], gap=8)


def draw_if_then(frame: Frame, sign: Sign | None, roles: Sequence[str], picked: str) -> Node:
    """The card: if this happens, then I tell. Its blank is filled with a role of the hand."""
    _ = frame._
    width = min(frame.width - 2 * frame.margin, 760.0)
    inner = width - 2 * card_padding(frame)
    when = sign.if_then if sign is not None and sign.if_then else _("If someone says “don't tell”")
    if picked:
        # NOTE: {when} is the first half of the sentence, such as "If someone threatens me"; {adult} is "A teacher".
        sentence = _("{when}, then I tell: {adult}", when=when, adult=role_after_colon(frame.translator, picked))
        below = picture(f"roles/{picked}", 64)
    else:
        # NOTE: {when} is the first half of the sentence, as above; the adult is not picked yet.
        sentence = _("{when}, then I tell …", when=when)
        face = picture("icons/question", 48, tint="muted")
        below = row([face, words(frame, _("pick below"), "title", inner - 90, colour="muted")], gap=16)
    lines = [words(frame, sentence, "title", inner), below]
    choices = [
        button(
            frame,
            role_label(_, role),
            PickAdult(role),
            name=f"then:{role}",
            selected=role == picked or None,
            max_width=width,
        )
        for role in roles
    ]
    title = words(frame, _("My if-then card"), frame.largest, width, role="heading")
    say = words(frame, _("Read it once in your head. It is not kept."), "body", width, colour="muted")
    on = button(frame, _("Go on"), GoTo("closing"), name="go_on", kind="main", icon="arrow_right")
    parts = [stack([title, say], gap=4), card(frame, lines, width=width, fill="soft_sun", gap=10)]
    if len(roles) > 1:
        parts.append(flow(choices, width, gap=10))
    return _page(frame, _("My hand"), [*parts, on], width, name="if_then")


def draw_closing(frame: Frame, friend: str, *, sticker: str = "", offers_keeping: bool, can_practise: bool) -> Node:
    """The end of a set: calm, and about what one can do. The `sticker` thanks for reading, not for any answer."""
    _ = frame._
    width = min(frame.width - 2 * frame.margin, 760.0)
    inner = width - 2 * card_padding(frame)
    if sticker:
        art = picture(f"stickers/{sticker}", 132)
    else:
        scene = min(300.0, width * 0.7)
        art = Node(rect=Rect(0, 0, scene, scene * 180 / 320), picture=Picture("app/title"))
    thanks = _("You helped {friend} today.", friend=friend) if friend else _("You looked twice today.")
    lines = [
        words(frame, thanks, "title", inner, role="heading"),
        words(frame, _("Look twice, and tell someone. You can do both, any day."), "body", inner),
    ]
    parts = [stack([art], width=width, align="centre"), card(frame, lines, width=width, fill="soft_teal", gap=6)]
    if offers_keeping:
        parts.append(_offer(frame, width))
    buttons = [
        button(frame, _("More stories"), GoTo("picker"), name="go_on", kind="main"),
        button(frame, _("My sign cards"), GoTo("album"), name="album"),
    ]
    if can_practise:
        buttons.append(button(frame, _("Practise"), Practise(), name="practise"))
    real = button(
        frame, _("This reminds me of something real"), Open("help"), name="reminds", kind="outline", max_width=width
    )
    return _page(frame, "Look Twice", [*parts, flow(buttons, width, gap=12), real], width, name="closing")


def _offer(frame: Frame, width: float) -> Node:
    """Asked once and never again; the menu has it for later."""
    _ = frame._
    inner = width - 2 * card_padding(frame)
    text = _(
        "Shall this device keep your place? It keeps your age group, finished stories, cards and dates. "
        "No name. Anyone who uses this device could see them."
    )
    buttons = [
        button(frame, _("No, keep nothing"), OfferKept(False), name="keep:no"),
        button(frame, _("Yes, keep my place"), OfferKept(True), name="keep:yes"),
    ]
    return card(frame, [words(frame, text, "body", inner), flow(buttons, inner, gap=10)], width=width, gap=12)

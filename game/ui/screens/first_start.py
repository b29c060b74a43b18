"""What comes before a story: the first start for an adult, the age band, the topic note, and the adults' gate."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.i18n.tongue import Tongue, own_tongue
from game.story.model import BANDS, Band
from game.story.values import StoryCard
from game.ui.frame import Frame
from game.ui.geometry import Rect
from game.ui.header import header
from game.ui.intents import Change, GoTo, Intent, Open, PassGate, PickBand, ReadAsPage, StartStory
from game.ui.parts import beside, button, card, card_padding, flow, option, page, picture, row, scroller, stack, words
from game.ui.tree import Box, Node

if TYPE_CHECKING:
    from game.shown.story_page import Paragraph


def _centred(
    frame: Frame,
    title: str,
    parts: Sequence[Node],
    width: float,
    *,
    name: str,
    has_menu: bool = True,
    tongue: Tongue | None = None,
) -> Node:
    """Parts under each other in the middle of the window, under the header; `tongue` is that of the title."""
    bar = header(frame, title, is_home=title == "Look Twice", has_menu=has_menu, tongue=tongue)
    content = stack(parts, gap=20, width=width)
    area = frame.height - bar.rect.height
    top = max(20.0, min(80.0, (area - content.rect.height) * 0.36))
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + top + 30),
        children=(content.at((frame.width - width) / 2, top),),
    )
    body = scroller(frame, inner, name=name, width=frame.width, height=area)
    return page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))


def _column(frame: Frame, most: float) -> float:
    return min(frame.width - 2 * frame.margin, most)


def draw_welcome(
    frame: Frame, place: str, languages: Sequence[tuple[str, str]] = (), language: str = "en", *, notice: str = ""
) -> Node:
    """For the adult who sets the game up: language, drafts, help, privacy, and the place that the help page is for.

    `languages` are codes with their own names.
    """
    _ = frame._
    # Beside each other where there is room, so that the way on is in sight on a small laptop.
    beside = frame.is_wide and frame.text_size < 150
    width = _column(frame, 1080.0 if beside else 780.0)
    cell = (width - 20) / 2 if beside else width
    inner = cell - 2 * card_padding(frame)
    drafts = [
        words(frame, _("For the grown-up who sets this up"), "heading", inner, role="heading"),
        words(
            frame,
            _(
                "The stories are drafts. No child-protection expert and no teacher has reviewed them yet. "
                "Please play a story yourself before a child does."
            ),
            "body",
            inner,
        ),
        words(
            frame,
            _("The game is based on published evidence. It has not been evaluated yet."),
            "body",
            inner,
        ),
    ]
    if language != "en":
        text = _("This translation is a draft too. It waits for a native speaker who knows child protection.")
        drafts.append(words(frame, text, "body", inner))
    privacy = [
        words(frame, _("This game does not know who you are."), "heading", inner, role="heading"),
        words(
            frame,
            _(
                "It asks for no name. It sends nothing. "
                "It keeps nothing of what you play, unless you switch that on in the menu."
            ),
            "body",
            inner,
        ),
        words(
            frame,
            _("Help is on every screen. So is Quick exit: it closes the game at once."),
            "body",
            inner,
        ),
    ]
    where = [
        words(
            frame,
            _("Where are you? The help page shows lines for this place."),
            "label",
            width - 2 * card_padding(frame),
        ),
        button(frame, place, Open("countries"), name="place", icon="globe", max_width=inner),
    ]
    on = button(frame, _("Go on"), GoTo("band"), name="go_on", kind="main", icon="arrow_right")
    icon = picture("app/icon", 64)
    title_width = width if frame.is_compact else width - 84
    title = words(frame, _("Welcome to Look Twice"), frame.largest, title_width, role="heading")
    head = stack([icon, title], gap=10) if frame.is_compact else row([icon, title], gap=18)
    choices = [
        button(
            frame,
            name,
            Change("language", code),
            name=f"language:{code}",
            selected=code == language or None,
            tongue=own_tongue(code, name),
        )
        for code, name in languages
    ]
    globe = picture("icons/globe", 30, tint="ink")
    parts = [
        head,
        *([row([globe, flow(choices, width - 44, gap=8)], gap=14)] if len(choices) > 1 else []),
        *_notice(frame, notice, width),
        *_pair(
            card(frame, drafts, width=cell, fill="soft_sun", gap=10),
            card(frame, privacy, width=cell, gap=10, outline="line"),
            beside=beside,
        ),
        card(frame, where, width=width, gap=12, outline="line"),
        on,
    ]
    return _centred(frame, "Look Twice", parts, width, name="welcome", has_menu=False)


def _pair(one: Node, other: Node, *, beside: bool) -> list[Node]:
    """Two cards of one width, beside each other and then as tall as the taller one, or one after the other."""
    if not beside:
        return [one, other]
    tall = max(one.rect.height, other.rect.height)
    return [row([node.replaced(rect=Rect(0, 0, node.rect.width, tall)) for node in (one, other)], gap=20)]


def _notice(frame: Frame, notice: str, width: float) -> list[Node]:
    """A sentence that has to be read first, if there is one."""
    inner = width - 2 * card_padding(frame)
    return [card(frame, [words(frame, notice, "body", inner)], width=width, fill="soft_sun")] if notice else []


def draw_band(frame: Frame) -> Node:
    """How old are the players? Chosen, never proven."""
    _ = frame._
    width = _column(frame, 620.0)
    options = [
        option(frame, band_label(frame, band), PickBand(band), name=f"band:{band}", width=width, number=number)
        for number, band in enumerate(BANDS, start=1)
    ]
    title = words(frame, _("How old are you?"), frame.largest, width, role="heading")
    note = words(frame, _("So the stories fit. You can change it in the menu."), "body", width, colour="muted")
    return _centred(frame, "Look Twice", [stack([title, note], gap=6), *options], width, name="band", has_menu=False)


def band_label(frame: Frame, band: Band) -> str:
    """An age band in words."""
    low, high = band.split("-")
    return frame.translator.ngettext("{low} to {high} year", "{low} to {high} years", int(high), low=low, high=high)


def draw_topic(frame: Frame, story: StoryCard, *, has_place: bool = False, notice: str = "") -> Node:
    """What a story is about, before it starts; leaving it out needs no reason. `has_place`: one was kept in it.

    `notice` is a sentence that has to be read first.
    """
    _ = frame._
    width = _column(frame, 700.0)
    inner = width - 2 * card_padding(frame)
    face = picture(f"avatars/{story.picture}", 84, disc=True)
    length = frame.translator.ngettext("About {number} minute.", "About {number} minutes.", story.minutes)
    lines = [
        beside(frame, face, story.title, frame.largest, inner, gap=20, role="heading", tongue=frame.story),
        words(frame, story.about, "body", inner, tongue=frame.story),
        words(frame, story.content_note, "body_bold", inner, tongue=frame.story),
        words(frame, length, "body", inner, colour="muted"),
    ]
    if story.band == "8-10":
        lines.append(words(frame, _("Someone you feel safe with can sit beside you."), "body", inner))
    how = words(
        frame,
        _("Read along, and look twice at any message you like. There is no clock."),
        "body",
        inner,
        colour="muted",
    )
    lines.append(how)
    start = _("Start again") if has_place else _("Start")
    buttons = [
        button(
            frame,
            _("Go on where you were") if has_place else start,
            StartStory(story.id, at_kept_place=has_place),
            name="start",
            kind="main",
            icon="arrow_right",
        ),
        *([button(frame, start, StartStory(story.id), name="start_again")] if has_place else []),
        button(frame, _("Not this one"), GoTo("picker"), name="skip"),
    ]
    if story.is_draft:
        note = words(frame, _("A draft: no expert has checked this story yet."), "small", width, colour="muted")
    else:
        note = words(frame, _("Two people have reviewed this story."), "small", width, colour="muted")
    about = card(frame, lines, width=width, gap=12, outline="line")
    parts = [*_notice(frame, notice, width), about, flow(buttons, width, gap=12), note]
    return _centred(frame, story.title, parts, width, name="topic", tongue=frame.story)


def draw_gate(frame: Frame, story: StoryCard) -> Node:
    """A draft on a hard topic opens only once an adult has read it."""
    _ = frame._
    width = _column(frame, 700.0)
    inner = width - 2 * card_padding(frame)
    lines = [
        words(frame, _("A grown-up reads this one first"), "title", inner, role="heading"),
        words(
            frame,
            _(
                "This story is a draft on a hard topic, and no expert has checked it yet. "
                "Please read it before a child plays it."
            ),
            "body",
            inner,
        ),
        words(frame, story.content_note, "body_bold", inner, tongue=frame.story),
    ]
    read: Intent = ReadAsPage(story.id)
    buttons = [
        button(frame, _("Read it as a page"), read, name="read_page", kind="main"),
        button(frame, _("Back to the stories"), GoTo("picker"), name="skip"),
    ]
    parts = [card(frame, lines, width=width, gap=12), flow(buttons, width, gap=12)]
    return _centred(frame, story.title, parts, width, name="gate", tongue=frame.story)


def draw_story_page(frame: Frame, story: StoryCard, paragraphs: "Sequence[Paragraph]") -> Node:
    """The whole story as text for an adult, and the button that opens it at the end."""
    width = _column(frame, 760.0)
    parts = [
        words(frame, each.text, each.style, width, tongue=frame.story if each.told else None) for each in paragraphs
    ]
    parts.append(
        button(
            frame, frame._("I have read this story"), PassGate(story.id), name="pass_gate", kind="main", icon="check"
        )
    )
    return _centred(frame, story.title, parts, width, name="story_page", tongue=frame.story)

"""The help page: seven things that may have happened, each with one calm card. It keeps nothing and sends nothing."""

from game.design import Colour
from game.shown.help_lines import after_contact
from game.shown.help_words import HelpCard, HelpLine, PlaceHelp, help_cards, telling_words
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import Close, Open
from game.ui.parts import button, card, card_padding, flow, grid, page, picture, row, scroller, stack, words
from game.ui.tree import Box, Node


def draw_help(frame: Frame, here: PlaceHelp, opened: str = "") -> Node:
    """The page, or one of its cards by id. The place's name leads to the choice of country."""
    _ = frame._
    place = button(
        frame, here.place, Open("countries"), name="country", icon="globe", max_width=max(140.0, frame.width * 0.3)
    )
    # In a narrow window the card on the page leads there, too.
    extra = (place,) if frame.is_wide else ()
    bar = header(frame, _("Help"), has_help=False, has_menu=frame.is_compact, close=True, extra=extra)
    width = min(frame.width - 2 * frame.margin, 1240.0)
    cards = help_cards(_, here)
    shown = next((each for each in cards if each.id == opened), None)
    if shown is not None:
        width = min(width, 780.0)
        content = _one_card(frame, here, shown, width)
    else:
        content = _all_cards(frame, here, cards, width)
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + 26 + 30),
        children=(content.at((frame.width - width) / 2, 26),),
    )
    body = scroller(frame, inner, name=f"help:{opened}", width=frame.width, height=frame.height - bar.rect.height)
    return Node(
        rect=Rect(0, 0, frame.width, frame.height),
        modal=True,
        children=(page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground")),),
    )


def _all_cards(frame: Frame, here: PlaceHelp, cards: tuple[HelpCard, ...], width: float) -> Node:
    _ = frame._
    columns = 2 if width >= 760 * frame.factor else 1
    gap = 16.0
    cell = (width - gap * (columns - 1)) / columns
    nodes = [_tile(frame, each, cell) for each in cards]
    nodes.append(_place_card(frame, here, cell))
    head = [
        words(frame, _("Whatever happened, you deserve help."), frame.largest, width, role="heading"),
        words(frame, _("It is never your fault when someone tricks or pushes you. What is closest?"), "body", width),
    ]
    foot = words(
        frame,
        _("This page keeps nothing and sends nothing. Nobody answers, or they do not believe you? Try the next one."),
        "body",
        width,
        colour="muted",
    )
    wider = [
        stack(head, gap=4),
        grid(nodes, columns, width, gap=gap, middle=True),
        _telling(frame, width),
        _finders(frame, here, width),
    ]
    return stack([*wider, foot], gap=22, width=width)


def _tile(frame: Frame, each: HelpCard, width: float) -> Node:
    size = 44.0
    inner = width - 22 - size - 16 - 22
    ground: Colour = "soft_coral" if each.urgent else "soft_teal"
    icon = picture(f"icons/{each.picture}", size * 0.62, tint="ink").at(size * 0.19, size * 0.19)
    face = Node(rect=Rect(0, 0, size, size), box=Box(ground, Corners.all(size / 2)), children=(icon,))
    text = stack(
        [words(frame, each.title, "body_bold", inner), words(frame, each.short, "body", inner, colour="muted")], gap=2
    )
    line = row([face, text], gap=16)
    height = line.rect.height + 32
    return Node(
        rect=Rect(0, 0, width, height),
        role="button",
        label=f"{each.title}. {each.short}",
        box=Box("raised", Corners.all(20), "edge" if each.urgent else "line"),
        intent=Open("help", each.id),
        name=f"help:{each.id}",
        children=(line.at(22, 16),),
    )


def _place_card(frame: Frame, here: PlaceHelp, width: float) -> Node:
    """The emergency number (always) and the line for children, at a glance."""
    _ = frame._
    inner = width - 2 * 22
    number = here.emergency or _("Call the police or an ambulance where you are.")
    lines = [words(frame, _("Emergency: {number}", number=number), "body_bold", inner)]
    child = here.first("child_line", "finder")
    if child is not None:
        lines.append(words(frame, frame.said_by(child.organisation, _contact(frame, child)), "body", inner))
        if child.status:
            lines.append(words(frame, child.status, "small", inner, colour="muted"))
    if frame.is_compact:
        # A wide header has this button.
        elsewhere = Open("countries")
        text = _("Other country")
        lines.append(
            button(frame, text, elsewhere, name="country_card", style="small_label", icon="globe", kind="outline")
        )
    return card(frame, lines, width=width, fill="soft", gap=6, padding=22, radius=20)


def _contact(frame: Frame, line: HelpLine) -> str:
    """Web address first, then the phone where it may be shown."""
    parts = [frame.isolate(part) for part in (_bare(line.web), line.phone) if part]
    return ", ".join(parts)


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _telling(frame: Frame, width: float) -> Node:
    inner = width - 2 * card_padding(frame)
    _ = frame._
    lines = [words(frame, _("Words to start with"), "label", inner, role="heading")]
    lines.extend(words(frame, frame.quoted(sentence), "body", inner) for sentence in telling_words(_))
    return card(frame, lines, width=width, fill="soft_teal", gap=5)


def _finders(frame: Frame, here: PlaceHelp, width: float) -> Node:
    _ = frame._
    inner = width - 2 * card_padding(frame)
    lines = [words(frame, _("All lines for: {place}", place=here.place), "label", inner, role="heading")]
    lines.extend(_service(frame, line, inner) for line in here.lines)
    note = words(
        frame,
        _("A call can show on a phone bill. Look at the site first: numbers and hours change."),
        "small",
        inner,
        colour="muted",
    )
    return card(frame, [*lines, note], width=width, gap=12, outline="line")


def _service(frame: Frame, line: HelpLine, width: float) -> Node:
    parts = [
        words(frame, frame.isolate(line.organisation), "body_bold", width),
        words(frame, _contact(frame, line), "body", width),
    ]
    if line.text_or_chat:
        parts.append(words(frame, frame.isolate(line.text_or_chat), "body", width))
    parts.append(words(frame, after_contact(frame._, line.purpose), "small", width))
    if line.note:
        parts.append(words(frame, line.note, "small", width))
    if line.status:
        parts.append(words(frame, line.status, "small", width, colour="muted"))
    return stack(parts, gap=1, width=width)


def _one_card(frame: Frame, here: PlaceHelp, shown: HelpCard, width: float) -> Node:
    _ = frame._
    inner = width - 2 * card_padding(frame)
    head = words(frame, shown.title, frame.largest, width, role="heading")
    steps = [
        row(
            [picture("icons/check", 22, tint="teal"), words(frame, step, "body", inner - 36)],
            gap=14,
            middle=False,
        )
        for step in shown.steps
    ]
    parts = [head, card(frame, steps, width=width, gap=12, outline="line")]
    say = [
        words(frame, _("You could say"), "label", inner, role="heading"),
        words(frame, frame.quoted(shown.sentence), "body", inner),
    ]
    parts.append(card(frame, say, width=width, fill="soft_teal", gap=4))
    fitting: list[HelpLine] = []
    for purpose in shown.purposes:
        found = here.first(purpose)
        if found is not None and found not in fitting:
            fitting.append(found)
    finder = here.first("finder")
    if finder is not None and not any("child_line" in line.purpose for line in fitting):
        fitting.append(finder)
    if shown.shows_emergency:
        source = (
            _("Source: {source}", source=_bare(here.emergency_source).partition("/")[0])
            if here.emergency_source
            else ""
        )
        number = here.emergency or _("the police or an ambulance where you are")
        lines = [
            words(frame, _("Emergency: {number}", number=number), "heading", inner, role="heading"),
            words(frame, after_contact(_, ("emergency",)), "small", inner),
        ]
        if source:
            lines.append(words(frame, source, "small", inner, colour="muted"))
        parts.append(card(frame, lines, width=width, fill="soft_coral", gap=3))
    if fitting:
        services = [words(frame, _("Who can help"), "label", inner, role="heading")]
        services.extend(_service(frame, line, inner) for line in fitting)
        parts.append(card(frame, services, width=width, gap=14, outline="line"))
    nobody = _("Nobody answers, or they do not believe you? Try the next one.")
    parts.append(words(frame, nobody, "body", width))
    parts.append(flow([button(frame, _("All help"), Close(), name="all_help", icon="back")], width))
    return stack(parts, gap=18, width=width)

"""The menu: on every screen, over whatever is there. While it is open the story stands still."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.design import LETTERS, RADIUS_CARD, THEMES
from game.i18n.formats import format_percent
from game.i18n.tongue import own_tongue
from game.story.model import BANDS, Band
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import Change, Close, EraseEverything, GoTo, Open, PickBand, ShowAgain, Undo
from game.ui.parts import button, flow, option, picture, row, scroller, stack, words
from game.ui.screens.first_start import band_label
from game.ui.tree import Box, Node

TEXT_SIZES = (100, 125, 150, 175, 200)
SPEEDS = ("slow", "normal", "fast", "all_at_once")


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuState:
    """What the menu shows as it is set, and what can be done where it was opened."""

    in_story: bool = False
    can_undo: bool = False
    letters: str = "usual"
    theme: str = "paper"
    motion: bool = True
    sound: bool = True
    full_screen: bool = False
    speed: str = "normal"
    keep_place: bool = False
    band: Band | None = None
    language: str = "en"
    languages: Sequence[tuple[str, str]] = ()
    """Codes with the languages' own names."""
    place: str = ""
    """Where help is looked for, by its name."""
    asked_erase: bool = False
    """Whether the question is open if everything shall be erased."""
    notice: str = ""


def draw_menu(frame: Frame, menu: MenuState) -> Node:
    """The menu as a dialog under the header, where help and quick exit stay in reach."""
    _, pgettext = frame._, frame.translator.pgettext
    width = min(frame.width - 24, 620.0)
    inner = width - 48
    parts: list[Node] = [words(frame, _("Menu"), "title", inner, role="heading")]
    if menu.notice:
        parts.append(words(frame, menu.notice, "body", inner, colour="muted"))
    go_on = option(frame, _("Continue"), Close(), name="menu:continue", width=inner)
    parts.append(go_on)
    if menu.in_story:
        parts.append(
            option(frame, _("Back one step"), Undo(), name="menu:undo", width=inner, disabled=not menu.can_undo)
        )
        parts.append(option(frame, _("Show the last part again"), ShowAgain(), name="menu:again", width=inner))
        parts.append(option(frame, _("Back to the stories"), GoTo("picker"), name="menu:stories", width=inner))
    if len(menu.languages) > 1:
        # The word for "language" is no help to who cannot read it; the globe is.
        head = row([picture("icons/globe", 24, tint="ink"), words(frame, _("Language"), "label", inner - 34)], gap=10)
        choice = flow(_buttons(frame, "language", menu.languages, menu.language), inner, gap=8)
        parts.append(stack([head, choice], gap=8, width=inner))
    sizes = [(size, format_percent(size / 100, frame.translator.formats)) for size in TEXT_SIZES]
    parts.append(_row(frame, _("Text size"), inner, "text_size", sizes, frame.text_size))
    kinds = {"usual": _("Usual"), "reading": _("Easier to read")}
    faces = [(name, kinds[name]) for name in LETTERS]
    parts.append(_row(frame, pgettext("setting", "Letters"), inner, "letters", faces, menu.letters))
    names = {"paper": pgettext("setting", "Paper"), "night": _("Night"), "contrast": _("High contrast")}
    parts.append(_row(frame, _("Colours"), inner, "theme", [(name, names[name]) for name in THEMES], menu.theme))
    switch = [(True, pgettext("setting", "On")), (False, pgettext("setting", "Off"))]
    parts.append(_row(frame, _("Movement"), inner, "motion", switch, menu.motion))
    parts.append(_row(frame, _("Sound"), inner, "sound", switch, menu.sound))
    screens = [(False, _("Window")), (True, _("Full screen"))]
    parts.append(_row(frame, _("Screen"), inner, "full_screen", screens, menu.full_screen))
    paces = {"slow": _("Slow"), "normal": _("Normal"), "fast": _("Fast"), "all_at_once": _("All at once")}
    parts.append(
        _row(frame, _("Messages arrive"), inner, "reading_speed", [(name, paces[name]) for name in SPEEDS], menu.speed)
    )
    parts.append(_row(frame, _("Keys with one letter (H, M)"), inner, "letter_keys", switch, frame.letter_keys))
    if menu.band is not None:
        bands = [
            button(
                frame,
                band_label(frame, each),
                PickBand(each),
                name=f"band:{each}",
                style="small_label",
                selected=each == menu.band or None,
            )
            for each in BANDS
        ]
        parts.append(_labelled(frame, _("Stories for"), bands, inner))
    change = button(
        frame, menu.place, Open("countries"), name="place", icon="globe", style="small_label", max_width=inner
    )
    parts.append(_labelled(frame, _("Help for"), [change], inner))
    keep = [(False, _("Keep nothing")), (True, _("Keep my place"))]
    parts.append(_row(frame, _("On this device"), inner, "keep_place", keep, menu.keep_place))
    parts.append(_erase(frame, inner, menu.asked_erase))
    parts.append(
        button(
            frame, _("For adults: make a lesson"), Open("lessons"), name="lessons", style="small_label", max_width=inner
        )
    )
    content = stack(parts, gap=16, width=inner)
    bar = header(frame, _("Menu"), has_menu=False)
    area = frame.height - bar.rect.height
    height = min(content.rect.height + 48, area - 16)
    inside = Node(rect=Rect(0, 0, width, content.rect.height + 48), children=(content.at(24, 24),))
    body = scroller(frame, inside, name="menu_body", width=width, height=height - 6).at(0, 3)
    sheet = Node(
        rect=Rect((frame.width - width) / 2, bar.rect.height + min(20.0, (area - height) / 2), width, height),
        role="dialog",
        label=_("Menu"),
        box=Box("ground", Corners.all(RADIUS_CARD), "ink", 3),
        children=(body,),
    )
    veil = Node(rect=Rect(0, 0, frame.width, frame.height), box=Box("ink"), opacity=0.35)
    return Node(rect=veil.rect, children=(veil, bar, sheet), modal=True)


def _row(
    frame: Frame,
    label: str,
    width: float,
    setting: str,
    values: Sequence[tuple[str | int | bool, str]],
    current: object,
) -> Node:
    return _labelled(frame, label, _buttons(frame, setting, values, current), width)


def _buttons(frame: Frame, setting: str, values: Sequence[tuple[str | int | bool, str]], current: object) -> list[Node]:
    return [
        button(
            frame,
            text,
            Change(setting, value),
            name=f"set:{setting}:{value}",
            style="small_label",
            selected=value == current or None,
            tongue=own_tongue(str(value), text) if setting == "language" else None,
        )
        for value, text in values
    ]


def _labelled(frame: Frame, label: str, buttons: Sequence[Node], width: float) -> Node:
    return stack([words(frame, label, "label", width), flow(buttons, width, gap=8)], gap=8, width=width)


def _erase(frame: Frame, width: float, asked: bool) -> Node:
    _ = frame._
    if not asked:
        return button(
            frame,
            _("Erase everything on this device"),
            EraseEverything(),
            name="erase",
            kind="outline",
            style="small_label",
            max_width=width,
        )
    question = words(
        frame, _("Erase all that the game keeps here: settings, kept places, finished marks?"), "body", width
    )
    sure = button(frame, _("Yes, erase it"), EraseEverything(True), name="erase:yes", kind="main", style="small_label")
    no = button(frame, _("No"), Change("asked_erase", False), name="erase:no", style="small_label")
    return stack([question, flow([sure, no], width, gap=10)], gap=8, width=width)

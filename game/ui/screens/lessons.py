"""For adults: a lesson pack out of stories. What to make, how far it is, and where it lies."""

from collections.abc import Mapping, Sequence

from game.design import RADIUS_FULL
from game.i18n.formats import format_percent
from game.i18n.tongue import ENGLISH, Tongue, own_tongue
from game.ui.frame import Frame
from game.ui.geometry import Corners, Rect
from game.ui.header import header
from game.ui.intents import Close, MakeLesson, Open, SetLesson, ShowLessonFolder, StopLesson
from game.ui.lesson_desk import FORMATS, MINUTES, PAPERS, LessonDesk, LessonWork
from game.ui.parts import button, card, card_padding, flow, page, scroller, stack, words
from game.ui.tree import Box, Node


def draw_lessons(frame: Frame, desk: LessonDesk) -> Node:
    """The choice of stories and formats, or the work at hand, over the whole window."""
    _ = frame._
    bar = header(frame, _("For adults"), has_menu=False, close=True)
    width = min(frame.width - 2 * frame.margin, 860.0)
    head = stack(
        [
            words(frame, _("Make a lesson"), frame.largest, width, role="heading"),
            words(
                frame,
                _("A plan for the lesson, slides, pages to print and a quiz, made from the stories you choose."),
                "body",
                width,
                colour="muted",
            ),
        ],
        gap=4,
        width=width,
    )
    parts = [head]
    if desk.work.state != "none":
        parts.append(_work(frame, desk.work, width))
    if desk.work.state in ("none", "failed"):
        parts += [*_choices(frame, desk, width), _draft(frame, width)]
        ready = bool(desk.wishes.stories and desk.wishes.formats)
        make = button(
            frame,
            _("Make the lesson"),
            MakeLesson(),
            name="make_lesson",
            kind="main",
            disabled=not ready,
            max_width=width,
        )
        parts.append(flow([make], width))
    content = stack(parts, gap=20, width=width)
    inner = Node(
        rect=Rect(0, 0, frame.width, content.rect.height + 56),
        children=(content.at((frame.width - width) / 2, 26),),
    )
    body = scroller(frame, inner, name="lessons", width=frame.width, height=frame.height - bar.rect.height)
    screen = page([bar, body.at(0, bar.rect.height)], frame.width, frame.height, box=Box("ground"))
    return Node(rect=Rect(0, 0, frame.width, frame.height), modal=True, children=(screen,))


def _choices(frame: Frame, desk: LessonDesk, width: float) -> list[Node]:
    _ = frame._
    wishes = desk.wishes
    inner = width - 2 * card_padding(frame)
    names = {
        "docx": _("Word, to edit"),
        "pdf": _("PDF, to print"),
        "pptx": _("Slides"),
        "html": _("Web pages"),
        "quiz": _("Quiz files"),
    }
    count = frame.translator.ngettext
    minutes = [(str(each), count("{number} minute", "{number} minutes", each)) for each in MINUTES]
    papers = {"a4": "A4", "letter": "Letter"}
    titles = dict.fromkeys(desk.in_english, ENGLISH)
    stories = _group(frame, _("Stories"), "story", desk.stories, wishes.stories, inner, titles)
    parts = [stories, _group(frame, _("How long"), "minutes", minutes, (str(wishes.minutes),), inner)]
    if len(desk.languages) > 1:
        own = {code: own_tongue(code, name) for code, name in desk.languages}
        parts.append(_group(frame, _("Language"), "language", desk.languages, (wishes.language,), inner, own))
    place = button(
        frame, desk.place, Open("countries"), name="lesson:place", icon="globe", style="small_label", max_width=inner
    )
    parts.append(stack([words(frame, _("Help lines for"), "label", inner), flow([place], inner)], gap=8, width=inner))
    kinds = [(each, names[each]) for each in FORMATS]
    parts.append(_group(frame, _("Files"), "format", kinds, wishes.formats, inner))
    sizes = [(each, papers[each]) for each in PAPERS]
    parts.append(_group(frame, _("Paper size"), "paper", sizes, (wishes.paper,), inner))
    folders = [(key, frame.isolate(path)) for key, path in desk.folders]
    parts.append(_group(frame, _("Put them into"), "folder", folders, (wishes.folder,), inner))
    return [card(frame, parts, width=width, gap=18)]


def _group(
    frame: Frame,
    label: str,
    what: str,
    values: Sequence[tuple[str, str]],
    chosen: Sequence[str],
    width: float,
    tongues: Mapping[str, Tongue] | None = None,
) -> Node:
    """Buttons under a label, those that are chosen dark; `tongues` of those values that are not the player's."""
    buttons = [
        button(
            frame,
            text,
            SetLesson(what, value),
            name=f"lesson:{what}:{value}",
            style="small_label",
            max_width=width,
            selected=value in chosen or None,
            tongue=(tongues or {}).get(value),
        )
        for value, text in values
    ]
    return stack([words(frame, label, "label", width), flow(buttons, width, gap=8)], gap=8, width=width)


def _draft(frame: Frame, width: float) -> Node:
    _ = frame._
    text = _(
        "Everything in it is a draft. No child-protection expert and no teacher has reviewed it yet: read it first. "
        "Tell the person who is responsible for child protection in your school before the lesson."
    )
    inner = width - 2 * card_padding(frame)
    return card(frame, [words(frame, text, "body", inner)], width=width, fill="soft_sun")


def _work(frame: Frame, work: LessonWork, width: float) -> Node:
    _ = frame._
    inner = width - 2 * card_padding(frame)
    match work.state:
        case "running":
            share = work.done / work.total if work.total else 0.0
            percent = format_percent(share, frame.translator.formats)
            parts = [
                words(frame, _("The lesson is being made: {percent}", percent=percent), "label", inner, role="status"),
                _bar(share, inner),
                words(frame, frame.isolate(work.name), "small", inner, colour="muted"),
                flow([button(frame, _("Stop making it"), StopLesson(), name="stop_lesson", max_width=inner)], inner),
            ]
            return card(frame, parts, width=width, gap=12)
        case "failed":
            parts = [
                words(frame, _("The lesson could not be made"), "label", inner, role="status"),
                words(frame, frame.isolate(work.problem), "body", inner),
            ]
            return card(frame, parts, width=width, fill="soft_coral", gap=8)
        case _:
            done = frame.translator.ngettext(
                "The lesson is there: {number} file.", "The lesson is there: {number} files.", work.done
            )
            parts = [
                words(frame, done, "heading", inner, role="status"),
                words(frame, frame.isolate(work.folder), "body", inner, colour="muted"),
                *(words(frame, frame.isolate(note), "small", inner) for note in work.notes),
                flow(
                    [
                        button(
                            frame,
                            _("Open the folder"),
                            ShowLessonFolder(),
                            name="show_folder",
                            kind="main",
                            max_width=inner,
                        ),
                        button(frame, _("Another one"), SetLesson("again", ""), name="another_lesson", max_width=inner),
                        button(frame, _("Close"), Close(), name="lesson_close", max_width=inner),
                    ],
                    inner,
                    gap=10,
                ),
            ]
            return card(frame, parts, width=width, fill="soft_teal", gap=10)


def _bar(share: float, width: float) -> Node:
    full = Box("soft", Corners.all(min(RADIUS_FULL, 7.0)), "edge", 1.5)
    part = Node(rect=Rect(0, 0, max(14.0, width * share), 14), box=Box("teal", Corners.all(min(RADIUS_FULL, 7.0))))
    return Node(rect=Rect(0, 0, width, 14), box=full, children=(part,))

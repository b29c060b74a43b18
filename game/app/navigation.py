"""What an intent makes of a sitting: the screens, the panels and the settings. Pure steps; stories have their own.

A step asks the world for what is written there and changes nothing in it. What has to be kept, forgotten or heard comes
back as effects.
"""

from dataclasses import replace

from game.app.afterwards import carry_on, open_card
from game.app.effects import (
    EndLesson,
    Erase,
    Forget,
    Hear,
    KeepSoFar,
    PickRound,
    ShowFolder,
    StartLesson,
    Step,
    set_to,
)
from game.app.lesson_room import choose, first_wishes
from game.app.settings import Settings
from game.app.sitting import Sitting
from game.app.sounds import sound_of
from game.app.story_screens import (
    in_language,
    keep_place,
    open_story,
    pass_gate,
    play,
    quick_exit,
    read_as_page,
    start_story,
    switch_language,
)
from game.app.world import World
from game.errors import ScenarioError
from game.shown.playing_steps import look_away, rest
from game.ui.intents import (
    Change,
    Close,
    EraseEverything,
    GoTo,
    Intent,
    LessonIntent,
    MakeLesson,
    OfferKept,
    Open,
    OpenStory,
    PassGate,
    PickBand,
    Practise,
    QuickExit,
    ReadAsPage,
    SetLesson,
    ShowLessonFolder,
    StartStory,
    StopLesson,
)
from game.ui.lesson_desk import LessonWork


def take_step(world: World, sitting: Sitting, intent: Intent) -> Step:
    """Carry out an intent; one that does not fit the screen any more does nothing."""
    if sitting.asked_erase and not isinstance(intent, EraseEverything):
        sitting = replace(sitting, asked_erase=False)
    try:
        step = _carry_out(world, sitting, intent)
    except ScenarioError as error:
        # A story's file broke or went since the start: the picker says so.
        step = Step(replace(to_picker(sitting), notice=str(error)))
    sound = sound_of(intent)
    return Step(step.sitting, (Hear(sound), *step.effects)) if sound else step


def _carry_out(world: World, sitting: Sitting, intent: Intent) -> Step:
    match intent:
        case Open():
            return Step(_open(world, sitting, intent))
        case Close():
            return Step(_close(sitting))
        case GoTo(screen):
            return _go_to(sitting, screen)
        case PickBand(band):
            changed, saving = set_to(sitting, band=band, adult_page_seen=True)
            return Step(to_picker(changed), (saving,))
        case OpenStory(story):
            return open_story(world, sitting, story)
        case ReadAsPage(story):
            return Step(read_as_page(world, sitting, story))
        case PassGate(story):
            return pass_gate(sitting, story)
        case StartStory(story, at_kept_place):
            return start_story(world, sitting, story, at_kept_place=at_kept_place)
        case Change(setting, value):
            return _change(world, sitting, setting, value)
        case EraseEverything(sure):
            return _erase(world, sitting) if sure else Step(replace(sitting, asked_erase=True))
        case QuickExit():
            return quick_exit(sitting)
        case Practise():
            met = sitting.last.signs if sitting.last is not None else ()
            return Step(replace(sitting, panels=(), screen="practice"), (PickRound(tuple(met)),))
        case OfferKept(keep):
            return _answer_offer(sitting, keep)
        case SetLesson() | MakeLesson() | StopLesson() | ShowLessonFolder():
            return _plan_lesson(sitting, intent) if world.lessons is not None else Step(sitting)
        case _ if sitting.screen in ("practice", "hand", "card"):
            after = carry_on(sitting.after, intent)
            return Step(sitting if after is sitting.after else replace(sitting, after=after))
        case _:
            return play(world, sitting, intent)


def tap_beside(sitting: Sitting) -> Sitting:
    """A press on nothing: closes what is open over the chat, as one expects."""
    if sitting.panels and sitting.panels[-1].panel == "menu":
        return _close(sitting)
    if sitting.playing is not None and sitting.playing.looking_at is not None:
        return replace(sitting, playing=look_away(sitting.playing))
    return sitting


def leave(sitting: Sitting) -> Step:
    """The window closes: keep the place if the player chose that, and leave no work behind."""
    return Step(sitting, (EndLesson(), *keep_place(sitting)))


def open_directly(world: World, sitting: Sitting, story: str) -> Step:
    """`looktwice play ID`: past the first start and the picker, to the story's topic note (or its gate)."""
    card = next((card for card in sitting.cards if card.id == story), None)
    if sitting.settings.band is None and card is not None:
        # For this window: nobody chose an age.
        sitting = replace(sitting, settings=replace(sitting.settings, band=card.band))
    try:
        return open_story(world, sitting, story)
    except ScenarioError as error:
        return Step(replace(to_picker(sitting), notice=str(error)))


def to_picker(sitting: Sitting) -> Sitting:
    """Back to the stories, or to the choice of an age where none was made yet."""
    return replace(sitting, panels=(), screen=sitting.home_screen, playing=None, story="")


# Panels and screens


def _open(world: World, sitting: Sitting, panel: Open) -> Sitting:
    """Open a panel over the others; one that is open already comes to the top."""
    wishes = sitting.lesson_wishes
    if panel.panel == "lessons" and world.lessons is not None:
        wishes = first_wishes(wishes, sitting.band, sitting.cards, sitting.language)
    return replace(
        sitting,
        panels=(*(each for each in sitting.panels if each != panel), panel),
        playing=rest(sitting.playing) if sitting.playing is not None else None,
        lesson_wishes=wishes,
    )


def _close(sitting: Sitting) -> Sitting:
    if sitting.panels:
        return replace(sitting, panels=sitting.panels[:-1])
    if sitting.screen == "story" and sitting.playing is not None:
        return replace(sitting, playing=look_away(sitting.playing))
    if sitting.screen in ("topic", "gate", "page", "album"):
        return to_picker(sitting)
    return sitting


def _go_to(sitting: Sitting, screen: str) -> Step:
    sitting = replace(sitting, panels=())
    match screen:
        case "band":
            changed, saving = set_to(sitting, adult_page_seen=True)
            return Step(replace(changed, screen="band"), (saving,))
        case "welcome":
            return Step(replace(sitting, screen="welcome"))
        case "hand" if sitting.after.hand_was_shown:
            # Once a sitting: whoever has a hand, or had no wish for one, goes on.
            return Step(replace(sitting, screen="closing"))
        case "hand":
            after = replace(sitting.after, hand_was_shown=True)
            return Step(replace(sitting, screen="hand", playing=None, after=after))
        case "card":
            return Step(replace(sitting, screen="card", playing=None, after=open_card(sitting.after)))
        case "closing":
            return Step(replace(sitting, screen="closing", playing=None))
        case "album":
            return Step(replace(sitting, screen="album", playing=None))
        case _:
            return Step(to_picker(sitting))


def _plan_lesson(sitting: Sitting, intent: LessonIntent) -> Step:
    wishes, work = sitting.lesson_wishes, sitting.lesson_work
    match intent:
        case SetLesson("again"):
            return Step(replace(sitting, lesson_work=LessonWork()))
        case SetLesson(what, value):
            return Step(replace(sitting, lesson_wishes=choose(wishes, what, value)))
        case MakeLesson() if work.state != "running" and wishes.stories and wishes.formats:
            return Step(sitting, (StartLesson(),))
        case StopLesson() if work.state == "running":
            return Step(sitting, (EndLesson(),))
        case ShowLessonFolder() if work.folder:
            return Step(sitting, (ShowFolder(work.folder),))
        case _:
            return Step(sitting)


# Settings


def _answer_offer(sitting: Sitting, keep: bool) -> Step:
    if keep:
        changed, saving = set_to(sitting, keep_offered=True, keep_place=True)
        return Step(changed, (saving, KeepSoFar(), *keep_place(changed)))
    # A no leaves another window's yes as it is: it is this window that keeps nothing.
    changed, saving = set_to(sitting, keep_offered=True)
    return Step(changed, (saving,))


def _change(world: World, sitting: Sitting, setting: str, value: str | int | bool) -> Step:
    if setting == "asked_erase":
        return Step(sitting)
    if setting == "full_screen":
        # Of the window, not of the player: not kept.
        return Step(replace(sitting, full_screen=bool(value)))
    changed, saving = set_to(sitting, **{setting: value})
    match setting:
        case "country" if changed.panels and changed.panels[-1].panel == "countries":
            return Step(_close(changed), (saving,))
        case "language":
            return Step(_change_language(world, changed), (saving,))
        case "keep_place" if value:
            return Step(changed, (saving, KeepSoFar(), *keep_place(changed)))
        case "keep_place":
            return Step(replace(changed, first_finished={}), (saving, Forget()))
        case _:
            return Step(changed, (saving,))


def _change_language(world: World, sitting: Sitting) -> Sitting:
    """Everything in another language; the open story goes on in it, at the same place."""
    language = world.translations.language(sitting.settings.language)
    sitting = replace(sitting, asked_language=None, language=language)
    if sitting.source is not None and sitting.playing is not None:
        return switch_language(world, sitting, sitting.source, sitting.playing)
    if not sitting.story:
        return sitting
    try:
        return in_language(world, sitting)
    except ScenarioError as error:
        return replace(to_picker(sitting), notice=str(error))


def _erase(world: World, sitting: Sitting) -> Step:
    """As at the first start; what is on the disk goes by the effect."""
    asked = sitting.asked_language
    fresh = Sitting(
        settings=Settings(),
        language=world.translations.language(asked),
        asked_language=asked,
        full_screen=sitting.full_screen,
        screen="welcome",
        cards=sitting.cards,
        lesson_wishes=sitting.lesson_wishes,
        lesson_work=sitting.lesson_work,
        notice=sitting.notice,
    )
    return Step(fresh, (Erase(),))

"""Which screen a sitting shows: one function of the world, the sitting and a frame.

A screen is imported when it is first drawn, but for those that may be the first.
"""

from dataclasses import replace
from zlib import crc32

from game.app.afterwards import sign_of_card
from game.app.lesson_room import LessonRoom
from game.app.notices import notice_words
from game.app.offers import album, offers_keeping, offers_practice, open_card
from game.app.reminders import due_story, practice_is_due
from game.app.sitting import Sitting
from game.app.world import World
from game.i18n.territories import territory_name
from game.shown.playing import Playing
from game.story import engine
from game.story.model import Sign
from game.story.practice import ROUND
from game.story.values import StoryCard
from game.ui.frame import Frame
from game.ui.lesson_desk import LessonDesk
from game.ui.screens.first_start import draw_band, draw_gate, draw_story_page, draw_topic, draw_welcome
from game.ui.screens.picker import PickerShelf, PracticeNews, draw_picker
from game.ui.tree import Node


def draw_sitting(world: World, sitting: Sitting, frame: Frame, now: float) -> Node:
    """The whole screen, an open panel over it.

    It speaks the frame's language, and tells the open story in English where it is not whole in that language.
    """
    if sitting.story_language != frame.translator.language:
        frame = replace(frame, told=world.languages.translator(sitting.story_language))
    if not sitting.panels:
        return _draw_screen(world, sitting, frame, now)
    top = sitting.panels[-1]
    match top.panel:
        case "help":
            from game.ui.screens.help import draw_help

            return draw_help(frame, world.help.help_in(frame._, sitting.settings.country), top.card)
        case "countries":
            from game.ui.screens.countries import draw_countries

            return draw_countries(frame, world.help.countries(frame._), sitting.settings.country)
        case "lessons" if world.lessons is not None:
            from game.ui.screens.lessons import draw_lessons

            return draw_lessons(frame, _lesson_desk(world, world.lessons, sitting, frame))
        case "lessons":
            return _draw_screen(world, sitting, frame, now)
        case "notebook" if sitting.playing is not None:
            from game.ui.notebook import draw_notebook

            below = _draw_screen(world, sitting, frame, now)
            notebook = draw_notebook(frame, sitting.playing, album(world, sitting))
            return Node(rect=below.rect, children=(below, notebook))
        case "notebook":
            return _draw_screen(world, sitting, frame, now)
        case "menu":
            below = _draw_screen(world, sitting, frame, now)
            return Node(rect=below.rect, children=(below, _draw_menu(world, sitting, frame)))


def _lesson_desk(world: World, room: LessonRoom, sitting: Sitting, frame: Frame) -> LessonDesk:
    cards = [world.translations.card(card, sitting.language) for card in sitting.cards]
    ordered = sorted(cards, key=lambda card: card.band != sitting.band)
    return LessonDesk(
        wishes=sitting.lesson_wishes,
        work=sitting.lesson_work,
        stories=tuple((card.id, card.title) for card in ordered),
        languages=tuple(world.languages.names()),
        folders=tuple((key, str(path)) for key, path in room.folders),
        place=territory_name(frame._, sitting.settings.country),
        in_english=world.translations.told_in_english(sitting.cards, sitting.language),
    )


def _draw_screen(world: World, sitting: Sitting, frame: Frame, now: float) -> Node:
    card = open_card(world, sitting)
    match sitting.screen:
        case "welcome":
            place = territory_name(frame._, sitting.settings.country)
            languages = world.languages.names()
            return draw_welcome(frame, place, languages, sitting.language, notice=_notice(sitting, frame))
        case "band":
            return draw_band(frame)
        case "topic" if card is not None:
            has_place = sitting.has_place(card.id)
            return draw_topic(frame, card, has_place=has_place, notice=_notice(sitting, frame))
        case "gate" if card is not None:
            return draw_gate(frame, card)
        case "page" if card is not None and sitting.page is not None:
            from game.shown.story_page import story_paragraphs

            told = frame.told or frame.translator
            return draw_story_page(frame, card, story_paragraphs(frame.translator, told, sitting.page))
        case "story" if sitting.playing is not None:
            return _draw_story(world, sitting, frame, sitting.playing, now)
        case "practice" if sitting.after.practising is not None:
            from game.ui.screens.practice import draw_practice

            return draw_practice(frame, sitting.after.practising, album(world, sitting))
        case "hand":
            from game.ui.screens.keeping import draw_hand

            return draw_hand(frame, sitting.after.roles)
        case "card":
            from game.ui.screens.keeping import draw_if_then

            sign = sign_of_card(album(world, sitting), sitting.last.signs if sitting.last else ())
            return draw_if_then(frame, sign, sitting.after.roles, sitting.after.then)
        case "closing":
            return _draw_closing(world, sitting, frame)
        case "album":
            from game.ui.screens.album import draw_album

            return draw_album(frame, sitting.band, _met_signs(world, sitting))
        case _:
            return _draw_picker(world, sitting, frame)


def _notice(sitting: Sitting, frame: Frame) -> str:
    return notice_words(frame.translator, sitting.notice)


def _draw_picker(world: World, sitting: Sitting, frame: Frame) -> Node:
    # A short story for later comes up once there is something to come back to.
    has_begun = any(card.id in sitting.done for card in sitting.cards if card.band == sitting.band)
    cards = [card for card in sitting.cards if card.band == sitting.band and (card.kind == "story" or has_begun)]
    due = due_story(cards, sitting.done, sitting.first_finished.get(sitting.band), world.today)
    ordered = sorted(cards, key=lambda card: (card.id != due, card.kind == "booster"))
    translated = [world.languages.card(sitting.language, card) for card in ordered]
    shelf = PickerShelf(
        cards=tuple(card for card in translated if card is not None),
        in_english=tuple(card for card, said in zip(ordered, translated, strict=True) if said is None),
        done=sitting.done,
        due=due,
        practice=_practice_news(world, sitting),
        has_album=bool(sitting.done),
    )
    return draw_picker(frame, sitting.band, shelf, notice=_notice(sitting, frame))


def _practice_news(world: World, sitting: Sitting) -> PracticeNews:
    """What the practice card says: nothing where the band has no items yet."""
    if not offers_practice(world, sitting):
        return "none"
    # The items themselves are read for the first round, not for the first frame of a start.
    first = sitting.first_finished.get(sitting.band)
    if not practice_is_due(first, world.today):
        return "there"
    items = world.translations.practice(sitting.band, sitting.language)
    return "due" if sitting.after.new_items(sitting.band, items) >= ROUND else "there"


def _draw_closing(world: World, sitting: Sitting, frame: Frame) -> Node:
    from game.ui.screens.keeping import draw_closing

    friend = ""
    if sitting.last is not None:
        scenario = world.shelf.scenario(sitting.last.id)
        friend = (world.languages.scenario(sitting.language, scenario) or scenario).friend.short_name
    return draw_closing(
        frame,
        friend,
        sticker=sticker_for(sitting.last) if sitting.band != "14-17" else "",
        offers_keeping=offers_keeping(world, sitting),
        can_practise=offers_practice(world, sitting),
    )


STICKERS = ("party", "high_five", "heart_hands", "dancing_cactus", "trophy", "rocket_go", "thumbs_up_cat", "pizza")


def sticker_for(card: StoryCard | None) -> str:
    """The sticker of a finished story: always the same one, whatever was answered in it; empty without a story."""
    return STICKERS[crc32(card.id.encode()) % len(STICKERS)] if card is not None else ""


def _met_signs(world: World, sitting: Sitting) -> tuple[Sign, ...]:
    """The cards of the album: signs of the finished stories of the band, or for 8-10 their families."""
    met = {
        sign for card in sitting.cards if card.id in sitting.done and card.band == sitting.band for sign in card.signs
    }
    signs = album(world, sitting)
    if sitting.band == "8-10":
        met = {family for sign in met if sign in signs and (family := signs[sign].family)}
    return tuple(sign for sign in signs.values() if sign.id in met)


def _draw_story(world: World, sitting: Sitting, frame: Frame, playing: Playing, now: float) -> Node:
    if playing.asks_turn:
        from game.ui.screens.turn import draw_turn

        return draw_turn(frame, playing)
    if playing.shows_look_back:
        from game.ui.screens.look_back import draw_look_back

        can_practise = playing.looking_back and offers_practice(world, sitting)
        return draw_look_back(frame, playing, album(world, sitting), can_practise=can_practise)
    rehearse = playing.open_rehearse
    if rehearse is not None and playing.looking_at is None and not playing.reads_before_telling:
        from game.ui.screens.telling import draw_telling

        return draw_telling(frame, playing, rehearse, engine.roles_open(playing.scenario, playing.state))
    from game.ui.screens.story import draw_story

    return draw_story(frame, playing, sitting.sign_cards, album(world, sitting), now)


def _draw_menu(world: World, sitting: Sitting, frame: Frame) -> Node:
    from game.ui.screens.menu import MenuState, draw_menu

    playing = sitting.playing if sitting.screen == "story" else None
    can_undo = playing is not None and (playing.state.can_undo or playing.looking_back or playing.role is not None)
    menu = MenuState(
        in_story=playing is not None,
        can_undo=can_undo,
        letters=sitting.settings.letters,
        theme=sitting.settings.theme,
        motion=sitting.settings.motion,
        sound=sitting.settings.sound,
        full_screen=sitting.full_screen,
        speed=sitting.settings.reading_speed,
        keep_place=sitting.settings.keep_place,
        band=sitting.settings.band,
        language=sitting.language,
        languages=world.languages.names(),
        place=territory_name(frame._, sitting.settings.country),
        asked_erase=sitting.asked_erase,
        notice=_notice(sitting, frame),
    )
    return draw_menu(frame, menu)

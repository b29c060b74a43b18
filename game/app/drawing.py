"""Which screen a sitting shows: one function of the session and a frame."""

from dataclasses import replace
from zlib import crc32

from game.app.afterwards import sign_of_card
from game.app.notices import notice_words
from game.app.reminders import due_story, practice_is_due
from game.app.session import Session
from game.i18n.territories import territory_name
from game.shown.playing import Playing
from game.shown.story_page import story_paragraphs
from game.story import engine
from game.story.model import Sign
from game.story.practice import ROUND
from game.story.values import StoryCard
from game.ui.frame import Frame
from game.ui.notebook import draw_notebook
from game.ui.screens.album import draw_album
from game.ui.screens.countries import draw_countries
from game.ui.screens.first_start import draw_band, draw_gate, draw_story_page, draw_topic, draw_welcome
from game.ui.screens.help import draw_help
from game.ui.screens.keeping import draw_closing, draw_hand, draw_if_then
from game.ui.screens.lessons import draw_lessons
from game.ui.screens.look_back import draw_look_back
from game.ui.screens.menu import draw_menu
from game.ui.screens.picker import PickerShelf, PracticeNews, draw_picker
from game.ui.screens.practice import draw_practice
from game.ui.screens.story import draw_story
from game.ui.screens.telling import draw_telling
from game.ui.screens.turn import draw_turn
from game.ui.tree import Node


def draw_session(session: Session, frame: Frame, now: float) -> Node:
    """The whole screen, an open panel over it.

    It speaks the frame's language, and tells the open story in English where it is not whole in that language.
    """
    if session.story_language != frame.translator.language:
        frame = replace(frame, told=session.world.languages.translator(session.story_language))
    if not session.panels:
        return _draw_screen(session, frame, now)
    top = session.panels[-1]
    match top.panel:
        case "help":
            return draw_help(frame, session.world.help.help_in(frame._, session.settings.country), top.card)
        case "countries":
            return draw_countries(frame, session.world.help.countries(frame._), session.settings.country)
        case "lessons" if session.world.lessons is not None:
            place = territory_name(frame._, session.settings.country)
            languages = session.world.languages.names()
            cards = [session.translations.any_card(card, session.language) for card in session.cards]
            desk = session.world.lessons.desk(session.band, cards, languages, place)
            return draw_lessons(
                frame, replace(desk, in_english=session.translations.told_in_english(session.cards, session.language))
            )
        case "lessons":
            return _draw_screen(session, frame, now)
        case "notebook" if session.playing is not None:
            below = _draw_screen(session, frame, now)
            notebook = draw_notebook(frame, session.playing, session.signs)
            return Node(rect=below.rect, children=(below, notebook))
        case "notebook":
            return _draw_screen(session, frame, now)
        case "menu":
            below = _draw_screen(session, frame, now)
            return Node(rect=below.rect, children=(below, _draw_menu(session, frame)))


def _draw_screen(session: Session, frame: Frame, now: float) -> Node:
    card = session.card
    match session.screen:
        case "welcome":
            place = territory_name(frame._, session.settings.country)
            languages = session.world.languages.names()
            return draw_welcome(frame, place, languages, session.language, notice=_notice(session, frame))
        case "band":
            return draw_band(frame)
        case "topic" if card is not None:
            has_place = session.has_place(card.id)
            return draw_topic(frame, card, has_place=has_place, notice=_notice(session, frame))
        case "gate" if card is not None:
            return draw_gate(frame, card)
        case "page" if card is not None and session.page is not None:
            return draw_story_page(
                frame, card, story_paragraphs(frame.translator, frame.told or frame.translator, session.page)
            )
        case "story" if session.playing is not None:
            return _draw_story(session, frame, session.playing, now)
        case "practice" if session.after.practising is not None:
            return draw_practice(frame, session.after.practising, session.signs)
        case "hand":
            return draw_hand(frame, session.after.roles)
        case "card":
            sign = sign_of_card(session.signs, session.last.signs if session.last else ())
            return draw_if_then(frame, sign, session.after.roles, session.after.then)
        case "closing":
            return _draw_closing(session, frame)
        case "album":
            return draw_album(frame, session.band, _met_signs(session))
        case _:
            return _draw_picker(session, frame)


def _notice(session: Session, frame: Frame) -> str:
    return notice_words(frame.translator, session.notice)


def _draw_picker(session: Session, frame: Frame) -> Node:
    # A short story for later comes up once there is something to come back to.
    has_begun = any(card.id in session.done for card in session.cards if card.band == session.band)
    cards = [card for card in session.cards if card.band == session.band and (card.kind == "story" or has_begun)]
    due = due_story(cards, session.done, session.first_finished.get(session.band), session.world.today)
    ordered = sorted(cards, key=lambda card: (card.id != due, card.kind == "booster"))
    translated = [session.world.languages.card(session.language, card) for card in ordered]
    shelf = PickerShelf(
        cards=tuple(card for card in translated if card is not None),
        in_english=tuple(card for card, said in zip(ordered, translated, strict=True) if said is None),
        done=frozenset(session.done),
        due=due,
        practice=_practice_news(session),
        has_album=bool(session.done),
    )
    return draw_picker(frame, session.band, shelf, notice=_notice(session, frame))


def _practice_news(session: Session) -> PracticeNews:
    """What the practice card says: nothing where the band has no items yet."""
    if not session.offers_practice:
        return "none"
    # The items themselves are read for the first round, not for the first frame of a start.
    first = session.first_finished.get(session.band)
    is_due = practice_is_due(first, session.world.today) and session.after.new_items(session.band) >= ROUND
    return "due" if is_due else "there"


def _draw_closing(session: Session, frame: Frame) -> Node:
    friend = ""
    if session.last is not None:
        scenario = session.world.shelf.scenario(session.last.id)
        friend = (session.world.languages.scenario(session.language, scenario) or scenario).friend.short_name
    return draw_closing(
        frame,
        friend,
        sticker=sticker_for(session.last) if session.band != "14-17" else "",
        offers_keeping=session.offers_keeping,
        can_practise=session.offers_practice,
    )


STICKERS = ("party", "high_five", "heart_hands", "dancing_cactus", "trophy", "rocket_go", "thumbs_up_cat", "pizza")


def sticker_for(card: StoryCard | None) -> str:
    """The sticker of a finished story: always the same one, whatever was answered in it; empty without a story."""
    return STICKERS[crc32(card.id.encode()) % len(STICKERS)] if card is not None else ""


def _met_signs(session: Session) -> tuple[Sign, ...]:
    """The cards of the album: signs of the finished stories of the band, or for 8-10 their families."""
    met = {
        sign for card in session.cards if card.id in session.done and card.band == session.band for sign in card.signs
    }
    if session.band == "8-10":
        met = {family for sign in met if sign in session.signs and (family := session.signs[sign].family)}
    return tuple(sign for sign in session.signs.values() if sign.id in met)


def _draw_story(session: Session, frame: Frame, playing: Playing, now: float) -> Node:
    if playing.asks_turn:
        return draw_turn(frame, playing)
    if playing.shows_look_back:
        can_practise = playing.looking_back and session.offers_practice
        return draw_look_back(frame, playing, session.signs, can_practise=can_practise)
    rehearse = playing.open_rehearse
    if rehearse is not None and playing.looking_at is None and not playing.reads_before_telling:
        return draw_telling(frame, playing, rehearse, engine.roles_open(playing.scenario, playing.state))
    return draw_story(frame, playing, session.sign_cards, session.signs, now)


def _draw_menu(session: Session, frame: Frame) -> Node:
    playing = session.playing if session.screen == "story" else None
    can_undo = playing is not None and (playing.state.can_undo or playing.looking_back or playing.role is not None)
    return draw_menu(
        frame,
        frame._("Menu"),
        in_story=playing is not None,
        can_undo=can_undo,
        letters=session.settings.letters,
        theme=session.settings.theme,
        motion=session.settings.motion,
        sound=session.settings.sound,
        full_screen=session.full_screen,
        speed=session.settings.reading_speed,
        keep_place=session.settings.keep_place,
        band=session.settings.band,
        language=session.language,
        languages=session.world.languages.names(),
        place=territory_name(frame._, session.settings.country),
        asked_erase=session.asked_erase,
        notice=_notice(session, frame),
    )

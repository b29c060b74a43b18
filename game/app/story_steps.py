"""Carries out what the player means inside an open story: from an intent to the step it is."""

from dataclasses import replace

from game.shown import playing_steps
from game.shown.playing import Playing
from game.ui.intents import (
    Choose,
    GoOn,
    Intent,
    LookAt,
    OpenProfile,
    OpenThread,
    PickRole,
    PickSentence,
    PickTurn,
    Reveal,
    SaidIt,
    Say,
    SayPulse,
    ShowAgain,
    ShowAll,
    Undo,
)


def carry_out(playing: Playing, intent: Intent) -> Playing:
    """The story after what the player means; unchanged by an intent that is not a story's.

    Raises EngineError for one that came too late, such as the second press of a double press.
    """
    match intent:
        case LookAt(place):
            return playing_steps.look_at(playing, place)
        case Say(place, verdict, sign):
            return playing_steps.say(playing, place, verdict, sign, ask_sign=playing.looking_at == place)
        case Reveal(place):
            return playing_steps.reveal(playing, place)
        case OpenProfile(person):
            return replace(playing, profile=person)
        case OpenThread(chat):
            return playing_steps.open_thread(playing, chat)
        case SayPulse(answer):
            return playing_steps.answer_pulse(playing, answer)
        case Choose(option):
            return playing_steps.choose(playing, option)
        case PickRole(role):
            return playing_steps.pick_role(playing, role)
        case PickSentence(sentence):
            return playing_steps.pick_sentence(playing, sentence)
        case SaidIt():
            return playing_steps.said_it(playing)
        case GoOn():
            return playing_steps.go_on(playing)
        case ShowAll():
            return playing_steps.show_all(playing)
        case PickTurn(place):
            return replace(playing, turn=place)
        case Undo():
            return playing_steps.undo(playing)
        case ShowAgain():
            return playing_steps.show_again(playing)
        case _:
            return playing

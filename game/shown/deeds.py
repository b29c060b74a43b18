"""What the friend does and whom the friend knows, as sentences: by gender, for in many languages the verb has one.

Each sentence is there three times, with the context `she`, `he` or `they`. The last is for a friend who is neither, or
of whom the story does not tell; where a language has no such form, words that avoid one stand there.
"""

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from game.shown.words import Words
from game.story.model import Person

Pronoun: TypeAlias = Literal["she", "he", "they"]
_PRONOUNS: Mapping[str, Pronoun] = {"girl": "she", "woman": "she", "boy": "he", "man": "he"}


def pronoun_of(person: Person) -> Pronoun:
    """Return how sentences speak of somebody."""
    return _PRONOUNS.get(person.facts.gender, "they")


def deed_done(words: Words, deed: str, friend: Person) -> str:
    """Return what the chat shows once the friend did it."""
    _, name = words.gettext, friend.short_name
    if deed == "tell_for_friend":
        return _("You go to tell an adult, for {friend}.", friend=name)
    return _DONE[pronoun_of(friend)](words, name)[deed]


def from_label(words: Words, knows_from: str, friend: Person) -> str:
    """Return where the friend knows somebody from, for the profile card."""
    _, name = words.gettext, friend.short_name
    if knows_from == "family":
        return _("They are family.")
    if knows_from == "former_partner":
        return _("They and {friend} used to be a couple.", friend=name)
    return _KNOWS[pronoun_of(friend)](words, name)[knows_from]


def _done_she(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "stop": pgettext("she", "{friend} stops answering.", friend=friend),
        "keep": pgettext("she", "{friend} keeps the chat.", friend=friend),
        "say_no": pgettext("she", "{friend} says no.", friend=friend),
        "mute_or_block": pgettext("she", "{friend} mutes the chat.", friend=friend),
        "tell_adult": pgettext("she", "{friend} goes to tell an adult.", friend=friend),
        "call_helpline": pgettext("she", "{friend} gets in touch with a helpline.", friend=friend),
        "check_with_adult": pgettext("she", "{friend} asks an adult to look too.", friend=friend),
        "report": pgettext("she", "{friend} reports it with an adult.", friend=friend),
        "take_down": pgettext("she", "{friend} gets help to have the picture taken down.", friend=friend),
        "get_safe": pgettext("she", "{friend} goes where other people are.", friend=friend),
        "wait": pgettext("she", "{friend} waits a while.", friend=friend),
        "leave": pgettext("she", "{friend} leaves the chat.", friend=friend),
        "accept": pgettext("she", "{friend} takes it.", friend=friend),
        "keep_secret": pgettext("she", "{friend} keeps it secret.", friend=friend),
        "move_over": pgettext("she", "{friend} goes to the other chat.", friend=friend),
        "keep_chatting": pgettext("she", "{friend} keeps chatting.", friend=friend),
    }


def _done_he(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "stop": pgettext("he", "{friend} stops answering.", friend=friend),
        "keep": pgettext("he", "{friend} keeps the chat.", friend=friend),
        "say_no": pgettext("he", "{friend} says no.", friend=friend),
        "mute_or_block": pgettext("he", "{friend} mutes the chat.", friend=friend),
        "tell_adult": pgettext("he", "{friend} goes to tell an adult.", friend=friend),
        "call_helpline": pgettext("he", "{friend} gets in touch with a helpline.", friend=friend),
        "check_with_adult": pgettext("he", "{friend} asks an adult to look too.", friend=friend),
        "report": pgettext("he", "{friend} reports it with an adult.", friend=friend),
        "take_down": pgettext("he", "{friend} gets help to have the picture taken down.", friend=friend),
        "get_safe": pgettext("he", "{friend} goes where other people are.", friend=friend),
        "wait": pgettext("he", "{friend} waits a while.", friend=friend),
        "leave": pgettext("he", "{friend} leaves the chat.", friend=friend),
        "accept": pgettext("he", "{friend} takes it.", friend=friend),
        "keep_secret": pgettext("he", "{friend} keeps it secret.", friend=friend),
        "move_over": pgettext("he", "{friend} goes to the other chat.", friend=friend),
        "keep_chatting": pgettext("he", "{friend} keeps chatting.", friend=friend),
    }


def _done_they(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "stop": pgettext("they", "{friend} stops answering.", friend=friend),
        "keep": pgettext("they", "{friend} keeps the chat.", friend=friend),
        "say_no": pgettext("they", "{friend} says no.", friend=friend),
        "mute_or_block": pgettext("they", "{friend} mutes the chat.", friend=friend),
        "tell_adult": pgettext("they", "{friend} goes to tell an adult.", friend=friend),
        "call_helpline": pgettext("they", "{friend} gets in touch with a helpline.", friend=friend),
        "check_with_adult": pgettext("they", "{friend} asks an adult to look too.", friend=friend),
        "report": pgettext("they", "{friend} reports it with an adult.", friend=friend),
        "take_down": pgettext("they", "{friend} gets help to have the picture taken down.", friend=friend),
        "get_safe": pgettext("they", "{friend} goes where other people are.", friend=friend),
        "wait": pgettext("they", "{friend} waits a while.", friend=friend),
        "leave": pgettext("they", "{friend} leaves the chat.", friend=friend),
        "accept": pgettext("they", "{friend} takes it.", friend=friend),
        "keep_secret": pgettext("they", "{friend} keeps it secret.", friend=friend),
        "move_over": pgettext("they", "{friend} goes to the other chat.", friend=friend),
        "keep_chatting": pgettext("they", "{friend} keeps chatting.", friend=friend),
    }


def _knows_she(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "online_only": pgettext("she", "{friend} knows them online only.", friend=friend),
        "school": pgettext("she", "{friend} knows them from school.", friend=friend),
        "club": pgettext("she", "{friend} knows them from a club.", friend=friend),
        "neighbourhood": pgettext("she", "{friend} knows them from the neighbourhood.", friend=friend),
    }


def _knows_he(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "online_only": pgettext("he", "{friend} knows them online only.", friend=friend),
        "school": pgettext("he", "{friend} knows them from school.", friend=friend),
        "club": pgettext("he", "{friend} knows them from a club.", friend=friend),
        "neighbourhood": pgettext("he", "{friend} knows them from the neighbourhood.", friend=friend),
    }


def _knows_they(words: Words, friend: str) -> dict[str, str]:
    pgettext = words.pgettext
    return {
        "online_only": pgettext("they", "{friend} knows them online only.", friend=friend),
        "school": pgettext("they", "{friend} knows them from school.", friend=friend),
        "club": pgettext("they", "{friend} knows them from a club.", friend=friend),
        "neighbourhood": pgettext("they", "{friend} knows them from the neighbourhood.", friend=friend),
    }


_Sentences: TypeAlias = Callable[[Words, str], dict[str, str]]
_DONE: Mapping[Pronoun, _Sentences] = {"she": _done_she, "he": _done_he, "they": _done_they}
_KNOWS: Mapping[Pronoun, _Sentences] = {"she": _knows_she, "he": _knows_he, "they": _knows_they}

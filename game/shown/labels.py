"""The words for the format's closed lists: deeds, roles, hidden tiles, verdicts."""

from collections.abc import Callable

from game.shown.words import Words
from game.story.model import ADULT_ROLES, Message, Option

Say = Callable[..., str]


def deed_label(_: Say, deed: str, friend: str) -> str:
    """What an option with `do` says on its button."""
    labels = {
        "stop": _("Stop answering"),
        "keep": _("Keep the chat, so an adult can see it"),
        "say_no": _("Say no"),
        "mute_or_block": _("Mute or block, then tell"),
        "tell_adult": _("Tell an adult {friend} trusts", friend=friend),
        "tell_for_friend": _("Tell an adult, for {friend}", friend=friend),
        "call_helpline": _("Call or write to a helpline"),
        "check_with_adult": _("Ask an adult to look at it too"),
        "report": _("Report it, together with an adult"),
        "take_down": _("Get the picture taken down"),
        "get_safe": _("Go where other people are"),
        "wait": _("Wait a while"),
        "leave": _("Leave the chat"),
        "accept": _("Take it"),
        "keep_secret": _("Keep it secret"),
        "move_over": _("Go to the other chat"),
        "keep_chatting": _("Keep chatting"),
    }
    return labels[deed]


def option_text(_: Say, option: Option, friend: str) -> tuple[str, str]:
    """The main line of an option's button and the line under it (which may be empty)."""
    if option.say is None:
        return deed_label(_, option.do or "wait", friend), ""
    if option.do is None or option.do == "say_no":
        return option.say, ""
    return option.say, deed_label(_, option.do, friend)


def role_label(_: Say, role: str) -> str:
    """An adult by what they are to a child."""
    labels = {
        "parent_or_carer": _("Mum, Dad or carer"),
        "teacher": _("A teacher"),
        "sports_coach": _("A coach"),
        "older_relative": _("Grandparent, aunt or uncle"),
        "grown_up_sibling": _("A grown-up brother or sister"),
        "school_nurse": _("The school nurse"),
        "school_counsellor": _("The school counsellor"),
        "youth_worker": _("A youth worker"),
        "social_worker": _("A social worker"),
        "foster_carer": _("A foster carer"),
        "friends_parent": _("A friend's mum or dad"),
        "helpline": _("A helpline"),
    }
    return labels[role] if role in ADULT_ROLES else role


def role_after_colon(words: Words, role: str) -> str:
    """An adult by what they are to a child, where a sentence ends with it after a colon: many languages go on small."""
    pgettext = words.pgettext
    labels = {
        "parent_or_carer": pgettext("after a colon", "Mum, Dad or carer"),
        "teacher": pgettext("after a colon", "A teacher"),
        "sports_coach": pgettext("after a colon", "A coach"),
        "older_relative": pgettext("after a colon", "Grandparent, aunt or uncle"),
        "grown_up_sibling": pgettext("after a colon", "A grown-up brother or sister"),
        "school_nurse": pgettext("after a colon", "The school nurse"),
        "school_counsellor": pgettext("after a colon", "The school counsellor"),
        "youth_worker": pgettext("after a colon", "A youth worker"),
        "social_worker": pgettext("after a colon", "A social worker"),
        "foster_carer": pgettext("after a colon", "A foster carer"),
        "friends_parent": pgettext("after a colon", "A friend's mum or dad"),
        "helpline": pgettext("after a colon", "A helpline"),
    }
    return labels[role] if role in ADULT_ROLES else role


def telling_question(_: Say, kind: str, friend: str) -> str:
    """What a rehearsal asks the player; `kind` is that of the beat."""
    if kind == "tell_for_friend":
        return _("Who could you tell, for {friend}?", friend=friend)
    if kind == "keep_telling":
        return _("Who else could {friend} tell?", friend=friend)
    return _("Who could {friend} tell?", friend=friend)


def role_settings(_: Say) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The roles by where one meets them; three settings, so that one adult alone is never the only way."""
    return (
        (_("At home and in the family"), ("parent_or_carer", "older_relative", "grown_up_sibling", "foster_carer")),
        (_("At school"), ("teacher", "school_nurse", "school_counsellor")),
        (_("Elsewhere"), ("sports_coach", "youth_worker", "friends_parent", "social_worker", "helpline")),
    )


def hidden_label(_: Say, label: str) -> str:
    """What stands on a hidden message's tile. There is nothing behind the tile."""
    labels = {
        "uncomfortable_message": _("A message that feels uncomfortable"),
        "private_picture_request": _("An ask for a private picture"),
        "unwanted_picture": _("A picture nobody asked for"),
        "threat": _("A threat"),
        "spoiler": _("Spoiler"),
        "spider": _("Picture of a spider"),
        "prank_picture": _("Prank picture"),
    }
    return labels[label]


def verdict_label(_: Say, verdict: str) -> str:
    """What the player said of a message, as on its tag."""
    return {"fine": _("Fine"), "not_sure": _("Not sure"), "not_ok": _("Not OK")}[verdict]


def pulse_label(_: Say, answer: str) -> str:
    """The three answers to "how is it going with ...?"."""
    return {"fine": _("It is going fine"), "keep_looking": _("Keep looking"), "not_ok": _("It is not OK")}[answer]


def message_text(_: Say, message: Message) -> str:
    """A message in words, wherever it is quoted outside its chat."""
    if message.hidden is not None:
        return hidden_label(_, message.hidden)
    if message.sticker is not None:
        return message.sticker.says
    return message.text or _("Call, not answered")


def pair_label(_: Say, letter: str) -> str:
    """One of the two chats of a practice item: whole phrases, for each language has its own first letters."""
    return {"a": _("Chat A"), "b": _("Chat B")}[letter]


def pair_answer(_: Say, letter: str) -> str:
    """Which of the two chats is not OK."""
    return {"a": _("Chat A is not OK"), "b": _("Chat B is not OK")}[letter]


def pair_picked(_: Say, letter: str) -> str:
    """Which of the two chats the player picked."""
    return {"a": _("You picked chat A."), "b": _("You picked chat B.")}[letter]


def quoted(_: Say, text: str) -> str:
    """A text in quotation marks."""
    # NOTE: Only the quotation marks of your language around {text}.
    return _("“{text}”", text=text)


def is_own_text(message: Message) -> bool:
    """Whether `message_text` is the story's own words, and not what the game says of a tile or a call."""
    return message.hidden is None and (message.sticker is not None or bool(message.text))


def reaction_label(_: Say, reaction: str) -> str:
    """A reaction in words, for screen readers and dumps."""
    labels = {
        "heart": _("heart"),
        "laugh": _("laughing"),
        "thumb": _("thumb up"),
        "wow": _("wow"),
        "sad": _("sad"),
    }
    return labels[reaction]


def ladder(words: Words) -> tuple[tuple[str, str, str], ...]:
    """The four steps that help in any story: icon, word, and what it means."""
    _, pgettext = words.gettext, words.pgettext
    return (
        ("stop", pgettext("step", "Stop"), _("You never have to answer.")),
        ("keep", pgettext("step", "Keep"), _("Do not delete the chat. Never copy a private picture.")),
        ("tell", pgettext("step", "Tell"), _("An adult, or a helpline.")),
        ("report", pgettext("step", "Report and take down"), _("Together if you can.")),
    )

"""The words for the format's closed lists on lesson pages: verdicts, deeds, roles, hidden tiles, kinds of help."""

from collections.abc import Callable, Sequence

from game.story.model import ADULT_ROLES, Option
from game.story.plays import VERDICTS, Verdict

Say = Callable[..., str]


def verdict_label(_: Say, verdict: Verdict) -> str:
    """What the class may say of a message."""
    return {"fine": _("Fine"), "not_sure": _("Not sure"), "not_ok": _("Not OK")}[verdict]


def verdict_labels(_: Say) -> tuple[str, ...]:
    """All three, in the order of a ballot."""
    return tuple(verdict_label(_, verdict) for verdict in VERDICTS)


def deed_label(_: Say, deed: str, friend: str) -> str:
    """What an option with `do` offers."""
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


def deed_done(_: Say, deed: str, friend: str) -> str:
    """What a page tells once the friend did it."""
    labels = {
        "stop": _("{friend} stops answering.", friend=friend),
        "keep": _("{friend} keeps the chat.", friend=friend),
        "say_no": _("{friend} says no.", friend=friend),
        "mute_or_block": _("{friend} mutes the chat.", friend=friend),
        "tell_adult": _("{friend} goes to tell an adult.", friend=friend),
        "tell_for_friend": _("You go to tell an adult, for {friend}.", friend=friend),
        "call_helpline": _("{friend} gets in touch with a helpline.", friend=friend),
        "check_with_adult": _("{friend} asks an adult to look too.", friend=friend),
        "report": _("{friend} reports it with an adult.", friend=friend),
        "take_down": _("{friend} gets help to have the picture taken down.", friend=friend),
        "get_safe": _("{friend} goes where other people are.", friend=friend),
        "wait": _("{friend} waits a while.", friend=friend),
        "leave": _("{friend} leaves the chat.", friend=friend),
        "accept": _("{friend} takes it.", friend=friend),
        "keep_secret": _("{friend} keeps it secret.", friend=friend),
        "move_over": _("{friend} goes to the other chat.", friend=friend),
        "keep_chatting": _("{friend} keeps chatting.", friend=friend),
    }
    return labels[deed]


def option_label(_: Say, option: Option, friend: str) -> str:
    """An option as one entry of a list: what the friend would write, in quotes, or else what the friend would do."""
    if option.say is not None:
        return quoted(_, option.say)
    return deed_label(_, option.do or "wait", friend)


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


def quoted(_: Say, text: str) -> str:
    """A text in quotation marks."""
    # NOTE: Only the quotation marks of your language around {text}.
    return _("“{text}”", text=text)


def after_contact(_: Say, purposes: Sequence[str]) -> str:
    """What happens when one calls, writes or reports, by the kinds of a service."""
    if "emergency" in purposes:
        return _("They ask where you are and what is happening. Stay on the line.")
    if "child_line" in purposes or "crisis" in purposes:
        return _("Someone listens. You say as much as you like, and you may stop at any time.")
    if "take_down" in purposes:
        return _("They ask a few questions, then help to have the picture removed. It can take time.")
    if "report" in purposes:
        return _("People there read it and may pass it to the police. It can take time. An adult may do it for you.")
    return _("They show you who can help near you.")

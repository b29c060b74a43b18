"""Words of closed lists as lesson pages have them: a ballot, an option as an entry of a list."""

from game.shown.labels import Say, deed_label, quoted, verdict_label
from game.story.model import Option
from game.story.plays import VERDICTS


def verdict_labels(_: Say) -> tuple[str, ...]:
    """What the class may say of a message, in the order of a ballot."""
    return tuple(verdict_label(_, verdict) for verdict in VERDICTS)


def option_label(_: Say, option: Option, friend: str) -> str:
    """An option as one entry of a list: what the friend would write, in quotes, or else what the friend would do."""
    if option.say is not None:
        return quoted(_, option.say)
    return deed_label(_, option.do or "wait", friend)

"""Words of closed lists as lesson pages have them: a ballot, an option as an entry of a list."""

from game.shown.labels import Say, deed_label, quoted, verdict_label
from game.story.model import Option
from game.story.plays import VERDICTS
from lessons.document import Text
from lessons.plan import LessonPlan
from lessons.told import own, woven


def verdict_labels(_: Say) -> tuple[str, ...]:
    """What the class may say of a message, in the order of a ballot."""
    return tuple(verdict_label(_, verdict) for verdict in VERDICTS)


def option_label(plan: LessonPlan, option: Option) -> Text:
    """An option as one entry of a list: what the friend would write, in quotes, or else what the friend would do."""
    if option.say is not None:
        return in_quotes(plan, own(plan, option.say))
    return deed_label(plan.translator.gettext, option.do or "wait", plan.scenario.friend.short_name)


def in_quotes(plan: LessonPlan, text: Text) -> Text:
    """A text in the quotation marks of the lesson's language."""
    return woven(lambda words: quoted(plan.translator.gettext, words), text)

"""What a player is told of a kept place in a story that was changed since."""

from game.i18n.translator import Translator
from game.story.resuming import Resumed


def say_changed(translator: Translator, resumed: Resumed) -> str:
    """What became of a kept place of which not everything could be taken up."""
    _, ngettext = translator.gettext, translator.ngettext
    if not resumed.state.inputs:
        return _("This story has changed since you played it. It starts from its beginning.")
    if resumed.is_shorter:
        return _("This story has changed since you played it. It goes on from the last place that still fits.")
    return ngettext(
        "This story has changed since you played it. One of your answers no longer fits and was taken out.",
        "This story has changed since you played it. {number} of your answers no longer fit and were taken out.",
        resumed.dropped,
    )

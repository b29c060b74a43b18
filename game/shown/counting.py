"""What was counted, in words a child can use: never a mark, never praise for trust or for doubt as such."""

from game.i18n.translator import Translator
from game.shown.playing import Playing
from game.story.scoring import score


def count_in_words(translator: Translator, playing: Playing) -> list[str]:
    """Lines over the messages that were looked at; a story without signs says so."""
    _, ngettext = translator.gettext, translator.ngettext
    counted = score(playing.scenario, playing.state)
    tally = counted.tally
    lines = []
    if playing.scenario.nothing_is_wrong:
        lines.append(_("There was no sign in this story."))
    elif tally.signs:
        lines.append(
            ngettext(
                "You found {hits} of {number} sign.",
                "You found {hits} of {number} signs.",
                tally.signs,
                hits=tally.hits,
            )
        )
        if tally.noticed:
            lines.append(_("You wondered about {count} more.", count=tally.noticed))
    if tally.fine:
        lines.append(
            ngettext(
                "You saw that {correct} of {number} fine message was fine.",
                "You saw that {correct} of {number} fine messages were fine.",
                tally.fine,
                correct=tally.correct,
            )
        )
    if tally.untouched:
        lines.append(
            ngettext(
                "You have not looked at {number} message.",
                "You have not looked at {number} messages.",
                tally.untouched,
            )
        )
    if counted.pulses:
        if counted.pulses_right == counted.pulses:
            lines.append(_("All of it together: you saw how it was going."))
        else:
            lines.append(_("All of it together: look at the pulse once more."))
    return lines

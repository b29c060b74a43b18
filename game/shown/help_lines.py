"""A service that helps, in words: how sure its entry is, what happens when one calls, and what it does not do."""

from collections.abc import Callable, Sequence

from game.shown.help_words import HelpLine
from game.story.values import HelpRow, ShownHelp

Say = Callable[..., str]


def help_line(_: Say, shown: ShownHelp) -> HelpLine:
    """A row of the help table as the help page shows it today."""
    row = shown.row
    hours = _("Open: {hours}", hours=shown.hours) if shown.hours else ""
    return HelpLine(
        organisation=row.organisation,
        purpose=row.purpose,
        web=shown.web,
        phone=shown.phone,
        text_or_chat=". ".join(part for part in (shown.text_or_chat, hours) if part),
        status=how_sure(_, shown),
        note=what_it_does_not(_, row),
    )


def how_sure(_: Say, shown: ShownHelp) -> str:
    """When somebody last saw or checked the row, as a sentence."""
    row = shown.row
    match shown.freshness:
        case "checked":
            return _("Checked on {date}.", date=row.checked_on)
        case "unchecked" if row.seen.isdigit():
            return _("Seen in {year}, not checked yet: look at the site first.", year=row.seen)
        case "unchecked":
            return _("Not checked yet: look at the site first.")
        case _:
            return _("This may have changed: look at the site first.")


def what_it_does_not(_: Say, row: HelpRow) -> str:
    """What a service of this kind does not do, so that nobody waits for it there; empty where it needs no words."""
    if row.organisation == "NCMEC Take It Down":
        return _("The picture stays on your device. Nobody has to look at it.")
    if "child_line" in row.purpose or "crisis" in row.purpose:
        return _("They listen. They do not take reports for the police.")
    if "finder" in row.purpose:
        return _("A list of places that help. It does not answer questions itself.")
    if "report" in row.purpose:
        return _("For reporting. To talk with someone, use a helpline.")
    return ""


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

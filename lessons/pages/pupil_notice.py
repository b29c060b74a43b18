"""Three pages for pupils: what this lesson keeps of them, what happens when one reports, and where help is."""

from collections.abc import Iterator

from game.shown.help_words import private_picture, telling_words
from game.shown.labels import quoted
from lessons.document import Block, Document, Heading, Items, PageBreak, Paragraph
from lessons.pages.help_blocks import help_blocks
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan


def pupil_notice_page(plan: LessonPlan) -> Document:
    """The notice, then what happens when one reports, then where help is."""
    _ = plan.translator.gettext
    blocks = (*_notice(plan), PageBreak(), *_report(plan), PageBreak(), *_help(plan))
    return sheet(plan, "pupil-notice", _("For you to know"), "pupil", *blocks)


def _notice(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Heading(text=_("This lesson does not know who you are"), id="pupil-notice")
    yield Paragraph(text=_("No page asks for your name, your age or where you live. Please write none."), id="no-name")
    yield Heading(text=_("What nobody keeps"), level=2)
    yield Items(
        items=(
            _("who you are"),
            _("how you vote"),
            _("what you do online: we do not ask"),
        ),
        id="not-kept",
    )
    yield Heading(text=_("What may be kept"), level=2)
    yield Items(
        items=(
            _("how many of the whole class voted for what, as numbers only"),
            _("tickets and notes without a name, until your teacher has read them"),
        ),
        id="kept",
    )
    yield Heading(text=_("You may pass"), level=2)
    yield Paragraph(
        text=_(
            "You may pass on any question and any vote. You need not say why. "
            "You may do something else, or go to an adult outside the room."
        ),
        id="right-to-pass",
    )
    yield Heading(text=_("If you want to tell something"), level=2)
    yield Paragraph(
        text=_("Tell an adult after the lesson, not in front of the class. Then you pick who hears it."),
    )
    yield Paragraph(
        text=_(
            "If you are not safe, an adult cannot keep that a secret. "
            "They tell you what happens next, and get people who can help. "
            "They may write down what you said, so that you need not say it all again."
        ),
        id="no-secret",
    )
    yield Paragraph(
        text=_(
            "You can put a note in the question box. It needs no name. An adult reads the notes the same day. "
            "If a note says that somebody is not safe, that adult gets help."
        ),
        id="question-box",
    )


def _report(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    young = plan.scenario.band == "8-10"
    title = _("What happens when an adult reports it for you") if young else _("What happens when you report")
    yield Heading(text=title, id="when-you-report")
    yield Paragraph(
        text=_("It is never your fault when someone tricks or pushes you. You deserve help."), id="not-your-fault"
    )
    yield Heading(text=_("Words to start with"), level=2)
    yield Items(
        items=tuple(quoted(_, words) for words in telling_words(_)),
        id="words",
    )
    yield Heading(text=_("Who reads it?"), level=2)
    yield Paragraph(
        text=_(
            "In a game or an app, people who work for it read it. "
            "A report to a site for reports is read by people whose job it is to help children."
        ),
        id="who-reads",
    )
    yield Heading(text=_("What do they ask?"), level=2)
    yield Paragraph(
        text=_(
            "They ask what happened, where, and when. Some ask for a name, some do not. "
            "You can look at the questions first, and stop at any time."
        ),
        id="what-they-ask",
    )
    yield Heading(text=_("What may they do?"), level=2)
    yield Paragraph(
        text=_("They may close an account, take a picture down, or pass it to the police."), id="what-they-may-do"
    )
    yield Paragraph(
        text=_("It may take time, and you may not hear back. So tell an adult you trust, too."), id="takes-time"
    )
    yield Paragraph(text=_("An adult may do it for you, or sit beside you."), id="adult-may-do-it")
    yield Heading(text=_("Private pictures"), level=2)
    yield Paragraph(text=private_picture(_))
    yield Paragraph(
        text=_(
            "Never copy one or send it on, not even to show it. Say that it is there. "
            "Do not delete the chat. Pictures can often be taken down."
        ),
        id="private-picture",
    )


def _help(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    if plan.place.country == "ZZ":
        yield Heading(text=_("Where help is"), id="help-rows")
    else:
        # NOTE: {place} is a country.
        yield Heading(text=_("Where help is: {place}", place=plan.place.country_name), id="help-rows")
    yield Paragraph(text=_("First: an adult you trust, at home, at school or in a club. A helpline counts, too."))
    yield from help_blocks(plan)

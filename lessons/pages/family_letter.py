"""The letter home: what children will see and when, how to opt out, and what helps if a child tells (rule F10)."""

from collections.abc import Iterator

from game.shown.labels import quoted
from lessons.document import Block, Callout, Document, Heading, Items, Paragraph, Table
from lessons.pages.help_blocks import FOR_FAMILIES, help_blocks
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan
from lessons.sign_words import cards_of_lesson, sign_texts
from lessons.told import own, woven


def family_letter_page(plan: LessonPlan) -> Document:
    """A letter that the school completes by hand: date, name to turn to, and how to opt out."""
    _ = plan.translator.gettext
    blocks = (*_lesson(plan), *_privacy(plan), *_together(plan), *_if_they_tell(plan), *_help(plan))
    return sheet(plan, "family-letter", _("A letter to families"), "family", *blocks)


def _lesson(plan: LessonPlan) -> Iterator[Block]:
    _, scenario = plan.translator.gettext, plan.scenario
    yield Paragraph(text=_("Dear parents and carers,"))
    yield Paragraph(
        text=woven(
            # NOTE: {story} is the title of a story.
            lambda story: _(
                "Our class is going to read “{story}”, a made-up chat. Children look twice at messages: "
                "some are fine, and some are not what they seem. They practise telling an adult.",
                story=story,
            ),
            own(plan, scenario.title),
        ),
        kind="lead",
    )
    yield Heading(text=_("What your child will see"), level=2)
    yield Paragraph(text=own(plan, scenario.about), id="what-is-seen")
    yield Paragraph(text=own(plan, scenario.content_note))
    cards = cards_of_lesson(plan)
    if cards and not scenario.nothing_is_wrong:
        yield Paragraph(text=_("These signs come up:"))
        yield Items(items=tuple(sign_texts(plan, card).name for card in cards))
    elif cards:
        yield Paragraph(text=_("In this story nothing is wrong. It is about telling apart, not about distrust."))
    yield Paragraph(text=_("Nothing sexual is shown or described, and the story ends well."))
    yield Paragraph(
        text=_("Would you rather not? Your child can do another activity. You need not give a reason."),
        id="opt-out",
    )
    rows = (
        (_("We read it on (date, lesson):"), ""),
        (_("If your child is to do something else, please tell us by (date), and how:"), ""),
        (_("Questions? You reach us here:"), ""),
    )
    yield Table(head=(_("From our school"), _("Filled in by hand")), rows=rows, widths=(1, 1), id="when")


def _together(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Heading(text=_("What you can do at home"), level=2)
    yield Paragraph(
        text=_(
            "Be curious. Ask what your child plays and whom they like to write with, on a good day and not only on a "
            "bad one. Let them show you how it works."
        ),
        id="curious",
    )
    yield Paragraph(
        text=_(
            "Say it before anything happens: “Whatever it is, you can tell me. You will not be in trouble with me for "
            "telling.” When somebody tricks or pushes a child, it is never the child's fault."
        ),
        id="no-blame",
    )
    yield Paragraph(
        text=_(
            "Do one thing together: think of adults your child could tell, and of one who does not live with you. "
            "One is enough to start. And ask each other before you share a picture of the other."
        ),
        id="shared-action",
    )


def _if_they_tell(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Heading(text=_("If your child tells you something"), level=2)
    steps: tuple[tuple[str, str], ...] = (
        ("stay-calm", _("Stay calm, even if you are frightened. Listen, and take your time.")),
        ("thank-them", _("Thank them. Say that it is not their fault.")),
        (
            "keep-the-phone",
            _("Do not take the phone or the game away. To a child that feels like a punishment."),
        ),
        ("do-not-pay", _("Do not pay. If money was paid, stop, and tell the bank or the card shop.")),
        ("do-not-answer", _("Do not answer the other person, do not threaten or meet them.")),
        ("keep-the-chat", _("Muting or blocking is fine. Do not delete the chat or the account.")),
        ("no-copies", _("Never copy or send on a private picture of a child, not even to report it.")),
    )
    for id, text in steps:
        yield Items(items=(text,), id=id)
    yield Callout(
        title=_("Words that help"),
        blocks=(
            Items(
                items=(
                    quoted(_, _("I am glad that you told me.")),
                    quoted(_, _("This is not your fault. I am here, and we sort it out together.")),
                )
            ),
        ),
        kind="say",
    )


def _privacy(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Paragraph(
        text=_(
            "We do not see your child's answers. Nothing has a name on it, and the class votes together. "
            "Please do not ask your child how they voted."
        ),
        id="answers-not-seen",
    )
    if plan.scenario.is_draft:
        draft = _(
            "This lesson is a draft: no child-protection specialist or teacher has signed off its story yet. "
            "It is based on published evidence; it has not yet been evaluated with children."
        )
    else:
        draft = _(
            "The pages of this lesson are a draft: nobody has signed them off yet. "
            "They are based on published evidence; they have not yet been evaluated with children."
        )
    yield Paragraph(text=draft, kind="muted", id="draft")


def _help(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Heading(text=_("Where help is"), level=2, id="help-rows")
    yield Paragraph(
        # NOTE: {who} is the title of a person at school, with its article, as "the designated safeguarding lead".
        text=_("At school you can turn to {who}, or to your child's teacher.", who=_(plan.place.safeguarding_lead))
    )
    yield from help_blocks(plan, FOR_FAMILIES, brief=True)

"""What has to be done before the lesson: a page to tick off (content rule F7)."""

from lessons.document import Document, Heading, Items, Paragraph
from lessons.pages.teacher_sheet import draft_note, teacher_sheet
from lessons.plan import LessonPlan

REQUIRED = ("lead_told", "known_experience", "family_notice", "second_adult", "follow_up_time", "time_of_week")
"""Ids of the statements that this page has to make."""


def before_lesson_page(plan: LessonPlan) -> Document:
    """A week before, the day before, ten minutes before."""
    _ = plan.teacher_words.gettext
    lead = _(plan.place.safeguarding_lead)
    return teacher_sheet(
        plan,
        "before-the-lesson",
        # NOTE: Title of a page for teachers.
        _("Before the lesson"),
        draft_note(_),
        Paragraph(text=_("Tick these off. If the first three are not done, teach something else today."), kind="lead"),
        Heading(text=_("A week before")),
        Items(
            kind="check",
            # NOTE: {lead} is "the person in your school who is responsible for child protection", or their title.
            items=(_("I have told {lead} the topic, the class and the date.", lead=lead),),
            id="lead_told",
        ),
        Items(
            kind="check",
            items=(
                (
                    _(
                        "We have thought about pupils who may have lived through this. They, and who looks after them, "
                        "heard of the lesson beforehand and may choose the other activity."
                    )
                ),
            ),
            id="known_experience",
        ),
        Items(
            kind="check",
            items=(_("The letter to families is out, with the way to opt out filled in."),),
            id="family_notice",
        ),
        Items(
            kind="check",
            items=(_("A second adult is in the room, and has read the safeguarding page."),),
            id="second_adult",
        ),
        Items(
            kind="check",
            items=(
                _("It is not the last lesson of the day, nor of the week, nor before a holiday."),
                _("Next week has ten minutes for a booster."),
            ),
            id="time_of_week",
        ),
        Items(kind="check", items=(_("An adult is free for 20 minutes right after the lesson."),), id="follow_up_time"),
        Heading(text=_("The day before")),
        Items(
            kind="check",
            items=(
                _("I have read the whole story, or played it, and this whole pack."),
                _("I know what I say if a pupil tells something in front of the class."),
                _("Printed: handouts, worksheets, one set of sorting cards for four pupils, exit tickets."),
                _("The question box stands where it can be used unseen. I open it the same day."),
                _("The activity for pupils who withdraw is ready, and somebody is with them."),
            ),
        ),
        Heading(text=_("Ten minutes before")),
        Items(
            kind="check",
            items=(
                _("Slides, or the chat on paper, are at the first page. Nothing of my own is open on the projector."),
                _("The help lines are on the wall: the last page of the slides, or the pupils' notice."),
            ),
        ),
    )

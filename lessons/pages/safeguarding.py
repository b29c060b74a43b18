"""The safeguarding page: what to do when a pupil tells something, or somebody else does (content rules F3 and F6)."""

from lessons.document import Block, Document, Heading, Paragraph
from lessons.pages.help_blocks import FOR_FAMILIES, help_blocks
from lessons.pages.teacher_sheet import bold, bullets, draft_note, say, teacher_sheet
from lessons.places import duty_to_report, reporting_route
from lessons.plan import LessonPlan
from lessons.told import strong

REQUIRED = (
    *("not_as_response", "full_attention", "their_pace", "did_right", "not_your_fault", "no_leading_questions"),
    *("no_promise", "what_happens_next", "write_after", "pass_on", "no_confronting", "never_view", "keep_device"),
    *("in_front_of_class", "second_adult", "duty_to_report", "allegation_route", "peer_on_peer", "planned_meeting"),
    *("self_harm", "question_box", "own_wellbeing"),
)
"""Ids of the statements that this page has to make."""


def safeguarding_page(plan: LessonPlan) -> Document:
    """What to have read before the lesson begins, and to have at hand while it goes on."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "safeguarding",
        _("If a pupil tells you something"),
        draft_note(_),
        *_first(plan),
        *_in_front_of_the_class(plan),
        *_passing_on(plan),
        *_cases(plan),
        Heading(text=_("Help to point to")),
        *help_blocks(plan, FOR_FAMILIES),
    )


def _first(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        Paragraph(
            text=_(
                "This lesson may lead to a talk that matters. That is not a failure of the lesson: somebody "
                "trusted you. Your own school's rules come before this page wherever they differ."
            ),
            kind="lead",
        ),
        Paragraph(
            text=_(
                "Do not use this lesson as the answer to something that has happened, in your school or to a "
                "pupil. First the pupil is looked after. A lesson about it straight afterwards points at that "
                "pupil."
            ),
            id="not_as_response",
        ),
        Heading(text=_("While they tell")),
        bullets(
            strong(_("*Give all your attention.* Sit down, put everything else away, and stay calm.")),
            id="full_attention",
        ),
        bullets(
            strong(
                _(
                    "*Their pace, their words.* Leave silences. Repeat what they said, in their own words, and no "
                    "others."
                )
            ),
            id="their_pace",
        ),
        say(_, _("You did right to tell me.")),
        Paragraph(text=_("Say it early. It is what they will remember."), id="did_right"),
        say(_, _("It is not your fault.")),
        Paragraph(
            text=_(
                "Say this whatever they did: answered, sent a picture, took money, met someone, kept quiet for a year."
            ),
            id="not_your_fault",
        ),
        bullets(
            strong(
                _(
                    "*No leading questions.* You may ask “Tell me more”, “What happened then?” and “Do you feel safe "
                    "now?”. You do not ask “Did he ...?”, and you never ask “Why did you ...?”."
                )
            ),
            id="no_leading_questions",
        ),
        bullets(
            strong(_("*Never promise to keep it secret.* Say so before they go on, kindly.")),
            id="no_promise",
        ),
        say(
            _,
            _(
                "I cannot keep this to myself, because I want you to be safe. I will only tell people whose job "
                "it is to help."
            ),
        ),
        bullets(
            strong(_("*Say what happens next,* who will hear of it, and when you will see them again. Then do that.")),
            id="what_happens_next",
        ),
    )


def _in_front_of_the_class(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        Heading(text=_("When it comes out in front of the class")),
        say(_, _("Thank you, that sounds important. I want to hear it properly, just us, right after this.")),
        Paragraph(
            text=_(
                "Then go on with something quiet for all. Do not ask further, and do not say that it was wrong "
                "to say it here. Talk the same day, however full the day is."
            ),
            id="in_front_of_class",
        ),
        Paragraph(
            text=_(
                "The second adult goes out with the pupil at once if the pupil wants that, or looks upset. That "
                "is what the second adult is for."
            ),
            id="second_adult",
        ),
        Paragraph(
            text=_(
                "A worry in the question box goes to the safeguarding person the same day, signed or not. Open "
                "the box before you go home."
            ),
            id="question_box",
        ),
    )


def _passing_on(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    lead = _(plan.place.safeguarding_lead)
    return (
        # NOTE: Heading: after a pupil has told something.
        Heading(text=_("Afterwards")),
        bullets(
            strong(
                # NOTE: {lead} is "the person in your school who is responsible for child protection", or their title.
                _(
                    "*Pass it on at once,* in person, to {lead}. Not by mail, not tomorrow, not only to a colleague.",
                    lead=lead,
                )
            ),
            id="pass_on",
        ),
        bullets(
            strong(
                _(
                    "*Write it down after the talk,* not during it: their words as they said them, what you said, "
                    "time and place. Date it and sign it."
                )
            ),
            id="write_after",
        ),
        bullets(
            strong(
                _("*Do not look into it yourself.* Do not speak to the person it is about, and do not write to them.")
            ),
            id="no_confronting",
        ),
        bullets(
            strong(
                _(
                    "*Never look at, copy, print, pass on, or ask to see a private picture,* not even to help, and "
                    "never ask a pupil to show or send it. In many places that is against the law for you, too. If "
                    "you have seen one by accident, stop, and tell the safeguarding person."
                )
            ),
            id="never_view",
        ),
        bullets(
            strong(
                _(
                    "*Do not take the pupil's device,* and do not delete anything. To many children the phone is "
                    "also the way to their friends and to help."
                )
            ),
            id="keep_device",
        ),
        # NOTE: Before sentences that say whom adults report to.
        bullets(bold(_("Reporting."), reporting_route(_, plan.place)), id="reporting_route"),
        # NOTE: Before a sentence on whether the law obliges a teacher to report.
        bullets(bold(_("Your own duty."), duty_to_report(_, plan.place)), id="duty_to_report"),
        bullets(
            strong(
                _(
                    "*Look after yourself.* Hearing this is heavy, and may touch what you have lived through. Talk "
                    "to somebody the same day. You may hand the lesson to a colleague."
                )
            ),
            id="own_wellbeing",
        ),
    )


def _cases(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    number = plan.place.emergency_number
    return (
        # NOTE: Heading above headings that go on: "a member of staff, or ...", "another pupil".
        Heading(text=_("When it is about ...")),
        Heading(text=_("a member of staff, or the person you would tell"), level=2),
        Paragraph(
            text=_(
                "Go past that person: to the head, or where the head is meant, to whoever oversees the school. "
                "Your school's rules name the way. The pupil hears from you that you believe it is right to tell."
            ),
            id="allegation_route",
        ),
        # NOTE: Heading below "When it is about ...".
        Heading(text=_("another pupil"), level=2),
        Paragraph(
            text=_(
                "Both are children, and both are looked after, apart from each other. The one who was hurt is "
                "not moved, questioned in front of others, or asked to sort it out together. The one who hurt "
                "gets help to stop."
            ),
            id="peer_on_peer",
        ),
        Heading(text=_("a meeting that is planned, or may be happening now"), level=2),
        Paragraph(
            # NOTE: {number} is that of police and ambulance.
            text=_(
                "Call {number} first, then tell the safeguarding person. The pupil does not go home alone.",
                number=number,
            )
            if number
            else _(
                "Call the police or an ambulance where you are first, then tell the safeguarding person. The pupil "
                "does not go home alone."
            ),
            id="planned_meeting",
        ),
        Heading(text=_("wanting to hurt oneself, or being told to by somebody"), level=2),
        Paragraph(
            # NOTE: {number} is that of police and ambulance.
            text=_(
                "Stay with the pupil. Call {number} if it is now. Otherwise the safeguarding person hears of it "
                "within minutes, and the pupil is not alone until somebody has taken over.",
                number=number,
            )
            if number
            else _(
                "Stay with the pupil. Call the police or an ambulance where you are if it is now. Otherwise the "
                "safeguarding person hears of it within minutes, and the pupil is not alone until somebody has taken "
                "over."
            ),
            id="self_harm",
        ),
        Heading(text=_("threats with a picture"), level=2),
        Paragraph(
            text=_(
                "Do not pay, do not send more, do not answer, and keep the chat. Muting or blocking is fine. "
                "Pictures can often be taken down; the services are below. Somebody who was threatened needs "
                "company today."
            ),
            id="threats",
        ),
    )

"""The safeguarding page: what to do when a pupil tells something, or somebody else does (content rules F3 and F6)."""

from lessons.document import Block, Document, Heading, Paragraph
from lessons.pages.help_blocks import FOR_FAMILIES, help_blocks
from lessons.pages.teacher_sheet import bold, bullets, draft_note, emergency_words, say, teacher_sheet
from lessons.plan import LessonPlan

REQUIRED = (
    *("not_as_response", "full_attention", "their_pace", "did_right", "not_your_fault", "no_leading_questions"),
    *("no_promise", "what_happens_next", "write_after", "pass_on", "no_confronting", "never_view", "keep_device"),
    *("in_front_of_class", "second_adult", "duty_to_report", "allegation_route", "peer_on_peer", "planned_meeting"),
    *("self_harm", "question_box", "own_wellbeing"),
)
"""Ids of the statements that this page has to make."""


def safeguarding_page(plan: LessonPlan) -> Document:
    """What to have read before the lesson begins, and to have at hand while it goes on."""
    return teacher_sheet(
        plan,
        "safeguarding",
        "If a pupil tells you something",
        draft_note(),
        *_first(plan),
        *_in_front_of_the_class(plan),
        *_passing_on(plan),
        *_cases(plan),
        Heading(text="Help to point to"),
        *help_blocks(plan, FOR_FAMILIES),
    )


def _first(plan: LessonPlan) -> tuple[Block, ...]:
    return (
        Paragraph(
            text="This lesson may lead to a talk that matters. That is not a failure of the lesson: somebody trusted "
            "you. Your own school's rules come before this page wherever they differ.",
            kind="lead",
        ),
        Paragraph(
            text="Do not use this lesson as the answer to something that has happened, in your school or to a pupil. "
            "First the pupil is looked after. A lesson about it straight afterwards points at that pupil.",
            id="not_as_response",
        ),
        Heading(text="While they tell"),
        bullets(
            bold("Give all your attention.", "Sit down, put everything else away, and stay calm."), id="full_attention"
        ),
        bullets(
            bold(
                "Their pace, their words.", "Leave silences. Repeat what they said, in their own words, and no others."
            ),
            id="their_pace",
        ),
        say("You did right to tell me."),
        Paragraph(text="Say it early. It is what they will remember.", id="did_right"),
        say("It is not your fault."),
        Paragraph(
            text="Say this whatever they did: answered, sent a picture, took money, met someone, kept quiet for a "
            "year.",
            id="not_your_fault",
        ),
        bullets(
            bold(
                "No leading questions.",
                "You may ask “Tell me more”, “What happened then?” and “Do you feel safe now?”. You do not ask "
                "“Did he ...?”, and you never ask “Why did you ...?”.",
            ),
            id="no_leading_questions",
        ),
        bullets(
            bold("Never promise to keep it secret.", "Say so before they go on, kindly."),
            id="no_promise",
        ),
        say(
            "I cannot keep this to myself, because I want you to be safe. I will only tell people whose job it is to "
            "help."
        ),
        bullets(
            bold("Say what happens next,", "who will hear of it, and when you will see them again. Then do that."),
            id="what_happens_next",
        ),
    )


def _in_front_of_the_class(plan: LessonPlan) -> tuple[Block, ...]:
    return (
        Heading(text="When it comes out in front of the class"),
        say("Thank you, that sounds important. I want to hear it properly, just us, right after this."),
        Paragraph(
            text="Then go on with something quiet for all. Do not ask further, and do not say that it was wrong to say "
            "it here. Talk the same day, however full the day is.",
            id="in_front_of_class",
        ),
        Paragraph(
            text="The second adult goes out with the pupil at once if the pupil wants that, or looks upset. That is "
            "what the second adult is for.",
            id="second_adult",
        ),
        Paragraph(
            text="A worry in the question box goes to the safeguarding person the same day, signed or not. Open the "
            "box before you go home.",
            id="question_box",
        ),
    )


def _passing_on(plan: LessonPlan) -> tuple[Block, ...]:
    lead = plan.place.safeguarding_lead
    return (
        Heading(text="Afterwards"),
        bullets(
            bold("Pass it on at once,", f"in person, to {lead}. Not by mail, not tomorrow, not only to a colleague."),
            id="pass_on",
        ),
        bullets(
            bold(
                "Write it down after the talk,",
                "not during it: their words as they said them, what you said, time and place. Date it and sign it.",
            ),
            id="write_after",
        ),
        bullets(
            bold("Do not look into it yourself.", "Do not speak to the person it is about, and do not write to them."),
            id="no_confronting",
        ),
        bullets(
            bold(
                "Never look at, copy, print, pass on, or ask to see a private picture,",
                "not even to help, and never ask a pupil to show or send it. In many places that is against the law "
                "for you, too. If you have seen one by accident, stop, and tell the safeguarding person.",
            ),
            id="never_view",
        ),
        bullets(
            bold(
                "Do not take the pupil's device,",
                "and do not delete anything. To many children the phone is also the way to their friends and to help.",
            ),
            id="keep_device",
        ),
        bullets(bold("Reporting.", plan.place.reporting_route), id="reporting_route"),
        bullets(bold("Your own duty.", plan.place.duty_to_report), id="duty_to_report"),
        bullets(
            bold(
                "Look after yourself.",
                "Hearing this is heavy, and may touch what you have lived through. Talk to somebody the same day. "
                "You may hand the lesson to a colleague.",
            ),
            id="own_wellbeing",
        ),
    )


def _cases(plan: LessonPlan) -> tuple[Block, ...]:
    emergency = emergency_words(plan)
    return (
        Heading(text="When it is about ..."),
        Heading(text="a member of staff, or the person you would tell", level=2),
        Paragraph(
            text="Go past that person: to the head, or where the head is meant, to whoever oversees the school. Your "
            "school's rules name the way. The pupil hears from you that you believe it is right to tell.",
            id="allegation_route",
        ),
        Heading(text="another pupil", level=2),
        Paragraph(
            text="Both are children, and both are looked after, apart from each other. The one who was hurt is not "
            "moved, questioned in front of others, or asked to sort it out together. The one who hurt gets help to "
            "stop.",
            id="peer_on_peer",
        ),
        Heading(text="a meeting that is planned, or may be happening now", level=2),
        Paragraph(
            text=f"Call {emergency} first, then tell the safeguarding person. The pupil does not go home alone.",
            id="planned_meeting",
        ),
        Heading(text="wanting to hurt oneself, or being told to by somebody", level=2),
        Paragraph(
            text=f"Stay with the pupil. Call {emergency} if it is now. Otherwise the safeguarding person hears of it "
            "within minutes, and the pupil is not alone until somebody has taken over.",
            id="self_harm",
        ),
        Heading(text="threats with a picture", level=2),
        Paragraph(
            text="Do not pay, do not send more, do not answer, and keep the chat. Muting or blocking is fine. Pictures "
            "can often be taken down; the services are below. Somebody who was threatened needs company today.",
            id="threats",
        ),
    )

"""Hard questions, and what one can answer (content rule F15)."""

from game.shown.labels import Say
from lessons.document import Block, Document, Heading, Paragraph
from lessons.pages.teacher_sheet import draft_note, say, teacher_sheet
from lessons.plan import LessonPlan

REQUIRED = ("private_picture", "against_the_law", "boyfriend_19", "my_dad", "laughter", "silence", "wellbeing")
"""Ids of the questions that this page has to answer."""


def hard_questions_page(plan: LessonPlan) -> Document:
    """Answers to say, and what stands behind them."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "hard-questions",
        # NOTE: Title of a page for teachers: what pupils may ask.
        _("Hard questions"),
        draft_note(_),
        Paragraph(
            text=_(
                "You need not know everything. “I do not know, I will find out” is a good answer, and so is “Let "
                "us talk about that after the lesson”."
            ),
            kind="lead",
        ),
        *_about_pictures(_),
        *_about_people(_),
        *_about_the_room(plan),
    )


def _about_pictures(_: Say) -> tuple[Block, ...]:
    return (
        Heading(text=_("“What is a private picture?”"), level=2),
        say(
            _,
            _(
                "A picture that shows parts that underwear or swimwear covers. It can also be anything you would "
                "not want everyone to see."
            ),
        ),
        Paragraph(text=_("Say it once, plainly, and go on. No examples, from nobody."), id="private_picture"),
        Heading(text=_("“Is it against the law to have sent one?”"), level=2),
        say(
            _,
            _(
                "The law is there to protect children. If somebody tricked or pushed you, the wrong is on their "
                "side. You can tell, and you can get help to have it taken down."
            ),
        ),
        Paragraph(
            text=_(
                "The letter of the law differs from place to place, and in some places pictures that young "
                "people took of themselves fall under it. Look up what holds where you work before the lesson. "
                "Do not use the law to frighten: a pupil who fears trouble does not tell."
            ),
            id="against_the_law",
        ),
        Heading(text=_("“Can a picture ever be got rid of?”"), level=2),
        say(_, _("Often, yes. There are services that help to take pictures down. They are on the help page.")),
        Paragraph(
            text=_("Never say that nothing can be done any more. It is not true, and it leaves somebody alone."),
            id="get_rid",
        ),
    )


def _about_people(_: Say) -> tuple[Block, ...]:
    return (
        Heading(text=_("“My boyfriend is 19.”"), level=2),
        say(_, _("Thank you for saying that. I would like to hear more about it, just us, after this.")),
        Paragraph(
            text=_(
                "Not in front of the class, and no judgement of either of them there. Then treat it as something "
                "that was told to you: the safeguarding page holds. What the law says about ages differs from "
                "place to place."
            ),
            id="boyfriend_19",
        ),
        Heading(text=_("“What if it is my dad?”"), level=2),
        say(
            _,
            _(
                "The rule is the same for everyone, also for people we love. Then you choose a different adult, "
                "or a helpline. I am one of those adults. Come to me after this, or put it into the box."
            ),
        ),
        Paragraph(
            text=_(
                "Take it as a possible disclosure, even if it sounds like a joke. Do not ring home about it "
                "before you have spoken with the safeguarding person."
            ),
            id="my_dad",
        ),
        Heading(text=_("“Are people you only know online dangerous?”"), level=2),
        say(
            _,
            _(
                "Most are just people who like the same things. It is not about who somebody is. Look at what "
                "they ask for, and whether you may tell anybody."
            ),
        ),
        Heading(text=_("“What if I liked it?”"), level=2),
        say(_, _("That is very normal, and it is still not your fault. You can tell even if parts of it felt good.")),
    )


def _about_the_room(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        # NOTE: Heading: what to do when pupils laugh.
        Heading(text=_("Laughter"), level=2),
        Paragraph(
            text=_(
                "Mostly it is nerves. Name it without blame (“This is an odd topic, laughing is allowed, "
                "laughing at somebody is not”), and read on. Watch who does not laugh."
            ),
            id="laughter",
        ),
        # NOTE: Heading: what to do when nobody speaks.
        Heading(text=_("Silence"), level=2),
        Paragraph(
            text=_(
                "Fine. Nobody has to speak in this lesson; votes and paper are there for that. Ask about the "
                "story, not about the pupils. Leave ten seconds longer than feels right."
            ),
            id="silence",
        ),
        Heading(text=_("A pupil tells a story of their own"), level=2),
        say(_, _("Thank you, that sounds important. I want to hear it properly, just us, right after this.")),
        Heading(text=_("“That would never happen to me.”"), level=2),
        say(
            _,
            _(
                "It happens to clever people, because somebody works at it. That is why we help each other to "
                "look twice."
            ),
        ),
        # NOTE: Heading: about the teacher.
        Heading(text=plan.teacher_words.pgettext("heading", "You"), level=2),
        Paragraph(
            text=_(
                "You may find that this topic is close to you. You need not teach it. If you do, tell a "
                "colleague beforehand, and take a break afterwards that is really one."
            ),
            id="wellbeing",
        ),
    )

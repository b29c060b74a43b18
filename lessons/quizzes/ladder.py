"""Questions that are the same for every story: the ladder STOP, KEEP, TELL, REPORT, and who could help."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.shown.labels import role_label
from lessons.plan import LessonPlan
from lessons.quizzes.quiz import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A question before its answers are mixed; the right ones stand first."""

    id: str
    about: Literal["sign", "ladder", "lookalike", "helper"]
    kind: Literal["one", "several", "true_false"]
    text: str
    answers: tuple[Answer, ...]
    feedback: str = ""


def ladder_questions(plan: LessonPlan) -> Iterator[Draft]:
    """The ladder; for 8-10 it has the steps STOP and TELL only (rule E6)."""
    young = plan.scenario.band == "8-10"
    yield _stop(plan)
    if young:
        yield _one_no(plan)
    else:
        yield _keep(plan)
    yield _tell(plan)
    if not young:
        yield _report(plan)


def _stop(plan: LessonPlan) -> Draft:
    _ = plan.translator.gettext
    kind = _("It is fine to stop. Nobody has to answer a message that feels wrong.")
    return Draft(
        id="ladder-stop",
        about="ladder",
        kind="one",
        text=_("STOP: a message feels wrong. What does a child have to answer?"),
        answers=(
            Answer(text=_("Nothing at all"), right=True, feedback=_("Yes. Silence is an answer, too.")),
            Answer(text=_("A polite yes or no, at once"), right=False, feedback=kind),
            Answer(text=_("The reason why it feels wrong"), right=False, feedback=kind),
            Answer(text=_("Everything, so that nobody is cross"), right=False, feedback=kind),
        ),
    )


def _one_no(plan: LessonPlan) -> Draft:
    _ = plan.translator.gettext
    kind = _("Once is enough. If somebody asks again, you can stop and tell.")
    return Draft(
        id="ladder-no",
        about="ladder",
        kind="one",
        text=_("How often does a child have to say no?"),
        answers=(
            Answer(text=_("Once"), right=True, feedback=_("Yes. One no is enough.")),
            Answer(text=_("Three times"), right=False, feedback=kind),
            Answer(text=_("Until the other one is happy"), right=False, feedback=kind),
        ),
    )


def _keep(plan: LessonPlan) -> Draft:
    _ = plan.translator.gettext
    kind = _("A chat that is still there shows an adult what happened. Muting or blocking is fine, and so is telling.")
    return Draft(
        id="ladder-keep",
        about="ladder",
        kind="one",
        text=_("KEEP: what helps an adult to see what happened?"),
        answers=(
            Answer(
                text=_("The chat is still there"),
                right=True,
                feedback=_("Yes. Keep the chat. Never copy a private picture: just say that it is there."),
            ),
            Answer(text=_("The chat is deleted, so it looks tidy"), right=False, feedback=kind),
            Answer(text=_("The account is gone"), right=False, feedback=kind),
            Answer(text=_("Friends have found out who it is"), right=False, feedback=kind),
        ),
    )


def _tell(plan: LessonPlan) -> Draft:
    _ = plan.translator.gettext
    kind = _("There is no such rule. Telling is fine on any day, sure or not.")
    return Draft(
        id="ladder-tell",
        about="ladder",
        kind="one",
        text=_("TELL: when may a child tell an adult about a message?"),
        answers=(
            Answer(
                text=_("On any day, even much later"),
                right=True,
                feedback=_("Yes. Today, tomorrow or next year: it is never too late."),
            ),
            Answer(text=_("On the first day, and then no more"), right=False, feedback=kind),
            Answer(text=_("When it is bad enough"), right=False, feedback=kind),
            Answer(text=_("When there is no doubt left at all"), right=False, feedback=kind),
        ),
    )


def _report(plan: LessonPlan) -> Draft:
    _ = plan.translator.gettext
    yes = _("Yes, that works.")
    return Draft(
        id="ladder-report",
        about="ladder",
        kind="several",
        text=_("REPORT: who may send a report to a game, an app or a site for reports?"),
        answers=(
            Answer(text=_("The child"), right=True, feedback=yes),
            Answer(text=_("An adult, for the child"), right=True, feedback=yes),
            Answer(text=_("Both of them together"), right=True, feedback=yes),
            Answer(
                text=_("Nobody: only the police may write one"),
                right=False,
                feedback=_("Anyone may report. Together is easier, and alone works, too."),
            ),
        ),
        feedback=_("It may take time until somebody has read it. Telling an adult helps in the meantime."),
    )


def helper_questions(plan: LessonPlan) -> Iterator[Draft]:
    """Who could help; asking an adult is right in each of them."""
    _ = plan.translator.gettext
    good = _("Yes. You can pick who it is.")
    yield Draft(
        id="helper-who",
        about="helper",
        kind="several",
        text=_("Who could help a child with a message that feels wrong?"),
        answers=(
            Answer(text=role_label(_, "teacher"), right=True, feedback=good),
            Answer(text=role_label(_, "older_relative"), right=True, feedback=good),
            Answer(text=role_label(_, "helpline"), right=True, feedback=good),
            Answer(
                text=_("The one who wrote the message"),
                right=False,
                feedback=_("Better somebody else: whoever wrote it cannot judge it for you."),
            ),
        ),
        feedback=_("One is enough to start with. If one does not help, there is a next one."),
    )
    kind = _("There is a next adult, and a helpline counts, too. Nobody has to carry it alone.")
    yield Draft(
        id="helper-busy",
        about="helper",
        kind="one",
        text=_("The first adult is busy. What is a good next step?"),
        answers=(
            Answer(
                text=_("Telling the next adult"),
                right=True,
                feedback=_("Yes. It is not the child's fault that the first one was busy."),
            ),
            Answer(text=_("Giving up, it was not that important anyway"), right=False, feedback=kind),
            Answer(text=_("Sorting it out alone"), right=False, feedback=kind),
            Answer(text=_("Writing back to the other person"), right=False, feedback=kind),
        ),
    )
    yield Draft(
        id="helper-promise",
        about="helper",
        kind="true_false",
        text=_("A child has promised to keep a secret. Now it feels wrong. The child must not tell."),
        answers=(
            Answer(
                text=_("True"),
                right=False,
                feedback=_("Nobody can forbid telling, not even with a promise. The child may tell."),
            ),
            Answer(text=_("Not true"), right=True, feedback=_("Yes. A promise like that does not count.")),
        ),
        feedback=_("It is never a child's fault when someone tricks or pushes them."),
    )

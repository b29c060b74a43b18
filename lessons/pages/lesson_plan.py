"""The lesson plan: what a teacher needs for the lesson, in the order of the clock."""

from collections.abc import Iterator

from game.shown.labels import role_label
from game.story.guide import LessonPart
from lessons.clock import clock, span_of
from lessons.document import Block, Callout, Chat, Document, Heading, Items, Paragraph, Run, Table, Text, joined, plain
from lessons.pages.answer_key import answer_to, judged_lines, practice_answer, practice_words
from lessons.pages.chat_lines import chat_after, marks_of, option_lines, stop_lines, taken_option
from lessons.pages.help_blocks import emergency_line
from lessons.pages.labels import in_quotes, option_label
from lessons.pages.lesson_after import after_the_lesson
from lessons.pages.teacher_sheet import (
    CLAIM,
    bold,
    bullets,
    draft_note,
    quote,
    say,
    story_title,
    teacher_sheet,
)
from lessons.plan import LessonPlan, Stop
from lessons.told import own, practised

PARTS: dict[LessonPart, str] = {
    "ground_rules": "Ground rules, pass, help",
    "starter": "Starter",
    "story": "The story",
    "choice": "What now? Telling",
    "practice": "Practice",
    "plenary": "What did the other person do?",
    "close": "Close",
}


def lesson_plan_page(plan: LessonPlan) -> Document:
    """The whole lesson: a first page for the desk, then each part with what to say."""
    return teacher_sheet(
        plan,
        "lesson-plan",
        story_title(plan, ": lesson plan"),
        *_first_page(plan),
        *_ground_rules(plan),
        *_starter(plan),
        *_story(plan),
        *_choice(plan),
        *_practice(plan),
        *_plenary(plan),
        *after_the_lesson(plan),
    )


def _first_page(plan: LessonPlan) -> Iterator[Block]:
    guide, scenario = plan.guide, plan.scenario
    yield Paragraph(
        text=joined(
            f"Ages {scenario.band} · {guide.minutes} minutes · ",
            own(plan, scenario.content_note),
            " ",
            own(plan, scenario.about),
        ),
        kind="lead",
    )
    yield draft_note()
    if guide.is_derived:
        yield Callout(
            title="Nobody wrote a guide for this story",
            blocks=(
                Paragraph(text="This plan was made from the story alone. Look closely, and change what does not fit."),
            ),
            kind="draft",
            id="derived",
        )
    yield Callout(
        title="Before you start",
        blocks=(
            Paragraph(
                text=f"{plan.place.safeguarding_lead[:1].upper()}{plan.place.safeguarding_lead[1:]} knows of the "
                "lesson. A second adult is in the room. It is not the last lesson of the day or the week. You have "
                "read the page “If a pupil tells you something”."
            ),
            Paragraph(
                text="This lesson is no answer to something that has happened. Then pupils are looked after first."
            ),
        ),
        kind="care",
        id="before",
    )
    yield Heading(text="Minute by minute")
    rows = tuple(
        ((Run(f"{span.start}-{span.end}", ltr=True, bold=True),), (Run(PARTS[step.part], bold=True),), step.text)
        for step, span in zip(guide.plan, clock(guide), strict=True)
    )
    yield Table(head=("Minutes", "Part", "What the class does"), rows=rows, widths=(1.2, 2.6, 6), id="minute-plan")
    yield Heading(text="Aims", level=2)
    yield Paragraph(text=bold("Pupils can say:"))
    yield bullets(*guide.pupil_aims, id="pupil-aims")
    if guide.teacher_aims:
        yield Paragraph(text=bold("In teachers' words:"))
        yield bullets(*guide.teacher_aims, id="teacher-aims")
    yield Heading(text="What you need", level=2)
    yield Items(
        kind="check",
        items=(
            "Slides on a projector, or the game itself, or the handout and your voice: each is enough.",
            "A handout and a worksheet for each pupil; the worksheet has the exit ticket.",
            "Sorting cards, one set for each team of four. The answer key, for you alone.",
            "A box for questions, and paper slips. Nobody writes a name.",
        ),
        id="materials",
    )


def _head(plan: LessonPlan, part: LessonPart) -> Heading:
    span = span_of(plan.guide, part)
    minutes = f"{span.start}-{span.end}  " if span is not None else ""
    return Heading(text=(Run(minutes, ltr=True), Run(PARTS[part])))


def _ground_rules(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "ground_rules")
    yield say(
        "Today we read a made-up story and help somebody in it. Everybody may pass, always, without a reason.",
        "We do not tell stories of our own or of people we know, and we say no names. If something comes to your mind, "
        "tell me afterwards, or put it into the box. I read the box today.",
    )
    yield Paragraph(text="Ask which rule is missing, and write it up in the pupils' own words.", id="agreed-rules")
    yield bullets(
        bold("Right to pass.", "“Pass” is a vote like the others."),
        bold("Question box.", "It goes round at the end, and everybody puts in a slip, empty or not."),
        bold("Help.", emergency_line(plan) + " The other lines are on the pupils' notice and the last slide."),
        id="pass",
    )


def _starter(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "starter")
    yield Paragraph(text="Read each aloud. Thumbs: fine, not sure, not OK. Then the why. Keep it quick and light.")
    rows: list[tuple[Text, ...]] = []
    for item in plan.starter:
        answer = practice_answer(plan, item)
        rows.append((practice_words(plan, item.line), bold(answer), practised(plan, item.why)))
    yield Table(head=("Read", "It is", "Because"), rows=tuple(rows), widths=(4, 2, 4))


def _story(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "story")
    yield Paragraph(
        text="Read all of it aloud yourself; nobody in class speaks for anybody in the chat. Stop where it says so. "
        "First the vote, then two or three voices, then the why. Whoever was wrong has company: nobody is asked who "
        "voted what.",
        id="read_aloud",
    )
    for question in plan.guide.questions.before:
        yield say(question)
    marks = marks_of(plan)
    answers = {(shown.place.scene, shown.place.beat): message for _, shown, message in judged_lines(plan)}
    during = {(each.at.scene, each.at.number): each.ask for each in plan.guide.questions.during}
    chat = ""
    for stop in plan.stops:
        if stop.kind != "vote":
            lines = tuple(stop_lines(plan, stop, chat, marks))
            chat = chat_after(stop, chat)
            if lines:
                yield Chat(lines=lines)
            yield from _pause(plan, stop)
            continue
        yield Chat(lines=tuple(stop_lines(plan, stop, chat, marks)))
        chat = chat_after(stop, chat)
        message = answers[(stop.last.place.scene, stop.last.place.beat)]
        blocks: list[Block] = [
            Paragraph(text=bold(joined(answer_to(plan, message), "."), own(plan, message.why or "")))
        ]
        judged = stop.last.judged
        if judged is not None and (judged.scene, judged.number) in during:
            blocks.append(Paragraph(text=f"Ask: {during[(judged.scene, judged.number)]}"))
        yield Callout(title=f"Vote {stop.last.vote}: fine, not sure, not OK?", blocks=tuple(blocks), kind="note")


def _pause(plan: LessonPlan, stop: Stop) -> Iterator[Block]:
    """A choice or a telling on the way: what to ask, and what the class's path takes."""
    _ = plan.translator.gettext
    if stop.choice is not None:
        options = tuple(option_label(plan, option) for option in stop.choice.options)
        taken = taken_option(stop.choice, stop.last.taken)
        blocks: list[Block] = [Paragraph(text=own(plan, stop.choice.question)), Items(items=options, kind="number")]
        if taken is not None:
            way = option_label(plan, taken)
            end = " " if plain(way).endswith("”") else ". "
            blocks.append(Paragraph(text=bold("In this lesson:", joined(way, end, own(plan, taken.feedback)))))
        yield Callout(title="Stop: what could be done now?", blocks=tuple(blocks), kind="note")
        if taken is not None and (lines := option_lines(plan, taken)):
            yield Chat(lines=lines)
    elif stop.rehearse is not None:
        rehearse = stop.rehearse
        role, _slash, _number = stop.last.taken.partition("/")
        adult = role_label(_, role) if role else "The adult"
        yield Callout(
            title="Stop: say it out loud",
            blocks=(
                Items(items=tuple(in_quotes(plan, own(plan, sentence)) for sentence in rehearse.sentences)),
                Paragraph(text=joined(f"{adult} answers: ", quote(own(plan, rehearse.adult_says)))),
                Paragraph(
                    text="This adult helps."
                    if rehearse.helps
                    else "This adult does not help this time. Say: that happens, so we tell another one."
                ),
            ),
            kind="say",
        )


def _choice(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "choice")
    yield Paragraph(
        text="One choice of the story together: which of these would you offer, and what could come of it? Not "
        "answering is always one of the good ones."
    )
    sentences = [sentence for stop in plan.stops if stop.rehearse is not None for sentence in stop.rehearse.sentences]
    yield say(
        "In pairs: one says a sentence, the other listens like a good adult, and says “Thank you for telling me”."
    )
    if sentences:
        yield bullets(*(quote(own(plan, sentence)) for sentence in dict.fromkeys(sentences)))
    yield Paragraph(
        text="Practise telling and saying no, nothing else. Nobody plays the person who was not OK, and nobody plays "
        "the one it happened to.",
        id="no-role-play",
    )


def _practice(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "practice")
    fine = sum(1 for item in plan.practice if getattr(item, "is_fine", False))
    yield Paragraph(
        text=f"Teams of four sort {len(plan.practice)} cards: fine, not OK, ask somebody. Compare, and say why. The "
        "answers are in the key."
        + (f" {fine} of them are fine: good teams do not sort everything to one side." if fine else "")
    )
    yield Paragraph(text="Two teams disagree? That is the best moment of the lesson. Let both say what they saw.")


def _plenary(plan: LessonPlan) -> Iterator[Block]:
    yield _head(plan, "plenary")
    unsafe = [person.short_name for person in plan.scenario.people.values() if person.facts.unsafe]
    names = " and ".join(unsafe)
    first = f"What did {names} do that was not OK?" if unsafe else "What made these messages fine?"
    yield say(first)
    after = plan.guide.questions.after or plan.scenario.debrief.questions
    yield bullets(*(question for question in after if question != first), id="after-questions")
    yield Callout(
        title="To end on",
        blocks=(
            Paragraph(text=own(plan, plan.scenario.debrief.responsibility)),
            Paragraph(text=own(plan, plan.scenario.debrief.remember)),
        ),
        kind="say",
    )
    yield Paragraph(
        text="Never ask what somebody in the story could have done earlier. Ask what can be done now.", id="ask-now"
    )
    yield _head(plan, "close")
    yield Paragraph(
        text="Exit ticket: two people a child can tell, as roles, no names. Say again where help is. The box goes "
        "round. End with something calm that the class likes: a song, a page of a book, a minute of quiet.",
        id="calm-close",
    )
    yield Paragraph(text=CLAIM, kind="muted")

"""The story in a lesson plan: what the class reads, where it stops, and what is right at each vote."""

from collections.abc import Iterator

from game.shown.labels import role_label
from lessons.document import Block, Callout, Chat, Items, Paragraph, plain
from lessons.pages.answer_key import answer_to, judged_lines
from lessons.pages.chat_lines import chat_after, marks_of, option_lines, stop_lines, taken_option
from lessons.pages.labels import in_quotes, option_label
from lessons.pages.lesson_parts import part_head
from lessons.pages.teacher_sheet import quote, say
from lessons.plan import LessonPlan, Stop
from lessons.told import guided, own, strong, woven


def story_part(plan: LessonPlan) -> Iterator[Block]:
    """The story up to its end, with the vote, choice or telling at each stop."""
    _ = plan.teacher_words.gettext
    yield part_head(plan, "story")
    yield Paragraph(
        text=_(
            "Read all of it aloud yourself; nobody in class speaks for anybody in the chat. Stop where it "
            "says so. First the vote, then two or three voices, then the why. Whoever was wrong has company: "
            "nobody is asked who voted what."
        ),
        id="read_aloud",
    )
    for question in plan.guide.questions.before:
        yield say(_, guided(plan, question))
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
            Paragraph(
                text=strong(
                    # NOTE: {answer} is "Fine" or "Not OK: ..."; {why} is a whole sentence.
                    lambda answer, why: _("*{answer}.* {why}", answer=answer, why=why),
                    answer_to(plan, message),
                    own(plan, message.why or ""),
                )
            )
        ]
        judged = stop.last.judged
        if judged is not None and (judged.scene, judged.number) in during:
            ask = guided(plan, during[(judged.scene, judged.number)])
            # NOTE: For the teacher: a question to the class, a whole sentence.
            blocks.append(Paragraph(text=woven(lambda question: _("Ask: {question}", question=question), ask)))
        # NOTE: {number} says which vote of the class it is.
        title = _("Vote {number}: fine, not sure, not OK?", number=stop.last.vote)
        yield Callout(title=title, blocks=tuple(blocks), kind="note")


def _pause(plan: LessonPlan, stop: Stop) -> Iterator[Block]:
    """A choice or a telling on the way: what to ask, and what the class's path takes."""
    _ = plan.teacher_words.gettext
    if stop.choice is not None:
        options = tuple(option_label(plan, option) for option in stop.choice.options)
        taken = taken_option(stop.choice, stop.last.taken)
        blocks: list[Block] = [Paragraph(text=own(plan, stop.choice.question)), Items(items=options, kind="number")]
        if taken is not None:
            way = option_label(plan, taken)
            text = strong(
                # NOTE: {option} is what the friend does, without a full stop; {feedback} are whole sentences.
                (lambda option, said: _("*In this lesson:* {option}. {feedback}", option=option, feedback=said))
                if not plain(way).endswith("”")
                # NOTE: {option} is what the friend writes, in quotation marks; {feedback} are whole sentences.
                else (lambda option, said: _("*In this lesson:* {option} {feedback}", option=option, feedback=said)),
                way,
                own(plan, taken.feedback),
            )
            blocks.append(Paragraph(text=text))
        yield Callout(title=_("Stop: what could be done now?"), blocks=tuple(blocks), kind="note")
        if taken is not None and (lines := option_lines(plan, taken)):
            yield Chat(lines=lines)
    elif stop.rehearse is not None:
        rehearse = stop.rehearse
        role, _slash, _number = stop.last.taken.partition("/")
        # NOTE: Who answers a child, before "answers: ...".
        anybody = _("The adult")
        adult = role_label(plan.translator.gettext, role) if role else anybody
        answer = quote(_, own(plan, rehearse.adult_says))
        yield Callout(
            title=_("Stop: say it out loud"),
            blocks=(
                Items(items=tuple(in_quotes(plan, own(plan, sentence)) for sentence in rehearse.sentences)),
                # NOTE: {adult} is such as "A teacher", man or woman; {words} are in quotation marks.
                Paragraph(text=woven(lambda words: _("{adult} answers: {words}", adult=adult, words=words), answer)),
                Paragraph(
                    text=_("This adult helps.")
                    if rehearse.helps
                    else _("This adult does not help this time. Say: that happens, so we tell another one.")
                ),
            ),
            kind="say",
        )

"""The story on slides: one message at a time up to each vote, why after it, the choice, and telling said in pairs."""

from collections.abc import Iterator

from game.content.library import GATED_SIGNS
from game.shown.labels import verdict_label
from game.story.guide import LessonPart
from game.story.model import Choice, Ending, Message, Pulse, Rehearse
from lessons.clock import part_notes
from lessons.document import Block, Chat, ChatLine, Items, Paragraph, Picture, Slide, Text
from lessons.pages.chat_lines import (
    beat_lines,
    chat_opened,
    message_line,
    option_lines,
    rehearse_lines,
    taken_option,
)
from lessons.pages.labels import in_quotes, option_label, verdict_labels
from lessons.plan import LessonPlan, ShownLine
from lessons.sign_words import SignWords, cards_of, sign_texts
from lessons.told import guided, own, woven

_MOST_BEFORE_VOTE = 2
"""Lines of the narrator that may stand above a message on the slide of its vote."""


def story_slides(plan: LessonPlan) -> tuple[Slide, ...]:
    """Every stop of the class's path as slides."""
    return tuple(_Reader(plan).read())


class _Reader:
    """Goes along the path; notes and gaps wait for the message that they belong to."""

    def __init__(self, plan: LessonPlan) -> None:
        self.plan = plan
        self.chat = ""
        self.waiting: list[ChatLine] = []
        self.begun: set[LessonPart] = set()
        self.part: LessonPart = "story"

    def read(self) -> Iterator[Slide]:
        """The slides of all stops in their order."""
        turn = first_of_choice_part(self.plan)
        for stop in self.plan.stops:
            for shown in stop.lines:
                if stop.number == turn and shown is stop.last:
                    yield from self._loose()
                    self.part = "choice"
                self.chat = chat_opened(shown, self.chat) or self.chat
                yield from self._line(shown)

    def _line(self, shown: ShownLine) -> Iterator[Slide]:
        plan = self.plan
        match shown.beat:
            case Message() as message if shown.vote is not None:
                if len(self.waiting) > _MOST_BEFORE_VOTE:
                    yield from self._loose()
                yield self._vote(message, shown)
                yield explain_slide(plan, message)
            case Message() as message:
                self.waiting.append(message_line(plan, message))
                yield from self._loose()
            case Choice() as choice:
                yield from self._loose()
                yield from self._choice(choice, shown.taken)
            case Rehearse() as rehearse:
                yield from self._loose()
                yield from self._rehearse(rehearse, shown.taken)
            case Ending(line=line):
                yield from self._loose()
                title = plan.translator.gettext("The end of the story")
                yield Slide(kind="explain", title=title, blocks=(Paragraph(text=own(plan, line), kind="lead"),))
            case Pulse():
                yield from self._loose()
                yield from self._pulse(shown)
            case _:
                self.waiting.extend(beat_lines(plan, shown))

    def _take_waiting(self) -> tuple[ChatLine, ...]:
        lines, self.waiting = tuple(self.waiting), []
        return lines

    def _loose(self) -> Iterator[Slide]:
        """What waits, as a slide of its own."""
        lines = self._take_waiting()
        if lines:
            yield Slide(kind="message", title=self._title(lines), blocks=(Chat(lines=lines),), notes=self._notes())

    def _title(self, lines: tuple[ChatLine, ...]) -> Text:
        """The chat that a message stands in; the story's title where only the narrator speaks."""
        chats = self.plan.scenario.chats
        is_told = all(line.kind in ("note", "gap") for line in lines)
        title = self.plan.scenario.title if is_told or self.chat not in chats else chats[self.chat].title
        return own(self.plan, title)

    def _notes(self) -> tuple[Text, ...]:
        """The clock, with the first slide of a part only."""
        if self.part in self.begun:
            return ()
        self.begun.add(self.part)
        return part_notes(self.plan, self.part)

    def _vote(self, message: Message, shown: ShownLine) -> Slide:
        plan, _ = self.plan, self.plan.translator.gettext
        lines = (*self._take_waiting(), message_line(plan, message))
        during = plan.guide.questions.during
        asked = tuple(question.ask for question in during if question.at == shown.judged)
        return Slide(
            kind="vote",
            title=_("Vote {number}", number=shown.vote or 0),
            blocks=(Chat(lines=lines), Items(items=verdict_labels(_))),
            notes=(
                *self._notes(),
                _("Read it aloud. All vote at once: thumb up, thumb level, thumb down. Passing looks the same."),
                *(woven(lambda words: _("Ask: “{question}”", question=words), guided(plan, ask)) for ask in asked),
                _("Take two or three reasons before you go on."),
            ),
        )

    def _pulse(self, shown: ShownLine) -> Iterator[Slide]:
        _ = self.plan.translator.gettext
        for line in beat_lines(self.plan, shown):
            yield Slide(
                title=_("All of it together"),
                blocks=(Paragraph(text=line.text, kind="lead"),),
                notes=(_("Talk about it in pairs. Look at the first messages and the last ones side by side."),),
            )

    def _choice(self, choice: Choice, taken: str) -> Iterator[Slide]:
        plan, _ = self.plan, self.plan.translator.gettext
        friend = plan.scenario.friend.short_name
        yield Slide(
            kind="choice",
            title=own(plan, choice.question),
            blocks=(Items(items=tuple(option_label(plan, option) for option in choice.options), kind="number"),),
            notes=(
                *self._notes(),
                _("No vote here. For each one ask: “What could happen next?”"),
                _("{friend} may change course at any time. Telling an adult is never wrong.", friend=friend),
            ),
        )
        option = taken_option(choice, taken)
        if option is not None:
            lines = option_lines(plan, option)
            blocks: tuple[Block, ...] = (Chat(lines=lines),) if lines else ()
            title = _("What {friend} does", friend=friend)
            yield Slide(kind="explain", title=title, blocks=(*blocks, Paragraph(text=own(plan, option.feedback))))

    def _rehearse(self, rehearse: Rehearse, taken: str) -> Iterator[Slide]:
        plan, _ = self.plan, self.plan.translator.gettext
        friend = plan.scenario.friend.short_name
        yield Slide(
            title=_("Say it out loud, in pairs"),
            blocks=(
                Items(
                    items=tuple(in_quotes(plan, own(plan, sentence)) for sentence in rehearse.sentences), id="telling"
                ),
            ),
            notes=(
                *self._notes(),
                _(
                    "One says a sentence for {friend}. The other only listens, and says: “Thank you for telling me.”",
                    friend=friend,
                ),
                _("Then swap. Nobody plays the person who wrote the messages. Saying it in one's head counts."),
            ),
        )
        blocks: list[Block] = [Chat(lines=rehearse_lines(plan, rehearse, taken))]
        if not rehearse.helps:
            blocks.append(Paragraph(text=_("This adult did not help yet. Telling the next one is right.")))
        yield Slide(
            kind="explain",
            title=_("What the adult says"),
            blocks=tuple(blocks),
            notes=() if rehearse.helps else (_("Ask: “Who could be the next one to tell?”"),),
        )


def first_of_choice_part(plan: LessonPlan) -> int:
    """The number of the stop at which the part of choosing and telling begins; 0 where there is none.

    It is the first choice or telling after all votes, or else the last one of all: what the friend is asked before that
    belongs to reading.
    """
    last_vote = max((stop.number for stop in plan.votes), default=0)
    asked = [stop.number for stop in plan.stops if stop.kind in ("choice", "rehearse")]
    return next((number for number in asked if number > last_vote), asked[-1] if asked else 0)


def explain_slide(plan: LessonPlan, message: Message) -> Slide:
    """Which sign a message shows, or why it is fine."""
    _ = plan.translator.gettext
    why = Paragraph(text=own(plan, message.why or ""), kind="lead")
    if message.is_sign:
        cards = cards_of(plan, message.signs)
        blocks = (*sign_blocks(plan, cards), why)
        advised = (sign_texts(plan, card).do_now for card in cards)
        notes = tuple(woven(lambda words: _("What to do now: {advice}", advice=words), each) for each in advised)
        return Slide(kind="explain", title=verdict_label(_, "not_ok"), blocks=blocks, notes=(*notes, ask_note(plan)))
    if message.read == "unclear":
        title = _("Hard to tell")
        return Slide(kind="explain", title=title, blocks=(why,), notes=(ask_note(plan),))
    return Slide(
        kind="explain",
        title=verdict_label(_, "fine"),
        blocks=(why, *likeness(plan, message.lookalike_of)),
        notes=(ask_note(plan),),
    )


def sign_blocks(plan: LessonPlan, cards: tuple[SignWords, ...]) -> tuple[Block, ...]:
    """The names of sign cards, and the picture of the first."""
    _ = plan.translator.gettext
    named = tuple(sign_texts(plan, card).name for card in cards)
    names = Items(items=named) if len(cards) > 1 else None
    blocks: list[Block] = []
    for card in cards[:1]:
        alt = _("Drawing for the sign: {sign}", sign=plan.translator.isolate(card.name))
        blocks.append(Picture(name=card.picture, alt=alt, height=28.0))
        blocks.append(names or Paragraph(text=named[0], kind="lead"))
    return tuple(blocks)


def likeness(plan: LessonPlan, sign: str | None) -> tuple[Block, ...]:
    """The line that says which sign a fine message resembles; signs that need a story first are not named."""
    _ = plan.translator.gettext
    cards = cards_of(plan, (sign,) if sign and sign not in GATED_SIGNS else ())
    names = (sign_texts(plan, card).name for card in cards)
    # NOTE: {sign} is the name of a sign.
    said = (woven(lambda sign: _("It looks a bit like “{sign}”, and it is fine.", sign=sign), name) for name in names)
    return tuple(Paragraph(text=text, kind="muted") for text in said)


def ask_note(plan: LessonPlan) -> str:
    """What a teacher says after every answer."""
    return plan.translator.gettext("“Not sure” is a good answer, too. Asking an adult is never wrong.")

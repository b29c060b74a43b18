"""A round of practice on the screen: which item is open, and what was answered. Pure steps over one frozen value."""

from dataclasses import dataclass, replace

from game.story.practice import PracticeAnswer, PracticeItem, is_right


@dataclass(frozen=True, slots=True, kw_only=True)
class Practising:
    """A round. `answers` are those given so far, in the order of the items; the last one may still be explained."""

    items: tuple[PracticeItem, ...]
    answers: tuple[PracticeAnswer, ...] = ()
    explaining: bool = False
    """Whether the why of the last answer is on the screen."""

    @property
    def number(self) -> int:
        """The place of the open item, from 0."""
        return len(self.answers) - 1 if self.explaining else len(self.answers)

    @property
    def item(self) -> PracticeItem | None:
        """The open item; None when the round is over."""
        return self.items[self.number] if self.number < len(self.items) else None

    @property
    def is_over(self) -> bool:
        """Whether every item was answered and explained."""
        return self.item is None

    @property
    def answer(self) -> PracticeAnswer | None:
        """What was said of the open item, once it is explained."""
        return self.answers[-1] if self.explaining else None

    @property
    def right(self) -> int:
        """How many items were answered as they are."""
        return sum(is_right(item, answer) for item, answer in zip(self.items, self.answers, strict=False))


def answer_item(practising: Practising, answer: PracticeAnswer) -> Practising:
    """Answer the open item; it is explained at once. An answer to an explained item does nothing."""
    if practising.explaining or practising.is_over:
        return practising
    return replace(practising, answers=(*practising.answers, answer), explaining=True)


def next_item(practising: Practising) -> Practising:
    """Past an explanation."""
    return replace(practising, explaining=False)

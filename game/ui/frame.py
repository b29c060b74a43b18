"""What every screen is built with: the window's size, the text size, layouts of texts, the words of a language."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from game.design import COMPACT, LINE_HEIGHT, TARGET, TITLE_LINE_HEIGHT, TYPE, WIDE
from game.i18n.tongue import Tongue
from game.i18n.translator import Translator
from game.shown.labels import quoted
from game.text.model import Align, TextLayout, TextStyle


class Layouts(Protocol):
    """Breaks texts into lines, and remembers."""

    def lay_out(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        align: Align = "start",
        max_lines: int | None = None,
        rtl: bool | None = None,
    ) -> TextLayout:
        """The text in lines of at most `width` dp; `rtl` is the way its paragraphs run."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The sheet that a screen is drawn on. All lengths are dp."""

    width: float
    height: float
    layouts: Layouts
    translator: Translator = field(default_factory=Translator)
    """The words of the player's language: header, help, buttons, panels, sign cards."""
    told: Translator | None = None
    """The words of the language in which the open story is told; None where that is the player's."""
    text_size: int = 100
    """Percent, from 100 to 200."""
    motion: bool = True
    letter_keys: bool = True
    offsets: MutableMapping[str, float] = field(default_factory=dict)
    """How far each scrolling part is moved up; a part that follows its end is not in it."""
    hovered: str = ""
    """Name of the node that the mouse is over, if any."""
    kept: MutableMapping[object, Any] = field(default_factory=dict)
    """Nodes that need not be built again while nothing they are made of changes."""

    @property
    def _(self) -> Callable[..., str]:
        """`frame._("Menu")`: the sentence in the player's language."""
        return self.translator.gettext

    @property
    def tongue(self) -> Tongue:
        """What the game itself says is in: the player's language."""
        return self.translator.tongue

    @property
    def story(self) -> Tongue:
        """What the open story says is in: its messages, options, whys, titles and names."""
        return (self.told or self.translator).tongue

    def language_of(self, tongue: Tongue | None) -> str:
        """What a node says of the language of its words: nothing where it is the player's."""
        return "" if tongue is None or tongue.language == self.translator.language else tongue.language

    def isolate(self, text: str) -> str:
        """A text that may run the other way than the language (`Translator.isolate`)."""
        return self.translator.isolate(text)

    def quoted(self, text: str) -> str:
        """A text in the language's quotation marks."""
        return quoted(self._, text)

    def said_by(self, name: str, text: str) -> str:
        """What somebody wrote, after their name."""
        return self._("{name}: {text}", name=name, text=text)

    def told_by(self, name: str, text: str) -> str:
        """What somebody in the open story wrote, after their name: in the story's language."""
        return (self.told or self.translator).gettext("{name}: {text}", name=name, text=text)

    @property
    def rtl(self) -> bool:
        """Whether the language is read from right to left: the finished screen is seen in a mirror."""
        return self.translator.rtl

    @property
    def factor(self) -> float:
        """How much larger than usual text is drawn."""
        return self.text_size / 100

    @property
    def is_wide(self) -> bool:
        """Whether the notebook stands beside the phone."""
        return self.width >= WIDE and self.width / self.factor >= WIDE * 0.6

    @property
    def is_compact(self) -> bool:
        """Whether the header holds three buttons only."""
        return self.width < COMPACT or (self.width < WIDE and self.text_size >= 150)

    @property
    def margin(self) -> float:
        """Space between the window's edge and what stands in it."""
        if self.is_compact:
            return 16.0
        return 48.0 if self.width >= 1100 else 28.0

    @property
    def largest(self) -> str:
        """The step of the type scale for a page's title: one smaller where long words would not fit a line."""
        return "title" if self.is_compact else "display"

    @property
    def target(self) -> float:
        """The least height of something that is pressed."""
        return TARGET

    def style(self, name: str) -> TextStyle:
        """A step of the type scale at the player's text size."""
        step = TYPE[name]
        size = step.size * self.factor
        return TextStyle(step.face, size, size * (TITLE_LINE_HEIGHT if step.face == "title" else LINE_HEIGHT))

"""Rectangles and insets in dp, as values."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle in dp: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> "Rect":
        """Larger by so many dp on every side (smaller where negative)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it (the right and lower edge do not)."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def common(self, other: "Rect") -> "Rect":
        """The shared part; of no width or height where there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


class Corners(NamedTuple):
    """Radii of the four corners in dp, clockwise from the top left."""

    top_left: float
    top_right: float
    bottom_right: float
    bottom_left: float

    @classmethod
    def all(cls, radius: float) -> "Corners":
        """The same radius at every corner."""
        return cls(radius, radius, radius, radius)

    @property
    def mirrored(self) -> "Corners":
        """As seen from behind, for right-to-left screens."""
        return Corners(self.top_right, self.top_left, self.bottom_left, self.bottom_right)

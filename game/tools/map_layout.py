"""Places boxes and the links between them from left to right: in ranks, with few crossings and little bending."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

GAP: Final = 28.0
"""Between two boxes of a rank, in units of the drawing."""
LANE: Final = 16.0
"""Height that a link takes where it passes a rank."""
COLUMN_GAP: Final = 84.0
_ARRIVALS_APART: Final = 11.0
_ORDER_SWEEPS: Final = 12
_PLACE_SWEEPS: Final = 24

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box of a size; `entry` is how far below its top links arrive."""

    id: str
    width: float
    height: float
    entry: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link between two different boxes; `leaves` is how far below the source's top it begins.

    Links of the same `lane` to the same box pass boxes on their way together.
    """

    key: str
    source: str
    target: str
    leaves: float
    lane: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is: the upper left corner of each box by id, the points of each link by key, and the size.

    Between the points with even and odd index (0 and 1, 2 and 3, ...) a link crosses the gap between two ranks;
    from odd to even it runs straight past a rank.
    """

    corners: Mapping[str, Point]
    routes: Mapping[str, tuple[Point, ...]]
    width: float
    height: float


@dataclass(slots=True)
class _Item:
    """A box, or a lane that passes a rank; `ties` are (other item, own y, the other's y) to each side.

    Neighbours are lined up by their middles and not by the ends of their links: a link leaves lower than it arrives,
    and a long chain would sink with every box.
    """

    rank: int
    height: float
    weight: float
    top: float = 0.0
    left: list[tuple[_Item, float, float]] | None = None
    right: list[tuple[_Item, float, float]] | None = None

    def ties(self, side: str) -> list[tuple[_Item, float, float]]:
        return (self.left if side == "left" else self.right) or []


def lay_out(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    """Place boxes (at least one) and links, whose ends are boxes; the same for the same arguments.

    The rank of a box is the longest way to it. Links that lead back (a story without errors has none) run straight.
    """
    ranks = find_ranks([box.id for box in boxes], [(link.source, link.target) for link in links])
    by_id = {box.id: box for box in boxes}
    items = {box.id: _Item(ranks[box.id], box.height, 1.0) for box in boxes}
    lanes: dict[tuple[str, str, int], _Item] = {}
    arrivals = _arrivals(by_id, links)
    tied: set[tuple[int, int, float]] = set()
    chains: dict[str, list[tuple[_Item, float]]] = {}
    for link in links:
        chain = [(items[link.source], link.leaves)]
        for rank in range(ranks[link.source] + 1, ranks[link.target]):
            lane = lanes.setdefault((link.target, link.lane, rank), _Item(rank, LANE, 0.6))
            chain.append((lane, LANE / 2))
        chain.append((items[link.target], arrivals[link.target, link.lane]))
        chains[link.key] = chain
        if ranks[link.target] <= ranks[link.source]:
            continue
        for (one, one_y), (other, other_y) in pairwise(chain):
            if (mark := (id(one), id(other), one_y)) not in tied:
                tied.add(mark)
                one.right = [*(one.right or ()), (other, one_y, other_y)]
                other.left = [*(other.left or ()), (one, other_y, one_y)]
    layers = _layers([*items.values(), *lanes.values()])
    layers = _order(layers)
    _place(layers)
    return _measure(by_id, items, layers, chains)


def find_ranks(ids: Sequence[str], ways: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the length of the longest way to each id, from 0, without empty ranks; ends for loops, too."""
    ranks = dict.fromkeys(ids, 0)
    for _ in ids:
        before = dict(ranks)
        for source, target in ways:
            if source != target:
                ranks[target] = max(ranks[target], ranks[source] + 1)
        if ranks == before:
            break
    used = sorted(set(ranks.values()))
    return {id: used.index(rank) for id, rank in ranks.items()}


def settle(wanted: Sequence[float], heights: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return tops as near as can be to the wanted ones (least squares) that keep order, heights and `GAP` apart.

    Pools adjacent violators of the order, the usual algorithm of isotonic regression.
    """
    offsets, offset = [], 0.0
    for height in heights:
        offsets.append(offset)
        offset += height + (GAP if height > LANE else LANE / 2)
    pools: list[tuple[float, float, int]] = []
    for want, weight, shift in zip(wanted, weights, offsets, strict=True):
        mean, mass, count = want - shift, weight, 1
        while pools and pools[-1][0] > mean:
            other, other_mass, other_count = pools.pop()
            mean = (mean * mass + other * other_mass) / (mass + other_mass)
            mass, count = mass + other_mass, count + other_count
        pools.append((mean, mass, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + shift for mean, shift in zip(means, offsets, strict=True)]


def _arrivals(boxes: Mapping[str, Box], links: Sequence[Link]) -> dict[tuple[str, str], float]:
    """Return for each box and lane how far below the box's top the lane arrives, side by side around its entry."""
    lanes: dict[str, dict[str, None]] = {}
    for link in links:
        lanes.setdefault(link.target, {})[link.lane] = None
    return {
        (target, lane): boxes[target].entry + (number - (len(names) - 1) / 2) * _ARRIVALS_APART
        for target, names in lanes.items()
        for number, lane in enumerate(sorted(names))
    }


def _layers(items: Sequence[_Item]) -> list[list[_Item]]:
    layers: list[list[_Item]] = [[] for _ in range(1 + max(item.rank for item in items))]
    for item in items:
        layers[item.rank].append(item)
    return layers


def _order(layers: list[list[_Item]]) -> list[list[_Item]]:
    """Sort each layer by the mean place of its neighbours, to and fro; keep the order with the fewest crossings."""
    best, fewest = layers, _crossings(layers)
    for sweep in range(_ORDER_SWEEPS):
        if fewest == 0:
            break
        side = "left" if sweep % 2 == 0 else "right"
        layers = [list(layer) for layer in layers]
        for rank in range(len(layers)) if side == "left" else reversed(range(len(layers))):
            places = _places(layers)
            means = {id(item): _mean(item, side, places) for item in layers[rank]}
            layers[rank].sort(key=lambda item: means[id(item)])
        crossings = _crossings(layers)
        if crossings < fewest:
            best, fewest = layers, crossings
    return best


def _places(layers: Sequence[Sequence[_Item]]) -> dict[int, int]:
    return {id(item): place for layer in layers for place, item in enumerate(layer)}


def _mean(item: _Item, side: str, places: Mapping[int, int]) -> float:
    ties = item.ties(side)
    if not ties:
        return float(places[id(item)])
    return sum(places[id(other)] + other_y / (other.height + 1) for other, _, other_y in ties) / len(ties)


def _crossings(layers: Sequence[Sequence[_Item]]) -> int:
    """Count the pairs of links that cross between neighbouring layers."""
    places = _places(layers)
    count = 0
    for layer in layers:
        ties = sorted(
            (place, own_y, places[id(other)], other_y)
            for place, item in enumerate(layer)
            for other, own_y, other_y in item.ties("right")
        )
        seen: list[tuple[int, float]] = []
        for _, _, *end in ties:
            key = (int(end[0]), end[1])
            count += len(seen) - bisect_right(seen, key)
            insort(seen, key)
    return count


def _place(layers: Sequence[Sequence[_Item]]) -> None:
    """Give every item its top: near the middle of its neighbours on one side, to and fro, last from left to right."""
    for layer in layers:
        _settle_layer(layer, [0.0] * len(layer))
    for sweep in range(_PLACE_SWEEPS):
        side = "right" if sweep % 2 == 0 else "left"
        for layer in layers if side == "left" else reversed(layers):
            wanted = []
            for item in layer:
                tops = [other.top + (other.height - item.height) / 2 for other, _, _ in item.ties(side)]
                wanted.append(sum(tops) / len(tops) if tops else item.top)
            _settle_layer(layer, wanted)


def _settle_layer(layer: Sequence[_Item], wanted: Sequence[float]) -> None:
    tops = settle(wanted, [item.height for item in layer], [item.weight for item in layer])
    for item, top in zip(layer, tops, strict=True):
        item.top = top


def _measure(
    boxes: Mapping[str, Box],
    items: Mapping[str, _Item],
    layers: Sequence[Sequence[_Item]],
    chains: Mapping[str, Sequence[tuple[_Item, float]]],
) -> Layout:
    """Turn ranks into columns and tops into points, all from 0 on."""
    highest = min(item.top for layer in layers for item in layer)
    widths = [0.0] * len(layers)
    for id, item in items.items():
        widths[item.rank] = max(widths[item.rank], boxes[id].width)
    lefts, left = [], 0.0
    for width in widths:
        lefts.append(left)
        left += width + COLUMN_GAP
    routes: dict[str, tuple[Point, ...]] = {}
    for key, chain in chains.items():
        points: list[Point] = []
        for number, (item, y) in enumerate(chain):
            at = item.top - highest + y
            if number > 0:
                points.append((lefts[item.rank], at))
            if number < len(chain) - 1:
                points.append((lefts[item.rank] + widths[item.rank], at))
        routes[key] = tuple(points)
    return Layout(
        corners={id: (lefts[item.rank], item.top - highest) for id, item in items.items()},
        routes=routes,
        width=left - COLUMN_GAP,
        height=max(item.top + item.height for layer in layers for item in layer) - highest,
    )

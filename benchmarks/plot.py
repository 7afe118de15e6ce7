"""A plot of lines over two logarithmic axes, as SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

__all__ = ["Point", "plot"]

Point = tuple[float, float]

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 110, 40, 50
_COLOURS = ("#0b6e8f", "#c2541b", "#6a7f10", "#7a4fa3")
_FONT = 'font-family="sans-serif" font-size="12"'
_UNITS = ((1_000_000, "M"), (1_000, "k"))


def plot(title: str, axes: tuple[str, str], lines: Mapping[str, Sequence[Point]]) -> str:
    """The lines in one picture, each with its name at its end.

    Args:
        title: Above the picture.
        axes: What goes to the right, and what goes up.
        lines: Points by the name of the line; numbers above 0.
    """
    points = [point for line in lines.values() for point in line]
    across = _Axis.over([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _Axis.over([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" {_FONT}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="22" font-size="14" fill="#222222">{escape(title)}</text>',
    ]
    for value in across.ticks():
        x = across.place(value)
        out.append(f'<path d="M{x:.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#dddddd"/>')
        out.append(_text(x, _HEIGHT - _BOTTOM + 18, _short(value), "middle"))
    for value in up.ticks():
        y = up.place(value)
        out.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#dddddd"/>')
        out.append(_text(_LEFT - 8, y + 4, _short(value), "end"))
    out.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 12, axes[0], "middle"))
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    out.append(
        f'<text x="18" y="{middle:.1f}" text-anchor="middle" fill="#444444" '
        f'transform="rotate(-90 18 {middle:.1f})">{escape(axes[1])}</text>'
    )
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        places = [(across.place(x), up.place(y)) for x, y in line]
        out.append(
            f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" '
            f'fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        if places:
            x, y = places[-1]
            out.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


class _Axis:
    """From a number to its place on the paper, by whole powers of ten."""

    def __init__(self, low: int, high: int, begin: float, end: float) -> None:
        self._low, self._high, self._begin, self._end = low, high, begin, end

    @classmethod
    def over(cls, values: Sequence[float], begin: float, end: float) -> _Axis:
        low = math.floor(math.log10(min(values, default=1)))
        high = math.ceil(math.log10(max(values, default=10)))
        return cls(low, max(high, low + 1), begin, end)

    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self._low, self._high + 1)]

    def place(self, value: float) -> float:
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._begin + share * (self._end - self._begin)


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#444444">{escape(text)}</text>'


def _short(value: float) -> str:
    for size, letter in _UNITS:
        if value >= size:
            return f"{value / size:g} {letter}"
    return f"{value:g}"

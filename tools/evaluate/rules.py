"""How often each rule is right."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quoteattr.scoring.matching import Comparison
from quoteattr.scoring.metrics import Tally, paired

__all__ = ["RuleRow", "by_rule", "rule_table"]


@frozen
class RuleRow:
    """How often the predictions of one rule are right, in per cent."""

    rule: str
    predicted: int
    half: float
    exact: float
    linked: float


def by_rule(comparisons: Iterable[Comparison]) -> list[RuleRow]:
    """A row for each rule id among the predictions, the busiest first."""
    tallies: dict[str, Tally] = {}
    for comparison in comparisons:
        gold_of = {number: gold_number for gold_number, number in comparison.pairs}
        for item, partner, soft in paired(comparison.predicted, comparison.gold, gold_of):
            tallies.setdefault(item.annotation.rule or "", Tally()).add(item, partner, soft)
    rows = [
        RuleRow(rule, tally.count, *(100 * tally.share(name) for name in ("half", "exact", "linked")))
        for rule, tally in tallies.items()
    ]
    return sorted(rows, key=lambda row: (-row.predicted, row.rule))


def rule_table(rows: Iterable[RuleRow]) -> str:
    """The rows as text for a terminal."""
    lines = [f"  {'rule':32}{'n':>6} {'half %':>8} {'exact %':>8} {'linked %':>8}"]
    lines += [
        f"  {row.rule or '(none)':32}{row.predicted:6} {row.half:8.1f} {row.exact:8.1f} {row.linked:8.1f}"
        for row in rows
    ]
    return "\n".join(lines)

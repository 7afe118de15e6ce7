"""How often each rule decided, and how often it was right: for quotes, for speakers and for organisations."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Self

from attrs import frozen

from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import Comparison
from quoteattr.scoring.metrics import Tally, paired
from quoteattr.scoring.names import same_name
from quoteattr.scoring.resolution import right_organisation, right_speaker

__all__ = [
    "Decided",
    "DecisionRow",
    "RuleRow",
    "by_organisation_rule",
    "by_rule",
    "by_speaker_rule",
    "organisation_table",
    "rule_table",
    "speaker_table",
]

NAME, DESCRIPTION, NONE, UNKNOWN = "(name)", "(description)", "(none)", "(rule not told)"
"""Rows of what no rule decided: a source that is the name itself or a description of somebody who is tied to nobody
else, nothing that was found, and predictions that do not tell their rules."""

Pair = tuple[Annotation, Annotation]
"""A gold record, and the predicted one that is matched with it."""


class Decided(enum.Enum):
    """What a rule decides."""

    QUOTES = "quotes"
    SPEAKER = "speaker"
    ORGANISATION = "organisation"


# ---- quotes --------------------------------------------------------------------------------------------------------


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


# ---- speakers and organisations of matched quotes ------------------------------------------------------------------


@frozen
class DecisionRow:
    """How often one rule was right about matched quotes.

    Attributes:
        rule: Its id, or in brackets what stands for the missing rule.
        decided: Matched quotes that it decided.
        right: Of these, the right speaker or organisation; of those without an organisation, that there is none.
        wrong: Of these, a speaker with a name that is not the gold one's, or an organisation that is not.
        missed: Of these, no organisation where the gold has one.
    """

    rule: str
    decided: int
    right: int
    wrong: int
    missed: int = 0

    @classmethod
    def all_of(cls, counts: Mapping[str, Counter[str]]) -> list[Self]:
        """A row for each rule, the busiest first."""
        rows = [
            cls(rule, count["decided"], count["right"], count["wrong"], count["missed"])
            for rule, count in counts.items()
        ]
        return sorted(rows, key=lambda row: (-row.decided, row.rule))


def by_speaker_rule(matched: Iterable[Pair]) -> list[DecisionRow]:
    """A row for each rule that comes first on the way from a source to its speaker: the rule of the source itself."""
    counts: dict[str, Counter[str]] = {}
    for gold, predicted in matched:
        wrong = bool(predicted.speaker) and not same_name(gold.speaker, predicted.speaker)
        counts.setdefault(_speaker_rule(predicted), Counter()).update(
            decided=1, right=right_speaker(gold, predicted), wrong=wrong
        )
    return DecisionRow.all_of(counts)


def _speaker_rule(predicted: Annotation) -> str:
    if predicted.speaker_rules:
        return predicted.speaker_rules[0]
    return NAME if predicted.speaker else DESCRIPTION if predicted.description else NONE


def by_organisation_rule(matched: Iterable[Pair]) -> list[DecisionRow]:
    """A row for each rule that gave the organisation, and one for speakers without any."""
    counts: dict[str, Counter[str]] = {}
    for gold, predicted in matched:
        row = counts.setdefault((predicted.organisation_rule or UNKNOWN) if predicted.organisation else NONE, Counter())
        if predicted.organisation:
            right = right_organisation(gold, predicted)
            row.update(decided=1, right=right, wrong=not right)
        else:
            row.update(decided=1, right=not gold.organisation, missed=bool(gold.organisation))
    return DecisionRow.all_of(counts)


def speaker_table(rows: Iterable[DecisionRow]) -> str:
    """The rows as text for a terminal."""
    lines = [f"{_shares_head('speaker rule')} {'wrong name':>11}"]
    return "\n".join([*lines, *(f"{_shares(row)} {row.wrong:11}" for row in rows)])


def organisation_table(rows: Iterable[DecisionRow]) -> str:
    """The rows as text for a terminal."""
    lines = [f"{_shares_head('organisation rule')} {'wrong':>8} {'missed':>8}"]
    return "\n".join([*lines, *(f"{_shares(row)} {row.wrong:8} {row.missed:8}" for row in rows)])


def _shares_head(title: str) -> str:
    return f"  {title:40}{'n':>6} {'right':>8} {'right %':>8}"


def _shares(row: DecisionRow) -> str:
    return f"  {row.rule:40}{row.decided:6} {row.right:8} {100 * row.right / row.decided:8.1f}"

"""What was found in annotated articles, beside their annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from quoteattr.evaluation import report, rules
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.matching import Comparison, compare, without
from quoteattr.scoring.metrics import table
from quoteattr.scoring.resolution import ArticleRecords, ResolutionTally, found
from quoteattr.scoring.words import Words

__all__ = ["Annotations", "Scores"]

Annotations = Mapping[str, Sequence[Annotation]]
"""Attributions by the name of their article."""

EDGE = "edge"
"""The level of a gold quote that two readers may judge differently."""


@frozen(slots=False)
class Scores:
    """Articles, and what was found in them.

    Attributes:
        documents: The articles with their gold.
        predicted: What was found.
        core_only: Whether gold quotes of the level ``edge``, and what answers them, count neither for nor against.
    """

    documents: Sequence[Document]
    predicted: Annotations
    core_only: bool = False

    @cached_property
    def compared(self) -> list[tuple[Document, Comparison]]:
        """Each article with what counts of it."""
        pairs = [
            (one, compare(Words(one.text), one.gold, self.predicted.get(one.name, ()), one.discard))
            for one in self.documents
        ]
        return [(one, without(comparison, EDGE)) for one, comparison in pairs] if self.core_only else pairs

    @property
    def comparisons(self) -> Iterator[Comparison]:
        """What counts of each article."""
        return (comparison for _, comparison in self.compared)

    @property
    def levels(self) -> set[str]:
        """The levels of gold quotes that count."""
        found = {one.level for document in self.documents for one in document.gold if one.level}
        return found - {EDGE} if self.core_only else found

    def quote_blocks(self) -> Iterator[str]:
        """The table of quotes, and where the gold has edge quotes that of the core ones."""
        yield report.quote_table(table(self.comparisons))
        if EDGE in self.levels:
            core = Scores(self.documents, self.predicted, core_only=True)
            heading = "core quotes; what answers an edge quote is not counted"
            yield f"{heading}\n{report.quote_table(table(core.comparisons))}"

    def count_blocks(self) -> Iterator[str]:
        """How many gold quotes were found with their speaker and organisation: all, and those of each level."""
        for name, level in {"all quotes": None, **{f"{one} quotes": one for one in sorted(self.levels)}}.items():
            yield report.counts(name, found(self.comparisons, level))

    def speaker_blocks(self, note: str = "") -> Iterator[str]:
        """The table of speakers and organisations, and where the gold has edge quotes that of the core ones.

        Args:
            note: What is to be said behind the number of articles.
        """
        heading = f"speakers and organisations, {len(self.documents)} articles{note}"
        yield f"{heading}\n{report.resolution_table(self.resolution_tally().figures())}"
        if EDGE in self.levels:
            core = Scores(self.documents, self.predicted, core_only=True)
            heading = "speakers and organisations of core quotes; what answers an edge quote is not counted"
            yield f"{heading}\n{report.resolution_table(core.resolution_tally().figures())}"

    def rule_block(self, decided: rules.Decided) -> str:
        """How often each rule decided something, and how often it was right."""
        if decided is rules.Decided.QUOTES:
            return rules.rule_table(rules.by_rule(self.comparisons))
        matched = [pair for records in self._records() for pair in records.matched]
        if decided is rules.Decided.SPEAKER:
            return rules.speaker_table(rules.by_speaker_rule(matched))
        return rules.organisation_table(rules.by_organisation_rule(matched))

    def _records(self) -> Iterator[ArticleRecords]:
        for document, gold, predicted in self._sides():
            yield ArticleRecords.of(Words(document.text), gold, predicted)

    def resolution_tally(self) -> ResolutionTally:
        """The sums over speakers and organisations."""
        tally = ResolutionTally()
        for document, gold, predicted in self._sides():
            tally.add(Words(document.text), gold, predicted)
        return tally

    def _sides(self) -> Iterator[tuple[Document, Iterable[Annotation], Iterable[Annotation]]]:
        """Each article with its gold and what was found: all of both, or what counts where only core quotes do."""
        if not self.core_only:
            for document in self.documents:
                yield document, document.gold, self.predicted.get(document.name, ())
            return
        for document, comparison in self.compared:
            gold, predicted = ([item.annotation for item in side] for side in (comparison.gold, comparison.predicted))
            yield document, gold, predicted

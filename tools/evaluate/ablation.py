"""What each family of rules contributes: the figures with the rules of one family after the other switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Self

from attrs import evolve, frozen
from tqdm import tqdm

from quoteattr.catalogue import Family, families
from quoteattr.evaluation.rules import Decided
from quoteattr.evaluation.scores import Annotations, Scores
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.pipeline import Wanted, analyse
from quoteattr.records import QuoteKind
from quoteattr.scoring import Annotation, Document, table
from quoteattr.scoring.metrics import ALL, Figure
from quoteattr.settings import Settings
from quoteattr.syntax import Parse

__all__ = ["ParsedArticles", "ablation_table", "figures_of"]

_BATCH = 16
"""Articles that are parsed together."""
_OF_SPEAKERS = ("speaker F1", "speaker accuracy when matched", "named recall", "pronoun recall", "organisation F1")
"""The figures that are shown where rules of speakers are switched off."""

Figures = Mapping[str, float]
"""Figures in per cent by the heading of their column."""


@frozen(eq=False)
class ParsedArticles:
    """Annotated articles that are parsed once and read again and again.

    Attributes:
        documents: The articles with their gold.
        parses: Their parses.
        settings: What is found in them.
        lexicon: That of the settings.
    """

    documents: Sequence[Document]
    parses: Sequence[Parse]
    settings: Settings
    lexicon: Lexicon

    @classmethod
    def parse(cls, documents: Sequence[Document], settings: Settings) -> Self:
        """Parse the articles, with a progress bar on a terminal.

        Raises:
            ModelError: The model cannot be loaded.
        """
        model, parses = Model(), list[Parse]()
        for start in tqdm(range(0, len(documents), _BATCH), desc="parse", disable=None):
            parses += model.parse([document.text for document in documents[start : start + _BATCH]])
        return cls(documents, parses, settings, settings.load_lexicon())

    def read(self, without: Sequence[str] = ()) -> Annotations:
        """What is found in the articles, by their names.

        Args:
            without: Ids of rules that are switched off besides those that the settings switch off.
        """
        settings = evolve(self.settings, without=(*self.settings.without, *without))
        found = {}
        for document, parse in zip(self.documents, self.parses, strict=True):
            article = analyse(
                parse,
                self.lexicon,
                Wanted(attitudes=settings.attitudes, min_confidence=settings.least_confidence),
                without=settings.without,
            )
            found[document.name] = tuple(map(Annotation.of_quote, article.quotes))
        return found


def figures_of(scores: Scores, decided: Decided) -> Figures:
    """The figures of a table of ablations: linked F1 of quotes and exact F1, or those of speakers or organisations."""
    if decided is Decided.QUOTES:
        rows = table(scores.comparisons)
        linked = {kind: rows[kind].linked.f for kind in (ALL, *(kind.value for kind in QuoteKind))}
        return {**linked, "exact": rows[ALL].exact.f}
    tally = scores.resolution_tally()
    if decided is Decided.SPEAKER:
        figures = tally.figures()
        return {name: figures[name] for name in _OF_SPEAKERS}
    of_organisations = Figure.of(
        tally.organisations_right / max(1, tally.organisations_predicted),
        tally.organisations_right / max(1, tally.organisations),
    )
    return {
        "organisation precision": of_organisations.precision,
        "organisation recall": of_organisations.recall,
        "organisation F1": of_organisations.f,
    }


def ablation_table(articles: ParsedArticles, decided: Decided, core_only: bool) -> Iterator[str]:
    """The lines of a Markdown table: the figures as shipped, and without each family of rules.

    Args:
        articles: What is read again for each family.
        decided: Which families are switched off, and which figures are shown.
        core_only: Whether only core quotes count.
    """

    def figures(without: Sequence[str] = ()) -> Figures:
        return figures_of(Scores(articles.documents, articles.read(without), core_only), decided)

    shipped = figures()
    yield f"| | {' | '.join(shipped)} |"
    yield f"| --- |{' --- |' * len(shipped)}"
    yield _line("as shipped" if not articles.settings.without else "with all families", shipped)
    wanted = [family for family in families() if family.kind == decided.value]
    for family in tqdm(wanted, desc="families", disable=None):
        yield _without(family, figures)


def _without(family: Family, figures: Callable[[Sequence[str]], Figures]) -> str:
    return _line(f"without family `{family.name}`", figures([rule.id for rule in family.rules]))


def _line(name: str, figures: Figures) -> str:
    return f"| {name} | {' | '.join(f'{figure:.1f}' for figure in figures.values())} |"

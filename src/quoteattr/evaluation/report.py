"""The figures and mistakes as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quoteattr.evaluation.mistakes import Mistake, MistakeKind
from quoteattr.scoring.annotation import Offsets
from quoteattr.scoring.matching import Item
from quoteattr.scoring.metrics import MEASURES, Figure, Row
from quoteattr.scoring.resolution import Found

__all__ = ["counts", "mistake", "quote_table", "resolution_table"]

_MARGIN = 120
"""Characters of the line that are shown on either side of a mistake."""
_LONGEST = 700
"""Characters of an article that are shown at once."""


def quote_table(rows: Mapping[str, Row]) -> str:
    """Precision, recall and F of each measure for each kind."""
    head = f"  {'kind':9}{'gold':>6}{'pred':>6} " + "".join(f" {name + ' P/R/F':>19}" for name in MEASURES)
    lines = [head + f" {'source accuracy':>16}"]
    for kind, row in rows.items():
        figures = "".join(f" {_three(getattr(row, name)):>19}" for name in MEASURES)
        lines.append(f"  {kind:9}{row.gold:6}{row.predicted:6} {figures} {row.source_accuracy:16.1f}")
    return "\n".join(lines)


def _three(figure: Figure) -> str:
    return f"{figure.precision:5.1f}/{figure.recall:5.1f}/{figure.f:5.1f}"


def resolution_table(figures: Mapping[str, int | float]) -> str:
    """Counts as they are, per cent with one decimal."""
    return "\n".join(
        f"  {name:32}{value:8.1f}" if isinstance(value, float) else f"  {name:32}{value:8}"
        for name, value in figures.items()
    )


def counts(name: str, found: Found) -> str:
    """How many gold quotes were found, with speaker and organisation; ``name`` says which quotes."""
    rows = [
        ("found", found.found, found.gold),
        ("right speaker", found.speaker, found.gold),
        ("right organisation (or rightly none)", found.organisation, found.gold),
        ("right organisation where there is one", found.organisation_given, found.with_organisation),
    ]
    lines = [f"  {label:40}{n:4} of {of:3} {100 * n / max(1, of):7.1f} %" for label, n, of in rows]
    return "\n".join([name, *lines])


def mistake(mistake: Mistake) -> str:
    """A mistake with its passage, and gold and prediction as they are."""
    text = mistake.document.text
    main = mistake.predicted if mistake.kind is MistakeKind.SPURIOUS else mistake.gold
    kind = main.kind.value if main else ""
    lines = [f"{mistake.kind.value}, {kind}, in {mistake.document.name}"]
    lines.append(f"   context      {_passage(text, [item for item in (mistake.gold, mistake.predicted) if item])}")
    for side, item in (("gold", mistake.gold), ("predicted", mistake.predicted)):
        if item is None:
            lines.append(f"   {side:12} none here")
            continue
        of = item.annotation
        lines.append(f"   {side:12} {_shortened(_pieces(text, of.content))}")
        rest = f"cue: {_pieces(text, of.cue) or '-'} | source: {_pieces(text, of.source) or '-'}"
        if of.type or mistake.kind in (MistakeKind.SPEAKER, MistakeKind.ORGANISATION):
            name = of.speaker or (f"({of.description})" if of.description else "-")
            rest += f" | speaker: {name}, {of.type or '-'}, for {of.organisation or '-'}"
        if of.rule:
            rest += f" | rule: {of.rule}"
        if of.confidence is not None:
            rest += f" ({of.confidence:.2f})"
        lines.append(f"   {'':12} {rest}")
    return "\n".join(lines)


def _passage(text: str, items: Sequence[Item]) -> str:
    """The text around all of ``items``, as far as its first and last line go."""
    offsets = [offset for item in items for part in _parts(item) for offset in part]
    first, last = min(offsets), max(offsets)
    start = max(text.rfind("\n", 0, first) + 1, first - _MARGIN)
    line_end = text.find("\n", last)
    end = min(len(text) if line_end < 0 else line_end, last + _MARGIN)
    return _shortened(_flat(text[start:end]))


def _parts(item: Item) -> tuple[Offsets, ...]:
    of = item.annotation
    return of.content + of.cue + of.source


def _pieces(text: str, parts: Iterable[Offsets]) -> str:
    return " … ".join(_flat(text[start:end]) for start, end in parts)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} […] {text[-half:]}"

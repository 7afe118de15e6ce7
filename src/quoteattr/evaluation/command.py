"""What commands that score annotated articles have in common: their words, their mistakes, and how they end."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quoteattr import boundary
from quoteattr.arguments import confidence, number
from quoteattr.errors import QuoteattrError
from quoteattr.evaluation import mistakes, report
from quoteattr.evaluation.mistakes import MistakeKind
from quoteattr.evaluation.rules import Decided
from quoteattr.evaluation.scores import Scores
from quoteattr.records import QuoteKind
from quoteattr.settings import OPERATING_POINTS

__all__ = ["add_options", "ended", "mistake_blocks"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is read, what counts, and which mistakes are shown."""
    add = parser.add_argument
    add("--annotations", type=Path, metavar="DIR", help="gold as offsets: NAME.json for each NAME.txt below the path")
    add(
        "--core",
        action="store_true",
        help="count only the core quotes of a gold with levels; default settings find them",
    )
    add("--limit", type=number, metavar="N", help="only the first N articles")
    named = " or ".join(OPERATING_POINTS)
    add("--min-confidence", type=confidence, metavar="SHARE", help=f"run the extractor with it: 0 to 1, or {named}")
    add(
        "--without",
        action="append",
        default=[],
        metavar="RULE",
        help="run the extractor without this rule; may be repeated (python -m quoteattr.catalogue lists the ids)",
    )
    add(
        "--by-rule",
        choices=[decided.value for decided in Decided],
        help="add a table of how often each rule decided this, and how often it was right",
    )
    add("--errors", type=number, metavar="N", help="show N mistakes, spread evenly over the articles")
    add("--error-kind", choices=[kind.value for kind in MistakeKind], help="of this kind (default: missed)")
    add("--kind", choices=[kind.value for kind in QuoteKind], help="on quotes of this kind")


def mistake_blocks(scores: Scores, kind: MistakeKind, options: argparse.Namespace) -> Iterator[str]:
    """The mistakes of one kind, as many as the options ask for, behind a line that says how many there are."""
    quote_kind = QuoteKind(options.kind) if options.kind else None
    wrong = list(mistakes.find(scores.compared, kind, quote_kind))
    shown = mistakes.sample(wrong, options.errors)
    yield f"{len(shown)} of {len(wrong)} mistakes ({kind.value})"
    yield from map(report.mistake, shown)


def ended(program: str, blocks: Callable[[], Iterable[str]]) -> int:
    """Print the blocks that a command makes, with an empty line between two of them.

    Args:
        program: What an error begins with.
        blocks: Does the work.

    Returns:
        0, or 1 if something cannot be read, loaded or written: then a line on standard error says what.
    """
    return boundary.guarded(lambda: _printed(program, blocks))


def _printed(program: str, blocks: Callable[[], Iterable[str]]) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        print("\n\n".join(blocks()), flush=True)
    except BrokenPipeError:
        raise
    except (QuoteattrError, OSError) as error:
        boundary.abandon_standard_output()
        print(f"{program}: {error}", file=sys.stderr)
        return boundary.FAILED
    return 0

"""``python -m quoteattr.evaluation PATH``: how good the library is on articles that you have annotated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quoteattr import boundary
from quoteattr.evaluation import run
from quoteattr.evaluation.command import add_options, ended, mistake_blocks
from quoteattr.evaluation.corpus import Corpus, read_annotated
from quoteattr.evaluation.mistakes import MistakeKind
from quoteattr.evaluation.offsets import read_offsets
from quoteattr.evaluation.rules import Decided
from quoteattr.evaluation.scores import Scores
from quoteattr.records import Attitude

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None, extractor: run.Pipes | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.
        extractor: What is evaluated; the default finds quotes of every attitude, with ``--core`` those that come back
            by default.

    Returns:
        0, or 1 if something cannot be read, loaded or written. (Wrong usage ends with status 2.)
    """
    return boundary.guarded(lambda: _main(arguments, extractor))


def _main(arguments: Sequence[str] | None, extractor: run.Pipes | None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.evaluation",
        description="Find the quotes of annotated articles and compare them with the annotation.",
    )
    parser.add_argument(
        "path",
        type=Path,
        help="a folder of texts, each with a .json or .ann file beside it, or an export of an annotation tool",
    )
    add_options(parser)
    options = parser.parse_args(arguments)
    return ended(parser.prog, lambda: _blocks(options, parser, extractor))


def _blocks(options: argparse.Namespace, parser: argparse.ArgumentParser, extractor: run.Pipes | None) -> Iterator[str]:
    corpus = _read(options)
    kind = MistakeKind(options.error_kind or "missed")
    if kind.about_speakers and not corpus.has_speakers:
        parser.error(f"--error-kind {kind.value} needs a gold with speakers: the library's JSON, or --annotations DIR")
    decided = Decided(options.by_rule) if options.by_rule else None
    if decided not in (None, Decided.QUOTES) and not corpus.has_speakers:
        parser.error(
            f"--by-rule {options.by_rule} needs a gold with speakers: the library's JSON, or --annotations DIR"
        )
    documents = corpus.documents[: options.limit]
    attitudes = None if options.core else tuple(Attitude)
    predicted = run.extract(documents, extractor, options.min_confidence, attitudes, options.without)
    scores = Scores(documents, predicted, options.core)
    first, *others = scores.quote_blocks()
    yield f"{options.path}: {len(documents)} articles\n{first}"
    yield from others
    if corpus.has_speakers:
        if not options.core:
            yield from scores.count_blocks()
        yield from scores.speaker_blocks()
    if decided is not None:
        yield scores.rule_block(decided)
    if options.errors:
        yield from mistake_blocks(scores, kind, options)


def _read(options: argparse.Namespace) -> Corpus:
    if options.annotations:
        return Corpus(tuple(read_offsets(options.path, options.annotations)), has_speakers=True)
    return read_annotated(options.path)


if __name__ == "__main__":
    sys.exit(main())

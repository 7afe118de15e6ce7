"""``python -m tools.evaluate PATH``: how good the library is on an annotated corpus, and why."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from quoteattr.errors import CorpusError
from quoteattr.evaluation import run
from quoteattr.evaluation.command import add_options, ended, mistake_blocks
from quoteattr.evaluation.corpus import read_annotated
from quoteattr.evaluation.mistakes import MistakeKind
from quoteattr.evaluation.offsets import read_offsets, read_resolved
from quoteattr.evaluation.rules import Decided
from quoteattr.evaluation.scores import Annotations, Scores
from quoteattr.records import Attitude
from quoteattr.scoring import Document
from quoteattr.settings import Settings
from tools.evaluate.polnear import read_polnear
from tools.evaluate.predictions import read_predictions, write_predictions
from tools.evaluate.reliability import judged, judged_organisations, judged_speakers, reliability, reliability_table

__all__ = ["main"]

_ABOUT_SPEAKERS = (Decided.SPEAKER.value, Decided.ORGANISATION.value)
"""What needs a gold with speakers."""


def main(arguments: Sequence[str] | None = None, extractor: run.Pipes | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.
        extractor: What is evaluated; the default finds quotes of every attitude, with ``--core`` those that come back
            by default.

    Returns:
        0, or 1 if something cannot be read, loaded or written. (Wrong usage ends with status 2.)
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    return ended(parser.prog, lambda: _blocks(options, parser, extractor))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.evaluate",
        description="Find the quotes of an annotated corpus and compare them with its gold.",
    )
    add = parser.add_argument
    add("path", type=Path, help="a corpus in the layout of PolNeAR, or a folder of .json or .ann files beside texts")
    add("--split", default="dev", help="which part of a corpus in the layout of PolNeAR (default: dev)")
    add_options(parser)
    add("--predictions", type=Path, metavar="FILE", help="compare this file instead of running the extractor")
    add("--second-reading", type=Path, metavar="DIR", help="compare what another reader annotated: NAME.json in DIR")
    add("--write", type=Path, metavar="FILE", help="write what was found to this file, in the form of --predictions")
    add("--resolution", type=Path, metavar="DIR", help="articles with resolved speakers: adds their table")
    add("--oracle", action="store_true", help="run only resolution, on the gold content, cue and source")
    add("--reliability", action="store_true", help="add a table of confidence against the share of right quotes")
    add(
        "--ablation",
        choices=[decided.value for decided in Decided],
        help="print only a Markdown table of the figures without each family of rules that decides this",
    )
    return parser


@frozen
class _Corpus:
    """What there is to compare with.

    Attributes:
        documents: The articles.
        has_speakers: Whether their own gold tells speakers.
        resolved: Those of them that have a gold with speakers, with it.
    """

    documents: tuple[Document, ...]
    has_speakers: bool
    resolved: tuple[Document, ...]


def _blocks(options: argparse.Namespace, parser: argparse.ArgumentParser, extractor: run.Pipes | None) -> Iterator[str]:
    corpus = _read(options)
    kind = MistakeKind(options.error_kind or ("speaker" if options.oracle else "missed"))
    _check(options, parser, kind, may_ask_for_speakers=bool(options.resolution) or corpus.has_speakers)
    if options.ablation:
        yield "\n".join(_ablation(options, corpus))
        return
    predicted = _predict(options, corpus, extractor)
    if options.write:
        write_predictions(options.write, predicted)
    scores = Scores(corpus.documents, predicted, options.core)
    resolved = Scores(corpus.resolved, predicted, options.core) if options.resolution else scores
    heading = f"{options.path}: {len(corpus.documents)} articles"
    whole, *parts = scores.quote_blocks()
    yield heading if options.oracle else f"{heading}\n{whole}"  # the contents are those of the gold
    yield from parts
    if corpus.has_speakers and not options.core:
        yield from scores.count_blocks()
    if options.resolution or corpus.has_speakers:
        yield from resolved.speaker_blocks(", on gold content, cue and source" if options.oracle else "")
    if options.by_rule:
        decided = Decided(options.by_rule)
        yield (scores if decided is Decided.QUOTES else resolved).rule_block(decided)
    if options.reliability:
        yield reliability_table(reliability(judged(scores.comparisons)))
        if options.resolution or corpus.has_speakers:
            for what, of in (("speakers that are named", judged_speakers), ("organisations", judged_organisations)):
                yield f"{what}\n{reliability_table(reliability(of(resolved.comparisons)))}"
    if options.errors:
        yield from mistake_blocks(resolved if kind.about_speakers else scores, kind, options)


def _check(
    options: argparse.Namespace, parser: argparse.ArgumentParser, kind: MistakeKind, *, may_ask_for_speakers: bool
) -> None:
    """End with a word on options that do not go together."""
    asks = {
        "--oracle": options.oracle,
        f"--error-kind {kind.value}": kind.about_speakers,
        f"--by-rule {options.by_rule}": options.by_rule in _ABOUT_SPEAKERS,
        f"--ablation {options.ablation}": options.ablation in _ABOUT_SPEAKERS,
    }
    asking = next((option for option, asked in asks.items() if asked), None)
    if asking is not None and not may_ask_for_speakers:
        parser.error(f"{asking} needs --resolution DIR")
    if options.oracle and options.predictions:
        parser.error("--oracle runs resolution, --predictions runs nothing: give one of them")
    runs = "--without" if options.without else "--ablation" if options.ablation else None
    if runs is not None and (options.predictions or options.second_reading):
        parser.error(f"{runs} runs the extractor, --predictions and --second-reading run nothing: give one of them")
    if options.ablation and options.oracle:
        parser.error("--ablation runs the extractor, --oracle only resolution: give one of them")


def _read(options: argparse.Namespace) -> _Corpus:
    documents, has_speakers = _documents(options)
    if not options.resolution:
        shown = documents[: options.limit]
        return _Corpus(shown, has_speakers, shown if has_speakers else ())
    gold = read_resolved(options.resolution)
    unknown = sorted(set(gold).difference(document.name for document in documents))
    if unknown:
        raise CorpusError(f"{options.resolution}: expected articles of {options.path}, got {unknown[0]!r}")
    shown = documents[: options.limit]
    return _Corpus(shown, has_speakers, tuple(evolve(one, gold=gold[one.name]) for one in shown if one.name in gold))


def _documents(options: argparse.Namespace) -> tuple[tuple[Document, ...], bool]:
    """The articles, and whether their gold tells speakers."""
    if options.annotations:
        documents = read_offsets(options.path, options.annotations)
        if options.second_reading:
            read_twice = read_resolved(options.second_reading)
            documents = [document for document in documents if document.name in read_twice]
        return tuple(documents), True
    if (options.path / options.split / "text").is_dir():
        return tuple(read_polnear(options.path, options.split)), False
    corpus = read_annotated(options.path)
    return corpus.documents, corpus.has_speakers


def _predict(options: argparse.Namespace, corpus: _Corpus, extractor: run.Pipes | None) -> Annotations:
    if options.oracle:
        from tools.evaluate.oracle import resolve_gold

        return resolve_gold(corpus.resolved, options.without)
    if options.second_reading:
        read = read_resolved(options.second_reading)
        return {
            name: [one for one in listed if not (options.core and one.level == "edge")] for name, listed in read.items()
        }
    if options.predictions:
        return _predictions(options, corpus)
    return run.extract(corpus.documents, extractor, options.min_confidence, _attitudes(options), options.without)


def _attitudes(options: argparse.Namespace) -> tuple[Attitude, ...] | None:
    """The attitudes that are asked for; ``None`` for those that come back by default."""
    return None if options.core else tuple(Attitude)


def _ablation(options: argparse.Namespace, corpus: _Corpus) -> Iterator[str]:
    from tools.evaluate.ablation import ParsedArticles, ablation_table

    decided = Decided(options.ablation)
    settings = Settings(attitudes=_attitudes(options), min_confidence=options.min_confidence, without=options.without)
    documents = corpus.documents if decided is Decided.QUOTES else corpus.resolved
    yield from ablation_table(ParsedArticles.parse(documents, settings), decided, options.core)


def _predictions(options: argparse.Namespace, corpus: _Corpus) -> Annotations:
    predicted = read_predictions(options.predictions)
    if predicted and not any(document.name in predicted for document in corpus.documents):
        raise CorpusError(
            f"{options.predictions}: expected predictions for articles of {options.path} such as "
            f"{corpus.documents[0].name!r}, got none for any of them, but for {next(iter(predicted))!r}"
        )
    return predicted


if __name__ == "__main__":
    sys.exit(main())

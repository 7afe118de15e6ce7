"""Make the table of meanings from WordNet: ``python -m tools.training.wordnet /usr/share/wordnet -o meanings.tsv``.

The folder holds WordNet 3.0's ``index.verb``, ``data.verb``, ``index.noun``, ``data.noun`` and ``cntlist.rev``, as
Debian's package ``wordnet-base`` installs them. A sense counts as often as it was tagged, and one more divided by its
rank. Of the nouns, those that were ever tagged are kept, and those that name speech, people or groups.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoteattr.errors import CorpusError, QuoteattrError

__all__ = ["main", "table"]

_SORTS = (
    "adj.all adj.pert adv.all Tops act animal artifact attribute body cognition communication event feeling food group "
    "location motive object person phenomenon plant possession process quantity relation shape state substance time "
    "body change cognition communication competition consumption contact creation emotion motion perception possession "
    "social stative weather"
).split()
"""The lexicographer files by their numbers (``lexnames(5WN)``)."""
_SAYS, _OTHER = {"noun": 10, "verb": 32}, {"noun": (14, 18), "verb": (31,)}
_TYPES = {"noun": "1", "verb": "2"}
_LONGEST = 12
"""Letters of a person or group that was never tagged: the longer ones are rare in news."""


Meaning = tuple[str, str, str, str]
"""Part of speech, sort, and the shares of communication and of the other sort in tenths."""


def table(folder: Path) -> Iterator[str]:
    """The lines of the table: meanings with their numbers, the most frequent first, and words with these numbers.

    Args:
        folder: Where WordNet's files are.

    Raises:
        CorpusError: A file is missing, or is not WordNet's.
    """
    try:
        found = list(_meanings(folder))
    except (OSError, ValueError, LookupError) as error:
        raise CorpusError(f"{folder}: expected WordNet's files as Debian's wordnet-base has them; {error}") from error
    numbers: dict[Meaning, str] = {}
    for part in _TYPES:
        counts = Counter(meaning for _, meaning in found if meaning[0] == part)
        by_number = sorted(counts, key=lambda meaning: (-counts[meaning], meaning))
        numbers |= {meaning: f"{part[0]}{number}" for number, meaning in enumerate(by_number, 1)}
    yield "number\tsort\tsays\tother"
    yield from ("\t".join((number, *meaning[1:])) for meaning, number in numbers.items())
    yield ""
    words: dict[str, list[str]] = defaultdict(list)
    for lemma, meaning in found:
        words[lemma].append(numbers[meaning])
    yield from (f"{lemma}\t{' '.join(words[lemma])}" for lemma in sorted(words))


def _meanings(folder: Path) -> Iterator[tuple[str, Meaning]]:
    """The words that are kept, each with its meaning as a noun and as a verb."""
    tagged = _tagged(folder / "cntlist.rev")
    for part in _TYPES:
        for lemma, senses in _lemmas(folder, part):
            counts = tagged.get((_TYPES[part], lemma), {})
            weights: dict[int, float] = dict(counts)
            for rank, file in enumerate(senses, 1):
                weights[file] = weights.get(file, 0.0) + 1.0 / rank
            sort, says, other = _row(part, weights)
            if part == "verb" or counts or _names_speaker(sort, lemma):
                yield lemma, (part, sort, says, other)


def _row(part: str, weights: Mapping[int, float]) -> tuple[str, str, str]:
    whole = sum(weights.values())
    likeliest = max(weights, key=lambda file: (weights[file], -file))
    says, other = weights.get(_SAYS[part], 0.0), sum(weights.get(file, 0.0) for file in _OTHER[part])
    return _SORTS[likeliest], str(round(10 * says / whole)), str(round(10 * other / whole))


def _names_speaker(sort: str, lemma: str) -> bool:
    return sort == "communication" or (sort in ("person", "group") and len(lemma) <= _LONGEST)


def _tagged(file: Path) -> dict[tuple[str, str], dict[int, float]]:
    """How often the senses of each word were tagged, by lexicographer file."""
    out: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for line in file.read_text(encoding="ascii").splitlines():
        key, _, times = line.split()
        lemma, senses = key.split("%")
        kind, number = senses.split(":")[:2]
        out[kind, lemma][int(number)] += float(times)
    return out


def _lemmas(folder: Path, part: str) -> Iterator[tuple[str, list[int]]]:
    """Single words with the lexicographer files of their senses, the most frequent sense first.

    What has a hyphen is no word of a parse: the tokenizer parts it there.
    """
    files = {line[:8]: int(line.split(" ", 2)[1]) for line in _lines(folder / f"data.{part}")}
    for line in _lines(folder / f"index.{part}"):
        lemma, _, senses, pointers, *rest = line.split()
        if lemma.isalpha():
            offsets = rest[int(pointers) + 2 :]
            yield lemma, [files[offset] for offset in offsets[: int(senses)]]


def _lines(file: Path) -> list[str]:
    """The lines of a file behind WordNet's licence."""
    return [line for line in file.read_text(encoding="ascii").splitlines() if not line.startswith("  ")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.training.wordnet",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="the folder with WordNet's files")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the table")
    options = parser.parse_args(arguments)
    try:
        options.output.write_text("\n".join(table(options.path)) + "\n", encoding="utf-8")
    except (QuoteattrError, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

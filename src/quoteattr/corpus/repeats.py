"""The same quotation in several articles, word for word or nearly so.

Quotes go into a database on disk, so that memory does not grow with them. Each gets marks, and two that share a mark
are compared word by word. The marks of a short quote are its words with one left out: two that differ in one word share
one of these. Those of a long quote, which may differ in more, are bands of a MinHash signature. Words in a row are
further marks, which a part of a quote shares with the whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import numpy as np
from attrs import astuple, frozen

from quoteattr.corpus.groups import Groups
from quoteattr.corpus.libraries import batches, library
from quoteattr.corpus.records import Key, Occurrence, RepeatedQuote
from quoteattr.corpus.words import comparable
from quoteattr.errors import SettingError
from quoteattr.records import Article

__all__ = ["WORDS", "Said", "Shelf", "repeated"]

WORDS = 5
"""Words that a quote has at least, to be compared: "no comment" is said by many."""
_LONG = 12
"""Words from which on the speakers need not be the same: nobody else says so many in this order by chance."""
_CHANGED = 10
"""Of so many words one may be another; one at least."""
_EXACT = 2 * _CHANGED
"""Words up to which one word may be another; those of more words may have two others."""
_PART = 8
"""Words in a row that a quote shares with a longer one of the same speaker, at least, if it is a part of it."""
_MOST = 0.8
"""Share of its words that these are, at least."""
_BANDS, _ROWS = 20, 6
"""How a signature is cut. Of two quotes that have four of five words in common, 997 of 1,000 share a band."""
_SEED = 20
_BATCH = 20_000
_CROWD = 200
"""Different quotes with one mark, beyond which it tells nothing."""
_MEMORY = "512MB"
"""What the database may take; the rest goes to disk."""
_SAID = ("number", "document", "quote", "text", "speaker", "who", "plain", "key")
_DIGITS = re.compile(r"\d+")


@frozen
class Said:
    """A quote, as it is compared.

    Attributes:
        document: Id of its article.
        quote: Its id.
        text: Its words.
        speaker: The speaker's name or description, or ``None``.
        who: Equal for quotes of one named speaker; ``None`` if nobody is named.
    """

    document: str
    quote: str
    text: str
    speaker: str | None = None
    who: str | None = None


def said_in(document: str, article: Article, speaker_ids: Mapping[Key, str] | None = None) -> Iterator[Said]:
    """The quotes of an article; speakers are those of a merged corpus, or compared by the last word of the name."""
    for quote in article.quotes:
        speaker = quote.speaker
        name = speaker.name if speaker is not None else None
        who = name and (comparable(name) or (name,))[-1]
        if speaker is not None and speaker_ids is not None:
            who = speaker_ids.get((document, speaker.id))
        yield Said(document, quote.id, quote.text, str(speaker) if speaker is not None else None, who)


def repeated(
    articles: Iterable[tuple[str, Article]],
    *,
    speaker_ids: Mapping[Key, str] | None = None,
    words: int = WORDS,
) -> list[RepeatedQuote]:
    """The quotations that stand in several articles.

    Two quotes are one quotation if they have the same words, but for one of ten at most (one at least), and the same
    numbers; or if they are of one named speaker and one is a part of the other. The speakers of a short one must be the
    same.

    Args:
        articles: Ids of documents, each unique, with the records. An iterator is read once; no article is kept.
        speaker_ids: Those of :class:`Merged`, so that one speaker is known by all names; by default speakers are
            compared by the last word of the name.
        words: How many words a quote must have.

    Raises:
        SettingError: A library of the extra ``corpus`` is missing, or ``words`` is no number of words.
    """
    with Shelf(words=words) as shelf:
        shelf.add(one for document, article in articles for one in said_in(document, article, speaker_ids))
        return list(shelf.repeated())


class Shelf:
    """Quotes on disk, which find those that are the same. A context manager: its files go at the end.

    Args:
        words: How many words a quote must have.

    Raises:
        SettingError: A library of the extra ``corpus`` is missing, or ``words`` is no number of words.
    """

    def __init__(self, *, words: int = WORDS) -> None:
        if not isinstance(words, int) or isinstance(words, bool) or words < 1:
            raise SettingError(f"words must be a whole number of at least 1; got {words!r:.80}")
        self._words = words
        self._arrow, self._minhash = library("pyarrow"), library("rensa").RMinHash
        self._distance = library("rapidfuzz.distance").Levenshtein.distance
        duckdb = library("duckdb")
        self._folder = TemporaryDirectory(prefix="quoteattr-")
        place = Path(self._folder.name)
        self._base = duckdb.connect(
            str(place / "quotes.duckdb"), config={"memory_limit": _MEMORY, "temp_directory": str(place / "spilled")}
        )
        self._base.execute(
            "CREATE TABLE said (number BIGINT, document VARCHAR, quote VARCHAR, text VARCHAR, speaker VARCHAR,"
            " who VARCHAR, plain BIGINT, key BIGINT)"
        )
        self._count = 0
        self._waiting: list[tuple[Any, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._base.close()
        self._folder.cleanup()

    def add(self, quotes: Iterable[Said]) -> None:
        """Put quotes onto the shelf, those that are long enough."""
        for one in quotes:
            words = _words(one.text)
            if len(comparable(one.text)) >= self._words:
                self._count += 1
                plain = _number(" ".join(words))
                key = plain if len(words) >= _LONG else _number(" ".join((*words, one.who or "")))
                self._waiting.append((self._count, *astuple(one), plain, key))
                if len(self._waiting) >= _BATCH:
                    self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._insert("said", dict(zip(_SAID, map(list, zip(*self._waiting, strict=True)), strict=True)))
            self._waiting.clear()

    def _insert(self, table: str, columns: Mapping[str, Any]) -> None:
        self._base.register("batch", self._arrow.table(columns))
        self._base.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608
        self._base.unregister("batch")

    def repeated(self) -> Iterator[RepeatedQuote]:
        """The quotations in several articles, in the order of their first occurrences."""
        self._flush()
        groups = self._groups()
        self._base.execute("CREATE OR REPLACE TABLE grouped (key BIGINT, top BIGINT)")
        for batch in batches(groups.above, _BATCH):
            tops = [groups.find(key) for key in batch]
            self._insert("grouped", {"key": list(map(int, batch)), "top": list(map(int, tops))})
        rows = self._base.execute(
            "WITH placed AS (SELECT said.*, coalesce(top, key) AS top FROM said LEFT JOIN grouped USING (key)),"
            " kept AS (SELECT top, min(number) AS first, count(DISTINCT plain) AS texts FROM placed GROUP BY top"
            " HAVING count(DISTINCT document) > 1)"
            " SELECT first, texts, document, quote, text, speaker FROM placed JOIN kept USING (top)"
            " ORDER BY first, number"
        )
        count, first, texts, found = 0, None, 0, list[Occurrence]()
        for row in _rows(rows):
            if row[0] != first and found:
                count += 1
                yield RepeatedQuote(f"R{count}", texts == 1, tuple(found))
                found = []
            first, texts = row[0], row[1]
            found.append(Occurrence(*row[2:]))
        if found:
            yield RepeatedQuote(f"R{count + 1}", texts == 1, tuple(found))

    def _groups(self) -> Groups:
        """The keys of different texts that are the same quotation, together with the first of them."""
        groups = Groups()
        self._mark()
        pairs = self._base.execute(
            "WITH crowds AS (SELECT mark FROM marks GROUP BY mark HAVING count(*) BETWEEN 2 AND ?),"
            " near AS (SELECT mark, number FROM marks SEMI JOIN crowds USING (mark)),"
            " pairs AS (SELECT DISTINCT one.number AS a, other.number AS b FROM near AS one JOIN near AS other"
            " USING (mark) WHERE one.number < other.number)"
            " SELECT one.key, other.key, one.text, other.text, one.who, other.who FROM pairs"
            " JOIN said AS one ON one.number = a JOIN said AS other ON other.number = b ORDER BY a, b",
            [_CROWD],
        )
        for key, other, text, other_text, who, other_who in _rows(pairs):
            # What is like the first of a group is in it; what is like another one only may have little of the first.
            firsts = groups.find(str(key)) == str(key) and groups.find(str(other)) == str(other)
            if firsts and self._same(_words(text), _words(other_text), who, other_who):
                groups.join(str(key), str(other))
        return groups

    def _mark(self) -> None:
        """Write down the marks of each different text."""
        self._base.execute("CREATE OR REPLACE TABLE marks (mark BIGINT, number BIGINT)")
        texts = self._base.cursor().execute(
            "SELECT min(number), arg_min(text, number) FROM said GROUP BY key ORDER BY min(number)"
        )
        for batch in batches(_rows(texts), _BATCH):
            told = [(number, _words(text)) for number, text in batch]
            short = [(number, mark) for number, words in told for mark in _plain_marks(words)]
            long = [(number, list(words)) for number, words in told if len(words) >= _EXACT]
            numbers = np.array([number for number, _ in short], np.int64)
            marks = np.array([mark for _, mark in short], np.int64)
            if long:
                bands = self._bands([words for _, words in long])
                numbers = np.concatenate([numbers, np.repeat([number for number, _ in long], _BANDS)])
                marks = np.concatenate([marks, bands.ravel().view(np.int64)])
            self._insert("marks", {"mark": marks, "number": numbers})

    def _bands(self, texts: Sequence[list[str]]) -> np.ndarray[Any, np.dtype[np.uint64]]:
        """The bands of the signatures of texts: a row for each text, a number for each band."""
        matrix = self._minhash.digest_matrix_from_token_sets(texts, num_perm=_BANDS * _ROWS, seed=_SEED)
        return _folded(np.array(matrix.to_rows(), np.uint64).reshape(len(texts), _BANDS, _ROWS))

    def _same(self, words: Sequence[str], others: Sequence[str], who: str | None, other_who: str | None) -> bool:
        shorter, longer = sorted((words, others), key=len)
        of_one = who is not None and who == other_who
        if of_one and _is_part(shorter, longer):
            return True
        may_be_one = of_one or (words == others and (who is None or other_who is None))
        if len(shorter) < _LONG and not may_be_one:
            return False
        most = max(1, len(shorter) // _CHANGED)
        if _numbers(words) != _numbers(others):
            return False
        return bool(self._distance(words, others, score_cutoff=most) <= most)


def _words(text: str) -> tuple[str, ...]:
    """The words that are compared: without the conjunction of an indirect quotation."""
    words = comparable(text)
    return words[1:] if words[:1] == ("that",) else words


def _plain_marks(words: Sequence[str]) -> Iterator[int]:
    """The marks of a text, but for the bands: what is left without a word, and the words that may be a part."""
    if len(words) <= _EXACT:
        yield from _without_one(words)
    for start in range(len(words) - _PART + 1):
        yield _number("part " + " ".join(words[start : start + _PART]))


def _is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether most of a text stands in a longer one, in a row, and all of its numbers."""
    if len(shorter) < _PART or _numbers(shorter) - _numbers(longer):
        return False
    found = SequenceMatcher(None, shorter, longer, autojunk=False).find_longest_match()
    return found.size >= max(_PART, _MOST * len(shorter))


def _numbers(words: Sequence[str]) -> Counter[str]:
    return Counter(filter(_DIGITS.search, words))


def _without_one(words: Sequence[str]) -> Iterator[int]:
    """Marks of all the words, and of those that are left without each of them."""
    yield _number(" ".join(words))
    for place in range(len(words)):
        yield _number(" ".join((*words[:place], *words[place + 1 :])))


def _folded(bands: np.ndarray[Any, np.dtype[np.uint64]]) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """One number for each band, by its place and its rows."""
    out = np.broadcast_to(np.arange(bands.shape[-2], dtype=np.uint64), bands.shape[:-1]).copy()
    for row in range(bands.shape[-1]):
        out = (out ^ bands[..., row]) * np.uint64(0x9E3779B97F4A7C15)
        out ^= out >> np.uint64(32)
    return out


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _rows(result: Any) -> Iterator[tuple[Any, ...]]:
    while rows := result.fetchmany(_BATCH):
        yield from rows

"""Which share of quotes stays the same when a text is changed in a way that must not matter: metamorphic laws.

usage: ``python -m benchmarks.laws [FILE_OR_FOLDER ...] [--generated N] [--every N] [--only NAME]``

Each article is read as it is, and changed by each law. A quote holds if one of the changed article has its words (an
overlap of 85 %), its speaker and the speaker's organisation. Only counts are shown.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from benchmarks import generated
from benchmarks.laid_out import is_same_wording, odd, wrapped
from quoteattr import Article, Extractor, Quote, SpeakerKind
from quoteattr.coreference.gazetteer import folded, gazetteer

__all__ = ["LAWS", "WAYS", "Law", "broken", "main", "renaming", "texts_of"]


@frozen
class Law:
    """A change of a text, and what comes of it.

    Attributes:
        name: What is changed.
        may_change: What may differ nevertheless, and why.
        changed: The changed text of an article; ``None``, if the law says nothing about it.
    """

    name: str
    may_change: str
    changed: Callable[[Article], str | None]


def _of_text(change: Callable[[str], str]) -> Callable[[Article], str | None]:
    return lambda article: change(article.text)


# ---- marks ---------------------------------------------------------------------------------------------------------

_OPENS = re.compile(r'(^|[\s(\[—–/-])"(?=\S)', re.MULTILINE)
_INNER = re.compile(r"(?<![\w.,?!])['‘](?=\w)(?:[^'‘’\n]|['’](?=\w))*['’](?!\w)|‘(?!\d)")
_DOUBLE = re.compile(r'["“”]')


def _curly(text: str) -> str:
    """The text with curly double marks; where it has some, they stay."""
    return text if "“" in text else _OPENS.sub(r"\1“", text).replace('"', "”")


def _marked(opening: str, closing: str, article: Article) -> str | None:
    """The text with other marks for its double ones; nothing is said of a text with marks in marks, or of odd ones."""
    text = _curly(article.text)
    if _INNER.search(text) or text.count("“") != text.count("”") or '"' in text:
        return None
    return text.replace("“", opening).replace("”", closing)


# ---- names ---------------------------------------------------------------------------------------------------------

_NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_SWAPS = {
    False: "Adam Brian Carl Daniel Edward Frank George Henry Kevin Martin Oliver Peter Simon Thomas".split(),
    True: "Alice Anna Carol Clara Diana Emily Helen Julia Laura Maria Nancy Rachel Susan Teresa".split(),
}
_ALIKE = 0.8
"""Share of letters in order that two spellings of one name have."""
_SURNAMES = "Abbott Barlow Calder Dalton Ellison Farrow Gibson Halford Ingram Jarvis Kendall Lawson Mercer".split()


def renaming(article: Article) -> dict[str, str]:
    """Other names for the words of the people's names: given names of the same gender, and surnames.

    A word that the text also has in small letters, in another name, or misspelt, is left alone, and so is a given name
    that does not tell a gender.
    """
    people = [one for one in article.speakers if one.kind is SpeakerKind.PERSON and one.name]
    bodies = {word for one in article.organisations for word in re.findall(r"\w+", one.name)}
    words = set(re.findall(r"\w+", article.text))
    free = {woman: [one for one in some if one not in words] for woman, some in _SWAPS.items()}
    surnames = [one for one in _SURNAMES if one not in words]
    out: dict[str, str] = {}
    for number, person in enumerate(people):
        parts = (person.name or "").split()
        if len(parts) != 2 or not all(map(_NAME.fullmatch, parts)) or number >= len(surnames):
            continue
        given, surname = parts
        share = gazetteer().given_names.get(folded(given.lower()), 50)
        if {given, surname} & bodies or {given.lower(), surname.lower()} & words or {given, surname} & out.keys():
            continue
        if _is_like_another(surname, words) or _is_like_another(surnames[number], words):
            continue
        out[surname] = surnames[number]
        if not 3 < share < 97 and len(free[share > 50]) > number:
            out[given] = free[share > 50][number]
    return out | {word.upper(): name.upper() for word, name in out.items()}


def _is_like_another(surname: str, words: Iterable[str]) -> bool:
    """Whether a text has a word that may be a slip for a surname, or its plural: a name for both would part the two."""
    return any(
        word[0] == surname[0] and word != surname and SequenceMatcher(None, word, surname).ratio() > _ALIKE
        for word in words
        if abs(len(word) - len(surname)) <= 2 and word.istitle()
    )


# ---- the laws ------------------------------------------------------------------------------------------------------

_END = "Work on the road goes on. It will take two years."
"""A paragraph without names and without quotes."""


def _in_line(end: str) -> Callable[[Article], str]:
    return lambda article: end.join(article.text.splitlines())


def _renamed(article: Article) -> str | None:
    names = renaming(article)
    return _with_names(article.text, names) if names else None


def _with_names(text: str, names: dict[str, str]) -> str:
    return re.sub(r"\w+", lambda word: names.get(word[0], word[0]), text)


def _zero_width(text: str) -> str:
    chance = random.Random(0)
    return re.sub(" ", lambda _: " \u200b" if chance.random() < 1 / 10 else " ", text)


LAWS = (
    Law(
        "wrapped at 72 columns",
        "a heading without a full stop may join the line below it",
        _of_text(partial(wrapped, width=72)),
    ),
    Law("lines end with CRLF", "nothing", _in_line("\r\n")),
    Law("lines end with CR", "nothing", _in_line("\r")),
    Law(
        "curly marks",
        "a mark that nothing closes opens or closes by the blanks beside it",
        lambda one: _curly(one.text),
    ),
    Law("straight marks", "two marks side by side are one empty quotation", lambda one: _DOUBLE.sub('"', one.text)),
    Law("British marks", "an apostrophe at the end of a word may close a quotation", partial(_marked, "‘", "’")),
    Law("guillemets", "the tagger may read another mark in another way", partial(_marked, "«", "»")),
    Law("German marks", "the tagger may read another mark in another way", partial(_marked, "„", "“")),
    Law("no-break spaces", "nothing", _of_text(lambda text: text.replace(" ", "\xa0"))),
    Law("odd characters", "nothing", _of_text(odd)),
    Law("zero-width spaces", "nothing", _of_text(_zero_width)),
    Law("accents composed", "nothing", _of_text(partial(unicodedata.normalize, "NFC"))),
    Law("accents decomposed", "nothing", _of_text(partial(unicodedata.normalize, "NFD"))),
    Law("a byte order mark", "nothing", _of_text(lambda text: f"\ufeff{text}")),
    Law(
        "a paragraph more",
        "nothing: it has no name and no quote",
        _of_text(lambda text: f"{text.rstrip()}\n\n{_END}\n"),
    ),
    Law("people renamed", "the parser may read another name in another way", _renamed),
)
"""What must not matter, and what may change nevertheless."""


_CHILD = """
import sys, json
from quoteattr import Extractor
articles = Extractor().pipe(json.load(sys.stdin))
json.dump([article.to_json() for article in articles], sys.stdout)
"""


def _in_another_order(extractor: Extractor, texts: Sequence[str]) -> Iterator[Article]:
    return reversed(list(extractor.pipe(texts[::-1])))


def _one_by_one(extractor: Extractor, texts: Sequence[str]) -> Iterator[Article]:
    return map(extractor, texts)


def _in_processes(extractor: Extractor, texts: Sequence[str]) -> Iterator[Article]:
    return extractor.pipe(texts, processes=2)


def _in_threads(extractor: Extractor, texts: Sequence[str]) -> Iterator[Article]:
    with ThreadPoolExecutor(4) as threads:
        yield from threads.map(extractor, texts)


def _with_another_hash_seed(_: Extractor, texts: Sequence[str]) -> Iterator[Article]:
    ran = subprocess.run(
        [sys.executable, "-c", _CHILD],
        input=json.dumps(texts),
        env={**os.environ, "PYTHONHASHSEED": "20"},
        text=True,
        capture_output=True,
        check=True,
        timeout=3_600,
    )
    return map(Article.from_json, json.loads(ran.stdout))


WAYS: Mapping[str, Callable[[Extractor, Sequence[str]], Iterator[Article]]] = MappingProxyType(
    {
        "in another order": _in_another_order,
        "one text a call": _one_by_one,
        "in two processes": _in_processes,
        "in four threads": _in_threads,
        "with another hash seed": _with_another_hash_seed,
    }
)
"""Ways to read the same texts, by name. Nothing may change, not even a confidence."""


def broken(
    before: Article, after: Article, names: dict[str, str] | None = None, *, words_alone: bool = False
) -> list[Quote]:
    """The quotes of an article that are not among those of the changed one: other words, speaker or organisation.

    Args:
        before: The article as it is.
        after: The changed one.
        names: What the change calls people.
        words_alone: Whether speaker and organisation do not matter.
    """
    told = partial(_with_names, names=names or {})
    rest = [(quote.text, _who(quote)) for quote in after.quotes]
    out = []
    for quote in before.quotes:
        words, who = told(quote.text), tuple(map(told, _who(quote)))
        for one in rest:
            if (words_alone or one[1] == who) and is_same_wording(words, one[0]):
                rest.remove(one)
                break
        else:
            out.append(quote)
    return out


def _who(quote: Quote) -> tuple[str, str]:
    """Who speaks, and for whom, however their letters are coded and their marks look."""
    speaker = quote.speaker
    who = "" if speaker is None else speaker.name or speaker.description or ""
    body = speaker.organisation.name if speaker is not None and speaker.organisation is not None else ""
    return _plain(who), _plain(body)


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFKC", re.sub(r"[\xad\u200b\ufeff]", "", name)).replace("’", "'")
    return " ".join(re.sub(r"[\"“”„«»‘]|'(?!\w)", "", name).split())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.laws", description=__doc__)
    parser.add_argument("paths", type=Path, nargs="*", metavar="PATH")
    parser.add_argument("--generated", type=int, default=0, metavar="N", help="articles that are generated")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article of the paths alone")
    parser.add_argument("--only", default="", metavar="NAME", help="laws with this in their name")
    parser.add_argument("--show", action="store_true", help="show the quotes that do not hold (own texts alone)")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    plain = list(extractor.pipe([*texts_of(options.paths, options.every), *generated.articles(options.generated)]))
    print(f"{len(plain)} articles, {sum(len(one.quotes) for one in plain)} quotes")
    for law in LAWS:
        if options.only in law.name:
            held, count = _share(extractor, law, plain, options.show)
            print(f"{held / max(count, 1):7.1%} of {count:5}  {law.name}", flush=True)
    for name, read in WAYS.items():
        if options.only in name:
            pairs = list(zip(plain, read(extractor, [one.text for one in plain]), strict=True))
            count = sum(len(one.quotes) for one in plain)
            held = sum(
                one == other for before, after in pairs for one, other in zip(before.quotes, after.quotes, strict=False)
            )
            print(f"{held / max(count, 1):7.1%} of {count:5}  read {name}", flush=True)


def texts_of(paths: Sequence[Path], every: int) -> Iterator[str]:
    """The texts of files, and of the ``.txt`` files of folders: each Nth one."""
    files = sorted(file for path in paths for file in ([path] if path.is_file() else path.rglob("*.txt")))
    for file in files[::every]:
        yield file.read_bytes().decode("utf-8-sig")


def _share(extractor: Extractor, law: Law, plain: Sequence[Article], show: bool) -> tuple[int, int]:
    pairs = [(article, text) for article in plain if (text := law.changed(article)) is not None]
    lost = count = 0
    for (before, _), after in zip(pairs, extractor.pipe([text for _, text in pairs]), strict=True):
        names = renaming(before) if law.changed is _renamed else None
        quotes = broken(before, after, names)
        lost, count = lost + len(quotes), count + len(before.quotes)
        if show:
            for quote in quotes:
                print(f"    {law.name}: {quote}")
    return count - lost, count


if __name__ == "__main__":
    main()

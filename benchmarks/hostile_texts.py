"""Texts that nobody would write, each of a size: what is repeated, nested or strange grows with it."""

from __future__ import annotations

import random
import string
import textwrap
from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

from benchmarks.texts import long_text, paragraphs_of_seeds

__all__ = ["CASES", "PLAIN", "Case", "case_of", "named", "news"]

PLAIN = "plain news"
"""The case that the others are compared with."""

_SYLLABLES = "ba den fo gar hil ka lo mer ni por ras sto ta ven wil zam".split()
_STRANGE = "\0\x07\x1b\x7f\x85\u00ad\u200b\u200d\u200f\u202e\u2066\ufeff\ufffe\ud800\udfff\U000e0001\U0010ffff"
_DRAWN = 10_000
"""Characters of a drawn text."""
_PREFIX = "drawn "
_PIECES = (
    "the a dog cat house minister officials company head of in to for with by and or but because if while who which "
    "that this he she they it his her their himself told said says saying say asked added wrote thinks according as "
    "is was were will not n't has been rain late 5 1,000 2019 $6m Ada Smith Acme Inc. London Mr. Dr. president "
    "“ ” ‘ ’ ' \" « » „ ( ) [ ] , . ; : ? ! - – — … ... 's ’s \n \n\n • / & %"
).split(" ")
"""What drawn texts are made of."""


@frozen
class Case:
    """A sort of text.

    Attributes:
        make: The text of a size.
        size: Repetitions, or characters, as the issue of the case says.
        what: What the size counts.
    """

    make: Callable[[int], str]
    size: int
    what: str


def news(length: int) -> str:
    """So many characters of the repository's own articles, over and over."""
    return long_text(paragraphs_of_seeds(), length)


def _wrapped(length: int) -> str:
    """So many characters of news in lines of at most 72."""
    return "\n".join(textwrap.wrap(news(length), 72))


def _names(count: int, last: str = "") -> list[str]:
    """Different names of two words."""
    base = len(_SYLLABLES)
    out = []
    for number in range(count):
        one, two, three, four = (number // base**power % base for power in range(4))
        first = _SYLLABLES[one] + _SYLLABLES[two]
        out.append(f"{first} {_SYLLABLES[three]}{_SYLLABLES[four]}{_SYLLABLES[one]}".title() + last)
    return out


def _said(names: list[str]) -> str:
    return "".join(f"{name} said that it was late in the evening. " for name in names)


def _nested(depth: int) -> str:
    left, right = ("“I say ", "‘he says "), (" so”", " so’")
    begins = [left[level % 2] for level in range(depth)]
    return "".join(begins) + "it rains" + "".join(right[level % 2] for level in reversed(range(depth))) + " she said."


def _any_plane(length: int) -> str:
    chance = random.Random(0)
    return "".join(chr(chance.randrange(0x110000)) for _ in range(length))


def _unbroken(length: int) -> str:
    chance = random.Random(0)
    signs = string.ascii_letters + string.digits + ".,;:-_/\\'\"“”()!?&=%"
    return "".join(chance.choice(signs) for _ in range(length))


def _times(unit: str) -> Callable[[int], str]:
    return lambda count: unit * count


def _chain(unit: str, begin: str = "", end: str = "") -> Callable[[int], str]:
    return lambda count: begin + unit * count + end


_HUNDRED = 100_000

CASES: Mapping[str, Case] = MappingProxyType(
    {
        PLAIN: Case(news, _HUNDRED, "characters"),
        "opening marks": Case(_times("“"), _HUNDRED, "marks"),
        "opening marks and words": Case(_times("“yes "), 20_000, "marks"),
        "alternating marks": Case(_times("“”"), _HUNDRED // 2, "pairs"),
        "straight marks and spaces": Case(_times('" '), _HUNDRED // 2, "marks"),
        "apostrophes and words": Case(_times("'a "), 30_000, "marks"),
        "parentheses, nested": Case(lambda count: "(" * count + ")" * count, 25_000, "pairs"),
        "parentheses in a row": Case(_times("()"), 25_000, "pairs"),
        "parentheses around words": Case(_times("(so "), 25_000, "parentheses"),
        "letters without a space": Case(_times("a"), 5_000_000, "characters"),
        "signs without a space": Case(_unbroken, 500_000, "characters"),
        "signs that grow in NFKC": Case(_times("\ufdfa"), _HUNDRED, "characters"),
        "a name over and over": Case(_times("Ada Smith "), 20_000, "names"),
        "a speaker over and over": Case(lambda count: _said(["Ada Smith"] * count), 5_000, "sentences"),
        "different names": Case(lambda count: _said(_names(count)), 10_000, "names"),
        "names of one surname": Case(
            lambda count: _said([f"{name.split()[0]} Smith" for name in _names(count)]), 5_000, "names"
        ),
        "different organisations": Case(lambda count: _said(_names(count, " Inc.")), 5_000, "names"),
        "pronouns": Case(_times("“Yes,” he said. She told them that they were late. "), 2_000, "repetitions"),
        "pronouns in one sentence": Case(_times("he said she said they told us "), 2_000, "repetitions"),
        "quotes in quotes": Case(_nested, 500, "levels"),
        "quotes in quotes, deeper": Case(_nested, 10_000, "levels"),
        "quotations in one paragraph": Case(_times("“We go,” said Ada Smith of Acme. "), 5_000, "quotations"),
        "quotations without a full stop": Case(_times("“we go,” he said "), 5_000, "quotations"),
        "paragraphs left open": Case(_times("“We go on.\n"), 10_000, "paragraphs"),
        "paragraphs left open and signed": Case(_times("“We go on. — Ada Smith\n"), 5_000, "paragraphs"),
        "paragraphs left open, with a speaker": Case(_times("“We go on,” said Ada. “And on.\n"), 4_000, "paragraphs"),
        "clauses in clauses": Case(_chain("he said that ", end="it rained."), 10_000, "levels"),
        "of the of the": Case(_chain("the head of ", "He met ", "Acme, she said."), 10_000, "levels"),
        "possessives in a row": Case(_chain("Ada's ", end="house is big, he said."), 10_000, "levels"),
        "and and and": Case(_chain("Ada and ", end="Bob said it rained."), 10_000, "names"),
        "possessives without names": Case(_times("’s  "), 10_000, "signs"),
        "clauses before their cues": Case(_times("said - was "), 5_000, "repetitions"),
        "commas": Case(_chain("Ada, ", end="said it rained."), 20_000, "names"),
        "appositions": Case(_chain("Ada Smith, the head of Acme, ", end="said it rained."), 4_000, "names"),
        "titles": Case(_chain("president ", end="Ada Smith said it rained."), 20_000, "titles"),
        "verbs of saying": Case(_times("said "), 20_000, "verbs"),
        "a word over and over": Case(_times("cat "), 25_000, "words"),
        "ellipses": Case(_times("say ... "), 12_000, "repetitions"),
        "lines that reach into the next": Case(_times("\n\n ; Dr. to n't . ! ’ "), 4_000, "lines"),
        "one sentence without an end": Case(_times("the dog saw the cat and "), 5_000, "repetitions"),
        "according to": Case(_times("according to Acme, "), 8_000, "repetitions"),
        "colons and dashes": Case(_times("Ada: yes — "), 10_000, "repetitions"),
        "empty lines": Case(_times("\n"), _HUNDRED, "lines"),
        "white space of every kind": Case(_times(" \t\r\n\f\xa0\u2028 "), 12_000, "repetitions"),
        "lines of one word": Case(_times("Ada\n"), 25_000, "lines"),
        "a headline in capitals": Case(_times("ADA SMITH SAYS NO TO ACME "), 4_000, "repetitions"),
        "full stops": Case(_times("."), _HUNDRED, "characters"),
        "accents": Case(_times("e\u0301\u0302\u0303"), 25_000, "letters"),
        "control and invisible characters": Case(_times(f"said {_STRANGE} "), 4_000, "repetitions"),
        "characters of every plane": Case(_any_plane, _HUNDRED, "characters"),
        "right to left": Case(_times("“שלום,” אמר דן. "), 6_000, "repetitions"),
        "emoji": Case(_times("“👩‍👩‍👧 yes,” said 🤖. "), 5_000, "repetitions"),
        "wrapped lines": Case(_wrapped, _HUNDRED, "characters"),
        "lines that go on": Case(_times("and so the\n"), 10_000, "lines"),
        "words parted at line ends": Case(_times("agree-\n"), 12_000, "lines"),
        "pages between halves": Case(_times("it said the\n\n7\n\n"), 6_000, "pages"),
        "page numbers": Case(_times("7\n"), 25_000, "lines"),
        "quoted mail": Case(lambda count: "".join(f"{'> ' * (n % 99)}yes and\n" for n in range(count)), 1_000, "lines"),
        "zero-width spaces": Case(_times("”\u200bsaid\u200bAda"), 6_000, "repetitions"),
        "soft hyphens": Case(_times("\u00ad\n"), 50_000, "hyphens"),
        "stars": Case(_times("*a "), 30_000, "stars"),
        "stars and underscores": Case(_times("**_"), 30_000, "signs"),
        "brackets of links": Case(_times("[a]("), 25_000, "brackets"),
        "open comments": Case(_times("<!--"), 25_000, "comments"),
        "open scripts": Case(_times("<script>"), 12_000, "tags"),
        "tags without an end": Case(_times('<a b="'), 16_000, "tags"),
        "entities": Case(_times("&amp;ldquo;"), 10_000, "entities"),
        "addresses": Case(_times("http://example.org/a?b=c&d=e#f a.b@example.org "), 2_000, "repetitions"),
        "numbers": Case(_times("1,234.5% $6m 7/8 "), 6_000, "repetitions"),
        "markup": Case(_times('<a href="x">“Yes,”</a> '), 4_000, "repetitions"),
        "news of 1 MB": Case(news, 1_000_000, "characters"),
        "news of 10 MB": Case(news, 10_000_000, "characters"),
    }
)


def named(number: int) -> str:
    """The name of a drawn text; it says what is repeated."""
    return f"{_PREFIX}{number}: {_unit(number)!r}"


def case_of(name: str) -> Case:
    """The case of a name, whether it is listed or drawn.

    Raises:
        KeyError: There is none.
    """
    if not name.startswith(_PREFIX):
        return CASES[name]
    unit = _unit(int(name.removeprefix(_PREFIX).partition(":")[0]))
    return Case(lambda size: (unit * (size // len(unit) + 1))[:size], _DRAWN, "characters")


def _unit(number: int) -> str:
    """One to eight pieces, most of them parted by a space."""
    chance = random.Random(number)
    pieces = [chance.choice(_PIECES) for _ in range(chance.randint(1, 8))]
    return "".join(piece + ("" if chance.random() < 0.1 else " ") for piece in pieces)

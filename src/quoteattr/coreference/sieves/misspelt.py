"""Names that an article misspells: "Deisendorf" beside "Mark Diesendorf", "Garmet Blue" beside "Garnet Blue"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from quoteattr.coreference.gazetteer import folded
from quoteattr.coreference.mentions.names import Name
from quoteattr.syntax import Parse

__all__ = ["misspelt", "misspelt_bodies", "spellings"]

_LETTERS = 6
"""Letters of a surname that may be misspelt, at least."""
_LONG = 8
"""The same where one letter is missing, or is one too many or another, inside the surname."""
_ENDING = 3
"""Letters at the end that are the same there: Andersen is not Anderson."""

_WORD = 4
"""Letters of a word in the name of an organisation that may be misspelt, at least."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

Key = tuple[str, ...]


def misspelt(keys: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """The surnames that stand alone and are no part of a full name, and the one surname that each misspells.

    Two letters have changed places, or a letter is double in one of the two; inside a long surname one letter is
    another, or stands in one of the two alone.

    Args:
        keys: The words of the names of people.
    """
    known = {key[-1] for key in keys if len(key) > 1}
    words = known.union(*(key[:-1] for key in keys if len(key) > 1))
    for key in keys:
        if len(key) == 1 and len(key[0]) >= _LETTERS and key[0] not in words:
            meant = [surname for surname in known if _is_slip(key[0], surname)]
            if len(meant) == 1:
                yield key, (meant[0],)


def _is_slip(word: str, other: str) -> bool:
    same = 0
    while word[same : same + 1] == other[same : same + 1] != "":
        same += 1
    long = min(len(word), len(other)) >= _LONG and 1 < same < len(word) - _ENDING
    if len(word) == len(other):
        swapped = word[same : same + 2] == other[same : same + 2][::-1] and word[same + 2 :] == other[same + 2 :]
        return swapped or (long and word[same + 1 :] == other[same + 1 :])
    short, longer = sorted((word, other), key=len)
    one_more = len(short) + 1 == len(longer) >= _LETTERS and short[same:] == longer[same + 1 :]
    double = same > 0 and longer[same : same + 1] == longer[same - 1 : same]
    return one_more and (double or long)


def misspelt_bodies(counts: Mapping[Key, int]) -> Iterator[tuple[Key, Key]]:
    """The names of organisations that stand once, and the one name that each misspells, which stands more often.

    Args:
        counts: How often the article has each name.
    """
    often = [key for key, count in counts.items() if count > 1]
    for key, count in counts.items() if often else ():
        if count == 1:
            meant = [other for other in often if _is_spelt_apart(key, other) or _has_slip(key, other)]
            if len(meant) == 1:
                yield key, meant[0]


def _is_spelt_apart(key: Key, other: Key) -> bool:
    return len(key) != len(other) and "".join(key) == "".join(other)


def _has_slip(key: Key, other: Key) -> bool:
    """Whether two names of several words differ by one letter inside one word."""
    if len(key) != len(other) or len(key) == 1:
        return False
    differing = [(one, two) for one, two in zip(key, other, strict=True) if one != two]
    return len(differing) == 1 and _is_one_letter_off(*differing[0])


def _is_one_letter_off(word: str, other: str) -> bool:
    """Whether one letter inside a word is another, or stands in one of the two alone."""
    if min(len(word), len(other)) < _WORD or word[0] != other[0] or word[-1] != other[-1]:
        return False
    same = next(at for at, (one, two) in enumerate(zip(word + " ", other + " ", strict=False)) if one != two)
    rest, of_other = word[same:], other[same:]
    return rest[1:] in (of_other[1:], of_other) or rest == of_other[1:]


def spellings(parse: Parse, names: Sequence[Name]) -> dict[Key, Key]:
    """The keys that the article spells otherwise elsewhere: "joerg moeller", beside "Jörg Möller".

    Args:
        parse: The article.
        names: Names of people.
    """
    umlauts: dict[str, str] = {}
    for name in names:
        for word in parse.lower[name.start : name.end]:
            if (longer := folded(word.translate(_UMLAUTS))) != folded(word):
                umlauts[longer] = folded(word)
    hyphens: dict[str, Key] = {}
    for key in {name.key for name in names if "-" in name.text}:
        hyphens["".join(key).replace("-", "")] = key
        hyphens[key[-1].replace("-", "")] = key[-1:]
    keys = {name.key for name in names}
    out = dict(misspelt(keys))
    for key in keys if umlauts or hyphens else ():
        known = tuple(umlauts.get(word, word) for word in key)
        known = hyphens.get("".join(known), known) if len(known) > 1 else known
        if known != key:
            out[key] = known
    return out

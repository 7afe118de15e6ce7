"""The pieces of sentences that may be names: the model's entities with their edges mended, and capitalised runs."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.syntax import Parse

__all__ = ["Piece", "is_tight", "pieces_of"]

_LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"))
_DOMAINS = (".com", ".org", ".net", ".co.uk")
_LOOSE = frozenset(("IN", "CC", "WRB", "PRP", "MD", "TO", "UH", "DT", "VBD", "VBZ", "VBP", "VBG", "WP", "WDT", "PRP$"))
_BODY = 12
"""Gazetteer of a known body, at most."""
_SYLLABLES, _LONG = 4, 5
"""Tokens of a name with a hyphen in the given name, and letters of each of its syllables, at most."""
_MONTHS = frozenset(("may", "march", "august"))
"""Of the words of the calendar, those that are surnames, too."""
Piece = tuple[int, int, str]
"""First token, token after the last, label."""


def _capital(parse: Parse, token: int, words: Gazetteer) -> bool:
    word = parse.lower[token]
    if not parse.words[token][:1].isupper() or (word in words.calendar and not _is_surname(parse, token, words)):
        return False
    initials = parse.words[token].isupper() and word.count(".") > 2  # "A.F.L.-C.I.O."
    tagged = parse.tags[token] in ("NNP", "NNPS")
    return tagged or (word.endswith(_DOMAINS) and len(word) > 6) or initials or _is_apostrophed(parse, token)


def _is_apostrophed(parse: Parse, token: int) -> bool:
    """Whether a word is "O’Hara" or "D’Amato", whatever the tagger makes of it."""
    word = parse.words[token]
    return len(word) > _LONG and word[1] in "’'" and word[0] in "OD" and word[2].isupper() and word[2:].isalpha()


def _is_surname(parse: Parse, token: int, words: Gazetteer) -> bool:
    """Whether a month or a day is somebody's surname: "Anna May", "Mrs. May"."""
    if parse.lower[token] not in _MONTHS:
        return False
    before = parse.lower[token - 1] if token else ""
    given = before in words.given_names and before not in words.calendar and parse.words[token - 1][:1].isupper()
    number = token + 1 < len(parse) and parse.words[token + 1][:1].isdigit()
    return parse.tags[token] == "NNP" and not number and (given or words.titles.get((before,), "") != "")


def pieces_of(parse: Parse, start: int, end: int, titles: list[int], words: Gazetteer) -> Iterator[Piece]:
    """Entities and capitalised runs between titles, with their labels; edges trimmed."""
    token = start
    while token < end:
        if titles[token]:
            token += titles[token]
            continue
        number = parse.entity_of[token]
        label = parse.entities[number].label if number >= 0 else ""
        if label not in _LABELS:
            number, label = -1, ""
            if not _capital(parse, token, words) or _fragment(parse, token, end):
                token += 1
                continue
        stop = token + 1
        while (
            stop < end
            and not titles[stop]
            and (
                parse.entity_of[stop] == number
                if number >= 0
                else _capital(parse, stop, words) and _unlabelled(parse, stop)
            )
            and parse.region_of[stop] == parse.region_of[token]
        ):
            stop += 1
        while stop + 1 < end and parse.words[stop] == "-" and parse.tags[stop + 1] == "NNP" and is_tight(parse, stop):
            stop += 2
            while stop < end and _capital(parse, stop, words) and _unlabelled(parse, stop) and not titles[stop]:
                stop += 1
        yield from _trimmed(parse, token, stop, label, words)
        token = stop


def _fragment(parse: Parse, token: int, end: int) -> bool:
    """Whether a capital opens a compound of common words: "Fly-half Jane Smith"."""
    if token + 2 >= end or parse.words[token + 1] != "-" or not is_tight(parse, token + 1):
        return False
    return parse.words[token + 2][0].islower() and parse.tags[token + 2] in ("NN", "NNS", "RB", "JJ")


def is_tight(parse: Parse, token: int) -> bool:
    """Whether a token touches both of its neighbours."""
    if not 0 < token < len(parse) - 1:
        return False
    return parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]


def _unlabelled(parse: Parse, token: int) -> bool:
    number = parse.entity_of[token]
    return number < 0 or parse.entities[number].label not in _LABELS


def _trimmed(parse: Parse, start: int, end: int, label: str, words: Gazetteer) -> Iterator[Piece]:
    """Cut at a possessive, a bracket or a dash in the middle, and the edges of each part off."""
    todo = [(start, end, label)]
    while todo:
        start, end, label = todo.pop()
        cut = _middle(parse, start, end, label, words)
        if cut >= 0:
            todo += [(cut + 1, end, ""), (start, cut, label)]
        elif label == "ORG" and (cut := _employee(parse, start, end, words)):
            todo += [(cut, end, "PERSON"), (start, cut, label)]
        else:
            yield from _edged(parse, start, end, label)


def _middle(parse: Parse, start: int, end: int, label: str, words: Gazetteer) -> int:
    """The first token that parts two names, or -1."""
    for token in range(start, end):
        whole = label == "ORG" and start < token and 2 <= end - token <= 4 and parse.words[token + 1][0].isupper()
        if whole and parse.lower[token] == "'s" and not _is_person(parse, token + 1, end, words):
            continue  # "Moody's Analytics"
        if (
            parse.lower[token] in ("'s", "'", "(", ")", "-", "–", "—", "--", ":", ",")
            and _cuts(parse, token, end, words)
            and (token + 1 < end or token > start)
        ):
            return token
    return -1


def _edged(parse: Parse, start: int, end: int, label: str) -> Iterator[Piece]:
    """Cut articles, possessives and lower-case edges off."""
    while (start < end and not (parse.words[start][:1].isupper() or parse.words[start][:1].isdigit())) or (
        start < end and (parse.lower[start] in ("the", "a", "an") or _leading(parse, start, end, label))
    ):
        start += 1
    while (
        start < end
        and (not parse.is_word(end - 1) or parse.lower[end - 1] == "'s" or parse.words[end - 1][0].islower())
        and not (label in ("PERSON", "") and _is_syllable(parse, start, end))
    ):
        end -= 1
    if start < end and any(parse.words[token][0].isupper() for token in range(start, end)):
        yield start, end, label


def _is_person(parse: Parse, start: int, end: int, words: Gazetteer) -> bool:
    """Whether a given name and one more word stand here, none that ends the name of a body."""
    last = parse.lower[end - 1]
    return end - start > 1 and parse.lower[start] in words.given_names and last not in words.organisation_words


def _is_syllable(parse: Parse, start: int, end: int) -> bool:
    """Whether a name ends in the second syllable of a Korean or Chinese given name: "Kim Min-seo"."""
    if end - start < _SYLLABLES or parse.words[end - 2] != "-" or not is_tight(parse, end - 2):
        return False
    first, second = parse.words[end - 3], parse.words[end - 1]
    return max(len(first), len(second)) <= _LONG and second.isalpha() and first[0].isupper() and first.isalpha()


def _cuts(parse: Parse, token: int, end: int, words: Gazetteer) -> bool:
    """Whether a token parts two names: a dash only between spaces ("ROME - Jane Smith"), a comma only before people."""
    if parse.lower[token] == ",":
        return _is_person(parse, token + 1, end, words)
    return parse.lower[token] in ("'s", "'", "(", ")") or not is_tight(parse, token)


def _employee(parse: Parse, start: int, end: int, words: Gazetteer) -> int:
    """Where the person begins in "Fox News Jane Smith", which the model took for one body; 0 if nowhere."""
    for cut in range(start + 1, min(end - 1, start + _BODY)):
        known = " ".join(parse.lower[start:cut])
        if parse.lower[cut] in words.given_names and (known in words.media or known in words.known_organisations):
            return cut if parse.lower[end - 1] not in words.organisation_words else 0
    return 0


def _leading(parse: Parse, start: int, end: int, label: str) -> bool:
    """Whether an entity begins with a word that is no part of it: "Beyond Smith", "While Smith"."""
    return label in ("PERSON", "ORG", "GPE") and end - start > 1 and parse.tags[start] in _LOOSE

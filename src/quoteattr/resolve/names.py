"""Where the article has names: the model's entities with their edges mended, and capitalised runs that it missed."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from attrs import evolve, frozen

from quoteattr.resolve.headlines import headline_names, is_headline, known_forms, missed_names
from quoteattr.resolve.titles import find_titles, titles_before
from quoteattr.resolve.words import Words
from quoteattr.syntax import Parse

__all__ = ["Name", "NameKind", "find_names", "key_of"]

_LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"))
_JOINS = frozenset(("of", "for", "on"))
_DOMAINS = (".com", ".org", ".net", ".co.uk")
_LOOSE = frozenset(("IN", "CC", "WRB", "PRP", "MD", "TO", "UH", "DT", "VBD", "VBZ", "VBP", "VBG", "WP", "WDT", "PRP$"))
_MARKS = frozenset("“”\"'‘’`«»„()[]{},;:.!?-–—―*•|/")
_Piece = tuple[int, int, str]
"""First token, token after the last, label."""


class NameKind(enum.Enum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"

    __hash__ = object.__hash__  # members are compared by identity, and counted by the thousand


@frozen
class Name:
    """One occurrence of a name.

    Attributes:
        start: First token, behind title and article.
        end: After the last token; no possessive ending.
        key: Its words in lower case, without full stops and marks.
        label: The model's entity label, or ``""``.
        titles: The titles before it, lower case.
        gender: What the titles say, or ``""``.
        headline: Whether it stands in a line where nearly every word is capitalised.
        article: Whether "the" stands before it.
    """

    start: int
    end: int
    key: tuple[str, ...]
    label: str
    titles: tuple[str, ...] = ()
    gender: str = ""
    headline: bool = False
    article: bool = False


def key_of(words: list[str], suffixes: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a name by which two occurrences are compared."""
    key: tuple[str, ...] = ()
    joined = False
    for word in words:
        word = word.lower().replace(".", "").replace("’", "'")
        if word == "-" and key:
            key, joined = (*key[:-1], key[-1] + "-"), True
        elif word and word not in _MARKS and word not in ("'s", "'"):
            key = (*key[:-1], key[-1] + word) if joined else (*key, word)
            joined = False
    while len(key) > 1 and key[-1] in suffixes:
        key = key[:-1]
    return key


def find_names(parse: Parse, words: Words) -> list[Name]:
    """Every name of the article in text order, without overlap."""
    titles = find_titles(parse, words)
    names: list[Name] = []
    headlines = []
    for start, end in parse.sentences:
        if is_headline(parse, start, end):
            headlines.append((start, end))
        else:
            names.extend(_in_sentence(parse, start, end, titles, words))
    known = known_forms(parse, [(name.start, name.end, name.label) for name in names])
    for headline in headlines:
        for start, end, label in headline_names(parse, headline, known, titles, words):
            names.append(evolve(_name(parse, start, end, label, titles, words), headline=True))
    covered = bytearray(len(parse))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    surnames = {
        name.key[-1]
        for name in names
        if len(name.key) > 1 and (name.label == "PERSON" or name.titles or name.key[0] in words.given_names)
    }
    papers = {name.key[-1] for name in names if len(name.key) > 1 and " ".join(name.key) in words.media}
    for start, end, label in missed_names(parse, covered, surnames, papers, titles, words):
        names.append(_name(parse, start, end, label, titles, words))
    names.sort(key=lambda name: name.start)
    return names


def _capital(parse: Parse, token: int, words: Words) -> bool:
    word = parse.lower[token]
    if word in words.calendar and _is_surname(parse, token, words):
        return True  # "Jane May"
    if word in words.calendar or not parse.words[token][:1].isupper():
        return False
    initials = parse.words[token].isupper() and word.count(".") > 2  # "A.F.L.-C.I.O."
    return parse.tags[token] in ("NNP", "NNPS") or (word.endswith(_DOMAINS) and len(word) > 6) or initials


def _is_surname(parse: Parse, token: int, words: Words) -> bool:
    """Whether the name of a month stands behind a given name: "Jane May", unlike "in May"."""
    given = token > 0 and parse.words[token - 1][:1].isupper() and parse.lower[token - 1] in words.given_names
    return given and parse.tags[token] == "NNP" and parse.lower[token - 1] not in words.calendar


def _pieces(parse: Parse, start: int, end: int, titles: list[int], words: Words) -> Iterator[_Piece]:
    """Entities and capitalised runs between titles, with their labels; edges trimmed."""
    token = start
    while token < end:
        if titles[token]:
            token += titles[token]
            continue
        number = parse.entity_of[token]
        if number < 0 and not parse.words[token][:1].isupper() and parse.lower[token] not in words.calendar:
            token += 1
            continue
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
        while stop + 1 < end and parse.words[stop] == "-" and parse.tags[stop + 1] == "NNP" and _tight(parse, stop):
            stop += 2
            while stop < end and _capital(parse, stop, words) and _unlabelled(parse, stop) and not titles[stop]:
                stop += 1
        yield from _trimmed(parse, token, stop, label, words)
        token = stop


def _fragment(parse: Parse, token: int, end: int) -> bool:
    """Whether a capital opens a compound of common words: "Fly-half Jane Smith"."""
    if token + 2 >= end or parse.words[token + 1] != "-" or not _tight(parse, token + 1):
        return False
    return parse.words[token + 2][0].islower() and parse.tags[token + 2] in ("NN", "NNS", "RB", "JJ")


def _tight(parse: Parse, token: int) -> bool:
    """Whether a token touches both of its neighbours."""
    if not 0 < token < len(parse) - 1:
        return False
    return parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]


def _unlabelled(parse: Parse, token: int) -> bool:
    number = parse.entity_of[token]
    return number < 0 or parse.entities[number].label not in _LABELS


def _trimmed(parse: Parse, start: int, end: int, label: str, words: Words) -> Iterator[_Piece]:
    """Cut articles, possessives and lower-case edges off; cut at a possessive in the middle."""
    for token in range(start, end):
        whole = label == "ORG" and start < token and 2 <= end - token <= 4 and parse.words[token + 1][0].isupper()
        if whole and parse.lower[token] == "'s":
            continue  # "Moody's Analytics"
        if (
            parse.lower[token] in ("'s", "'", "(", ")", "-", "–", "—", "--")
            and _cuts(parse, token)
            and (token + 1 < end or token > start)
        ):
            yield from _trimmed(parse, start, token, label, words)
            yield from _trimmed(parse, token + 1, end, "", words)
            return
    if label == "ORG" and (cut := _employee(parse, start, end, words)):
        yield from _trimmed(parse, start, cut, label, words)
        yield from _trimmed(parse, cut, end, "PERSON", words)
        return
    while (start < end and not (parse.words[start][:1].isupper() or parse.words[start][:1].isdigit())) or (
        start < end and (parse.lower[start] in ("the", "a", "an") or _leading(parse, start, end, label))
    ):
        start += 1
    while start < end and (
        not parse.is_word(end - 1) or parse.lower[end - 1] == "'s" or parse.words[end - 1][0].islower()
    ):
        end -= 1
    if start < end and any(parse.words[token][0].isupper() for token in range(start, end)):
        yield start, end, label


def _cuts(parse: Parse, token: int) -> bool:
    """Whether a token parts two names: a dash only with spaces around it ("ROME - Jane Smith")."""
    return parse.lower[token] in ("'s", "'", "(", ")") or not _tight(parse, token)


def _employee(parse: Parse, start: int, end: int, words: Words) -> int:
    """Where the person begins in "Fox News Jane Smith", which the model took for one body; 0 if nowhere."""
    for cut in range(start + 1, end - 1):
        known = " ".join(parse.lower[start:cut])
        if parse.lower[cut] in words.given_names and (known in words.media or known in words.known_organisations):
            return cut if parse.lower[end - 1] not in words.organisation_words else 0
    return 0


def _leading(parse: Parse, start: int, end: int, label: str) -> bool:
    """Whether an entity begins with a word that is no part of it: "Beyond Smith", "While Smith"."""
    return label in ("PERSON", "ORG", "GPE") and end - start > 1 and parse.tags[start] in _LOOSE


def _in_sentence(parse: Parse, start: int, end: int, titles: list[int], words: Words) -> Iterator[Name]:
    merged: list[_Piece] = []
    for piece in _pieces(parse, start, end, titles, words):
        while merged and (joined := _joined(parse, merged[-1], piece, words)):
            merged.pop()
            piece = joined
        merged.append(piece)
    for first, last, label in merged:
        last, label = _with_noun(parse, first, last, end, label, words)
        roles = first
        while label == "PERSON" and last - roles > 2 and _is_role(parse, roles, words):
            roles += 1
        name = _name(parse, roles, last, label, titles, words)
        yield name if roles == first else evolve(name, titles=(" ".join(parse.lower[first:roles]),))


def _with_noun(parse: Parse, start: int, stop: int, end: int, label: str, words: Words) -> tuple[int, str]:
    """A name with the lower-case noun that belongs to it: "Time magazine", "the Republican party"."""
    if stop >= end or parse.region_of[stop] != parse.region_of[start]:
        return stop, label
    noun, name = parse.lower[stop], " ".join(parse.lower[start:stop])
    media = noun in ("magazine", "newspaper") and name in words.media
    if media or (noun == "party" and name in words.party_names):
        return stop + 1, "ORG"
    return stop, label


def _is_role(parse: Parse, token: int, words: Words) -> bool:
    """Whether a capitalised token before a name says what the person is: "Moderator Jane Smith"."""
    word = parse.lower[token]
    return (
        word not in words.given_names
        and words.noun(word).kind == "person"
        and parse.lower[token + 1] in words.given_names
    )


def _joined(parse: Parse, left: _Piece, right: _Piece, words: Words) -> _Piece | None:
    """Two neighbouring pieces as one name, where they are one."""
    (start, middle, one), (begin, end, two) = left, right
    first, last = parse.lower[middle - 1], parse.lower[end - 1]
    between = parse.lower[middle:begin]
    if begin - middle <= 2 and between and between[0] in _JOINS and between[1:] in ([], ["the"]):
        institution = first in words.organisation_words and one != "PERSON" and two != "PERSON"
        institution = institution or (one == "NORP" and between == ["for"] and first.endswith("s"))
        acronym = parse.words[start].isupper() and middle - start == 1 and len(first) > 2
        institution = institution or (one == "ORG" and two == "GPE" and acronym and between == ["of"])
        return (start, end, "ORG") if institution and first not in ("police", "post", "press", "research") else None
    if between == ["and"] and first in words.topics and last in words.organisation_words and two != "PERSON":
        return start, end, "ORG"
    if between == ["/"] and _tight(parse, middle) and "PERSON" not in (one, two):
        return start, end, "ORG"
    if between and words.nobiliary.issuperset(between) and {one, two} <= {"PERSON", ""}:
        return start, end, "PERSON"
    if begin != middle:
        if between == [","] and last in words.person_suffixes and end - begin == 1 and one != "GPE":
            return start, end, one
        return None
    if one in ("NORP", "GPE") and two == "PERSON":
        return None
    if last in words.person_suffixes and end - begin == 1:
        return start, end, one
    if (
        one == "GPE"
        and " ".join(parse.lower[start:middle]) in words.places
        and parse.lower[begin:end] in (["gop"], ["republican", "party"], ["democratic", "party"])
    ):
        return start, end, "ORG"  # "the Ohio GOP"
    given = all(word in words.given_names or len(word.rstrip(".")) == 1 for word in parse.lower[start:middle])
    if given and one in ("PERSON", "") and end - begin <= 2 and last not in words.organisation_words:
        return start, end, "PERSON"
    if last in words.organisation_words or last in words.company_suffixes:
        return (start, end, "ORG") if end - begin == 1 or not (one and two) else None
    if one == "" and two == "ORG" and first not in words.places:
        return start, end, "ORG"
    return None


def _name(parse: Parse, start: int, end: int, label: str, titles: list[int], words: Words) -> Name:
    found, gender = titles_before(parse, start, titles, words)
    key = key_of(parse.words[start:end], words.person_suffixes | words.company_suffixes)
    size = sum(len(title.replace("-", " - ").split()) for title in found)
    before = parse.lower[start - size - 1] if start > size else ""
    return Name(start, end, key, label, found, gender, article=before == "the" and not found)

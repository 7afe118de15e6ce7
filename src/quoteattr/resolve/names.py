"""Where the article has names: the model's entities with their edges mended, and capitalised runs that it missed."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import evolve, frozen

from quoteattr.resolve.words import Words
from quoteattr.syntax import Parse

__all__ = ["Name", "NameKind", "find_names", "key_of"]

_LABELS = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT")
)
_JOINS = frozenset(("of", "for", "on"))
_DOMAINS = (".com", ".org", ".net", ".co.uk")
_LOOSE = frozenset(("IN", "CC", "WRB", "PRP", "MD", "TO", "UH", "DT", "VBD", "VBZ", "VBP", "VBG", "WP", "WDT", "PRP$"))
_MARKS = frozenset("“”\"'‘’`«»„()[]{},;:.!?-–—―*•|/")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. i".split()
)


class NameKind(enum.Enum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


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
    titles = _titles(parse, words)
    body: list[Name] = []
    headlines: list[int] = []
    for number, (start, end) in enumerate(parse.sentences):
        if _is_headline(parse, start, end):
            headlines.append(number)
        else:
            body.extend(_in_sentence(parse, start, end, titles, words))
    names = body + list(_in_headlines(parse, headlines, body, titles, words))
    names.extend(_missed(parse, names, titles, words))
    names.sort(key=lambda name: name.start)
    return names


def _titles(parse: Parse, words: Words) -> list[int]:
    """For each token, the number of tokens of the title that begins there, or 0."""
    out = [0] * len(parse)
    token = 0
    while token < len(parse):
        out[token] = length = _title_at(parse, token, words)
        token += length or 1
    return out


def _title_at(parse: Parse, token: int, words: Words) -> int:
    if not parse.words[token][:1].isupper():
        return 0
    limit = min(words.longest_title, parse.sentences[parse.sentence_of[token]][1] - token)
    for length in range(limit, 0, -1):
        form = tuple(parse.lower[token : token + length])
        if form in words.titles and _name_follows(parse, token, token + length, words):
            return length
    return 0


def _name_follows(parse: Parse, token: int, after: int, words: Words) -> bool:
    if after >= len(parse) or not parse.words[after][:1].isupper() or parse.region_of[after] != parse.region_of[token]:
        return False
    if parse.lower[token] in ("king", "major", "private", "general", "dean", "chase", "lead", "prince", "judge", "pope", "baron"):
        before = parse.lower[token - 1] if token else ""
        if before in words.given_names and parse.words[token - 1][:1].isupper():
            return False  # "Larry King Live"
    if parse.lower[after] in words.organisation_words or parse.lower[after] in words.company_suffixes:
        return False
    last = after
    while last + 1 < len(parse) and parse.words[last + 1][:1].isupper() and last - after < 6:
        last += 1
    if words.noun(parse.lower[last]).kind == "person" and parse.lower[after] not in words.given_names and last - after < 2:
        return parse.lower[token].endswith(".") or words.titles.get((parse.lower[token],), "") != ""
    if last > after and parse.lower[last] in words.organisation_words:
        return any(parse.lower[token + step] in ("mr.", "mrs.", "ms.", "mr", "mrs", "ms") for step in range(after - token))
    return True


def _is_headline(parse: Parse, start: int, end: int) -> bool:
    long = [word for word in parse.words[start:end] if len(word) > 3 and word[0].isalpha()]
    closed = any(word in (".", "?", "!") for word in parse.words[max(start, end - 3) : end])
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= (0.95 if closed else 0.75) * len(long)


def _capital(parse: Parse, token: int) -> bool:
    word = parse.lower[token]
    if word in _CALENDAR or not parse.words[token][:1].isupper():
        return False
    return parse.tags[token] in ("NNP", "NNPS") or (word.endswith(_DOMAINS) and len(word) > 6)


def _pieces(parse: Parse, start: int, end: int, titles: list[int]) -> Iterator[tuple[int, int, str]]:
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
            if not _capital(parse, token):
                token += 1
                continue
        stop = token + 1
        while (
            stop < end
            and not titles[stop]
            and (parse.entity_of[stop] == number if number >= 0 else _capital(parse, stop) and _unlabelled(parse, stop))
            and parse.region_of[stop] == parse.region_of[token]
        ):
            stop += 1
        while stop + 1 < end and parse.words[stop] == "-" and parse.tags[stop + 1] == "NNP" and _tight(parse, stop):
            stop += 2
            while stop < end and _capital(parse, stop) and _unlabelled(parse, stop) and not titles[stop]:
                stop += 1
        yield from _trimmed(parse, token, stop, label)
        token = stop


def _tight(parse: Parse, token: int) -> bool:
    """Whether a token touches both of its neighbours."""
    return parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]


def _unlabelled(parse: Parse, token: int) -> bool:
    number = parse.entity_of[token]
    return number < 0 or parse.entities[number].label not in _LABELS


def _trimmed(parse: Parse, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """Cut articles, possessives and lower-case edges off; cut at a possessive in the middle."""
    for token in range(start, end):
        if parse.lower[token] in ("'s", "'", "(", ")") and (token + 1 < end or token > start):
            yield from _trimmed(parse, start, token, label)
            yield from _trimmed(parse, token + 1, end, "")
            return
    while start < end and not (parse.words[start][:1].isupper() or parse.words[start][:1].isdigit()) or (
        start < end and (parse.lower[start] in ("the", "a", "an") or _leading(parse, start, end, label))
    ):
        start += 1
    while start < end and (not parse.is_word(end - 1) or parse.lower[end - 1] == "'s" or parse.words[end - 1][0].islower()):
        end -= 1
    if start < end and any(parse.words[token][0].isupper() for token in range(start, end)):
        yield start, end, label


def _leading(parse: Parse, start: int, end: int, label: str) -> bool:
    """Whether an entity begins with a word that is no part of it: "Beyond Smith", "While Smith"."""
    return label in ("PERSON", "ORG", "GPE") and end - start > 1 and parse.tags[start] in _LOOSE


def _in_sentence(parse: Parse, start: int, end: int, titles: list[int], words: Words) -> Iterator[Name]:
    merged: list[tuple[int, int, str]] = []
    for piece in _pieces(parse, start, end, titles):
        while merged and (joined := _joined(parse, merged[-1], piece, words)):
            merged.pop()
            piece = joined
        merged.append(piece)
    for first, last, label in merged:
        roles = first
        while label == "PERSON" and last - roles > 2 and _is_role(parse, roles, words):
            roles += 1
        name = _name(parse, roles, last, label, titles, words)
        yield name if roles == first else evolve(name, titles=(" ".join(parse.lower[first:roles]),))


def _is_role(parse: Parse, token: int, words: Words) -> bool:
    """Whether a capitalised token before a name says what the person is: "Moderator Jane Smith"."""
    word = parse.lower[token]
    return word not in words.given_names and words.noun(word).kind == "person" and parse.lower[token + 1] in words.given_names


def _joined(
    parse: Parse, left: tuple[int, int, str], right: tuple[int, int, str], words: Words
) -> tuple[int, int, str] | None:
    """Two neighbouring pieces as one name, where they are one."""
    (start, middle, one), (begin, end, two) = left, right
    first, last = parse.lower[middle - 1], parse.lower[end - 1]
    between = parse.lower[middle:begin]
    if begin - middle <= 2 and between and between[0] in _JOINS and between[1:] in ([], ["the"]):
        institution = first in words.organisation_words and one != "PERSON" and two != "PERSON"
        institution = institution or (one == "NORP" and between == ["for"] and first.endswith("s"))
        return (start, end, "ORG") if institution and first not in ("police", "post", "press") else None
    if between == ["and"] and first in words.topics and last in words.organisation_words and two != "PERSON":
        return start, end, "ORG"
    if between == ["/"] and _tight(parse, middle) and "PERSON" not in (one, two):
        return start, end, "ORG"
    if begin != middle:
        if between == [","] and last in words.person_suffixes and end - begin == 1 and one != "GPE":
            return start, end, one
        return None
    if one in ("NORP", "GPE") and two == "PERSON":
        return None
    if last in words.person_suffixes and end - begin == 1:
        return start, end, one
    given = all(word in words.given_names or len(word.rstrip(".")) == 1 for word in parse.lower[start:middle])
    if given and one in ("PERSON", "") and end - begin <= 2 and last not in words.organisation_words:
        return start, end, "PERSON"
    if last in words.organisation_words or last in words.company_suffixes:
        return (start, end, "ORG") if end - begin == 1 or not (one and two) else None
    if one == "" and two == "ORG" and first not in words.places:
        return start, end, "ORG"
    return None


def _name(parse: Parse, start: int, end: int, label: str, titles: list[int], words: Words) -> Name:
    found: list[str] = []
    gender = ""
    before = start
    while before > 0:
        length = next((size for size in range(1, words.longest_title + 1) if before >= size and titles[before - size] == size), 0)
        if not length:
            break
        form = tuple(parse.lower[before - length : before])
        gender = gender or words.titles[form]
        found.insert(0, " ".join(form).replace(" - ", "-"))
        before -= length
    return Name(
        start,
        end,
        key_of(parse.words[start:end], words.person_suffixes | words.company_suffixes),
        label,
        tuple(found),
        gender,
        article=before > 0 and parse.lower[before - 1] == "the",
    )


def _missed(parse: Parse, names: list[Name], titles: list[int], words: Words) -> Iterator[Name]:
    """Surnames of known people, and transcript turns ("JANE SMITH:"), where the model saw no name."""
    covered = bytearray(len(parse))
    for name in names:
        covered[name.start : name.end] = b"\1" * (name.end - name.start)
    surnames = {name.key[-1] for name in names if len(name.key) > 1 and (name.label == "PERSON" or name.titles)}
    token = 0
    while token < len(parse):
        stop = token + 1
        if not covered[token] and parse.words[token][:1].isupper() and parse.tags[token][:1] == "N" and not titles[token]:
            if parse.lower[token] in surnames:
                yield _name(parse, token, stop, "PERSON", titles, words)
            elif parse.words[token].isupper() and parse.lower[token] in words.given_names and stop < len(parse):
                while stop < len(parse) and parse.words[stop].isupper() and parse.words[stop].isalpha() and not covered[stop]:
                    stop += 1
                if 2 <= stop - token <= 3:
                    yield _name(parse, token, stop, "PERSON", titles, words)
                else:
                    stop = token + 1
        token = stop


def _in_headlines(
    parse: Parse, headlines: list[int], body: list[Name], titles: list[int], words: Words
) -> Iterator[Name]:
    """In a headline everything is capitalised: names that the body knows, and entities that look like a full name."""
    known: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in body:
        known[name.key][name.label] += 1
    longest = max((len(key) for key in known), default=0)
    for number in headlines:
        start, end = parse.sentences[number]
        token = start
        while token < end:
            stop = token + 1
            if not titles[token] and parse.words[token][:1].isupper():
                stop = _known_at(parse, token, end, known, min(longest, 8)) or token
                if stop > token:
                    label = known[key_of(parse.words[token:stop], words.person_suffixes | words.company_suffixes)].most_common(1)[0][0]
                    yield evolve(_name(parse, token, stop, label, titles, words), headline=True)
                else:
                    stop = token + 1
                    entity = parse.entity_of[token]
                    if entity >= 0 and parse.entities[entity].start == token:
                        piece = _whole_name(parse, parse.entities[entity].end, token, parse.entities[entity].label, words)
                        if piece:
                            stop = piece
                            yield evolve(
                                _name(parse, token, stop, parse.entities[entity].label, titles, words), headline=True
                            )
            token = stop


def _known_at(
    parse: Parse, token: int, end: int, known: dict[tuple[str, ...], Counter[str]], longest: int
) -> int:
    for length in range(min(longest + 1, end - token), 0, -1):
        stop = token + length
        if parse.is_word(stop - 1) and parse.lower[stop - 1] != "'s" and key_of(parse.words[token:stop]) in known:
            return stop
    return 0


def _whole_name(parse: Parse, end: int, start: int, label: str, words: Words) -> int:
    """The end of an entity in a headline, if it can be trusted, else 0."""
    while end > start and (not parse.is_word(end - 1) or parse.lower[end - 1] == "'s"):
        end -= 1
    if label == "PERSON":
        return end if 2 <= end - start <= 3 and parse.lower[start] in words.given_names else 0
    if label in ("GPE", "LOC"):
        return end if " ".join(parse.lower[start:end]) in words.places else 0
    return end if label == "ORG" and (parse.lower[end - 1] in words.organisation_words or parse.words[start].isupper() and end - start == 1 and len(parse.words[start]) < 6) else 0

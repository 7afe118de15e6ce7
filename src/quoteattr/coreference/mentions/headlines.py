"""Names in headlines, where everything is capitalised, and names that the model missed in the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.syntax import Parse, Range

__all__ = ["headline_names", "is_headline", "known_forms", "missed_names"]

_LONGEST = 8
"""Tokens of a name that the body knows and a headline may repeat."""
_BODIES = frozenset(("PERSON", "ORG", "GPE"))


def is_headline(parse: Parse, start: int, end: int) -> bool:
    """Whether nearly every long word of a sentence is capitalised."""
    long = [word for word in parse.words[start:end] if len(word) > 3 and word[0].isalpha()]
    closed = any(word in (".", "?", "!") for word in parse.words[max(start, end - 3) : end])
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= (0.95 if closed else 0.75) * len(long)


def headline_names(
    parse: Parse, tokens: Range, known: dict[tuple[str, ...], str], titles: list[int], words: Gazetteer
) -> Iterator[tuple[int, int, str]]:
    """Names in one headline: those that the body knows, and entities that look like a full name.

    Args:
        parse: The article.
        tokens: The headline.
        known: The names of the body, as lower-case words, and their labels.
        titles: Lengths of titles by first token.
        words: The lists.

    Yields:
        First token, token after the last, label.
    """
    token, end = tokens
    while token < end:
        stop = token
        if not titles[token] and parse.words[token][:1].isupper():
            for stop in range(min(token + _LONGEST, end), token, -1):
                if (label := known.get(tuple(parse.lower[token:stop]))) is not None:
                    yield token, stop, label
                    break
            else:
                stop = token
                number = parse.entity_of[token]
                if number >= 0 and parse.entities[number].start == token:
                    entity = parse.entities[number]
                    stop = _trusted(parse, token, entity.end, entity.label, words)
                    if stop > token:
                        yield token, stop, entity.label
        token = max(stop, token + 1)


def _is_date(parse: Parse, token: int, words: Gazetteer) -> bool:
    """Whether a month or day that is somebody's surname, too, is none here: "in May"."""
    if parse.lower[token] not in words.calendar:
        return False
    number = token + 1 < len(parse) and parse.words[token + 1][:1].isdigit()
    return number or not parse.deps[token].startswith("nsubj")


def known_forms(parse: Parse, names: list[tuple[int, int, str]]) -> dict[tuple[str, ...], str]:
    """The names of the body as a headline may repeat them, with the label that each has most often."""
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for start, end, label in names:
        if end - start <= _LONGEST:
            labels[tuple(parse.lower[start:end])][label] += 1
    return {form: counts.most_common(1)[0][0] for form, counts in labels.items()}


def _trusted(parse: Parse, start: int, end: int, label: str, words: Gazetteer) -> int:
    """The end of an entity in a headline, if it can be trusted, else ``start``."""
    while end > start and (not parse.is_word(end - 1) or parse.lower[end - 1] == "'s"):
        end -= 1
    size = end - start
    if label == "PERSON":
        good = 2 <= size <= 3 and parse.lower[start] in words.given_names
    elif label in ("GPE", "LOC"):
        good = " ".join(parse.lower[start:end]) in words.places
    else:
        acronym = size == 1 and parse.words[start].isupper() and len(parse.words[start]) < 6
        good = label == "ORG" and (acronym or (size > 0 and parse.lower[end - 1] in words.organisation_words))
    return end if good else start


def missed_names(
    parse: Parse,
    covered: bytearray,
    surnames: set[str],
    papers: set[str],
    known: dict[tuple[str, ...], str],
    titles: list[int],
    words: Gazetteer,
) -> Iterator[tuple[int, int, str]]:
    """Names where the model saw none: of known people and bodies, "the Post", transcript turns ("JANE SMITH:").

    Args:
        parse: The article.
        covered: For each token, whether a name covers it.
        surnames: The last words of full names.
        papers: The last words of the names of newspapers.
        known: The other names and their labels.
        titles: Lengths of titles by first token.
        words: The lists.

    Yields:
        First token, token after the last, label.
    """
    after = 0
    for token in parse.capitals:
        if token < after or covered[token] or parse.tags[token][:1] != "N" or titles[token]:
            continue
        stop = token + 1
        if parse.lower[token] in surnames and not _is_date(parse, token, words):
            yield token, stop, "PERSON"
        elif (label := known.get((parse.lower[token],), "")) in _BODIES and not parse.tags[token].endswith("S"):
            yield token, stop, label
        elif parse.lower[token] in papers and token > 0 and parse.lower[token - 1] == "the":
            yield token, stop, "ORG"
        elif parse.words[token].isupper() and parse.lower[token] in words.given_names:
            while stop < min(len(parse), token + 4) and parse.words[stop].isupper() and parse.words[stop].isalpha():
                stop += 1
            if 2 <= stop - token <= 3 and not any(covered[token:stop]):
                yield token, stop, "PERSON"
                after = stop

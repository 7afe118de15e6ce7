"""Posts that stand right before the name of whoever holds them: "Acme founder and head of research Dr Jane Hale"."""

from __future__ import annotations

from attrs import frozen

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import NOUN

__all__ = [
    "Post",
    "before_titles",
    "is_post_of_body",
    "post_apposed",
    "post_before",
    "post_behind",
    "post_ending",
    "post_of",
]

_HYPHEN, _AND, _STAFF = "-", "and", "staff"
_OF_BODIES = word_list("coreference", "posts_of_bodies")
_RANKED = word_list("coreference", "ranked_posts_of_bodies")
_NO_RANKS = word_list("coreference", "no_ranks_of_bodies")
_FIELDS = word_list("coreference", "before_fields_of_posts")
_HEADED = word_list("coreference", "posts_with_fields")
_POSSESSIVES = word_list("affiliation", "possessives")
_IN_POST = label_set("tags", "in_posts")
_JOINING = word_list("coreference", "within_posts")
_WORDS = 9
"""Tokens of a post at most."""
_TITLES = 3
"""Titles between a post and a name at most."""


@frozen
class Post:
    """The words for a post, in front of a name.

    Attributes:
        start: Their first token.
        end: The token behind them: a title or the name.
        nouns: The nouns for what somebody is, each in lower case with a hyphen and what stands before it:
            "co-founder".
        of_body: Whether only bodies have such a post, and no person has somebody for it.
    """

    start: int
    end: int
    nouns: tuple[str, ...]
    of_body: bool


def before_titles(parse: Parse, gazetteer: Gazetteer, name: int) -> int:
    """The token at which the titles begin that stand before a name: "Professor" of "Professor Sir Alan Peat"."""
    end = name
    while end > 0 and name - end < _TITLES and _is_title(parse, gazetteer, end):
        end -= 1
    return end


def post_ending(parse: Parse, gazetteer: Gazetteer, end: int) -> str:
    """The noun for what somebody is in the words before a token, whatever stands before them; ``""`` without one."""
    start = _first_word(parse, end)
    first = parse.sentences[parse.sentence_of[end - 1]][0] if end else 0
    if start > first and not any(map(parse.is_word, range(first, start - 1))) and parse.words[start - 1].istitle():
        start -= 1  # "Head of research of Acme", which opens a sentence
    parts = _parts(parse, start, end)
    noun = _noun(parse, *parts[-1]) if parts else ""
    return noun if noun and gazetteer.noun(noun, NOUN).is_person else ""


def post_of(parse: Parse, gazetteer: Gazetteer, name: int) -> Post | None:
    """The post right before a name or its titles, with a first word that opens the sentence: "Sales director"."""
    end = before_titles(parse, gazetteer, name)
    post = _post_ending(parse, gazetteer, end)
    first = parse.sentences[parse.sentence_of[name]][0]
    start = post.start if post is not None else end
    if start > first and not any(map(parse.is_word, range(first, start - 1))) and parse.words[start - 1].istitle():
        noun = _noun(parse, start - 1, end)
        if noun and gazetteer.noun(noun, NOUN).is_person:
            return Post(start - 1, end, (noun,), _is_of_body(parse, start - 1, end, noun))
    return post


def post_before(parse: Parse, gazetteer: Gazetteer, name: int) -> Post | None:
    """The post whose last word stands before a name that begins at ``name``, or before the titles of that name."""
    return _post_ending(parse, gazetteer, before_titles(parse, gazetteer, name))


def _post_ending(parse: Parse, gazetteer: Gazetteer, end: int) -> Post | None:
    """The post whose last word stands before a token."""
    start = _first_word(parse, end)
    while start < end and not parse.words[start].isalpha():
        start += 1
    while start < end and (parse.lower[start] in _FIELDS or parse.lower[start] == _AND):
        start += 1
    nouns: list[str] = []
    of_body = in_field = False
    for first, last in _parts(parse, start, end):
        noun = _noun(parse, first, last)
        if noun and gazetteer.noun(noun, NOUN).is_person:
            nouns.append(noun)
            of_body = of_body or _is_of_body(parse, first, last, noun)
        elif last == end and not in_field:
            return None
        in_field = in_field or not _FIELDS.isdisjoint(parse.lower[first:last])  # "head of rivers and lakes"
    return Post(start, end, tuple(nouns), of_body) if nouns else None


def post_behind(parse: Parse, gazetteer: Gazetteer, end: int) -> Post | None:
    """The post of somebody named that stands right behind ``end``, or behind a possessive ending there."""
    start, token = _words_behind(parse, end)
    stop = token + _TITLES
    while token < min(len(parse) - 1, stop) and _is_title(parse, gazetteer, token + 1):
        token += 1
    if token == start or token >= len(parse) or not parse.words[token][:1].isupper():
        return None
    post = post_before(parse, gazetteer, token)
    return post if post is not None and post.start == start else None


def is_post_of_body(parse: Parse, last: int) -> bool:
    """Whether a post that only bodies have ends at a token: "head of research", "chairman", "operations manager"."""
    start = _first_word(parse, last)
    parts = _parts(parse, start, last + 1) if last >= 0 and _goes_on(parse, last) else []
    return bool(parts) and _is_of_body(parse, *parts[-1], _noun(parse, *parts[-1]))


def post_apposed(parse: Parse, gazetteer: Gazetteer, end: int) -> Post | None:
    """The post of somebody named before that stands right behind a body's name that ends at ``end``: "Acme boss,"."""
    start, token = _words_behind(parse, end)
    if token == start or (token < len(parse) and parse.is_word(token)):
        return None
    post = _post_ending(parse, gazetteer, token)
    return post if post is not None and post.start == start else None


def _is_title(parse: Parse, gazetteer: Gazetteer, end: int) -> bool:
    """Whether the capitalised word before ``end`` is a title of one word."""
    return parse.words[end - 1][:1].isupper() and (parse.lower[end - 1],) in gazetteer.titles


def _first_word(parse: Parse, end: int) -> int:
    """The token from which on all up to ``end`` may stand within a post."""
    start = end
    while start > 0 and end - start < _WORDS and _goes_on(parse, start - 1):
        start -= 1
    return start


def _words_behind(parse: Parse, end: int) -> Range:
    """The tokens behind ``end``, or behind a possessive ending there, that may stand within a post."""
    start = end + (end < len(parse) and parse.lower[end] in _POSSESSIVES)
    token = start
    while token < min(len(parse), start + _WORDS + 1) and _goes_on(parse, token):
        token += 1
    return start, token


def _goes_on(parse: Parse, token: int) -> bool:
    """Whether a token may stand within a post."""
    word = parse.words[token]
    if word == _HYPHEN:
        return 0 < token < len(parse) - 1 and parse.ends[token - 1] == parse.starts[token]
    return word.islower() and (parse.tags[token] in _IN_POST or word in _FIELDS or word in _JOINING)


def _parts(parse: Parse, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between "and"."""
    joints = [token for token in range(start, end) if parse.lower[token] == _AND]
    return [(a + 1, b) for a, b in zip([start - 1, *joints], [*joints, end], strict=True) if a + 1 < b]


def _noun(parse: Parse, start: int, end: int) -> str:
    """The noun for what somebody is: that before "of", or the last one."""
    fields = [token for token in range(start + 1, end) if parse.lower[token] in _FIELDS]
    last = (fields[0] if fields else end) - 1
    joined = last - 1 > start and parse.words[last - 1] == _HYPHEN
    word = "".join(parse.lower[last - 2 : last + 1]) if joined else parse.lower[last]
    if fields:
        return word if word in _HEADED else ""
    return word if parse.tags[last][:2] == NOUN or word in _JOINING else ""


def _is_of_body(parse: Parse, start: int, end: int, noun: str) -> bool:
    """Whether a post is one of bodies alone: by its noun, its field, or a word before a noun like manager."""
    last = noun.rpartition(_HYPHEN)[2]
    if not last:
        return False
    field = parse.lower[end - 1]  # people have a "chief of staff"
    if not _OF_BODIES.isdisjoint((noun, last)) or (field != _STAFF and not _FIELDS.isdisjoint(parse.lower[start:end])):
        return True
    return last in _RANKED and end - start > 1 and not _NO_RANKS.issuperset(parse.lower[start : end - 1])

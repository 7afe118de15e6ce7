"""Set phrases that name a source and no verb of saying: "in her words", "by the council's count", "per the report"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.according import comma_behind
from quoteattr.detect.candidate import IDIOM, Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.sentences import sentence_around
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import nominal_of
from quoteattr.syntax.labels import ADVERBIAL_CLAUSE, DETERMINER, POSSESSOR, PROPER_TAGS, SUBJECTS

__all__ = ["RULES", "find"]

WORDS = rule(
    "in-words-of",
    "in the words of somebody: what follows is said by him",
    "In the words of {Maria Keller}, [“the bridge is a death trap.”]",
    "In the words of {the mayor}, [the town has never been so poor].",
)
PER = rule(
    "per",
    "per, set off by commas, names whose words or figures a sentence has",
    "[Sales fell by a third], per {Halden Homes}.",
    "Per {a spokeswoman for Halden Homes}, [the plant will close in May].",
    "[The film], per {the company}, [will open in May].",
)
VIEW = rule(
    "by-count-of",
    "in somebody's words or view, or by his count: the rest of the sentence is what he says",
    "By {the council's} count, [200 people came].",
    "[The plan was], in {Maria Keller's} words, [“a mess from the start”].",
    "[The repairs took 300 hours], by {her} own estimate.",
)
PUT = rule(
    "as-put-it",
    "as somebody put it: the rest of the sentence is how he did",
    "As {Maria Keller} put it, [the plan was a mess].",
    "[The plan was], as {one tenant} put it, [a mess].",
    "As {one tenant} put it: [We are not going to start a war].",
)
RULES = (WORDS, PER, VIEW, PUT)

_VIEWS = listed("idioms", "views")
_NORMS = listed("idioms", "norms")
_PUT = listed("idioms", "put")
_WRITERS = listed("idioms", "writers")
_SAYING = label_set("sorts", "saying")
_SPEAKERS = label_set("entities", "speakers")
_CLAUSES = label_set("dependencies", "clauses_above")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each phrase outside a long quotation."""
    lower = article.parse.lower
    for token, word in enumerate(lower):
        if word == "words" and token > 1 and lower[token - 2 : token + 2] == ["in", "the", "words", "of"]:
            yield from _in_words_of(article, token)
        elif article.hidden[token]:
            continue
        elif word in ("in", "by"):
            yield from _by_count_of(article, token)
        elif word == "per":
            yield from _per(article, token)
        elif word == "it" and token > 0 and lower[token - 1] in _PUT:
            yield from _as_put_it(article, token - 1)


def _in_words_of(article: ArticleFeatures, token: int) -> Iterator[Candidate]:
    """The candidate of a sentence that begins with "In the words of", and names somebody."""
    start, end = sentence_around(article, token)
    source = nominal_of(article.parse, token + 1)
    comma = comma_behind(article, token + 2, end) if token - 2 == start and source >= 0 else -1
    content = clean(article, [(comma + 1, end)]) if comma >= 0 else ()
    if content:
        yield Candidate(WORDS.id, token, "word", "NOUN", IDIOM, content, source=source, certain=True)


def _by_count_of(article: ArticleFeatures, token: int) -> Iterator[Candidate]:
    """The candidate of an in or by that leads to somebody's words, view or count."""
    parse, view = article.parse, nominal_of(article.parse, token)
    if view < 0 or parse.lower[view] not in _VIEWS:
        return
    source = parse.child(view, POSSESSOR)
    if source < 0 or parse.lower[source] in _WRITERS:
        return
    content = clean(article, _set_off(article, token, view + 1))
    if content and not any("parataxis" in parse.deps[start:end] for start, end in content):  # "in her view, he said, …"
        yield Candidate(VIEW.id, view, parse.lower[view], "NOUN", IDIOM, content, source=source, certain=True)


def _per(article: ArticleFeatures, token: int) -> Iterator[Candidate]:
    """The candidate of a per before somebody, not before a unit."""
    parse, source = article.parse, nominal_of(article.parse, token)
    if source < 0 or not (_is_named(parse, source) or _is_text_or_person(parse, source)):
        return
    content = clean(article, _set_off(article, token, parse.right[source]))
    if content:
        yield Candidate(PER.id, token, "per", "PREP", IDIOM, content, source=source, certain=True)


def _is_named(parse: Parse, source: int) -> bool:
    return parse.tags[source] in PROPER_TAGS and parse.entity_labels[source] in _SPEAKERS


def _is_text_or_person(parse: Parse, source: int) -> bool:
    """Whether a noun with a determiner or possessor, which no unit has, can say something and is no norm."""
    word = parse.lower[source]
    return (
        parse.child(source, DETERMINER, POSSESSOR) >= 0
        and word not in _NORMS
        and any(noun(one).sort in _SAYING or noun(one).says > 0 for one in (word, singular(word)))
    )


def _as_put_it(article: ArticleFeatures, verb: int) -> Iterator[Candidate]:
    """The candidate of a put before it whose clause begins with as."""
    parse = article.parse
    source = parse.child(verb, *SUBJECTS)
    opening = parse.left[source] - 1 if source >= 0 else -1
    if opening < 0 or parse.lower[opening] != "as" or parse.lower[source] in _WRITERS:
        return
    content = clean(article, _set_off(article, opening, verb + 2, colon=True))
    if content:
        yield Candidate(PUT.id, verb, "put", "VERB", IDIOM, content, source=source, certain=True)


def _set_off(article: ArticleFeatures, first: int, last: int, *, colon: bool = False) -> list[Range]:
    """The rest of a sentence that begins or ends with a phrase, or has it between commas; or nothing.

    Args:
        article: The article.
        first: The first token of the phrase.
        last: The token behind it.
        colon: Whether a colon may stand behind it.
    """
    parse = article.parse
    start, end = sentence_around(article, first)
    while start < end and not parse.is_word(start):
        start += 1
    closed = last < end and parse.words[last] in (",", ":" if colon else ",")
    if start == first:
        return [(last + 1, end)] if closed and article.has_finite_verb((last + 1, end)) else []
    ends = last >= end
    if parse.words[first - 1] != "," or not (ends or parse.words[last] == ",") or not _is_main(parse, last - 1):
        return []
    around = [(start, first - 1)] if ends else [(start, first - 1), (last + 1, end)]
    return around if any(map(article.has_finite_verb, around)) else []


def _is_main(parse: Parse, token: int) -> bool:
    """Whether a token stands in the main clause of its sentence: not in "a bill that, in their view, is weak"."""
    above = (one for one in (token, *parse.ancestors(token)) if parse.deps[one] in _CLAUSES)
    clause = next(above, token)
    return parse.heads[clause] == clause or parse.deps[clause] == ADVERBIAL_CLAUSE

"""The words that signal an attribution, around the head of its cue."""

from __future__ import annotations

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.predicates import HELD
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import nominal_of, object_of

__all__ = ["cue_of"]

_REACH = 5
"""How far before the real cue the verb may stand that belongs to it: "tried to tell", "went on to praise"."""
_STEPS = 3
"""How many such verbs a cue has at most."""
_PHRASAL = listed("cues", "phrasal")
_EXPRESSING = listed("acts", "expressing")
_IN = listed("cues", "media")
_MEDIUM_WORDS = 4
_BY = listed("cues", "means")
_NO_CUE = mark_set("no_cues")


def cue_of(article: ArticleFeatures, candidate: Candidate, source: tuple[Range, ...]) -> tuple[Range, ...]:
    """The token ranges of the cue: the verb with auxiliaries, negation, particles, and what links it to the content.

    Auxiliaries are in it in 96 % of the annotated cues, negations in 97, particles in 99, a colon in 95, a short
    phrase with a medium in 56; the person told is in no part.
    """
    parse, head = article.parse, candidate.cue
    if head < 0 or candidate.lemma in _NO_CUE:
        return ((head, head + 1),) if head >= 0 and parse.words[head] == ":" else ()
    if candidate.lemma == "according" and candidate.pos == "PREP":
        return ((head, head + 2),)
    blocked = _tokens((*candidate.content, *source))
    start, end = _group(parse, head, blocked)
    if candidate.pos == "NOUN":
        start, end = _noun(article, candidate, blocked, source)
    if candidate.pos == "ADJ":
        end = _behind_predicate(article, candidate, end, blocked)
    following = min((first for first, _ in candidate.content if first >= end), default=len(parse))
    if following < len(parse) or candidate.pos == "VERB":
        end = _towards(article, candidate, end, following, blocked)
    above = _chain(article, head)
    for _ in range(_STEPS):
        if above < 0 or not blocked.isdisjoint(range(above, start)):
            break
        start = _group(parse, above, blocked)[0]
        above = _chain(article, above)
    start, end = parse.trim((start, end), (",", ":", ";", "—", "–", "―", "--"))
    if end < len(parse) and parse.words[end] == ":" and end not in blocked:
        end += 1  # in 95 % of the training articles
    pieces = [(start, end)] if start < end else []
    link = _link(article, candidate)
    if link >= end and link not in blocked:
        pieces.append((link, link + 1))
    return tuple(pieces)


def _behind_predicate(article: ArticleFeatures, candidate: Candidate, end: int, blocked: frozenset[int]) -> int:
    """The token behind the adjective of a cue, or behind a phrase that stands for one: "is in no doubt"."""
    parse, head = article.parse, candidate.cue
    near = (token for token in range(head, min(head + 5, len(parse))) if parse.lower[token] == candidate.lemma)
    behind = candidate.content[0][0] if candidate.rule == HELD.id else next(near, -1) + 1
    return behind if behind > 0 and blocked.isdisjoint(range(end, behind)) else end


def _tokens(ranges: tuple[Range, ...]) -> frozenset[int]:
    return frozenset(token for start, end in ranges for token in range(start, end))


def _group(parse: Parse, head: int, blocked: frozenset[int]) -> Range:
    """The verb group around ``head``: auxiliaries, negation, adverbs and particles that touch it."""
    wanted = {head}
    for child in parse.children[head]:
        if parse.deps[child] in ("aux", "auxpass", "neg", "prt") or (
            parse.deps[child] == "advmod" and abs(child - head) <= 4 and parse.is_word(child)
        ):
            wanted.add(child)
    start = head
    while start - 1 in wanted and start - 1 not in blocked and parse.tags[start - 1] != "WRB":
        start -= 1
    apart = parse.child(head, "aux", "auxpass")
    if 0 <= apart < start and blocked.isdisjoint(range(apart, start)) and "," not in parse.words[apart:start]:
        start = apart  # "has in particular noted"
    end = head + 1
    while (
        end in wanted
        and end not in blocked
        and parse.deps[end] in ("prt", "neg", "advmod")
        and parse.tags[end] != "WRB"
    ):
        end += 1
    return start, end


def _noun(article: ArticleFeatures, candidate: Candidate, blocked: frozenset[int], source: tuple[Range, ...]) -> Range:
    """A noun of saying with its adjectives; with the verb that governs it, where the source is that verb's subject."""
    parse, head = article.parse, candidate.cue
    verb = parse.heads[head]
    acts = candidate.frame.startswith("obj") and bool(source)
    repeats = parse.deps[head] == "dobj" and candidate.source >= 0 and parse.tags[candidate.source] == "PRP$"
    if (acts or repeats) and candidate.source not in _tokens(source) and verb in article.verb_at and verb < head:
        start = _group(parse, verb, blocked)[0]
        if not any(token in blocked for token in range(start, head)):
            return start, head + 1
    start = head
    while (
        start - 1 > 0
        and start - 1 not in blocked
        and parse.deps[start - 1] in ("amod", "compound")
        and parse.heads[start - 1] == head
    ):
        start -= 1
    return start, head + 1


def _towards(article: ArticleFeatures, candidate: Candidate, end: int, following: int, blocked: frozenset[int]) -> int:
    """The end of a cue that goes on towards its content: a medium ("in a statement"), a linking preposition."""
    parse = article.parse
    if candidate.lemma in _EXPRESSING and end < following < parse.line_of(end)[1]:
        apart = not blocked.isdisjoint(range(end, following)) or "," in parse.words[end:following]
        return end if apart else following  # "expressed frustration at"
    while end < following and end not in blocked:
        label = parse.deps[end]
        last = parse.right[end]
        if candidate.pos != "VERB" and parse.lower[end] != "that" and parse.is_word(end) and end == following - 1:
            return end + 1
        if parse.heads[end] not in (candidate.cue, end) and candidate.pos == "VERB":
            return end
        if f"{article.lexicon.lemma(parse.lower[candidate.cue])} {parse.lower[end]}" in _PHRASAL:
            return end + 1
        if label == "prep" and last > following and "prep:" not in candidate.frame and _medium(article, end):
            return following
        if label == "prep" and last > following:
            return end + 1 if end + 1 == following else end
        if label == "prep" and last <= following < len(parse) and _medium(article, end):
            end = last
        elif label == "prt":
            end += 1
        else:
            return end
    return end


def _medium(article: ArticleFeatures, preposition: int) -> bool:
    """Whether a phrase names in what something was said: neither whom it was said to, nor when, nor where.

    Of the phrases with in and a medium 56 % of those up to three words are in the annotated cue and 41 % of those of
    four to six; of phrases with at or during a quarter or less.
    """
    parse = article.parse
    noun = nominal_of(parse, preposition)
    words = sum(map(parse.is_word, range(*parse.subtree(preposition))))
    return (
        noun >= 0
        and parse.lower[preposition] in _IN
        and singular(parse.lower[noun]) in MEDIA
        and words <= _MEDIUM_WORDS
    )


def _chain(article: ArticleFeatures, head: int) -> int:
    """The verb that a cue without its own subject hangs on and that belongs to the cue, or -1.

    That is an infinitive's verb or adjective (in 86 % on train), a verb of going or an act that an infinitive of
    purpose follows closely ("went on to praise", 80 %), a verb with a medium ("issued a statement saying", 80 %), or
    one that stands right before by or in and a gerund ("responded by saying", 85 %).
    """
    parse = article.parse
    above = parse.heads[head]
    label = parse.deps[head]
    if above >= head or head - above > _REACH or "," in parse.words[above:head]:
        return -1
    if label == "xcomp":
        verb = above if above in article.verb_at else parse.heads[above]
    elif label == "advcl" and (parse.tags[head] == "VB" or object_of(parse, above) >= 0):
        verb = above
    elif label == "acl" and parse.deps[above] == "dobj" and singular(parse.lower[above]) in MEDIA:
        verb = parse.heads[above]
    elif label == "pcomp" and parse.lower[above] in _BY and parse.heads[above] == above - 1:
        verb = above - 1
    else:
        return -1
    return verb if verb in article.verb_at and verb < head else -1


def _link(article: ArticleFeatures, candidate: Candidate) -> int:
    """The preposition in front of the content that links it to the cue, where other words stand between, or -1."""
    parse = article.parse
    if "prep:" not in candidate.frame:
        return -1
    word = candidate.frame.rpartition("prep:")[2]
    for start, _ in candidate.content:
        if start > candidate.cue and parse.lower[start - 1] == word:
            return start - 1
    return -1

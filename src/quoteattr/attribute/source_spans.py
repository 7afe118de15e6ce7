"""How far a source reaches around its head, by what the training articles count to it."""

from __future__ import annotations

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.sentences import abbreviates
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import is_dated, nominal_of
from quoteattr.syntax.labels import DASHES

__all__ = ["phrase_of"]

_PAUSES = mark_set("source_pauses")
_EDGE = mark_set("source_edges")
_AWAY = listed("source_spans", "away")
_ALL = listed("source_spans", "all")
_CLITICS = listed("source_spans", "clitics")
_TELLS = 0.6
"""The precision of a verb from which a relative clause that it heads is no part of a source."""
_FAR = 100
"""Words behind its head in which the end of a source is looked for."""


def phrase_of(article: ArticleFeatures, candidate: Candidate, head: int) -> tuple[Range, ...]:
    """The subtree of ``head``, without the content, the cue, edge punctuation, and what does not tell who it is."""
    parse = article.parse
    if parse.lower[head] in _CLITICS and parse.heads[head - 1] == head:
        head -= 1  # "He’s said that …": the verb read as the subject
    if any(first <= head < last for first, last in candidate.with_cue):
        return ()
    start, end = _beside(parse, candidate, head)
    start, end = _opening(parse, (start, end), head, candidate.pos), _closing(article, (start, end), head)
    start, end = parse.trim((start, end), _EDGE)
    if start >= end:
        return ()
    end = _completed(parse, (start, _whole_name(parse, end)))
    end = min([end, *(first for first, _ in candidate.with_cue if first > head)])
    return ((start, end),) if start < end else ()


def _beside(parse: Parse, candidate: Candidate, head: int) -> Range:
    """The subtree of ``head``, as far as it lies beside content and cue."""
    cue = candidate.cue
    start, end = parse.subtree(head)
    for first, last in candidate.with_cue:
        if last <= head:
            start = max(start, last)
        else:
            end = min(end, first)
    if cue - 1 > head and parse.tags[cue - 1] == "TO":
        end = min(end, cue - 1)  # a headline: "Leader of farmers | to warn of floods"
    for child in parse.children[head]:
        if parse.deps[child] == "acl" and parse.tags[child] == "VBN" and child < cue < parse.right[child]:
            end = min(end, parse.left[child])  # "Jane Smith tweeted to say …", with tweeted read as a participle
    return start, end


def _completed(parse: Parse, phrase: Range) -> int:
    """The end of a source with the marks and brackets that open in it, and the second of two commas."""
    start, end = phrase
    region = parse.region_of[end - 1]
    if region >= 0 and start <= parse.region_tokens[region][0]:
        end = max(end, parse.region_tokens[region][1])  # "the host of “Good Evening,”"
    if parse.words[end - 1] == ")" and "(" not in parse.words[start:end]:
        end -= 1
    if end < len(parse) and parse.words[end] in _PAUSES and parse.words[end] in parse.words[start:end]:
        end += 1  # "Jane Smith, the mayor," has both its commas in 92 % of the training articles
    return end


def _opening(parse: Parse, phrase: Range, head: int, pos: str) -> int:
    """Where a source begins: behind the place of a report ("OSLO (Ritzau) - The mayor") and behind even."""
    start = phrase[0]
    for token in range(start, head):
        dash = parse.words[token] in DASHES and parse.tags[token] != "HYPH"
        if dash and (pos == "PUNCT" or (token > start and parse.words[token - 1] == ")")):
            start = token + 1
    return start + 1 if parse.lower[start] == "even" and start < head else start


def _closing(article: ArticleFeatures, phrase: Range, head: int) -> int:
    """Where a source ends: before what the person does or says besides, or where, behind a comma.

    On train 79 % of the sources leave out a relative clause with a verb of saying, and all a participle in -ing.
    """
    parse = article.parse
    for token in range(head + 1, min(phrase[1], head + _FAR)):
        first = parse.left[token]
        if parse.heads[token] == head and parse.deps[token] == "prep" and _is_occasion(parse, token, head):
            return first
        behind_pause = first > head and parse.words[first - 1] in _PAUSES and parse.heads[token] < first
        if behind_pause and _leads_away(article, token):
            return first - 1
    end = phrase[1]
    apposed = end - 1 > head and parse.deps[end - 1] == "appos" and parse.lower[end - 1] in _ALL
    return end - 1 if apposed else end


def _leads_away(article: ArticleFeatures, token: int) -> bool:
    """Whether what a token heads does not tell who somebody is."""
    parse, label = article.parse, article.parse.deps[token]
    if label == "relcl":
        return _tells(article, token)
    return (label == "acl" and parse.tags[token] == "VBG") or (label == "prep" and parse.lower[token] in _AWAY)


def _is_occasion(parse: Parse, preposition: int, head: int) -> bool:
    """Whether a phrase tells when or in what somebody spoke: "The mayor on Friday said", "Smith in a letter said"."""
    noun = nominal_of(parse, preposition)
    if noun < 0:
        return False
    if parse.lower[preposition] == "on":
        return is_dated(parse, noun)
    named = parse.tags[head] in ("NNP", "PRP")
    return parse.lower[preposition] == "in" and named and singular(parse.lower[noun]) in MEDIA


def _tells(article: ArticleFeatures, token: int) -> bool:
    """Whether a relative clause is a separate attribution: "Smith, who added that …"."""
    verb = article.verb_at.get(token)
    if verb is None:
        return False
    frames = (("ccomp", "clause"), ("xcomp", "infinitive"), ("dobj", "object"))
    frame = next((frame for label, frame in frames if verb.after(label)), "")
    return bool(frame) and article.lexicon.precision(verb.lemma, "VERB", frame) >= _TELLS


def _whole_name(parse: Parse, end: int) -> int:
    """The end of a source that the parser cut within a name, or before one: "a spokeswoman for | Acme Corp."."""
    while end < len(parse) and parse.entity_of[end] >= 0 and parse.entity_of[end] == parse.entity_of[end - 1]:
        end += 1
    while end < len(parse) and not is_dated(parse, end):
        if parse.tags[end][:3] == "NNP" and parse.words[end][0].isupper():
            end += 1
        elif end + 1 < len(parse) and parse.tags[end + 1][:3] == "NNP" and abbreviates(parse, end):
            end += 2  # "Army Lt | . John Smith"
        else:
            break
    return end

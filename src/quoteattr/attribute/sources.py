"""The words that are the source of a content, by the ways that the training articles show, the surest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quoteattr.attribute.agents import ASKING, NOBODY, agent_beside, agent_of_verb, must_have_subject
from quoteattr.attribute.source_spans import phrase_of
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.framing import FRAMES, between_pauses
from quoteattr.detect.hearings import HEARING, is_heard
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import is_dated, nominal_of
from quoteattr.syntax.labels import COMMON_TAGS

__all__ = ["outside_contents", "source_of"]

_RAISING = listed("infinitives", "raising")
_AROUSING = listed("sources", "arousing")
_FROM = listed("sources", "givers")
_WITH = listed("sources", "saying_with")


def source_of(article: ArticleFeatures, candidate: Candidate) -> tuple[Range, ...]:
    """The token range of the source, or nothing."""
    if candidate.is_named:
        return candidate.voice
    if candidate.cue < 0 and candidate.source < 0:
        return ()
    if candidate.rule in FRAMES and candidate.source < candidate.cue:
        return between_pauses(article, candidate)
    head = _head(article, candidate)
    return phrase_of(article, candidate, head) if head >= 0 else ()


def outside_contents(candidates: Sequence[Candidate], sources: Sequence[tuple[Range, ...]]) -> list[tuple[Range, ...]]:
    """The sources; one that lies in the content of a candidate before its own is that candidate's instead.

    "An aide denied that the mayor had resigned, adding that …": parsers hang the participle on "resigned", whose
    subject is the mayor. (On train, of 25 such sources 19 were the other candidate's.)

    Args:
        candidates: In text order, their contents without overlap but for those within turns.
        sources: What the syntax of each cue tells.
    """
    pieces = sorted(
        (start, end, number)
        for number, one in enumerate(candidates)
        if not one.is_turn  # who speaks in a turn may quote others
        for start, end in one.content
    )
    starts = [start for start, _, _ in pieces]
    out: list[tuple[Range, ...]] = []
    for number, source in enumerate(sources):
        owner = -1
        if source:
            place = bisect_right(starts, source[0][0]) - 1
            if place >= 0 and source[-1][1] <= pieces[place][1]:
                owner = pieces[place][2]
        told = 0 <= owner < number and out[owner] and _is_apart(candidates[number], out[owner])
        out.append(out[owner] if told else source)
    return out


def _is_apart(candidate: Candidate, source: tuple[Range, ...]) -> bool:
    """Whether a source holds neither the cue nor a token of the content of ``candidate``."""
    return all(max(start, first) >= min(end, last) for start, end in source for first, last in candidate.with_cue)


def _head(article: ArticleFeatures, candidate: Candidate) -> int:
    """The token of the source's head, or -1."""
    if candidate.source >= 0:
        return _told_by_rule(article, candidate)
    if candidate.pos == "NOUN":
        return _of_noun(article, candidate)
    verb = article.verb_at.get(candidate.cue)
    if verb is not None and candidate.frame == HEARING and is_heard(article, verb):
        return _giver(article.parse, verb.token)
    if candidate.lemma in _RAISING or _is_impersonal(article, candidate):
        return -1
    return _of_verb(article, candidate)


def _told_by_rule(article: ArticleFeatures, candidate: Candidate) -> int:
    """The head that the rule knows; for a pronoun that owns a noun of saying the subject of the verb above that."""
    parse, cue, head = article.parse, candidate.cue, candidate.source
    if candidate.pos == "NOUN" and parse.tags[head] == "PRP$" and parse.deps[cue] == "dobj":
        above = agent_of_verb(article, parse.heads[cue], candidate)  # "she repeated her call for …"
        return above if above >= 0 else head
    return head


def _of_noun(article: ArticleFeatures, candidate: Candidate) -> int:
    """Who says what a noun of saying tells: the subject of the verb that governs it, or whom it comes from."""
    parse, noun = article.parse, candidate.cue
    governor = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lower[governor] in _WITH:
        governor = parse.heads[governor]  # "opened with a call for …", "broke into chants of …"
        governed = governor in article.verb_at
    else:
        governed = candidate.frame.startswith("obj+") and governor in article.verb_at
    agent = agent_of_verb(article, governor, candidate) if governed else -1
    return _giver(parse, noun) if agent < 0 or _arouses(article, governor, agent) else agent


def _of_verb(article: ArticleFeatures, candidate: Candidate) -> int:
    """Who does what a verb or a predicate says."""
    agent = agent_of_verb(article, candidate.cue, candidate)
    doubtful = agent < 0 or not _is_beside(article.parse, candidate, agent)
    if candidate.frame == "quote" and doubtful and not _is_asked(article, candidate.cue):
        beside = agent_beside(article, candidate)
        return beside if beside >= 0 else agent
    if agent < 0 and must_have_subject(article, candidate.cue):
        return agent_beside(article, candidate)
    return agent


def _is_impersonal(article: ArticleFeatures, candidate: Candidate) -> bool:
    """Whether nobody in particular thinks so: "it is unclear whether …"."""
    verb = article.verb_at.get(candidate.cue)
    if candidate.pos != "ADJ" or verb is None or verb.lemma != "be":
        return False
    return verb.subject >= 0 and article.parse.lower[verb.subject] in NOBODY


def _arouses(article: ArticleFeatures, governor: int, subject: int) -> bool:
    """Whether a verb tells what makes others ask: "The sale raised questions about …", "He faced criticism"."""
    parse, lemma = article.parse, article.verb_at[governor].lemma
    thing = parse.tags[subject] in COMMON_TAGS and singular(parse.lower[subject]) not in MEDIA
    return lemma in _AROUSING or (lemma == "raise" and thing)


def _giver(parse: Parse, noun: int) -> int:
    """Whom a noun of saying comes from, or -1: "He faced criticism from doctors"."""
    for child in parse.children[noun]:
        giver = nominal_of(parse, child) if parse.lower[child] in _FROM else -1
        if giver > noun and parse.tags[giver][:2] in ("NN", "PR"):
            return giver
    return -1


def _is_asked(article: ArticleFeatures, cue: int) -> bool:
    """Whether a cue tells whom somebody asked, not who asked: "The mayor was asked, “…”"."""
    verb = article.verb_at.get(cue)
    return verb is not None and verb.passive and verb.lemma in ASKING


def _is_beside(parse: Parse, candidate: Candidate, head: int) -> bool:
    """Whether a subject is the one that stands beside the cue of a quotation: no date, no addressee behind it."""
    if is_dated(parse, head) or parse.region_of[head] >= 0:
        return False
    before = max((end for _, end in candidate.content if end <= candidate.cue), default=-1)
    return before <= head or before < 0

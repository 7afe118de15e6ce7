"""Passives whose subject is the content: "the plan was criticised by unions", "the film was described as a failure"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, nominal_of
from quoteattr.syntax.labels import FINITE_TAGS, PREPOSITION_COMPLEMENTS

__all__ = ["RULES", "find"]

PASSIVE = rule(
    "passive",
    "a passive verb of saying or judging: its subject is what was said or judged",
    "[The deal] was criticized by {environmental groups}.",
    "[The law] was welcomed by {doctors}.",
)
PASSIVE_AS = rule(
    "passive-as",
    "a passive verb of describing: its subject and the phrase with as or of are the content",
    "[The attack] was described as [an act of war].",
    "[The players] were praised for [their courage].",
)
REDUCED = rule(
    "passive-reduced",
    "a participle with by behind a noun: the noun phrase is the content",
    "[The ban] proposed by {the ministry} would start in May.",
    "[The tax] proposed by {the senator} would raise $2 million.",
)
ASKED = rule(
    "asked-by",
    "asked by somebody, a word of asking, and a clause up to a comma: he asks what it holds",
    "Asked by {a reporter} [why he had left], the mayor said nothing.",
    "Pressed by {Ada Smith} on [whether the bridge was safe], the engineer looked away.",
    "Asked by {Ada Smith}, for the council, [how he had paid], he said he could not recall.",
)
RULES = (PASSIVE, PASSIVE_AS, REDUCED, ASKED)

_LINKS = listed("links", "passive")
_QUESTIONED, _WHETHER = listed("acts", "questioned_by"), listed("predicate", "interrogatives")
_ASK = "ask"
_BEHIND_ASKER = (_WHETHER - {"who"}) | {"about", "on", ","}  # "asked by the man who knew"
_NEAR = 15
"""Tokens from such a participle to the word of asking at most."""
_LONGEST = 60
"""Tokens of what is asked at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each passive verb with a subject before it and no clause."""
    for token, word in enumerate(article.parse.lower):
        if word in _QUESTIONED and article.parse.words[token][0].isupper():
            asked = _asked_by(article, token)
            if asked is not None:
                yield asked
    for verb in article.verbs:
        if verb.passive and not verb.after("ccomp", "xcomp") and not _has_clause_for_it(article.parse, verb):
            found = _described(article, verb) or _undergoing(article, verb)
            if found is not None:
                yield found


def _asked_by(article: ArticleFeatures, token: int) -> Candidate | None:
    """What somebody was asked, and by whom, where a sentence begins so: "Asked by Smith | why he had left, she …"."""
    parse, stop = article.parse, article.sentence(token)[1]
    agent = nominal_of(parse, token + 1) if parse.lower[token + 1 : token + 2] == ["by"] else -1
    ends = (agent + 1, parse.right[agent]) if agent >= 0 else ()
    asking = next((one for one in ends if one < stop and parse.lower[one] in _BEHIND_ASKER), stop)
    while asking < stop and parse.lower[asking] not in _WHETHER:
        if parse.tags[asking] in FINITE_TAGS or asking > token + _NEAR:
            return None
        asking += 1
    comma = next(
        (
            one
            for one in range(asking, min(stop, asking + _LONGEST))
            if parse.words[one] == "," and parse.region_of[one] < 0
        ),
        stop,
    )
    if comma >= stop or not article.has_finite_verb((asking, comma)) or parse.region_of[asking] >= 0:
        return None
    content = clean(article, [(asking, comma)])
    return Candidate(ASKED.id, token, _ASK, "VERB", "pass+clause", content, source=agent) if content else None


def _has_clause_for_it(parse: Parse, verb: Verb) -> bool:
    """Whether a clause before the verb is what it stands for: "that he left, it was said"."""
    subject = verb.first("nsubjpass")
    return subject >= 0 and parse.lower[subject] == "it" and bool(verb.all("ccomp"))


def _described(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """What something is called or described as, with the thing."""
    parse = article.parse
    naming = verb.after("oprd")
    if naming:
        frame, span = "pass+naming", OpenSpan("passive", naming[0], parse.left[naming[0]], parse.right[naming[-1]])
    else:
        linked = next((child for child in verb.after("prep") if _is_description(article, child)), -1)
        if linked < 0:
            return None
        head = parse.child(linked, *PREPOSITION_COMPLEMENTS, "amod")
        frame = "pass+prep:" + parse.lower[linked]
        start = linked + 1 if article.lexicon.wide else linked
        span = OpenSpan("passive", head, start, parse.right[linked])
    return Candidate.of_verb(PASSIVE_AS, verb, frame, clean(article, _thing(parse, verb)), open_span=span)


def _is_description(article: ArticleFeatures, preposition: int) -> bool:
    parse = article.parse
    described = parse.child(preposition, "amod") >= 0 or article.can_be_content(preposition)
    return parse.lower[preposition] in _LINKS and described


def _undergoing(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The subject of a passive, or the noun that a participle with by stands behind."""
    parse, by = article.parse, verb.first("agent") >= 0
    pieces = _thing(parse, verb)
    if pieces:
        return Candidate.of_verb(PASSIVE, verb, "pass+by" if by else "pass", clean(article, pieces))
    noun = parse.heads[verb.token]
    if by and parse.deps[verb.token] == "acl" and noun < verb.token:
        content = clean(article, [(parse.left[noun], min(noun + 1, verb.token))])
        return Candidate.of_verb(REDUCED, verb, "acl+by", content)
    return None


def _thing(parse: Parse, verb: Verb) -> list[Range]:
    """The phrase of the subject before a passive, as the only element of a list; or none."""
    subject = verb.first("nsubjpass")
    return [parse.subtree(subject)] if 0 <= subject < verb.token else []

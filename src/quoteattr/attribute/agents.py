"""Who does what a cue says: its own subject or agent, one by control, or the noun phrase that stands beside it."""

from __future__ import annotations

from quoteattr.attribute.parse_repairs import agent_elsewhere, is_nominal, led_in, true_subject
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.quoting import whom_quoted
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse
from quoteattr.syntax.control import controller_of, is_issued, person_between, reporter_of
from quoteattr.syntax.grammar import Verb, agent_of, phrase_head
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["ASKING", "NOBODY", "agent_beside", "agent_of_verb", "must_have_subject"]

NOBODY = listed("voice", "nobody")
ASKING = listed("sources", "asking")
_FEELING = listed("sources", "feeling")
_PAST = listed("sources", "past")
_OPENINGS = label_set("tag_beginnings", "nominal")
_GOVERNED = label_set("dependencies", "governed")
_INVERTED = label_set("frames", "inverted")
_STEPS = 6
"""How many verbs a search for an agent climbs at most."""
_NEAR, _FAR = 6, 12
"""Tokens behind a cue within which its subject begins, and within which its head stands."""


def agent_of_verb(article: ArticleFeatures, token: int, candidate: Candidate) -> int:
    """The head of the noun phrase that does what the verb at ``token`` says, or -1.

    Args:
        article: The article.
        token: The cue, or a verb or an adjective above it.
        candidate: The content of the cue.
    """
    parse, cue = article.parse, candidate.cue
    if (quoted := whom_quoted(article, token)) >= 0 and not _is_inside(candidate, quoted):
        return quoted
    for _ in range(_STEPS):
        verb = article.verb_at.get(token)
        if verb is None:  # an adjective, or a verb read as a noun: "Her campaign feuds with … and dismisses …"
            subject = parse.child(token, "nsubj", "nsubjpass") if token != cue else -1
            if subject >= 0 or parse.heads[token] == token:
                return subject
            token = parse.heads[token]
            continue
        own = _own(article, verb, candidate)
        if own is not None and token != cue and parse.tags[cue] == "VBG":
            own = person_between(article, verb, own, cue)
        if own is not None:
            return -1 if token != cue and _is_extraposed(parse, verb, own) else true_subject(parse, token, own)
        reporter = reporter_of(article, token) if token == cue else -1
        if reporter >= 0:
            token = reporter
            continue
        noun, token = controller_of(article, verb)
        if noun >= 0 or token < 0:
            return noun
    return -1


def _is_extraposed(parse: Parse, verb: Verb, subject: int) -> bool:
    """Whether a subject is the it of "it is hard to find out", which does nothing."""
    return parse.lower[subject] == "it" and verb.lemma == "be" and bool(verb.all("acomp"))


def _own(article: ArticleFeatures, verb: Verb, candidate: Candidate) -> int | None:
    """The verb's own subject or by-phrase; -1 where it plainly has none; ``None`` to look further up."""
    parse, is_cue = article.parse, verb.token == candidate.cue
    if verb.passive:
        return _of_passive(article, verb, candidate)
    if is_cue and verb.lemma in ASKING and parse.deps[verb.token] == "advcl" and verb.subject < 0:
        return -1 if parse.tags[verb.token] == "VBD" else None  # "asked whether she would run, he …": a participle
    subject = _last_subject(verb)
    if subject >= 0 and parse.tags[subject] == "WDT" and is_issued(article, verb.token):
        return None  # "released a video that said …": who released it
    if subject >= 0 and not _is_inside(candidate, subject):
        return subject
    clause = verb.first("csubj")
    nominal = 0 <= clause < verb.token and parse.tags[parse.left[clause]][:2] in _OPENINGS
    if nominal and not _is_inside(candidate, clause):
        return clause  # "People briefed on the talks said …": the participle read as the subject
    return _read_as_object(parse, verb, candidate) if is_cue and candidate.frame in _INVERTED else None


def _of_passive(article: ArticleFeatures, verb: Verb, candidate: Candidate) -> int:
    """Who does what a passive says; -1 for nobody."""
    parse, is_cue = article.parse, verb.token == candidate.cue
    if verb.first("agent") >= 0:
        return agent_of(parse, verb.token)
    if is_cue and (agent := agent_elsewhere(article, candidate)) >= 0:
        return agent
    if _is_only_verb(parse, verb.token):
        return parse.heads[verb.token]
    if not is_cue:
        return verb.subject
    nobody = verb.subject >= 0 and parse.lower[verb.subject] in NOBODY
    has_said = candidate.frame == "pass+clause" and _is_contracted(parse, verb)
    return verb.subject if not nobody and (verb.lemma in _FEELING or has_said) else -1


def _is_only_verb(parse: Parse, participle: int) -> bool:
    """Whether a participle is the verb of its sentence in truth: "Smith, a mayor, called the plan “a mistake.”"."""
    noun, word = parse.heads[participle], parse.lower[participle]
    if parse.deps[participle] != "acl" or not (word.endswith("ed") or word in _PAST):
        return False
    if parse.tags[noun][:2] not in ("NN", "PR") or parse.deps[noun] != "ROOT":
        return False
    return parse.child(noun, "cop", "aux", "nsubj") < 0


def _is_contracted(parse: Parse, verb: Verb) -> bool:
    """Whether a passive is none: "he's said that …", with has."""
    auxiliary = verb.first("auxpass")
    return auxiliary >= 0 and parse.lower[auxiliary] == "'s" and verb.lemma not in ASKING


def _last_subject(verb: Verb) -> int:
    """The subject of a verb, the last before it where the parser gave it several: "Moments later, she said"."""
    subjects = verb.all("nsubj") if verb.passive else verb.all("nsubj", "nsubjpass")  # "he's urged them to go"
    before = [subject for subject in subjects if subject < verb.token]
    return before[-1] if before else subjects[0] if subjects else -1


def _read_as_object(parse: Parse, verb: Verb, candidate: Candidate) -> int | None:
    """The subject behind a cue right behind its content that the parser calls an object: "…," said Jones"."""
    ends = [end for _, end in candidate.content if end <= verb.token]
    if not ends or any(map(parse.is_word, range(max(ends), verb.token))):
        return None
    for child in verb.after("dobj", "attr", "npadvmod", "dep"):
        near = child <= verb.token + _FAR
        if near and not _is_inside(candidate, child) and parse.tags[child][:2] in ("NN", "PR"):
            return child
    return None


def must_have_subject(article: ArticleFeatures, cue: int) -> bool:
    """Whether a verb must have a subject that the parser did not see: finite, active, and head of its sentence."""
    parse, verb = article.parse, article.verb_at.get(cue)
    if verb is None or verb.passive or parse.deps[cue] != "ROOT" or verb.subject >= 0 or verb.first("expl") >= 0:
        return False
    helpers = verb.all("aux")
    finite = any(parse.tags[token] in FINITE_TAGS for token in (cue, *helpers))
    return finite or (parse.tags[cue] == "VBN" and not helpers)


def agent_beside(article: ArticleFeatures, candidate: Candidate) -> int:
    """The noun phrase between a quotation and its cue, else the first one before the cue, else the one behind it."""
    parse, cue = article.parse, candidate.cue
    quoted = max((end for _, end in candidate.content if end <= cue), default=-1)
    start = quoted if quoted >= 0 else article.sentence(cue)[0]
    nominal = [token for token in range(start, cue) if parse.region_of[token] < 0 and is_nominal(parse, token)]
    if nominal and quoted >= 0:
        return phrase_head(parse, nominal[0], (start, cue))
    if nominal:
        behind = led_in(parse, start, cue)
        return phrase_head(parse, behind, (behind, cue)) if behind >= 0 else _first_free(parse, nominal, start, cue)
    stop = min((first for first, _ in candidate.content if first > cue), default=len(parse))
    for token in range(cue + 1, min(stop, cue + _NEAR)):
        if parse.words[token] in (",", ".", ":", ";"):
            break
        if is_nominal(parse, token):
            return phrase_head(parse, token, (cue + 1, min(stop, article.sentence(cue)[1])))
    return -1


def _first_free(parse: Parse, nominal: list[int], start: int, cue: int) -> int:
    """Of the nouns before a cue the first whose phrase no preposition governs: "An aide who spoke of the plan said"."""
    heads = [phrase_head(parse, token, (start, cue)) for token in nominal]
    free = next((head for head in heads if parse.deps[head] not in _GOVERNED), -1)
    if free >= 0:
        return free
    apposed = (one for one in nominal if parse.deps[one] == "appos" and parse.words[parse.left[one] - 1] == ",")
    return next(apposed, heads[0])  # "In Oslo, Jane Smith had explained …": read as an apposition to the place


def _is_inside(candidate: Candidate, token: int) -> bool:
    return any(start <= token < end for start, end in candidate.content)

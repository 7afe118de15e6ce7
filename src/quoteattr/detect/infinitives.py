"""Infinitives and gerunds as contents: "promised to leave", "asked them to wait", "is expected to win"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, is_dated, is_infinitive, nominal_of

__all__ = ["RULES", "find"]

INFINITIVE = rule(
    "infinitive",
    "a verb of saying or wanting with an infinitive",
    "{The union} vowed [to fight the closure].",
    "{The ministry} recommends [eating less meat].",
    "{Ada Smith} denied [having signed the letter].",
    "{The mayor} promised Monday [to rebuild the pier].",
    "{The mayor} promised Sunday at a rally [to end the strike].",
)
OBJECT = rule(
    "infinitive-object",
    "a verb that asks somebody to do something: the person asked is part of the content",
    "{The governor} urged [residents to stay indoors].",
    "{The court} ordered [the company to pay a fine of $2 million].",
    "{The mayor} told [residents to leave their homes].",
    "{The court} directed [the council to cover every drain in the town].",
    "{He}'s urged [residents to boil their water].",
    "{She}'s called on [the council to freeze the rents].",
    "{The union} called on [the ministry to publish the report].",
    "{Residents} have appealed to [the council to keep the library open].",
)
PASSIVE = rule(
    "infinitive-passive",
    "a passive verb of expecting or asking: its subject and the infinitive are the content",
    "[The bill] is expected [to pass on Monday].",
    "[He] was asked by {the judge} [to leave the room].",
)
RAISING = rule(
    "infinitive-seem",
    "seem and appear: subject and infinitive are the content, the source is nobody",
    "[The minister] seems [to have changed his mind].",
    "It seems [to rain every day].",
)
ULTIMATUM = rule(
    "infinitive-ultimatum",
    "give somebody an ultimatum: he, and what he is to do, are the content",
    "{The union} has given [the state] a seven-day ultimatum [to pay the arrears].",
    "{The governor} gave [the firm] a two-week ultimatum [to leave the site].",
)
RULES = (INFINITIVE, OBJECT, PASSIVE, RAISING, ULTIMATUM)

_RAISING = listed("infinitives", "raising")
_ADDRESSING = listed("infinitives", "addressing")
"""By the wider idea the person told is in no span (in 25 % of the training articles' attributions only)."""


_CALLING, _CALLING_PREPOSITIONS = listed("infinitives", "calling"), listed("infinitives", "calling_prepositions")
_ORDERING = listed("infinitives", "ordering")
_GIVING, _ULTIMATUMS = listed("infinitives", "giving"), listed("infinitives", "ultimatums")
_ORDERED_AS = "order"
"""The verb whose counts stand for giving an ultimatum."""
_COUNTED_AS = "urge"
"""The verb whose counts stand for calling on somebody: the counted articles have few that do."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb with an open complement to its right."""
    for verb in article.verbs:
        complements = verb.after("xcomp") or _ordered(article.parse, verb) or _dated(article, verb)
        if complements and not verb.after("ccomp"):
            yield _candidate(article, verb, complements[0])
        elif verb.lemma in _GIVING and (found := _ultimatum(article, verb)) is not None:
            yield found


def _candidate(article: ArticleFeatures, verb: Verb, complement: int) -> Candidate:
    parse, subject, lemma = article.parse, verb.subject, verb.lemma
    start = max(parse.left[complement], verb.token + 1)
    form = _form(parse, complement)
    before: list[Range] = []
    if verb.lemma in _RAISING:
        if subject >= 0 and parse.lower[subject] not in ("it", "there"):
            before = [parse.subtree(subject)]
        rule, frame = RAISING, "seem+" + form
    elif verb.passive:
        if 0 <= subject < verb.token:
            before = [parse.subtree(subject)]
        rule, frame = PASSIVE, "pass+" + form
    else:
        between = [child for child in verb.all("dobj", "dative") if verb.token < child < complement]
        objects = [child for child in between if not is_dated(parse, child)]
        apart = verb.lemma in _ADDRESSING and (article.lexicon.wide or parse.words[start - 1] == ",")
        if objects and not apart:
            start = max(min(start, parse.left[objects[0]]), verb.token + 1)
        rule, frame = (OBJECT, "object+" + form) if objects else (INFINITIVE, form)
        called = -1 if objects else _called_on(parse, verb, complement)
        if called >= 0:
            rule, frame, start = OBJECT, "object+" + form, min(start, parse.left[called])
            lemma = _COUNTED_AS
    span = OpenSpan("infinitive", complement, start, parse.right[complement])
    return evolve(Candidate.of_verb(rule, verb, frame, clean(article, before), open_span=span), lemma=lemma)


def _ultimatum(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """Whom somebody gives an ultimatum, and what to do: "gave the state a seven-day ultimatum | to pay"."""
    parse, given = article.parse, verb.after("dobj")
    if verb.passive or not given or parse.lower[given[0]] not in _ULTIMATUMS:
        return None
    clauses = (child for child in parse.children[given[0]] if child > given[0] and is_infinitive(parse, child))
    clause = next(clauses, -1)
    told = [parse.subtree(child) for child in verb.after("dative") if child < given[0]]
    if clause < 0 or parse.left[clause] <= given[0]:
        return None
    span = OpenSpan("infinitive", clause, parse.left[clause], parse.right[clause])
    found = Candidate.of_verb(ULTIMATUM, verb, "object+infinitive", clean(article, told), open_span=span)
    return evolve(found, lemma=_ORDERED_AS)


def _ordered(parse: Parse, verb: Verb) -> list[int]:
    """The infinitive right behind whoever is asked or ordered, which the parser calls adverbial; or none."""
    called = nominal_of(parse, verb.token + 1) if verb.lemma in _CALLING else -1
    objects = verb.after("dobj") if verb.lemma in _ORDERING else []
    told = called if called >= 0 else objects[0] if objects else -1
    clauses = verb.after("advcl") if told >= 0 and not verb.passive else []
    return [one for one in clauses if parse.left[one] == parse.right[told] and is_infinitive(parse, one)]


def _dated(article: ArticleFeatures, verb: Verb) -> list[int]:
    """The infinitive behind the day of a promise, which the parser calls adverbial: "vowed Sunday in Oslo to quit"."""
    parse, objects, clauses = article.parse, verb.after("dobj", "npadvmod"), verb.after("advcl")
    infinitives, things = (article.lexicon.seen(verb.lemma, "VERB", frame) for frame in ("infinitive", "object"))
    if verb.passive or infinitives <= things or not objects or not all(is_dated(parse, one) for one in objects):
        return []
    return [one for one in clauses if is_infinitive(parse, one) and "," not in parse.words[verb.token : one]]


def _called_on(parse: Parse, verb: Verb, complement: int) -> int:
    """Those behind a preposition whom a verb of calling asks to do something; -1 if there are none."""
    preposition = verb.token + 1
    calls = verb.lemma in _CALLING and parse.lower[preposition] in _CALLING_PREPOSITIONS
    called = nominal_of(parse, preposition) if calls and preposition < complement else -1
    return called if called >= 0 and not is_dated(parse, called) else -1


def _form(parse: Parse, complement: int) -> str:
    """The form of an open complement, as frames have it."""
    if parse.tags[complement] == "VBG":
        return "gerund"
    return "infinitive" if is_infinitive(parse, complement) else "bare"

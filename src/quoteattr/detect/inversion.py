"""Contents before their verb or around it: "It was late, she said"; "The plan, he argued, is bad"; "as X noted"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.clause_spans import clause_before
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.hearings import COUNTED_AS, HEARING, is_heard
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb
from quoteattr.syntax.labels import TENSED_TAGS

__all__ = ["RULES", "find"]

LEFT = rule(
    "clause-left",
    "a clause, and behind it the verb whose object it is",
    "[The bridge will open in May], {officials} told reporters.",
    "[Turnout was low], {the commission} grudgingly admitted.",
    "[Moving the mill would cost a million], {he} estimated, [and take seven weeks].",
    "[She chose the mayor in the end], {she} said, [because of a film].",
    "[The fair will move to June], it has been confirmed.",
    "[The brakes had failed twice before], a court heard.",
    "[The river has not been so low for years], {Maria Lopez} told the council on Monday.",
)
PARATAXIS = rule(
    "parataxis",
    "a verb of saying put into the sentence that it reports",
    "[Prices have risen], {economists} say, [and will rise again].",
    "[By contrast], said {Mr Brown}, [the shops were full of people].",
)
AS_CLAUSE = rule(
    "as-clause",
    "a clause with as and a verb of saying beside the sentence that it reports",
    "As {the report} notes, [prices have doubled since 2010].",
    "As {Keller} told reporters, [the bridge is unsafe].",
    "[The city], as {the mayor} has said, [cannot pay for the bridge].",
)
RULES = (LEFT, PARATAXIS, AS_CLAUSE)

_TOLD_OF = label_set("tags", "told_of")
_TELLING = listed("telling", "always")
_OPENING, _SPEAKER = 10, 10
"""Tokens at most before a verb behind the first words of a sentence, and between it and the next comma."""
_SPEAKERS = label_set("tags", "speakers")
_LONGEST = 100
"""Tokens before a verb in its sentence at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """Candidates whose content precedes or surrounds the verb."""
    for verb in article.verbs:
        found = _inserted(article, verb) or _behind_clause(article, verb)
        if found is not None and found.content:
            yield found


def _inserted(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """A sentence behind whose first words say and its subject are put: "The firms, said the mayor, must pay"."""
    parse, cue = article.parse, verb.token
    start, stop = article.sentence(cue)
    if (
        verb.lemma != "say"
        or not _behind_comma(parse, cue)
        or not start < cue - 1 <= start + _OPENING
        or _SPEAKERS.isdisjoint(parse.tags[cue + 1 : cue + 2])
        or article.has_finite_verb((start, cue))
    ):
        return None
    comma = _behind_speaker(article, cue, stop)
    if comma < 0 or not article.has_finite_verb((comma, stop)) or _is_told_of(parse, (start, cue - 1), comma):
        return None
    content = clean(article, [(start, cue - 1), (comma + 1, stop)])
    return Candidate.of_verb(PARATAXIS, verb, "parataxis", content, source=comma - 1, certain=True)


def _is_told_of(parse: Parse, before: Range, comma: int) -> bool:
    """Whether what stands before the verb speaks: "One of us, Ada Lind, says the ward, which has …, is shut"."""
    return "," in parse.words[slice(*before)] and parse.tags[comma + 1] in _TOLD_OF


def _behind_speaker(article: ArticleFeatures, cue: int, stop: int) -> int:
    """The comma behind a verb and a noun phrase; or -1."""
    parse = article.parse
    comma = next((token for token in range(cue + 1, min(stop, cue + _SPEAKER)) if parse.words[token] == ","), -1)
    if comma < 0 or article.has_finite_verb((cue + 1, comma)):
        return -1
    return comma if {"TO", "IN", ""}.isdisjoint(parse.tags[cue + 1 : comma]) else -1


def _behind_clause(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The clause before a verb, whose object it is."""
    clauses = verb.all("ccomp")
    if clauses and clauses[-1] > verb.token:
        return None
    if clauses:
        content = clean(article, clause_before(article, verb, clauses[-1]))
        if is_heard(article, verb):
            return evolve(Candidate.of_verb(LEFT, verb, HEARING, content), lemma=COUNTED_AS)
        certain = _is_inverted(article, verb) or _is_impersonal(article, verb)
        return Candidate.of_verb(LEFT, verb, "clause-left", content, certain=certain)
    source = _read_as_object(article, verb)
    if source >= 0:
        content = clean(article, [(article.sentence(verb.token)[0], verb.token - 1)])
        return Candidate.of_verb(LEFT, verb, "clause-left", content, source=source, certain=True)
    return _within(article, verb)


def _is_inverted(article: ArticleFeatures, verb: Verb) -> bool:
    """Whether a verb of saying stands between a comma and its subject: ", observes Jane Smith" (48 of 48 on train)."""
    subjects = verb.after("nsubj")
    return (
        bool(subjects)
        and article.parse.left[subjects[0]] == verb.token + 1
        and _behind_comma(article.parse, verb.token)
        and article.lexicon.reports(verb.lemma)
    )


def _is_impersonal(article: ArticleFeatures, verb: Verb) -> bool:
    """Whether a passive verb of saying has it for its subject behind a comma: ", it has been confirmed"."""
    parse = article.parse
    return (
        verb.passive
        and article.lexicon.reports(verb.lemma)
        and 0 < verb.subject < verb.token
        and parse.lower[verb.subject] == "it"
        and parse.words[verb.subject - 1] == ","
    )


def _read_as_object(article: ArticleFeatures, verb: Verb) -> int:
    """Who speaks behind say, where the parser takes him for an object: ", said a panel of experts"; or -1."""
    parse, objects = article.parse, verb.after("dobj")
    if verb.lemma != "say" or len(objects) != 1 or not _behind_comma(parse, verb.token):
        return -1
    speaker = objects[0]
    if parse.left[speaker] != verb.token + 1 or parse.tags[speaker][:2] != "NN" or parse.region_of[verb.token - 1] >= 0:
        return -1
    start = article.sentence(verb.token)[0]
    led = any(child < verb.token for child in verb.all("nsubj", "advcl", "ccomp"))
    near = verb.token - start <= _LONGEST
    return speaker if led and near and article.has_finite_verb((start, verb.token)) else -1


def _behind_comma(parse: Parse, verb: int) -> bool:
    """Whether a verb with a tense stands right behind a comma."""
    return parse.words[verb - 1] == "," and parse.tags[verb] in TENSED_TAGS


def _within(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a verb that hangs on the sentence it reports."""
    parse = article.parse
    label = parse.deps[verb.token]
    if label == "parataxis" and verb.subject >= 0:
        rule, frame = PARATAXIS, "parataxis"
    elif label == "advcl" and _has_as(parse, verb) and (not verb.all("dobj", "xcomp") or verb.lemma in _TELLING):
        rule, frame = AS_CLAUSE, "as"
    else:
        return None
    (start, end), (first, last) = parse.subtree(parse.heads[verb.token]), parse.subtree(verb.token)
    if rule is PARATAXIS:  # "It rained; the dam, | they found, | broke"
        stops = (
            token
            for token in range(max(start, first - _LONGEST), first)
            if parse.words[token] == ";" and parse.region_of[token] < 0
        )
        start = max(stops, default=start - 1) + 1
    content = clean(article, [(start, max(start, first)), (min(last, end), end)])
    return Candidate.of_verb(rule, verb, frame, content)


def _has_as(parse: Parse, verb: Verb) -> bool:
    return any(parse.lower[mark] == "as" for mark in verb.all("mark"))

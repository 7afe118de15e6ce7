"""Contents before their verb or around it: "It was late, she said"; "The plan, he argued, is bad"; "as X noted"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clause_before, clean
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

LEFT = Rule(
    "clause-left",
    "a clause, and behind it the verb whose object it is",
    (
        Example("The bridge will open in May, officials said.", ("The bridge will open in May",), "officials"),
        Example("Turnout was low, the commission reported on Monday.", ("Turnout was low",), "the commission"),
        Example("The fair will move to June, it has been confirmed.", ("The fair will move to June",)),
        Example(
            "The river has not been so low for years, observes Maria Lopez.",
            ("The river has not been so low for years",),
            "Maria Lopez",
        ),
    ),
)
PARATAXIS = Rule(
    "parataxis",
    "a verb of saying put into the sentence that it reports",
    (
        Example("The plan, she argued, would cost too much.", ("The plan", "would cost too much"), "she"),
        Example("Prices, economists say, will rise again.", ("Prices", "will rise again"), "economists"),
        Example(
            "By contrast, said Mr Brown, the shops were full of people.",
            ("By contrast", "the shops were full of people"),
            "Mr Brown",
        ),
    ),
)
AS_CLAUSE = Rule(
    "as-clause",
    "a clause with as and a verb of saying beside the sentence that it reports",
    (
        Example(
            "As the report notes, prices have doubled since 2010.", ("prices have doubled since 2010",), "the report"
        ),
        Example(
            "The city, as the mayor has said, cannot pay for the bridge.",
            ("The city", "cannot pay for the bridge"),
            "the mayor",
        ),
    ),
)
RULES = (LEFT, PARATAXIS, AS_CLAUSE)

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_OPENING, _SPEAKER = 10, 10
"""Tokens at most before a verb behind the first words of a sentence, and between it and the next comma."""
_INSERTED = frozenset("add argue believe explain insist note observe predict reckon suggest think warn".split())
"""Verbs that, with say, stand before their subject there."""
_SPEAKERS = (["NNP"], ["NN"], ["NNS"], ["DT"], ["PRP"], ["PRP$"], ["JJ"])
_LONGEST = 100
"""Tokens before such a verb in its sentence at most."""
_SAYINGS = frozenset("goodbye grace hello mass nothing prayer prayers something thing things word words".split())
"""What is said, and says nothing itself, behind say."""


def find(reading: Reading) -> Iterator[Candidate]:
    """Candidates whose content precedes or surrounds the verb."""
    parse = reading.parse
    for verb in reading.verbs:
        if (inserted := _inserted(reading, verb)) is not None:
            yield inserted
            continue
        if verb.after("ccomp"):
            continue
        before = [child for child in verb.all("ccomp") if child < verb.token]
        if before:
            content = clean(reading, list(clause_before(reading, verb, before[-1])))
            if content:
                certain = _inverted(reading, verb) or _impersonal(reading, verb)
                yield Candidate(LEFT.id, verb.token, verb.lemma, "VERB", "clause-left", content, certain=certain)
            continue
        if (source := _said_by(reading, verb)) >= 0:
            content = clean(reading, [(reading.sentence(verb.token)[0], verb.token - 1)])
            if content:
                yield Candidate(
                    LEFT.id, verb.token, verb.lemma, "VERB", "clause-left", content, source=source, certain=True
                )
                continue
        label = parse.deps[verb.token]
        if label == "parataxis" and verb.subject >= 0:
            content = clean(reading, _around(reading, verb, parse.heads[verb.token]))
            if content:
                yield Candidate(PARATAXIS.id, verb.token, verb.lemma, "VERB", "parataxis", content)
        elif (
            label == "advcl"
            and any(parse.lower[mark] == "as" for mark in verb.all("mark"))
            and not verb.all("dobj", "xcomp")
        ):
            content = clean(reading, _around(reading, verb, parse.heads[verb.token]))
            if content:
                yield Candidate(AS_CLAUSE.id, verb.token, verb.lemma, "VERB", "as", content)


def _inverted(reading: Reading, verb: Verb) -> bool:
    """Whether a verb of saying stands between a comma and its subject: ", observes Jane Smith" (48 of 48 on train)."""
    parse = reading.parse
    subjects = verb.after("nsubj")
    return (
        bool(subjects)
        and parse.left[subjects[0]] == verb.token + 1
        and parse.words[verb.token - 1] == ","
        and parse.tags[verb.token] in _FINITE
        and reading.lexicon.reports(verb.lemma)
    )


def _inserted(reading: Reading, verb: Verb) -> Candidate | None:
    """A verb of saying and its subject behind the first words of a sentence: "The firms, said the mayor, must pay"."""
    parse, cue = reading.parse, verb.token
    start, stop = reading.sentence(cue)
    if (
        parse.words[cue - 1] != ","
        or not start < cue - 1 <= start + _OPENING
        or parse.tags[cue] not in _FINITE
        or parse.tags[cue + 1 : cue + 2] not in _SPEAKERS
        or not (verb.lemma == "say" or (verb.lemma in _INSERTED and not 0 <= verb.subject < cue))
        or any(parse.tags[token] in _FINITE or parse.tags[token] == "MD" for token in range(start, cue))
    ):
        return None
    comma = next((token for token in range(cue + 1, min(stop, cue + _SPEAKER)) if parse.words[token] == ","), -1)
    if (
        comma < 0
        or max(parse.region_of[comma : comma + 3]) >= 0
        or any(
            parse.tags[token] in _FINITE or parse.tags[token] in ("MD", "TO", "IN", "")
            for token in range(cue + 1, comma)
        )
    ):
        return None
    if not any(parse.tags[token] in _FINITE or parse.tags[token] == "MD" for token in range(comma, stop)):
        return None
    content = clean(reading, [(start, cue - 1), (comma + 1, stop)])
    if not content:
        return None
    return Candidate(PARATAXIS.id, cue, verb.lemma, "VERB", "parataxis", content, source=comma - 1, certain=True)


def _impersonal(reading: Reading, verb: Verb) -> bool:
    """Whether a passive verb of saying has it for its subject behind a comma: ", it has been confirmed"."""
    parse = reading.parse
    return (
        verb.passive
        and reading.lexicon.reports(verb.lemma)
        and 0 < verb.subject < verb.token
        and parse.lower[verb.subject] == "it"
        and parse.words[verb.subject - 1] == ","
    )


def _said_by(reading: Reading, verb: Verb) -> int:
    """Who speaks behind say, where the parser takes him for an object: ", said a panel of experts"; or -1."""
    parse = reading.parse
    objects = verb.after("dobj")
    if (
        verb.lemma != "say"
        or parse.tags[verb.token] not in _FINITE
        or parse.words[verb.token - 1] != ","
        or len(objects) != 1
        or parse.left[objects[0]] != verb.token + 1
        or parse.tags[objects[0]][:2] != "NN"
        or parse.lower[objects[0]] in _SAYINGS
        or not any(child < verb.token for child in verb.all("nsubj", "advcl", "ccomp"))
        or parse.region_of[verb.token - 1] >= 0
    ):
        return -1
    start = reading.sentence(verb.token)[0]
    if verb.token - start > _LONGEST:
        return -1
    finite = any(parse.tags[token] in _FINITE or parse.tags[token] == "MD" for token in range(start, verb.token))
    return objects[0] if finite else -1


def _around(reading: Reading, verb: Verb, governor: int) -> list[Range]:
    parse = reading.parse
    start, end = parse.subtree(governor)
    inner_start, inner_end = parse.subtree(verb.token)
    return [(start, max(start, inner_start)), (min(inner_end, end), end)]

"""Noun phrases as contents: "criticised the plan", "called him a liar", "cited rising costs"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.ends import extended
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean

__all__ = ["RULES", "find"]

OBJECT = Rule(
    "object",
    "a verb of saying, judging or wanting with a noun phrase as its object",
    (
        Example("The senator criticized the new tax on fuel.", ("the new tax on fuel",), "The senator"),
        Example("Prosecutors accused the bank of fraud.", ("the bank of fraud",), "Prosecutors"),
        Example("She described the meeting as a waste of time.", ("the meeting as a waste of time",), "She"),
    ),
)
NAMING = Rule(
    "naming",
    "a verb of calling or considering: what is called and what it is called are the content",
    (
        Example("Critics called the plan a disaster.", ("the plan a disaster",), "Critics"),
        Example("The report called the accident avoidable.", ("the accident avoidable",), "The report"),
    ),
)
RULES = (OBJECT, NAMING)


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each active verb with an object and no clause."""
    parse = reading.parse
    for verb in reading.verbs:
        if verb.passive or verb.after("ccomp"):
            continue
        naming = verb.after("oprd")
        objects = verb.all("dobj")
        if naming:
            start = verb.token + 1
            content = clean(reading, [extended(reading, "naming", verb.token, naming[0], start)])
            if content:
                yield Candidate(NAMING.id, verb.token, verb.lemma, "VERB", "naming", content)
            continue
        if not objects:
            continue
        head = objects[0]
        if parse.tags[head] in ("WP", "WDT") or parse.lower[head] in (
            "himself",
            "herself",
            "themselves",
            "itself",
            "myself",
        ):
            continue
        frame = "object"
        following = parse.right[head]
        if (
            following < len(parse)
            and parse.deps[following] == "prep"
            and parse.lower[following] in ("as", "of", "for", "to", "about", "with", "on")
        ):
            frame = "object+" + parse.lower[following] if parse.heads[following] == verb.token else "object"
        start = max(parse.left[head], verb.token + 1) if head > verb.token else parse.left[head]
        content = clean(reading, [extended(reading, "object", verb.token, head, start)])
        if content:
            yield Candidate(OBJECT.id, verb.token, verb.lemma, "VERB", frame, content)

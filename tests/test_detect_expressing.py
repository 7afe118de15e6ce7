"""What verbs like express say: their object without the noun that belongs to the cue."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.expressing import behind_noun
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Range


def article(verb: str, noun: str) -> ArticleFeatures:
    parse = parse_of(
        "She PRP nsubj 1",
        f"{verb} VBD ROOT 1",
        "her PRP$ poss 3",
        f"{noun} NN dobj 1",
        "at IN prep 3",
        "the DT det 6",
        "delay NN pobj 4",
        ". . punct 1",
    )
    return ArticleFeatures(parse, Lexicon(counts={}, attitudes={}))


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "content"),
    [
        ("expressed", "express", "anger", (5, 7)),
        ("voiced", "voice", "anger", (5, 7)),
        ("criticized", "criticize", "anger", (2, 7)),
        ("expressed", "express", "sympathy", (2, 7)),
    ],
)
def test_the_noun_belongs_to_the_cue(verb: str, lemma: str, noun: str, content: Range) -> None:
    """Expressed her anger at | the delay: not behind other verbs, nor where a preposition tells for whom it is felt."""
    candidate = Candidate("object", 1, lemma, "VERB", "object", ((2, 7),))
    assert behind_noun(article(verb, noun), candidate).content == (content,)

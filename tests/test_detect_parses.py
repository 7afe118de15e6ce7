"""Contents by the parse: where a clause begins, what a verb parts, and what marks take in."""

from __future__ import annotations

import pytest
from attrs import evolve
from parses import parse_of

from quoteattr.detect import ArticleFeatures, Candidate, inversion
from quoteattr.detect.classifier import classified
from quoteattr.detect.clause_spans import clause_before, clause_start
from quoteattr.detect.expansion import expanded_to_quotation
from quoteattr.lexicon import Classifiers, Lexicon

LEXICON = Lexicon.default()


def reading_of(rows: str) -> ArticleFeatures:
    return ArticleFeatures(parse_of(*rows.split(" / ")), LEXICON)


@pytest.mark.parametrize(
    ("rows", "clause", "content"),
    [
        (
            "She PRP nsubj 1 / told VBD ROOT 1 / us PRP nsubj 5 / that IN mark 5 / they PRP nsubj 5 / lost VBD ccomp 1",
            5,
            "that they lost",
        ),
        ("She PRP nsubj 1 / told VBD ROOT 1 / Jane NNP compound 3 / farmers NNS dobj 1", 3, "farmers"),
        (
            (
                "She PRP nsubj 1 / told VBD ROOT 1 / Jane NNP compound 3 / farmers NNS nsubj 5 / would MD aux 5 / "
                "lose VB ccomp 1"
            ),
            5,
            "farmers would lose",
        ),
        (
            (
                "She PRP nsubj 1 / promised VBD ROOT 1 / Jane NNP compound 3 / Smith NNP nsubj 5 / would MD aux 5 / "
                "lose VB ccomp 1"
            ),
            5,
            "Jane Smith would lose",
        ),
    ],
    ids=[
        "that behind them",
        "a name and a noun alone",
        "a name before the subject",
        "a verb that need not tell anyone",
    ],
)
def test_a_clause_begins_behind_whoever_is_told(rows: str, clause: int, content: str) -> None:
    """Where the parser took them for its subject, or a part of it."""
    article = reading_of(rows)
    start = clause_start(article, article.verb_at[1], clause)
    assert article.parse.words_of((start, len(article.parse))) == content


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        (
            (
                "Rain NN ccomp 3 / , , punct 3 / she PRP nsubj 3 / said VBD ROOT 3 / yesterday NN npadvmod 3 / "
                "and CC cc 0 / snow NN conj 0"
            ),
            ["Rain,", "and snow"],
        ),
        ("Rain NN ccomp 2 / , , punct 2 / said VBD ROOT 2 / again RB advmod 0 / she PRP nsubj 2", ["Rain,"]),
    ],
)
def test_a_clause_that_its_verb_parts(rows: str, pieces: list[str]) -> None:
    """What stands behind the verb, its subject and its adverbs is a second piece."""
    article = reading_of(rows)
    (verb,) = article.verbs
    assert [article.parse.words_of(piece) for piece in clause_before(article, verb, 0)] == pieces


def test_a_speaker_behind_say_that_is_read_as_its_object() -> None:
    """Between a comma and the end of the sentence nothing is said that is not before."""
    article = reading_of(
        "It PRP nsubj 1 / rained VBD advcl 3 / , , punct 3 / said VBD ROOT 3 / a DT det 5 / panel NN dobj 3 / "
        "of IN prep 5 / experts NNS pobj 6 / . . punct 3"
    )
    (found,) = inversion.find(article)
    assert (found.content, found.source, found.certain) == (((0, 2),), 5, True)


QUOTED = "She PRP nsubj 1 / called VBD ROOT 1 / it PRP dobj 1 / “ / silly JJ oprd 1 / ” / and CC cc 4 / "


@pytest.mark.parametrize(
    ("rows", "cue", "content"),
    [
        (QUOTED + "“ / useless JJ conj 4 / ”", 1, "it “silly” and “useless”"),
        (
            QUOTED + "“ / useless JJ conj 4 / ” / or CC cc 4 / “ / old JJ conj 4 / ”",
            1,
            "it “silly” and “useless” or “old”",
        ),
        (QUOTED + "useless JJ conj 4", 1, "it “silly”"),
        (QUOTED + "“ / left VBD conj 1 / ”", 8, "it “silly”"),
    ],
    ids=["two", "three", "the second without marks", "the second with the cue"],
)
def test_quoted_words_that_and_joins(rows: str, cue: int, content: str) -> None:
    """A content that ends with a few words in marks takes in the ones beside them."""
    article = reading_of(rows)
    found = expanded_to_quotation(article, Candidate("rule", cue, "call", "VERB", "object", ((2, 6),)))
    assert [article.parse.words_of(piece) for piece in found.content] == [content]


def test_a_candidate_without_content_stays_so() -> None:
    """A rule from outside may yield one."""
    assert (
        expanded_to_quotation(
            reading_of(QUOTED + "old JJ conj 4"), Candidate("rule", 1, "call", "VERB", "object")
        ).content
        == ()
    )


@pytest.mark.parametrize("certain", [True, False])
def test_without_classifiers_the_lexicon_decides(certain: bool) -> None:
    """By the share of such cues that were attributions; what a rule is certain of is not doubted."""
    lexicon = evolve(LEXICON, classifiers=Classifiers())
    parse = parse_of("She PRP nsubj 1", "said VBD ROOT 1", "it PRP nsubj 3", "rained VBD ccomp 1")
    candidate = Candidate("clause", 1, "say", "VERB", "clause", ((2, 4),), certain=certain)
    (found,) = classified(ArticleFeatures(parse, lexicon), [candidate])
    assert found.probability == (1.0 if certain else lexicon.precision("say", "VERB", "clause"))

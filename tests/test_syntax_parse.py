"""The parse of an article on parses written by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from parses import BREAK, parse_of

from quoteattr.syntax import Entity, Parse

# “We won,” said Ana Ruiz of Acme. / It rained.
TWO_LINES = parse_of(
    "“",
    "We PRP nsubj 2",
    "won VBD ccomp 5",
    ", , punct 5",
    "”",
    "said VBD ROOT 5",
    "Ana NNP compound 7",
    "Ruiz NNP nsubj 5",
    "of IN prep 7",
    "Acme NNP pobj 8",
    ". . punct 5",
    BREAK,
    "It PRP nsubj 13",
    "rained VBD ROOT 13",
    ". . punct 13",
    entities=(Entity(6, 8, "PERSON"), Entity(9, 10, "ORG")),
)


@st.composite
def trees(draw: st.DrawFn) -> Parse:
    """Parses of any tree or forest: each token hangs on an earlier one of a shuffled order, or is a root."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, token in enumerate(order):
        heads[token] = draw(st.sampled_from([token, *order[:place]]))
    return parse_of(*(f"w{number} NN dep {head}" for number, head in enumerate(heads)))


def test_text_of_hand_built_parse() -> None:
    """What the helper builds is the article that its rows tell of."""
    assert TWO_LINES.text == "“We won,” said Ana Ruiz of Acme.\nIt rained."
    assert len(TWO_LINES) == 15
    assert [TWO_LINES.words_of((token, token + 1)) for token in range(15)] == TWO_LINES.words


def test_children_are_in_text_order() -> None:
    """A root is not its own child, and marks and breaks are nobody's."""
    assert TWO_LINES.children[5] == [2, 3, 7, 10]
    assert TWO_LINES.children[0] == TWO_LINES.children[4] == TWO_LINES.children[11] == []


def test_edges_of_subtrees() -> None:
    """From the first token of the subtree to behind its last."""
    assert TWO_LINES.subtree(7) == (6, 10)
    assert TWO_LINES.subtree(5) == (1, 11)
    assert TWO_LINES.subtree(4) == (4, 5)
    assert (TWO_LINES.left[2], TWO_LINES.right[2]) == (1, 3)


@given(trees())
def test_edges_are_those_of_all_descendants(parse: Parse) -> None:
    """In any tree, also one that crosses: the least and the greatest of what hangs on a token."""
    for token in range(len(parse)):
        below = [other for other in range(len(parse)) if other == token or token in parse.ancestors(other)]
        assert parse.subtree(token) == (min(below), max(below) + 1)


@given(trees())
def test_children_and_heads_agree(parse: Parse) -> None:
    """Each token that is no root is the child of its head, once."""
    pairs = sorted((child, token) for token in range(len(parse)) for child in parse.children[token])
    assert pairs == [(token, head) for token, head in enumerate(parse.heads) if head != token]


def test_first_child_with_a_label() -> None:
    """Of several labels any; -1 for none."""
    assert TWO_LINES.child(5, "nsubj", "punct") == 3
    assert TWO_LINES.child(5, "nsubj") == 7
    assert TWO_LINES.child(5, "dobj") == -1


def test_ancestors_are_nearest_first() -> None:
    """Up to the root, which has none."""
    assert list(TWO_LINES.ancestors(9)) == [8, 7, 5]
    assert list(TWO_LINES.ancestors(5)) == []


def test_tokens_know_where_they_stand() -> None:
    """Sentence, paragraph, entity and quoted region of each token; -1 where there is none."""
    assert TWO_LINES.paragraph_of[:12] == [0] * 12
    assert TWO_LINES.paragraph_of[12:] == [1] * 3
    assert TWO_LINES.sentence_of == TWO_LINES.paragraph_of
    assert TWO_LINES.entity_of == [-1] * 6 + [0, 0, -1, 1] + [-1] * 5
    assert TWO_LINES.region_tokens == [(0, 5)]
    assert TWO_LINES.region_of == [0] * 5 + [-1] * 10


def test_tokens_between_offsets() -> None:
    """A token is in if it begins in the stretch or covers its start; an empty stretch has no token or its own."""
    said, ana = TWO_LINES.starts[5], TWO_LINES.starts[6]
    assert TWO_LINES.tokens_between(0, len(TWO_LINES.text)) == (0, 15)
    assert TWO_LINES.tokens_between(said, ana) == (5, 6)
    assert TWO_LINES.tokens_between(said + 2, ana + 1) == (5, 7)
    assert TWO_LINES.tokens_between(said - 1, said) == (5, 5)
    assert TWO_LINES.tokens_between(len(TWO_LINES.text), len(TWO_LINES.text)) == (15, 15)


@given(st.data())
def test_characters_and_tokens_there_and_back(data: st.DataObject) -> None:
    """The offsets of a range of tokens lead to the same range."""
    start = data.draw(st.integers(0, 14))
    end = data.draw(st.integers(start + 1, 15))
    assert TWO_LINES.tokens_between(*TWO_LINES.characters((start, end))) == (start, end)


def test_trim() -> None:
    """White space and what is named goes at both ends, and nothing in between; an empty range stays empty."""
    assert TWO_LINES.trim((9, 13), (".", "It")) == (9, 10)
    assert TWO_LINES.trim((10, 13), (".", "It")) == (13, 13)
    assert TWO_LINES.trim((10, 12)) == (10, 11)
    assert TWO_LINES.trim((0, 11), ("“", ".", ",")) == (1, 10)
    assert TWO_LINES.trim((11, 12)) == (12, 12)
    assert TWO_LINES.trim((3, 3)) == (3, 3)


def test_words_hold_a_letter_or_a_digit() -> None:
    """Punctuation and marks are none."""
    parse = parse_of("7th NN dep 0", "- : punct 0", "’s POS case 0", "% NN dep 0", "“", "é NN dep 0", "”")
    assert [parse.is_word(token) for token in range(7)] == [True, False, True, False, False, True, False]


def test_lower_case_has_straight_apostrophes() -> None:
    """So that a list of words needs one form only."""
    assert parse_of("Did VBD aux 1", "N’T RB neg 0").lower == ["did", "n't"]


def test_empty_parse() -> None:
    """Nothing in it, and nothing fails."""
    empty = Parse("", [], [], [], [], [], [], (), [(0, 0)], [(0, 0)])
    assert (len(empty), empty.children, empty.region_of, empty.left) == (0, [], [], [])
    assert empty.tokens_between(0, 0) == (0, 0)

"""Sentences without an end are cut for the parser, and of a long run of signs it sees the beginning; prose stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import quoteattr
from quoteattr.syntax.reader import SIGNS, read
from quoteattr.syntax.unending import LONGEST, cuts

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["so"] * LONGEST, [], id="as long as a sentence may be"),
        pytest.param(["so"] * (LONGEST + 1), [100, 200], id="one word longer"),
        pytest.param(["so"] * 200 + ["."] + ["so"] * 200, [], id="two sentences"),
        pytest.param(["so"] * 150 + ["etc."] + ["so"] * 100, [100, 200], id="an abbreviation"),
        pytest.param((["so"] * 9 + ["..."]) * 26, [100, 200], id="an ellipsis"),
        pytest.param(["so"] * 89 + [","] + ["so"] * 200, [90, 190], id="behind a comma"),
        pytest.param(["so"] * 49 + [","] + ["so"] * 250, [100, 200], id="a comma too near to the beginning"),
        pytest.param(["so"] * 290 + ["?"] + ["so"] * 150, [100, 200, 391], id="what comes after it in the line, too"),
    ],
)
def test_a_sentence_without_an_end_is_cut(words: list[str], expected: list[int]) -> None:
    """Into pieces of a hundred words, behind a pause if there is one."""
    assert list(cuts(words, 0, len(words))) == expected


def test_a_line_is_cut_by_itself() -> None:
    """What stands before and behind a line does not count."""
    words = ["so"] * 600
    assert list(cuts(words, 200, 450)) == []
    assert list(cuts(words, 200, 451)) == [300, 400]


def test_no_sentence_of_a_text_without_a_full_stop_is_long(nlp: Language) -> None:
    """The parser's sentences are bounded, and the tokens are what they were."""
    text = "the dog saw the cat and " * 200
    (parse,) = read(nlp, [text])
    assert "".join(parse.words) == text.replace(" ", "")
    assert max(end - start for start, end in parse.sentences) <= 2 * 100


def test_a_quote_in_a_text_without_a_full_stop_is_found(extractor: quoteattr.Extractor) -> None:
    """As in a transcript by a machine, which has no punctuation."""
    article = extractor("and so we went on and on " * 60 + "\n\nthe minister said that taxes will fall")
    assert [quote.content[0].text for quote in article.quotes] == ["that taxes will fall"]


@pytest.mark.parametrize(("count", "seen"), [(SIGNS, SIGNS), (SIGNS + 30, SIGNS)])
def test_the_parser_sees_the_beginning_of_a_run_of_signs(nlp: Language, count: int, seen: int) -> None:
    """The other signs stand among the tokens without a tag, as marks do."""
    (parse,) = read(nlp, ["Ada said " + "( " * count + "it rains."])
    signs = [number for number, word in enumerate(parse.words) if word == "("]
    assert len(signs) == count
    assert [bool(parse.tags[number]) for number in signs] == [True] * seen + [False] * (count - seen)
    assert all(parse.tags[number] for number, word in enumerate(parse.words) if word != "(")


def test_empty_lines_are_no_signs(nlp: Language) -> None:
    """A dash after many of them is seen."""
    (parse,) = read(nlp, ["Ada left." + "\n" * 60 + "- Bob stayed."])
    assert parse.tags[parse.words.index("-")]

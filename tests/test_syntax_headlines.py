"""Headlines in the case of the article below them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax.headlines import shown


def lines(*texts: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of lines, and where each line begins and ends."""
    words: list[str] = []
    ranges = []
    for text in texts:
        start = len(words)
        words += text.split()
        ranges.append((start, len(words)))
    return words, ranges


def recased(*texts: str) -> list[str]:
    """The lines as the parser sees them."""
    words, ranges = lines(*texts)
    out = shown(words, ranges)
    return [" ".join(out[start:end]) for start, end in ranges]


BODY = "On Friday the mayor said that Springfield would build a new bridge ; Acme will build it ."


def test_headline_in_title_case_takes_the_case_of_the_article() -> None:
    """What stands in lower case below is no name; names, and the first word's capital, stay."""
    assert recased("Mayor Says Springfield Will Build New Bridge", BODY)[0] == (
        "Mayor says Springfield will build new bridge"
    )


def test_headline_in_capitals_takes_the_case_of_the_article() -> None:
    """Shouted words become small, names get a capital."""
    assert recased("MAYOR SAYS SPRINGFIELD WILL BUILD NEW BRIDGE", BODY)[0] == (
        "mayor says Springfield will build new bridge"
    )


def test_words_that_the_article_lacks() -> None:
    """A verb is small all the same; what nobody knows stays a name."""
    assert recased("Mayor Rejects Quixelby Offer Over New Bridge", BODY)[0] == (
        "Mayor rejects Quixelby offer over new bridge"
    )


def test_acronym_stays() -> None:
    """A word in capitals that the article has in capitals too."""
    assert "NASA" in recased("Mayor Asks NASA About New Bridge", BODY, "The mayor asked NASA .")[0].split()


def test_sentence_is_untouched() -> None:
    """Lines in normal case, and short ones, are what they were."""
    texts = ("The mayor of Springfield met Maria Lopez of Acme .", BODY, "Maria Lopez", "Breaking News")
    assert recased(*texts) == list(texts)


def test_without_headlines_nothing_changes() -> None:
    """Nor with nothing at all."""
    assert recased(BODY) == [BODY]
    assert shown([], []) == []


@given(st.lists(st.lists(st.text("aAbBéÉ1.’", min_size=1, max_size=6), max_size=8), max_size=5))
def test_only_case_changes(texts: list[list[str]]) -> None:
    """One word for each, equal but for its case, and the words that came in are not altered."""
    words, ranges = lines(*(" ".join(text) for text in texts))
    before = list(words)
    out = shown(words, ranges)
    assert words == before
    assert [word.lower() for word in out] == [word.lower() for word in words]

"""Links to other articles, credits and captions are not the article's; nor are pictures words of it."""

from __future__ import annotations

import pytest

from quoteattr import Extractor
from quoteattr.syntax.asides import asides
from quoteattr.syntax.tokens import is_picture

AROUND = "“It was cold,” said Rosa Timm.\n\n{}\n\n“It was dark,” she added."


def found(text: str) -> list[str]:
    """The asides of a text."""
    return [text[start:end] for start, end in asides(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Related: Mayor says bridge is safe",
        "  [Read more – Union says plant must stay]",
        "ALSO READ: ‘We were lied to,’ says union",
        "Photo: Karl Brauner says goodbye. Dana Cole/Halden Post",
        "Related stories\nMayor says bridge is safe\nUnion says plant must stay",
        "Read more:\n\nMayor says bridge is safe",
    ],
)
def test_an_aside_has_neither_quotes_nor_speakers(line: str, extractor: Extractor) -> None:
    """All of it is left out, and what is around it is read as if it were not there."""
    assert "\n".join(found(AROUND.format(line))).split() == line.split()
    article = extractor(AROUND.format(line))
    assert [(quote.content[0].text, str(quote.speaker)) for quote in article.quotes] == [
        ("“It was cold,”", "Rosa Timm"),
        ("“It was dark,”", "Rosa Timm"),
    ]
    assert [speaker.name for speaker in article.speakers] == ["Rosa Timm"]


def test_a_headline_may_begin_as_a_link_does() -> None:
    """The credit of a picture may not."""
    assert found("Watch: Mayor says bridge is safe") == []
    assert found("\n Photo: Dana Cole\nThe bridge is safe.") == ["Photo: Dana Cole"]


def test_a_list_of_links_ends() -> None:
    """With a sentence, with an empty line behind the first title, and after six titles."""
    assert found("It fell.\n\nRelated\nIt fell\nIt is safe.") == ["Related", "It fell"]
    assert found("It fell.\n\nRelated\n\nIt fell\n\nIt is safe") == ["Related", "It fell"]
    assert len(found("It fell.\n\nRelated" + "\nIt fell again" * 9)) == 7


def test_a_link_behind_a_sentence() -> None:
    """To the end of its line, or of its brackets."""
    assert found("It fell. Read more: Mayor says so\nIt is safe.") == ["Read more: Mayor says so"]
    assert found("It fell. (Related: Mayor says so) It is safe.") == ["(Related: Mayor says so)"]


@pytest.mark.parametrize(
    "line", ["Related research shows it is old.", "Source close to the mayor: We go.", "Live from Halden", "See you."]
)
def test_what_is_no_aside(line: str) -> None:
    """The words of labels begin sentences as well."""
    assert found(f"It fell.\n{line}\n") == []


@pytest.mark.parametrize("word", ["🎉", "👍🏻", "❤️", "►"])
def test_a_picture_is_no_word(word: str, extractor: Extractor) -> None:
    """It hides neither a quotation nor its speaker, and belongs to what it stands in."""
    assert is_picture(word)
    for text in (f"“We won {word}” said Karl Brauner.", f"Karl Brauner tweeted: “We won! {word}”"):
        (quote,) = extractor(text).quotes
        assert (quote.content[0].text.strip("“”").split()[-1], str(quote.speaker)) == (word, "Karl Brauner")
    (quote,) = extractor(f"“We won,” {word} said Karl Brauner.").quotes
    assert str(quote.speaker) == "Karl Brauner"


@pytest.mark.parametrize("word", ["a", "—", "€", "é", "“", "…"])
def test_what_is_no_picture(word: str) -> None:
    """Letters, dashes, marks and the signs of money are seen by the parser."""
    assert not is_picture(word)


def test_signs_of_quoted_lines(extractor: Extractor) -> None:
    """They are no part of what stands behind them, and hide no link."""
    assert found("It fell.\n> We regret it.\n>> Related: It fell") == ["> ", ">> ", "Related: It fell"]
    (quote,) = extractor("The bank sent a statement:\n\n> We regret it all.\n> We will pay.\n\n— Halden Bank").quotes
    assert ([span.text for span in quote.content], str(quote.speaker)) == (
        ["We regret it all", "We will pay"],
        "Halden Bank",
    )


def test_a_quotation_behind_a_credit_is_read(extractor: Extractor) -> None:
    """The credit ends before it."""
    (quote,) = extractor("The bridge fell.\n\nPhoto: Ana Reyes. “It is late,” said Tom Hale.").quotes
    assert quote.speaker is not None
    assert (quote.text, quote.speaker.name) == ("“It is late,”", "Tom Hale")

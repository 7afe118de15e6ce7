"""Golden sentences of attribution: source, cue, attitude and negation."""

from __future__ import annotations

import pytest

from quoteattr import Attitude, Extractor, Quote


def the_quote(extractor: Extractor, text: str) -> Quote:
    (quote,) = extractor(text).quotes
    return quote


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor said that the bridge was safe.", "The mayor"),
        ("“We will sue,” the lawyer, Jane Smith, said on Friday.", "the lawyer, Jane Smith"),
        ("“We have no plans to leave,” said Maria Lopez, the mayor.", "Maria Lopez, the mayor"),
        ("The engineer who built the bridge said it was safe.", "The engineer who built the bridge"),
        ("A letter signed by ten doctors says that the river is not clean.", "A letter signed by ten doctors"),
        ("The mayor and the council said that the bridge was safe.", "The mayor and the council"),
        ("The mayor, who has repeatedly said that the bridge is safe, resigned.", "who"),
        ("She smiled and said that the bridge was safe.", "She"),
        ("The mayor resigned on Friday, saying that the bridge was not safe.", "The mayor"),
        ("Speaking to reporters, the mayor said the bridge was safe.", "the mayor"),
        ("The mayor tried to tell the council that the bridge was safe.", "The mayor"),
        ("It was announced by the ministry that the road would close.", "the ministry"),
        ("“Never again,” the mayor told reporters on Friday.", "the mayor"),
        ("According to the report, the bridge is safe.", "the report"),
        ("The mayor's claim that crime is falling was false.", "The mayor's"),
        ("It was said that the king was ill.", ""),
        ("The bill is expected to pass on Monday.", ""),
    ],
)
def test_source(full_extractor: Extractor, text: str, source: str) -> None:
    """With what describes it; of a shared or implied subject, of a by-phrase, or nobody."""
    assert " ".join(span.text for span in the_quote(full_extractor, text).source) == source


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said that the bridge was safe.", ["said"]),
        ("The mayor may have said that the bridge was safe.", ["may have said"]),
        ("The mayor did not say that the bridge was safe.", ["did not say"]),
        ("The mayor, who has repeatedly said that the bridge is safe, resigned.", ["has repeatedly said"]),
        ("The mayor pointed out that the bridge was old.", ["pointed out"]),
        ("The mayor tried to tell the council that the bridge was safe.", ["tried to tell"]),
        ("The company said in a statement: “We will repay all our customers.”", ["said in a statement"]),
        ("The union said on its website that the strike would go on.", ["said on its website"]),
        ("The mayor told the council that the bridge was safe.", ["told"]),
        ("“Never again,” the mayor told reporters on Friday.", ["told"]),
        ("“The bridge is safe,” the mayor said on Friday.", ["said"]),
        ("Residents complained about the noise.", ["complained about"]),
        ("Officials are confident that the dam will hold.", ["are confident"]),
        ("The report raised doubts about the safety of the bridge.", ["raised doubts about"]),
        ("According to the report, the bridge is safe.", ["According to"]),
        ("Jane Smith: “We will not give up this fight.”", []),
    ],
)
def test_cue(full_extractor: Extractor, text: str, cue: list[str]) -> None:
    """Auxiliaries, negation, particles, a medium and a linking preposition are in; who was told, and when, is out."""
    assert [span.text for span in the_quote(full_extractor, text).cue] == cue


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The mayor did not say that the bridge was safe.", True),
        ("The mayor didn’t say that the bridge was safe.", True),
        ("The mayor never said that the bridge was safe.", True),
        ("The mayor said that the bridge was safe.", False),
        ("The mayor said that the bridge was not safe.", False),
        ("The mayor denied that the bridge was unsafe.", False),
        ("No, the mayor said that the bridge was safe.", False),
    ],
)
def test_negation(full_extractor: Extractor, text: str, negated: bool) -> None:
    """Of the cue, by a word of its own: neither of the content nor by the sense of the verb."""
    assert the_quote(full_extractor, text).negated is negated


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The mayor said that the bridge was safe.", Attitude.ASSERTION),
        ("Officials are confident that the dam will hold.", Attitude.BELIEF),
        ("Analysts expect prices will fall next year.", Attitude.BELIEF),
        ("The pilot knew that the door was open.", Attitude.FACT),
        ("The union vowed to fight the closure.", Attitude.EVENTUALITY),
        ("The governor urged residents to stay indoors.", Attitude.EVENTUALITY),
    ],
)
def test_attitude(full_extractor: Extractor, text: str, attitude: Attitude) -> None:
    """By the cue."""
    assert the_quote(full_extractor, text).attitude is attitude


def test_free_quotation_keeps_its_speaker(full_extractor: Extractor) -> None:
    """A paragraph in marks below an attributed one has no source of its own, and the speaker of the other."""
    text = "“We will not sell the house,” said Maria Lopez.\n\n“It has been in the family for a hundred years.”"
    first, second = full_extractor(text).quotes
    assert (second.rule, second.cue, second.source) == ("quote-free", (), ())
    assert second.speaker == first.speaker is not None
    assert str(first.speaker) == "Maria Lopez"


@pytest.mark.parametrize(
    "between",
    ["\n\nThe house is old.\n\n", "\n\nBoth laughed.\n\nThe house is old.\n\n"],
)
def test_free_quotation_below_something_else_is_nobody_s(full_extractor: Extractor, between: str) -> None:
    """Then it is no quote at all."""
    text = f"“We will not sell the house,” said Maria Lopez.{between}“It has been in the family for a hundred years.”"
    assert [quote.rule for quote in full_extractor(text).quotes] == ["quote-cue-after"]


def test_short_paragraph_in_marks_is_nobody_s(full_extractor: Extractor) -> None:
    """It may be a title or a cry as well."""
    text = "“We will not sell the house,” said Maria Lopez.\n\n“It is ours for ever.”"
    assert [quote.rule for quote in full_extractor(text).quotes] == ["quote-cue-after"]


def test_several_free_quotations_keep_one_speaker(full_extractor: Extractor) -> None:
    """One paragraph after the other."""
    text = (
        "“We will not sell the house,” said Maria Lopez.\n\n“It has been in the family for a hundred years.”\n\n"
        "“My children will live in it when I am gone.”"
    )
    quotes = full_extractor(text).quotes
    assert [quote.rule for quote in quotes] == ["quote-cue-after", "quote-free", "quote-free"]
    assert len({quote.speaker for quote in quotes}) == 1

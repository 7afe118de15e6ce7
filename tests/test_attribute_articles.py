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
        ("“We will sue,” the lawyer, Jane Smith, said on Friday.", "the lawyer, Jane Smith,"),
        ("Jane Smith, the mayor of Bergen, said that the bridge was safe.", "Jane Smith, the mayor of Bergen,"),
        ("“We will sue,” said Jane Smith, the host of “Good Evening.”", "Jane Smith, the host of “Good Evening.”"),
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
        ("The mayor, speaking to reporters in the rain, said that the bridge was safe.", "The mayor"),
        ("Jane Smith, in a letter to the council, said that the bridge was safe.", "Jane Smith"),
        ("The mayor on Friday said that the bridge was safe.", "The mayor"),
        ("Even the mayor said that the bridge was safe.", "the mayor"),
        ("OSLO (Ritzau) - The mayor said on Friday that the bridge was safe.", "The mayor"),
        ("The twins both said that the bridge was safe.", "The twins"),
        ("People briefed on the talks said that the bank would close.", "People briefed on the talks"),
        ("Smith was the first senator to endorse the plan.", "Smith"),
        ("The governor shot back in an article stating that the budget was sound.", "The governor"),
        ("There were letters showing that the bank had known.", "letters"),
        ("She used the debate to attack the plan.", "She"),
        ("The company released a video that said, “We will plant a million trees by May.”", "The company"),
        ("The party sent a letter to its members saying, “We will need your help.”", "The party"),
        ("The union broke into a chant of “No more night shifts!”", "The union"),
        ("Miller, a former mayor, called the plan “a waste of money.”", "Miller, a former mayor,"),
        ("Speaking in Springfield, Ohio, the mayor called the plan “a waste of money.”", "the mayor"),
        ("“Better to watch the river,” wrote another.", "another"),
        ("She spent much of the evening praising the choir.", "She"),
        ("He's said that the dam will hold.", "He"),
        ("He’s said that the dam will hold.", "He"),
        ("Bergen, Hansen said, made him question who was in charge.", "Hansen"),
        ("He resents the law, which he argued seeks to close the mill.", "he"),
        ("Well, if need be, Will called for farmers to open their barns.", "Will"),
        ("Instead, Will called for the council to repair the dam.", "Will"),
        (
            "Jane Smith, who is leaving, tweeted on Friday to say she had never asked for money.",
            "Jane Smith, who is leaving,",
        ),
        ("The vote has left 60 percent of farmers saying the law is unfair.", "60 percent of farmers"),
        (
            "The vote left many farmers, even the owners, wondering what the union wants.",
            "many farmers, even the owners,",
        ),
        ("The mayor was the last guest to speak, praising the choir.", "The mayor"),
        ("The players, who many feel need a rest, will travel on Monday.", "many"),
        (
            "The plan has been called “a quiet revolution” by Olav Hansen, a teacher in Bergen.",
            "Olav Hansen, a teacher in Bergen",
        ),
        ("The theory that the dam is safe was not widely believed among engineers.", "engineers"),
        ("It would mean admitting that the bank had failed.", ""),
        ("Asked whether she would run again, the mayor laughed.", ""),
        ("The sale raised questions about the future of the club.", ""),
        ("The praise comes as Jane Smith is relying on the choir, mentioning it in almost every speech.", "Jane Smith"),
        ("The minister faced criticism from farmers that the law was unfair.", "farmers"),
        ("The minister faced criticism over the new road.", ""),
        ("It was said that the king was ill.", ""),
        ("It's been reported that the dam will close.", ""),
        ("The bill is expected to pass on Monday.", ""),
    ],
)
def test_source(full_extractor: Extractor, text: str, source: str) -> None:
    """With what describes it; of a shared or implied subject, of a by-phrase, or nobody."""
    assert " ".join(span.text for span in the_quote(full_extractor, text).source) == source


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Jane Smith, who added that the bridge was safe, said the road would stay open.", ["who", "Jane Smith"]),
        (
            "“We will not sell the house,” said Maria Lopez, who added that it had been hers for a century.",
            ["Maria Lopez", "who"],
        ),
        ("He said sales had been flat all year, citing the weather.", ["He", "He"]),
    ],
)
def test_sources_of_two(full_extractor: Extractor, text: str, sources: list[str]) -> None:
    """What somebody says besides is a quote of its own, and no part of who it is."""
    quotes = full_extractor(text).quotes
    assert [" ".join(span.text for span in quote.source) for quote in quotes] == sources


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said that the bridge was safe.", ["said"]),
        ("The mayor may have said that the bridge was safe.", ["may have said"]),
        ("The mayor did not say that the bridge was safe.", ["did not say"]),
        ("The mayor, who has repeatedly said that the bridge is safe, resigned.", ["has repeatedly said"]),
        ("The mayor pointed out that the bridge was old.", ["pointed out"]),
        ("The mayor tried to tell the council that the bridge was safe.", ["tried to tell"]),
        ("The company said in a statement: “We will repay all our customers.”", ["said in a statement:"]),
        ("“The dam will hold,” the minister said in an interview.", ["said"]),
        ("“The dam will hold,” the minister said in an interview with the local paper on Monday.", ["said"]),
        ("“The dam will hold,” the minister said at the debate.", ["said"]),
        ("The union said on its website that the strike would go on.", ["said"]),
        (
            "The minister has in recent weeks repeatedly said that the dam will hold.",
            ["has in recent weeks repeatedly said"],
        ),
        ("The mayor is quick to point out that the bridge is old.", ["is quick to point out"]),
        ("The mayor started to explain why the bridge was closed.", ["started to explain"]),
        ("She went on to praise the choir.", ["went on to praise"]),
        ("The captain responded by saying that the ship was safe.", ["responded by saying"]),
        ("The bishop called on farmers to open their barns.", ["called on"]),
        ("The minister put it this way: “The dam will hold for another hundred years.”", ["put it"]),
        ("The minister faced criticism over the new road.", ["criticism over"]),
        ("The mayor told the council that the bridge was safe.", ["told"]),
        ("“Never again,” the mayor told reporters on Friday.", ["told"]),
        ("“The bridge is safe,” the mayor said on Friday.", ["said"]),
        ("Residents complained about the noise.", ["complained about"]),
        ("Officials are confident that the dam will hold.", ["are confident"]),
        ("The report raised doubts about the safety of the bridge.", ["raised doubts about"]),
        ("According to the report, the bridge is safe.", ["According to"]),
        ("Jane Smith: “We will not give up this fight.”", [":"]),
    ],
)
def test_cue(full_extractor: Extractor, text: str, cue: list[str]) -> None:
    """Auxiliaries, particles, verbs above, a short medium, a link and a colon are in; who was told, and when, out."""
    assert [span.text for span in the_quote(full_extractor, text).cue] == cue


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("He neither knew nor denied that it was late.", True),
        ("She left early and denied that it was late.", False),
        ("The mayor did not vote, nor did she say that it was late.", True),
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
    text = (
        "Maria Lopez said the plan was “a waste of money.”\n\n"
        "“We would have done better with a lottery, and cheaper too.”"
    )
    first, second = full_extractor(text).quotes
    assert (second.rule, second.cue, second.source) == ("quote-free", (), ())
    assert second.speaker == first.speaker is not None
    assert str(first.speaker) == "Maria Lopez"


def test_quoted_paragraph_joins_the_quotation_above(full_extractor: Extractor) -> None:
    """Where that is wholly in marks, the two are one content (on train in 44 of 56 cases)."""
    text = "“We will not sell the house,” said Maria Lopez.\n\n“It has been in the family for a hundred years.”"
    (quote,) = full_extractor(text).quotes
    assert [span.text for span in quote.content] == text.split(" said Maria Lopez.\n\n")


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
    text = "“We will not sell the house,” said Maria Lopez.\n\n“Ours for ever.”"
    assert [quote.rule for quote in full_extractor(text).quotes] == ["quote-cue-after"]


def test_a_short_sentence_in_marks_goes_on(full_extractor: Extractor) -> None:
    """A paragraph of its own, below somebody's words."""
    text = "“We will not sell the house,” said Maria Lopez.\n\n“It is ours for ever.”"
    first, second = full_extractor(text).quotes
    assert (first.rule, second.rule) == ("quote-cue-after", "quote-free")
    assert second.speaker is first.speaker


def test_several_free_quotations_keep_one_speaker(full_extractor: Extractor) -> None:
    """One paragraph after the other."""
    text = (
        "Maria Lopez said the plan was “a waste of money.”\n\n"
        "“We would have done better with a lottery, and cheaper too.”\n\n"
        "“My children will live in it when I am gone.”"
    )
    quotes = full_extractor(text).quotes
    assert [quote.rule for quote in quotes] == ["clause", "quote-free", "quote-free"]
    assert len({quote.speaker for quote in quotes}) == 1

"""Transcripts and interviews: turns, their paragraphs, who speaks in them, and what they quote."""

from __future__ import annotations

import pytest

from quoteattr import Article, Extractor, QuoteKind, render
from quoteattr.formats import brat, conllu, csv, webannotation

INTERVIEW = (
    "The Halden Gazette spoke to Ada Smith, the head of the zoo.\n\nQ. How many lions have you got?\n\nA. We have nine."
    "\n\nI feed them myself.\n\nQ. Do you think that it is safe?\n\nA. The vet told me that it is.\n\n"
    "Smith will speak at the town hall on Friday. The zoo opened in 1950."
)


def turns(article: Article) -> list[tuple[str, str]]:
    """Who speaks in each turn, and what is said."""
    return [
        (str(quote.speaker), " | ".join(span.text for span in quote.content))
        for quote in article.quotes
        if quote.rule in ("turn-transcript", "turn-letter", "turn-brackets", "turn-dialogue")
    ]


def test_a_turn_is_a_direct_quote_with_all_its_paragraphs(extractor: Extractor) -> None:
    """It ends at the next label, or where the narrator speaks of who spoke; its confidence is high."""
    article = extractor(INTERVIEW)
    assert turns(article) == [
        ("interviewer", "How many lions have you got"),
        ("Ada Smith", "We have nine | I feed them myself"),
        ("interviewer", "Do you think that it is safe"),
        ("Ada Smith", "The vet told me that it is"),
    ]
    of_turns = [quote for quote in article.quotes if quote.rule == "turn-letter"]
    assert all(quote.kind is QuoteKind.DIRECT and quote.confidence > 0.9 for quote in of_turns)


def test_what_a_turn_attributes_is_a_quote_too(extractor: Extractor) -> None:
    """It lies within the turn, has its own speaker, and comes behind the turn; a label is nobody's subject."""
    outer, inner = extractor(INTERVIEW).quotes[-2:]
    assert (str(inner.speaker), inner.text, inner.kind) == ("vet", "that it is", QuoteKind.INDIRECT)
    assert outer.start < inner.start < inner.end <= outer.end
    article = extractor("Ada Smith: How are you?\nBob Jones: I am well, thank you.\nAda Smith: I heard it.")
    assert [quote.rule for quote in article.quotes] == ["turn-transcript"] * 3


def test_formats_keep_quotes_within_quotes(extractor: Extractor) -> None:
    """Each reads back what it wrote; the page marks both."""
    article = extractor(INTERVIEW)
    assert Article.from_json(article.to_json()) == article
    assert Article.from_records(article.text, article.to_records()) == article
    for form in (brat, csv, conllu, webannotation):
        written = "".join(form.write([("one", article)], False))
        ((_, back),) = form.read(written, {"one": article.text})
        assert back == article, form.__name__
    assert render(article).count("that it is") > 1


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Ada Smith:", "Bob Jones:"),
        ("ADA SMITH:", "BOB JONES:"),
        ("SMITH:", "JONES:"),
        ("MS. SMITH:", "MR. JONES:"),
        ("Smith:", "Jones:"),
        ("Ada:", "Bob:"),
        ("ADA:", "BOB:"),
        ("AS:", "BJ:"),
        ("A.S.:", "B.J.:"),
        ("((Ada Smith))", "((Bob Jones))"),
        ("[Ada Smith]", "[Bob Jones]"),
        ("– Ada Smith:", "– Bob Jones:"),
        ("[10:42] Ada Smith:", "[10:43] Bob Jones:"),
        ("00:12:31 Smith:", "00:12:40 Jones:"),
        ("Ada Smith (nurse):", "Bob Jones (driver):"),
        ("ADA SMITH, HOST:", "BOB JONES, REPORTER:"),
        ("Ada Smith (00:12):\n", "Bob Jones (00:15):\n"),
    ],
)
def test_labels_of_turns(extractor: Extractor, label: str, other: str) -> None:
    """However a house writes them, they are the people whom the article names in full."""
    said = f"{label} Where did you grow up?\n\n{other} In Halden.\n\nIt was a good town.\n\n{label} Was it?"
    found = turns(extractor(f"Ada Smith met Bob Jones in May.\n\n{said}"))
    assert found == [
        ("Ada Smith", "Where did you grow up"),
        ("Bob Jones", "In Halden | It was a good town"),
        ("Ada Smith", "Was it"),
    ]


@pytest.mark.parametrize(
    ("opening", "speakers"),
    [
        ("Anna Brown interviewed Peter Stone.", ["Anna Brown", "Peter Stone"]),
        ("Peter Stone is an actor. Anna Brown interviewed him.", ["Anna Brown", "Peter Stone"]),
        ("Peter Stone told the Melford Gazette of his life.", ["Melford Gazette", "Peter Stone"]),
        ("Anna Brown and Peter Stone spoke to us.", ["interviewer", "interviewee"]),
        ("We interviewed two nurses, who know Peter Stone.", ["interviewer", "interviewee"]),
        ("Anna Brown interviewed two nurses.", ["Anna Brown", "interviewee"]),
        ("By Anna Brown\n\nPeter Stone is an actor.", ["interviewer", "Peter Stone"]),
        ("An interview with Peter Stone", ["interviewer", "Peter Stone"]),
        ("A Melford Gazette interview with Peter Stone", ["Melford Gazette", "Peter Stone"]),
        ("Image: Anna Brown\n\nPeter Stone is an actor.", ["interviewer", "Peter Stone"]),
    ],
)
def test_letters_of_an_interview(extractor: Extractor, opening: str, speakers: list[str]) -> None:
    """A is the guest, if there is one; Q is who interviews the guest, if the article names anybody."""
    article = extractor(f"{opening}\n\nQ: What do you need?\n\nA: We need beds.\n\nQ: And then?\n\nA: Money.")
    assert [who for who, _ in turns(article)] == speakers * 2


def test_several_answers_are_of_several_guests(extractor: Extractor) -> None:
    """They name nobody, and "you" is nobody of them."""
    article = extractor("Peter Stone is an actor.\n\nQ: Do you think so?\n\nA: I do.\n\nA: I do not.")
    assert [who for who, _ in turns(article)] == ["interviewer", "interviewee", "interviewee"]


@pytest.mark.parametrize(
    "text",
    [
        "Flour: 200 g\nMethod: Mix the flour and bake it.\nFlour: add more if it sticks.",
        "Update: The vote has been delayed.\nNote: We have added a comment.\nUpdate: The vote was held.",
        "What: A walk by the river.\nWhen: It starts at 10.\nWhat: We hold a talk.",
        "London: The mayor opened the bridge.\nParis: The strike went on.\nLondon: Rain fell all day.",
        "Score: Halden won.\nTeam: Halden played well.\nScore: Melford lost.",
        "Source: The agency said so.\nSource: We asked.\nPhoto: Jane Smith took it.",
        "Ada Smith: 45 points\nBob Jones: 30 points\nAda Smith: 12 points",
        "Ada Smith: Why we must act\nBob Jones: You can not win",
        "Pros: It is cheap and it works.\nCons: It breaks often.\nVerdict: We like it.\nPros: It is light.",
        "The Melford Times: We were wrong.\nThe Halden Gazette: They were not.\nThe Melford Times: We are sorry.",
        "BBC One: The show returns at nine.\nITV: A film about a dog starts.\nBBC One: The news follows.",
        "Myth: You can not swim.\nFact: You can.\nMyth: You will sink.",
        "[Music] They play.\n[Applause] They go.\n[Music] They play again.",
        "- What did we learn?\n- The bridge was closed.\n- The mayor has resigned.",
    ],
)
def test_lines_of_news_are_no_turns(extractor: Extractor, text: str) -> None:
    """Recipes, notes, data lists, datelines, scores, titles, lists of points."""
    assert turns(extractor(text)) == []


def test_turns_end(extractor: Extractor) -> None:
    """At a heading; captions and what is heard are left out; behind the last one only I, we and you go on."""
    text = (
        "SMITH: Was it hard?\n\n(Laughter)\n\nTell me.\n\nThe early years\n\nHe was born in May.\n\n"
        "JONES: It was.\n\nThe old mill. Image: Tom Bell\n\nWe had no bread.\n\nThe book is out on Friday."
    )
    assert turns(extractor(f"{text}\n\nSMITH: Why?"))[:2] == [
        ("SMITH", "Was it hard | Tell me"),
        ("JONES", "It was | We had no bread | The book is out on Friday"),
    ]
    assert turns(extractor(f"SMITH: Why?\n\n{text}"))[-1] == ("JONES", "It was | We had no bread")


def test_people_of_a_panel_say_one_line_each(extractor: Extractor) -> None:
    """Full names, each with a sentence of I, we or you: what stands below is the article's again."""
    text = "Ada Smith: We played well.\n\nBob Jones: I am proud of us.\n\nThe match was long. We left at ten."
    assert turns(extractor(text)) == [("Ada Smith", "We played well"), ("Bob Jones", "I am proud of us")]


def test_numbered_speakers_are_told_apart(extractor: Extractor) -> None:
    """They have no name."""
    article = extractor("Speaker 1: So what do we do?\nSpeaker 2: We wait.\nSpeaker 1: Until when?")
    assert [who for who, _ in turns(article)] == ["Speaker 1", "Speaker 2", "Speaker 1"]


def test_titles_of_labels_are_no_names(extractor: Extractor) -> None:
    """They tell who "he" is not."""
    article = extractor("MS. SMITH: What did the driver say?\nMR. JONES: He said he was sorry.\nMS. SMITH: I see.")
    assert [str(quote.speaker) for quote in article.quotes] == ["SMITH", "JONES", "driver", "SMITH"]
    assert [quote.source[0].text for quote in article.quotes][:2] == ["MS. SMITH", "MR. JONES"]


def test_labels_are_sure(extractor: Extractor) -> None:
    """Whoever a label names is told, whatever else the article holds."""
    for quote in extractor(INTERVIEW).quotes:
        assert quote.rule != "turn-letter" or (quote.speaker_confidence or 0) > 0.9


def test_an_interview_without_labels(full_extractor: Extractor) -> None:
    """Of one guest, who is "I" in answers and "you" in questions; of two questions in a row the second is an answer."""
    text = (
        "An interview with Peter Stone\n\nPeter Stone is a diver.\n\nDo you think that the sea is cold?\n\n"
        "I think that it is.\n\nDo you fear that you could drown?\n\nI hope that you joke, or why do you ask?"
    )
    assert {str(quote.speaker) for quote in full_extractor(text).quotes} == {"Peter Stone"}
    narrator = text.replace("Peter Stone is a diver.", "I met Peter Stone, a diver, in May.")
    assert "Peter Stone" not in {str(quote.speaker) for quote in full_extractor(narrator).quotes}


@pytest.mark.parametrize(
    "label", ["Ada Smith, the mayor, said:", "Twitter:", "Ada Smith:"], ids=["verb", "platform", "far apart"]
)
def test_a_live_report_is_no_transcript(extractor: Extractor, label: str) -> None:
    """Its lines with a colon stand far apart, end with a verb, or name where something was posted."""
    between = "\n\n".join(["The storm has reached Halden.", "Roads are closed.", "Trains are late."] * 3)
    text = f"{label}\n\nWe ask you to stay at home.\n\n{between}\n\nBob Jones: We are safe.\n\n{between}"
    found = turns(extractor(f"{text}\n\n{label}\n\nWe thank you all.\n\n{between}"))
    assert not any("storm" in said for _, said in found)


def test_a_headline_is_no_turn(extractor: Extractor) -> None:
    """Though a name and a colon begin it."""
    text = "Halden Mayor Smith: We Are ‘Not Afraid’\n\nJONES: Are you afraid?\n\nSMITH: I am not.\n\nJONES: Why?"
    assert turns(extractor(text))[0][1] == "Are you afraid"

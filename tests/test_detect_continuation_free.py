"""Quotations without a cue, and who speaks in them."""

from __future__ import annotations

import pytest

from quoteattr import Extractor, Lexicon
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.continuation.free import RULES, with_free_quotations
from quoteattr.syntax import Range

Found = tuple[str, list[str], str]
"""Rule and pieces of a free quotation, and who speaks: the content of an attribution, or a phrase."""
LONG = "“We have checked every bolt of the bridge since May.”"
SAFE = ("The bridge was safe", "said", "the mayor")
GLAD = ("“I am glad,”", "said", "she")


def found(extractor: Extractor, text: str, *known: tuple[str, str, str]) -> list[Found]:
    """The free quotations of a text, with attributions of a content, a cue and a source each."""
    (parse,) = extractor._model.parse([text])

    def tokens(words: str) -> Range:
        start = text.index(words)
        return parse.tokens_between(start, start + len(words))

    given = [
        Candidate("known", tokens(cue)[0], "say", "VERB", "clause", (tokens(content),), source=tokens(source)[1] - 1)
        for content, cue, source in known
    ]
    every = with_free_quotations(ArticleFeatures(parse, Lexicon.default()), given)
    assert [one for one in every if one.rule == "known"] == given
    assert every == sorted(every, key=lambda one: one.content)
    out = []
    for one in every:
        if one.rule == "known":
            continue
        assert (one.cue, one.source) == (-1, -1)
        who = every[one.keeps].content if one.keeps is not None else one.voice
        words = " ".join(parse.words_of(piece) for piece in who)
        out.append((one.rule, [parse.words_of(piece) for piece in one.content], words))
    return out


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (f"“I am glad,” she said.\n\n{LONG}", GLAD),
        (f"She said: “I am glad.”\n{LONG} The dam broke on Friday.", ("“I am glad.”", "said", "She")),
        (f"She called it “a gift” to all of us in town.\n\n{LONG}", ("it “a gift”", "called", "She")),
        (f"The bridge was safe, the mayor said.\n\n{LONG}", SAFE),
        (f"The bridge was safe, the mayor said on Monday.\n\n{LONG}", SAFE),
    ],
)
def test_a_paragraph_in_marks_goes_on_below_an_attribution(
    extractor: Extractor, text: str, known: tuple[str, str, str]
) -> None:
    """Of a quotation, or one that ends its paragraph."""
    assert found(extractor, text, known) == [("quote-free", [LONG], known[0])]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n\n“I am glad,” she said.",
        "“I am glad,” she said.\n\n“Not a word.”",
        f"“I am glad,” she said.\n\nThe dam broke on Friday.\n\n{LONG}",
        f"“I am glad,” she said.\n\nThe dam broke: {LONG}",
        "“I am glad,” she said.\n\n“We have checked every bolt of the bridge since May” was her answer.",
        "“I am glad,” she said.\n\n“we have checked every bolt of the bridge since May.”",
    ],
    ids=["above it", "short", "behind another one", "within a sentence", "no sentence", "it begins low"],
)
def test_what_does_not_go_on(extractor: Extractor, text: str) -> None:
    """It is far away, or no sentence of its own."""
    assert found(extractor, text, GLAD) == []


def test_nothing_goes_on_from_an_indirect_quote_within_its_paragraph(extractor: Extractor) -> None:
    """What stands behind it leads elsewhere."""
    text = f"The bridge was safe, the mayor said. Then it fell on a Monday.\n\n{LONG}"
    assert found(extractor, text, SAFE) == []


def test_a_quotation_goes_on_below_a_paragraph_whose_last_sentence_is_an_indirect_quote(extractor: Extractor) -> None:
    """What stands behind the attribution in its sentence does not part them."""
    text = f"The bridge was safe, the mayor said on the day before it fell.\n\n{LONG}"
    assert found(extractor, text, SAFE) == [("quote-free", [LONG], SAFE[0])]


def test_one_free_paragraph_goes_on_with_the_next(extractor: Extractor) -> None:
    """All of them keep the speaker of the first."""
    text = f"“I am glad,” she said.\n\n{LONG}\n\n{LONG}"
    assert found(extractor, text, GLAD) == [("quote-free", [LONG], GLAD[0])] * 2


def test_paragraphs_without_a_closing_mark_are_one_quotation(extractor: Extractor) -> None:
    """As each of them opens with a mark."""
    first, second = LONG[:-1], "“It will hold for as long as we live here.”"
    text = f"“I am glad,” she said.\n\n{first}\n\n{second}"
    ((rule, pieces, who),) = found(extractor, text, GLAD)
    assert (rule, pieces, who) == ("quote-free", [first.rstrip("."), second], GLAD[0])


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The bridge was safe, the mayor said. “We have checked every bolt.”", SAFE),
        ("The bridge was safe, the mayor said. Then she laughed. “We have checked every bolt.”", SAFE),
        ("The bridge was safe, the mayor said. There were many bolts. “We have checked every bolt.”", SAFE),
        ("The bridge was safe, the mayor said. “We have checked every bolt—”", SAFE),
        ("The bridge was safe, the mayor said. “We have checked every bolt", SAFE),
    ],
)
def test_a_sentence_in_marks_goes_on_in_the_same_paragraph(
    extractor: Extractor, text: str, known: tuple[str, str, str]
) -> None:
    """Behind the attribution at once, or behind a sentence about nobody else."""
    ((rule, _, who),) = found(extractor, text, known)
    assert (rule, who) == ("quote-goes-on", known[0])


def test_two_sentences_in_marks_have_one_speaker(extractor: Extractor) -> None:
    """As has the paragraph below them."""
    more = "“We have checked every bolt.”"
    text = f"The bridge was safe, the mayor said. {more} He sighed. “It is very old.”\n\n{LONG}"
    assert found(extractor, text, SAFE) == [
        ("quote-goes-on", [more], SAFE[0]),
        ("quote-goes-on", ["“It is very old.”"], SAFE[0]),
        ("quote-free", [LONG], SAFE[0]),
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "“Never again.”",
        "“the bolts are all new.”",
        "“The bolts are all new”",
        "The mayor saw “The bolts are all new.”",
        "There is a new song: “The Bolts of the Bridge.”",
    ],
    ids=["short", "low", "no end", "within a sentence", "a title"],
)
def test_what_is_no_sentence_in_marks(extractor: Extractor, behind: str) -> None:
    """It belongs to the sentence around it."""
    assert found(extractor, f"The bridge was safe, the mayor said. {behind}", SAFE) == []


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Rosa Timm shook her head.", "Rosa Timm"),
        ("The owner is not so sure.", "The owner"),
        ("Farmers are angry.", "Farmers"),
        ("She shook her head.", "She"),
        ("For Rosa Timm, the answer is simple.", "Rosa Timm"),
        ("For the owner, the answer is simple.", "the owner"),
        ("Rosa Timm on a bridge.", "Rosa Timm"),
    ],
)
def test_whoever_a_sentence_is_about_speaks_behind_it(extractor: Extractor, before: str, who: str) -> None:
    """Its subject, or whom it names first."""
    assert found(extractor, f"{before} “We have checked every bolt.”") == [
        ("quote-beat", ["“We have checked every bolt.”"], who)
    ]


@pytest.mark.parametrize(
    "before",
    [
        "The bridge shook all day.",
        "It shook all day.",
        "Oslo shook all day.",
        "For years, the answer was simple.",
        "Rosa Timm was asked about it.",
        "“Rosa Timm is old.”",
        "Rain on the bridge.",
    ],
)
def test_nobody_speaks_behind_a_sentence_about_nobody(extractor: Extractor, before: str) -> None:
    """A thing and a place do not, nor does whoever is asked."""
    assert found(extractor, f"{before} “We have checked every bolt.”") == []


def test_somebody_else_speaks_behind_a_sentence_about_him(extractor: Extractor) -> None:
    """And no more who spoke before, in his paragraph and below it."""
    beat = "“We have checked every bolt.”"
    text = f"The bridge was safe, the mayor said. Rosa Timm shook her head. {beat}\n\n{LONG}"
    assert found(extractor, text, SAFE) == [("quote-beat", [beat], "Rosa Timm"), ("quote-free", [LONG], "Rosa Timm")]


def test_the_mark_before_a_sentence_is_no_part_of_it(extractor: Extractor) -> None:
    """Who spoke there does not go on behind a sentence about somebody else."""
    beat = "“We have checked every bolt.”"
    text = f"She said: “I am glad.” Rosa Timm shook her head. {beat}"
    assert found(extractor, text, ("“I am glad.”", "said", "She")) == [("quote-beat", [beat], "Rosa Timm")]


def test_the_sentence_of_an_attribution_is_about_its_speaker(extractor: Extractor) -> None:
    """Whoever else is its subject."""
    text = "Rosa Timm is old, the mayor said. “We have checked every bolt.”"
    known = ("Rosa Timm is old", "said", "the mayor")
    assert found(extractor, text, known) == [("quote-goes-on", ["“We have checked every bolt.”"], known[0])]


def test_more_than_one_space_before_a_sentence_in_marks(extractor: Extractor) -> None:
    """It begins a sentence all the same."""
    text = (
        "Rosa Timm shook her head.    “We have checked every bolt.”\n\n   “We have been here since the first of May.”"
    )
    assert [one[2] for one in found(extractor, text)] == ["Rosa Timm", "Rosa Timm"]


def test_what_is_known_is_not_free(extractor: Extractor) -> None:
    """A quotation that somebody is named for has him."""
    text = "“I am glad,” she said. “We have checked every bolt,” Tom said."
    assert found(extractor, text, GLAD, ("“We have checked every bolt,”", "said", "Tom")) == []


def test_nothing_in_an_article_without_marks(extractor: Extractor) -> None:
    """What was found comes back as it is."""
    assert found(extractor, "The bridge was safe, the mayor said.\n\n\nIt fell.", SAFE) == []
    assert found(extractor, "") == []


def test_speakers_of_free_quotations_in_an_article(extractor: Extractor) -> None:
    """Each is resolved as if he were named."""
    text = (
        "“The bridge is old,” said Ana Ruiz, the mayor. Tom Bell shook his head. “Nobody ever looks at the bolts.”\n\n"
        "“We will all have to take the ferry in the winter.”"
    )
    quotes = extractor(text).quotes
    assert [(quote.rule, quote.speaker and quote.speaker.name) for quote in quotes] == [
        ("quote-cue-after", "Ana Ruiz"),
        ("quote-beat", "Tom Bell"),
        ("quote-free", "Tom Bell"),
    ]
    assert {quote.rule for quote in quotes[1:]} <= {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("text", "second", "keeps"),
    [
        ("“I am glad,” she said. “We are all here.”", "“We are all here.”", 0),
        ("“I am glad,” she said.\n“We are all here.”", "“We are all here.”", None),
        ("“I am glad,” she said. We are all here.", "We are all here.", None),
    ],
    ids=["in one paragraph", "in two", "without marks"],
)
def test_a_quotation_without_cue_and_source_keeps_the_speaker_before_it(
    extractor: Extractor, text: str, second: str, keeps: int | None
) -> None:
    """In its paragraph, whatever rule found it."""
    (parse,) = extractor._model.parse([text])

    def content(words: str) -> tuple[Range, ...]:
        return (parse.tokens_between(text.index(words), text.index(words) + len(words)),)

    given = [
        Candidate("known", 5, "say", "VERB", "quote", content("“I am glad,”")),
        Candidate("own", -1, "", "X", "own", content(second), certain=True),
    ]
    *_, last = with_free_quotations(ArticleFeatures(parse, Lexicon.default()), given)
    assert (last.rule, last.keeps) == ("own", keeps)

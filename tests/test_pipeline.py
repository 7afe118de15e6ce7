"""From any text to an article: what holds whatever the text says."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import any_text, marked_text, news_like

from quoteattr import Article, Attitude, Extractor, Lexicon, QuoteKind, Span
from quoteattr.pipeline import analyse

SENTENCES = st.sampled_from(
    [
        "The mayor said that the bridge was safe. ",
        "“It will stand,” she said. “Nobody needs to worry.” ",
        "“We had no warning.\n\n“The river rose in an hour,” ",
        "according to Ana Ruiz, a spokeswoman for Acme Corp.",
        "The bill is expected to pass on Monday. ",
        "Critics called the plan “a gift to the rich.”\n",
        "He did not want to talk about “it”. ",
        "SMITH: We will go. ",
        "Ruiz told the Times that Acme would sue, and she added: ",
        "“Never again!”\n\n",
        "”",
        "“",
        "\n",
        ", ",
        "she said ",
        "that ",
        "\ud83d",
    ]
)
ARTICLES = st.lists(SENTENCES, max_size=8).map("".join)
"""Sentences of news in any order, with stray marks, breaks and words between."""


def assert_sound(article: Article, text: str) -> None:
    """What holds for every article."""
    assert article.text == text
    parts = [part for quote in article.quotes for part in (quote.content, quote.cue, quote.source)]
    parts += [one.mentions for one in (*article.speakers, *article.organisations)]
    for part in parts:
        assert list(part) == sorted(part)
        for span in part:
            assert span == Span.of(text, span.start, span.end) and span.text.strip() == span.text != ""
    for quote in article.quotes:
        assert quote.content
        own = sorted((*quote.content, *quote.cue, *quote.source))
        assert all(before.end <= after.start for before, after in pairwise(own)), quote
        assert 0 <= quote.confidence <= 1
        assert quote.speaker is None or quote.speaker in article.speakers
    contents = [span for quote in article.quotes for span in quote.content]
    assert all(before.end <= after.start for before, after in pairwise(sorted(contents)))
    starts = [quote.start for quote in article.quotes]
    assert starts == sorted(starts)
    assert_numbered(article)


def assert_numbered(article: Article) -> None:
    """Ids are numbers from 1, in the order of the lists, and nobody is listed without need."""
    for records, letter in ((article.quotes, "q"), (article.speakers, "s"), (article.organisations, "o")):
        assert [record.id for record in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]
    assert {quote.speaker for quote in article.quotes} - {None} == set(article.speakers)
    assert {speaker.organisation for speaker in article.speakers} - {None} == set(article.organisations)


@settings(max_examples=120, deadline=None)
@given(text=ARTICLES | news_like | marked_text | any_text)
@example(text="")
@example(text="\n\n")
@example(text="“")
@example(text="“We will,” she said, “go.” “We will,” she said, “go.”")
@example(text="said said said said")
@example(text="according to according to")
@example(text="A: B: C: “D: E”")
@example(text="“a” — B")
@example(text="“a b c d” — “B c d e” — C")
@example(text="She said that he said that they said that it was “said” that she said so, he said.")
def test_any_text_is_an_article(full_extractor: Extractor, text: str) -> None:
    """Nothing fails, spans are their text, parts of a quote are apart, and a round trip changes nothing."""
    article = full_extractor(text)
    assert_sound(article, text)
    assert Article.from_dict(article.to_dict()) == article


@settings(max_examples=25, deadline=None)
@given(text=ARTICLES)
def test_attitudes_only_filter(full_extractor: Extractor, extractor: Extractor, text: str) -> None:
    """Fewer attitudes give fewer indirect quotes; those that stay are the same, with the same speakers."""
    everything, some = full_extractor(text), extractor(text)
    assert_sound(some, text)
    wanted = [
        quote
        for quote in everything.quotes
        if quote.kind is not QuoteKind.INDIRECT or quote.attitude in (Attitude.ASSERTION, Attitude.BELIEF)
    ]
    assert [(quote.content, quote.cue, quote.source, str(quote.speaker)) for quote in some.quotes] == [
        (quote.content, quote.cue, quote.source, str(quote.speaker)) for quote in wanted
    ]


def test_no_attitude_leaves_what_stands_in_marks(full_extractor: Extractor) -> None:
    """Direct and mixed quotes always come back."""
    text = "“It will stand,” said Ana Ruiz. The mayor said that the bridge was safe. Critics called it “a gift.”"
    (parse,) = full_extractor._model.parse([text])
    article = analyse(parse, Lexicon.default(), ())
    assert [quote.kind for quote in article.quotes] == [QuoteKind.DIRECT, QuoteKind.MIXED]
    assert_numbered(article)


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(ARTICLES, min_size=2, max_size=3))
def test_articles_do_not_know_each_other(full_extractor: Extractor, texts: list[str]) -> None:
    """A text gives the same article alone and in a batch."""
    assert list(full_extractor.pipe(texts)) == [full_extractor(text) for text in texts]


def test_order_of_lines_and_repeats(full_extractor: Extractor) -> None:
    """The same sentence a hundred times gives a hundred quotes of one speaker."""
    text = "“It will stand for years,” Ana Ruiz said.\n" * 100
    article = full_extractor(text)
    assert len(article.quotes) == 100
    assert [str(speaker) for speaker in article.speakers] == ["Ana Ruiz"]
    assert_sound(article, text)


def test_parse_is_left_as_it_was(full_extractor: Extractor) -> None:
    """The stages read a parse and write nothing into it."""
    (parse,) = full_extractor._model.parse(["“It will stand,” said Ana Ruiz. The mayor said that it was safe."])
    before = (list(parse.words), list(parse.heads), list(parse.tags), list(parse.deps), list(parse.sentences))
    first = analyse(parse, Lexicon.default(), Attitude)
    assert analyse(parse, Lexicon.default(), Attitude) == first
    assert (parse.words, parse.heads, parse.tags, parse.deps, parse.sentences) == before

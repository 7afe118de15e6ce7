"""From any text to an article: what holds whatever the text says."""

from __future__ import annotations

from hypothesis import given
from soundness import assert_numbered, assert_sound
from strategies import examples, news

from quoteattr import Attitude, Extractor, Lexicon, QuoteKind
from quoteattr.pipeline import Wanted, analyse
from quoteattr.settings import ATTITUDES


@examples(25)
@given(text=news)
def test_attitudes_only_filter(full_extractor: Extractor, text: str) -> None:
    """Fewer attitudes give fewer indirect quotes; those that stay are the same, with the same speakers."""
    (parse,) = full_extractor._model.parse([text])
    everything, some = (
        analyse(parse, Lexicon.default(), Wanted(attitudes=attitudes)) for attitudes in (tuple(Attitude), ATTITUDES)
    )
    assert_sound(some, text)
    wanted = [
        quote for quote in everything.quotes if quote.kind is not QuoteKind.INDIRECT or quote.attitude in ATTITUDES
    ]
    assert [(quote.content, quote.cue, quote.source, str(quote.speaker)) for quote in some.quotes] == [
        (quote.content, quote.cue, quote.source, str(quote.speaker)) for quote in wanted
    ]


def test_no_attitude_leaves_what_stands_in_marks(full_extractor: Extractor) -> None:
    """Direct and mixed quotes always come back."""
    text = "“It will stand,” said Ana Ruiz. The mayor said that the bridge was safe. Critics called it “a gift.”"
    (parse,) = full_extractor._model.parse([text])
    article = analyse(parse, Lexicon.default(), Wanted(attitudes=()))
    assert [quote.kind for quote in article.quotes] == [QuoteKind.DIRECT, QuoteKind.MIXED]
    assert_numbered(article)


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
    wanted = Wanted(attitudes=tuple(Attitude), nested=True)
    first = analyse(parse, Lexicon.default(), wanted)
    assert analyse(parse, Lexicon.default(), wanted) == first
    assert (parse.words, parse.heads, parse.tags, parse.deps, parse.sentences) == before

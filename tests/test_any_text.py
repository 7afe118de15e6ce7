"""What is promised for every text: an answer, exact offsets, the same one each time, nothing lost on the way out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pipelines import sharing
from soundness import assert_sound
from spacy.language import Language
from strategies import every_text, examples, news, noisy_news

from quoteattr import Article, Attitude, Extractor, Quote, RecordError
from quoteattr.formats import FORMATS, READERS
from quoteattr.marks import find_quoted
from quoteattr.records import Span
from quoteattr.workers import spread

CALM = "\n\nIt rained for days. The river was high."
"""A paragraph without quotes and names, and a sentence between it and what went before."""

SURE = 0.45
"""Confidence well above that at which quotes are given (0.36)."""


class Elsewhere:
    """An extractor in another process, for one text at a time."""

    def __init__(self, extractor: Extractor) -> None:
        self._waiting: deque[str] = deque()
        self._results = spread(extractor._setup(), self._batches(), 1, ahead=1)

    def _batches(self) -> Iterator[list[str]]:
        """The texts that are asked for; no other is read ahead."""
        while True:
            yield [self._waiting.popleft()]

    def end(self) -> None:
        """Let go of the results, with which the process ends."""
        self._results = iter(())

    def __call__(self, text: str) -> object:
        self._waiting.append(text)
        return next(self._results)


@pytest.fixture(scope="module")
def elsewhere(full_extractor: Extractor) -> Iterator[Elsewhere]:
    """One for all tests of the module, whose process ends with them."""
    one = Elsewhere(full_extractor)
    yield one
    one.end()


@pytest.fixture(scope="module")
def pipeline(nlp: Language) -> Language:
    """The default model, with the component behind it, for quotes of every attitude."""
    made = sharing(nlp)
    made.add_pipe("quoteattr", config={"attitudes": [attitude.value for attitude in Attitude]})
    return made


@examples(250)
@given(text=every_text)
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
def test_any_text_has_a_sound_answer(full_extractor: Extractor, text: str) -> None:
    """Spans are their text, contents are apart, so are the parts of a quote, all is in text order and reads back."""
    article = full_extractor(text)
    assert_sound(article, text)
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_json(article.to_json()) == article


@examples(250)
@given(text=every_text)
def test_any_text_has_its_marks_read(text: str) -> None:
    """Without a model: stretches are their text, apart and in order."""
    end = 0
    for span in find_quoted(text):
        assert span == Span.of(text, span.start, span.end)
        assert end <= span.start < span.end
        end = span.end


@examples(60)
@given(texts=st.lists(every_text, min_size=1, max_size=3))
def test_one_text_has_one_answer(full_extractor: Extractor, texts: list[str]) -> None:
    """Twice alike, and the same among others."""
    once = [full_extractor(text) for text in texts]
    assert [full_extractor(text) for text in reversed(texts)] == once[::-1]
    assert list(full_extractor.pipe(texts)) == once


@pytest.mark.slow
@examples(80)
@given(text=every_text)
def test_another_process_has_the_same_answer(full_extractor: Extractor, elsewhere: Elsewhere, text: str) -> None:
    """Texts go out and records come back whole, lone surrogates too."""
    assert elsewhere(text) == full_extractor(text)


@examples(60)
@given(text=every_text)
def test_a_component_has_the_same_answer(full_extractor: Extractor, pipeline: Language, text: str) -> None:
    """A Doc holds no halves of characters, so they are left out."""
    text = text.encode("utf-8", errors="ignore").decode()
    assert pipeline(text)._.quoteattr == full_extractor(text)


@examples(100)
@given(text=every_text)
def test_every_format_is_read_back(full_extractor: Extractor, text: str) -> None:
    """As the same article; what is for people is written without a fault."""
    article = full_extractor(text)
    for name, write in FORMATS.items():
        if name == "inception" and re.search("[\ud800-\udfff]", text):
            with pytest.raises(RecordError, match="lone surrogates"):
                "".join(write([("a.txt", article)], False))
            continue
        written = "".join(write([("a.txt", article)], False))
        if name in READERS:
            assert dict(READERS[name](written, {"a.txt": text})) == {"a.txt": article}, name


def _places(quotes: tuple[Quote, ...], end: int, least: float = 0.0) -> set[object]:
    """The spans of the quotes that end before a place and are at least so sure."""
    return {
        (quote.content, quote.cue, quote.source)
        for quote in quotes
        if max(span.end for span in (*quote.content, *quote.cue, *quote.source)) <= end and quote.confidence >= least
    }


@examples(80)
@given(text=news | noisy_news(), more=st.sampled_from(["\n\nIt was cold.", "\n\nThe wind was from the north. "]))
def test_a_paragraph_at_the_end_changes_no_quote_before_it(full_extractor: Extractor, text: str, more: str) -> None:
    """A paragraph without quotes and names leaves the quotes that end before the last paragraph as they are.

    The model looks a few words ahead, so that the last paragraph may be read anew; and so may a text of one line, which
    is no headline while nothing follows it. Attributions for each word of the article are among the evidence: the most
    doubtful quotes may come and go.
    """
    text = f"A bridge is closed\n\n{text}{CALM}"
    end = len(text) - len(CALM)
    before, after = full_extractor(text).quotes, full_extractor(text + more).quotes
    assert _places(before, end, SURE) <= _places(after, end)
    assert _places(after, end, SURE) <= _places(before, end)


@pytest.mark.parametrize(
    "text",
    [
        "SAID THaT",
        "She said that",
        "He complained to the council that",
        "She asked him what was next he said:",
        "She asked him what was next he said,\n",
        "She said it rained, a",
        "She said it rained, a bold",
        "She said it rained, a bold move",
        "He said it rained and said",
        "Ada Smith, Otakar Vezn and",
        "told-you-sos might be premature. In a newly released report, researchers at the",
        "I have called",
        "Officers are appealing",
        "The senate passed a motion calling",
        "According to Halden Robotics, a firm that makes arms,",
        "It rained, said the Halden County (Ariz",
        "It was done by UK-bas",
        "The Police Relations Of",
        "Faith North of",
        "The firm sent a statement:<br><br>We regret the delay.<br>We will pay for it.<br><br>— Harbour En",
    ],
)
def test_a_text_may_end_where_a_rule_looks_further(full_extractor: Extractor, text: str) -> None:
    assert_sound(full_extractor(text), text)

"""Hypothesis strategies that several test modules share."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

odd_text = st.text(
    st.sampled_from(
        [
            "a",
            "Z",
            "7",
            " ",
            "\n",
            "\r",
            "\t",
            "\0",
            '"',
            "'",
            "\\",
            "“",
            "”",
            "é",
            "\u0301",
            "\u2028",
            "😀",
            "\ud83d",
            "\ude00",
            "\ufeff",
        ]
    ),
    max_size=40,
)
"""Short texts of characters that are easily lost or doubled on the way through a format."""

any_text = st.text(st.characters(), max_size=200)
"""Every code point, lone surrogates and control characters among them."""

news_like = st.lists(
    st.one_of(
        st.sampled_from(
            ["“", "”", '"', "''", "``", "‘", "’", "«", "»", "„", "\n", "\n\n", " ", ", ", ". ", ": ", "— "]
        ),
        st.sampled_from(
            ["said ", "he ", "Smith ", "that ", "according to ", "Acme ", "told ", "not ", "the ", "will "]
        ),
        st.text(string.ascii_letters, min_size=1, max_size=6),
    ),
    max_size=40,
).map("".join)
"""Texts of words, marks and line breaks in any order."""


def spans_of(text: str) -> st.SearchStrategy[Span]:
    """Any span of ``text``, empty ones too."""
    offsets = st.integers(0, len(text))
    return st.tuples(offsets, offsets).map(lambda pair: Span.of(text, min(pair), max(pair)))


def span_lists_of(text: str, *, at_least: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
    """Spans of ``text`` in text order and apart."""
    cuts = st.lists(st.integers(0, len(text)), min_size=2 * at_least, max_size=6).map(sorted)
    return cuts.map(
        lambda cuts: tuple(Span.of(text, start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))
    )


@st.composite
def articles(draw: st.DrawFn, texts: st.SearchStrategy[str] = odd_text) -> Article:
    """Articles whose records fit their text."""
    text = draw(texts)
    words = st.sampled_from(["", "Ann Lee", "Acme", "é\n", "\ud800"])
    mentions = st.lists(spans_of(text), max_size=3).map(tuple)
    organisations = tuple(
        Organisation(f"o{number}", draw(words), tuple(draw(st.lists(words, max_size=2))), draw(mentions))
        for number in range(1, draw(st.integers(0, 2)) + 1)
    )
    speakers = tuple(
        Speaker(
            f"s{number}",
            draw(st.none() | words),
            draw(st.none() | words),
            draw(st.sampled_from(SpeakerKind)),
            draw(st.none() | words),
            draw(st.sampled_from([None, *organisations])),
            draw(mentions),
        )
        for number in range(1, draw(st.integers(0, 2)) + 1)
    )
    quotes = tuple(
        Quote(
            f"q{number}",
            draw(st.sampled_from(QuoteKind)),
            draw(st.sampled_from(Attitude)),
            draw(st.booleans()),
            draw(span_lists_of(text, at_least=1)),
            draw(span_lists_of(text)),
            draw(span_lists_of(text)),
            draw(st.sampled_from([None, *speakers])),
            draw(words),
            draw(st.floats(0, 1)),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    return Article(text, quotes, speakers, organisations)


marked_text = st.lists(
    st.one_of(
        st.sampled_from([*"“”„«»\"'’‘‚`´″′＂「」", "''", "``", "’’", "‘‘", "\x91", "\x94"]),
        st.sampled_from([" ", " ", ", ", ". ", *".,?()—-…=", "\xa0", "\u200b", "\ufeff"]),
        st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028", "\u2029", "\t"]),
        st.sampled_from(["don't", "’90s", "6'2\"", "5’10”", '12"', "rock 'n' roll", "workers’", "Jones'", "goin'"]),
        st.sampled_from(["He said", "Acme", "é", "日本", "\u0301", "😀", "\ud83d", "\ude00", "\0", "7"]),
    ),
    max_size=40,
).map("".join)
"""Texts of every mark, apostrophe, prime and line end in any order, with odd characters and lone surrogates between."""

"""Hypothesis strategies that several test modules share."""

from __future__ import annotations

import string

from hypothesis import settings
from hypothesis import strategies as st

from quoteattr.marks.table import table
from quoteattr.records import Addressee, Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind


def examples(number: int) -> settings:
    """Settings for so many examples in the profile "thorough", and for fewer in others (``conftest.py``)."""
    return settings(max_examples=max(1, number * settings().max_examples // 100))


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
    rules = st.lists(words, max_size=2).map(tuple)
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
            draw(st.none() | words),
        )
        for number in range(1, draw(st.integers(0, 2)) + 1)
    )
    contents = sorted(draw(st.lists(span_lists_of(text, at_least=1), max_size=3)), key=lambda spans: spans[0].start)
    ids = st.sampled_from([None, *(speaker.id for speaker in speakers)])
    addressees = st.builds(Addressee, words, st.sampled_from(SpeakerKind), ids)
    quotes = tuple(
        Quote(
            f"q{number}",
            draw(st.sampled_from(QuoteKind)),
            draw(st.sampled_from(Attitude)),
            draw(st.booleans()),
            content,
            draw(span_lists_of(text)),
            draw(span_lists_of(text)),
            draw(st.sampled_from([None, *speakers])),
            draw(words),
            draw(st.floats(0, 1)),
            draw(rules),
            within="q1" if number > 1 and draw(st.booleans()) else None,
            addressee=draw(span_lists_of(text)),
            addressed_to=draw(st.none() | addressees),
            addressee_rule=draw(st.none() | st.just("addressee-told")),
            context=draw(span_lists_of(text)),
        )
        for number, content in enumerate(contents, 1)
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

_SENTENCES = st.sampled_from(
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
news = st.lists(_SENTENCES, max_size=8).map("".join)
"""Sentences of news in any order, with stray marks, breaks and words between."""

every_plane = st.lists(
    st.integers(0, 16).flatmap(
        lambda plane: st.text(
            st.characters(min_codepoint=plane * 0x10000, max_codepoint=plane * 0x10000 + 0xFFFF), min_size=1, max_size=6
        )
    ),
    max_size=12,
).map(" said ".join)
"""Characters of every plane of Unicode, as many of the rare ones as of the usual ones."""

odd_characters = st.text(
    st.sampled_from(
        [
            *"\0\x01\x07\x08\x1b\x1c\x1d\x1e\x1f\x7f\x80\x85\x9f",  # control characters
            *"\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufeff\U000e0001\U000e0020",  # seen by nobody
            *"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069אבم",  # right to left
            *"\ud800\udbff\udc00\udfff\ufffe\uffff\U0010ffff\ufffd",  # halves, and none at all
            *"👩👧🏽\ufe0f🇩🇪🤖",  # emoji and what joins them
            *"e\u0301\u0308\u20dd\u0e33ﷺﬁⅣ①㎏ẞİıſ",  # several as one, one as several
            *" \t\n\r\x0b\x0c\xa0\u2007\u2028\u2029\u3000",
            *"“”\"'’",
            *"Aa.7,",
        ]
    ),
    max_size=60,
)
"""Characters that are no letters, signs or spaces of everyday: halves, invisible, of the other direction, joined."""

_EVERY_MARK = sorted(table().facing)
marks_alone = st.text(st.sampled_from([*_EVERY_MARK, " ", "a"]), max_size=80)
"""Marks of every kind in every order."""

line_ends = st.lists(
    st.one_of(
        st.sampled_from(["\r\n", "\r", "\n", "\n\r", "\r\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]),
        _SENTENCES,
    ),
    max_size=14,
).map("".join)
"""Sentences with line ends of every system."""


@st.composite
def long_things(draw: st.DrawFn) -> str:
    """One thing thousands of times over: a mark, a word, a letter, between two sentences."""
    unit = draw(
        st.sampled_from([*_EVERY_MARK, "“a ", "a", "é", "(", "() ", "said ", "Ada ", "\n", ". ", ", ", "\u0301", "7"])
    )
    count = draw(st.sampled_from([30, 300, 2_000, 5_000 // len(unit)]))
    return draw(_SENTENCES) + unit * count + draw(_SENTENCES)


@st.composite
def nested_deep(draw: st.DrawFn) -> str:
    """Quotes in quotes, clauses in clauses, brackets in brackets, up to three hundred deep; not all are closed."""
    kinds = st.sampled_from(
        [
            ("“", "”"),
            ("‘", "’"),
            ('"', '"'),
            ("'", "'"),
            ("«", "»"),
            ("(", ")"),
            ("she said that ", ""),
            ("“I say ", ",” he says"),
        ]
    )
    levels = draw(st.lists(kinds, min_size=1, max_size=6)) * draw(st.sampled_from([1, 5, 50]))
    lost = draw(st.integers(0, 3))
    return (
        "".join(left for left, _ in levels)
        + "it rains"
        + "".join(right for _, right in reversed(levels[lost:]))
        + draw(_SENTENCES)
    )


@st.composite
def noisy_news(draw: st.DrawFn) -> str:
    """News in which some characters are lost, doubled or put in."""
    text = draw(st.lists(_SENTENCES, min_size=1, max_size=6).map("".join))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        change = draw(st.sampled_from(["", text[place : place + 9], *"“”\"'\n\r\0\u200b\ufeff\ud83d."]))
        text = text[:place] + change + text[place + draw(st.integers(0, 3)) :]
    return text


every_text = st.one_of(
    any_text,
    every_plane,
    odd_characters,
    marks_alone,
    marked_text,
    line_ends,
    long_things(),
    nested_deep(),
    news_like,
    news,
    noisy_news(),
)
"""Any text at all: what must hold for every text is asked of these."""

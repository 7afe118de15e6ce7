"""What is fuzzed: functions of bytes that may raise nothing, and bytes to begin with."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.soundness import faults
from quoteattr import (
    Article,
    Attitude,
    CorpusError,
    Lexicon,
    LexiconError,
    Quote,
    QuoteKind,
    RecordError,
    Span,
    cli,
    extractor,
)
from quoteattr.evaluation.brat import read_annotations
from quoteattr.evaluation.offsets import read_resolved
from quoteattr.formats import FORMATS, READERS
from quoteattr.marks import find_quoted, scan
from tools.evaluate.predictions import read_predictions

TEXT = "“We are hiring,” said Ada Smith of Acme.\nShe added: “It is ‘late’.”"
_FOLDER = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
_FILE = _FOLDER / "a.txt"


def text_of(data: bytes) -> str:
    """Any text, lone surrogates too."""
    return data.decode("utf-8", errors="surrogateescape")


def article_of(text: str) -> Article:
    """An article with a quote for what stands in marks: quick, where the quotes do not matter."""
    quotes = [
        Quote(f"q{number}", QuoteKind.DIRECT, Attitude.ASSERTION, False, (span,), (), (), None, "marks", 0.5)
        for number, span in enumerate(find_quoted(text), 1)
    ]
    return Article(text, tuple(quotes))


class _Quick:
    """In the place of the extractor."""

    @classmethod
    def of(cls, _: object) -> _Quick:
        return cls()

    def pipe(self, articles: Iterable[Article], **_: object) -> Iterator[Article]:
        return (article_of(article.text) for article in articles)


# ---- targets -------------------------------------------------------------------------------------------------------


def marks(data: bytes) -> None:
    """Stretches in quotation marks fit the text, and so do all the scanner's regions."""
    text = text_of(data)
    end = 0
    for span in find_quoted(text):
        assert end <= span.start < span.end and span == Span.of(text, span.start, span.end)
        end = span.end
    for region in scan(text).regions:
        assert region.start < region.inner_start < region.inner_end <= region.end <= len(text)


_extractors: list[Any] = []


def extract(data: bytes) -> None:
    """Any text has an article, whose spans fit."""
    if not _extractors:
        _extractors.append(extractor.Extractor(attitudes=Attitude))
    text = text_of(data)
    article = _extractors[0](text)
    assert faults(article, text) == []
    assert Article.from_dict(article.to_dict()) == article


def lexicon(data: bytes) -> None:
    """A file is a lexicon, or an error says why not."""
    _FILE.write_bytes(data)
    with contextlib.suppress(LexiconError):
        Lexicon.from_toml(_FILE)


def json_reader(data: bytes) -> None:
    """What is read as an article is written the same again."""
    with contextlib.suppress(RecordError):
        article = Article.from_json(data)
        assert Article.from_json(article.to_json()) == article


def _reader(name: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        with contextlib.suppress(RecordError):
            for _, article in READERS[name](text_of(data), {"a.txt": TEXT}):
                assert article.to_dict()

    target.__doc__ = f"Any text is {name}, or an error says why not."
    return target


def polnear(data: bytes) -> None:
    """Any bytes are an annotation of a corpus, or an error says why not."""
    _FILE.write_bytes(data)
    with contextlib.suppress(CorpusError):
        read_annotations(_FILE, TEXT)


def predictions(data: bytes) -> None:
    """Any bytes are predictions, or an error says why not; the same for articles resolved by hand."""
    file = _FOLDER / "resolved" / "a.json"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    with contextlib.suppress(CorpusError):
        read_predictions(file)
    with contextlib.suppress(CorpusError):
        read_resolved(file.parent)


def command(data: bytes) -> None:
    """Any file is printed in every format, or a line says why not."""
    form = list(FORMATS)[data[0] % len(FORMATS)] if data else "text"
    _FILE.write_bytes(data[1:])
    extractor.Extractor = _Quick  # type: ignore[misc, assignment]
    out = _FOLDER / "out"
    with contextlib.redirect_stderr(io.StringIO()) as errors:
        status = cli.main([str(_FILE), "--format", form, "--output", str(out)])
    assert status == 0 or (status == 1 and errors.getvalue()), (status, errors.getvalue())  # 0 may come with a note
    assert "internal error" not in errors.getvalue(), errors.getvalue()


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "marks": marks,
    "extract": extract,
    "lexicon": lexicon,
    "json": json_reader,
    **{f"{name} reader": _reader(name) for name in READERS},
    "polnear": polnear,
    "predictions": predictions,
    "command": command,
}


# ---- bytes to begin with -------------------------------------------------------------------------------------------

_TOML = b'threshold = 0.4\n[verbs]\ntweet = "assertion"\n[forms]\ntweet = ["tweeted"]\n'
_ANN = (
    "T1\tContent 0 16\t“We are hiring,”\nT2\tCue 17 21\tsaid\nE1\tAttribution:T2 Content:T1 Cue2:T2\n"
    "T3\tDiscard 0 3;5 7\t“We re\n"
)
_LIST = b'{"a": [{"content": [[0, 16]], "source": [], "cue": null, "confidence": 0.5, "attitude": "belief"}]}'


def seeds(target: str) -> Iterator[bytes]:
    """Examples of what a target reads."""
    yield b""
    yield TEXT.encode()
    article = article_of(TEXT)
    match target:
        case "lexicon":
            yield _TOML
        case "json":
            yield article.to_json().encode()
        case "polnear":
            yield _ANN.encode()
        case "predictions":
            yield _LIST
            yield _LIST[5:-1]
        case "command":
            for number in range(len(FORMATS)):
                yield bytes([number]) + TEXT.encode()
        case "marks" | "extract":
            yield b"'90s rock 'n' roll, 6'2\", \xe2\x80\x98He said \"no\" to me,\xe2\x80\x99 he said.\r\n\xed\xa0\x80"
        case reader:
            name = reader.removesuffix(" reader")
            yield "".join(FORMATS[name]([("a.txt", article)], False)).encode()
            if name == "brat":
                yield _ANN.encode()


WORDS = [
    *"“”«»„‘’'\"`",
    "''",
    "``",
    " said ",
    " according to ",
    ": ",
    "\n\n",
    "\r\n",
    *"{}[],:",
    "null",
    "true",
    "1e999",
    "NaN",
    *(f'"{key}"' for key in ("quotes", "speakers", "organisations", "content", "start", "end", "text", "id", "format")),
    *(f'"{key}"' for key in ("direct", "assertion", "person", "mentions", "speaker", "organisation", "items")),
    *("T1\t", "E1\t", "A1\t", "#1\t", "*\t", "Content:T1", "Cue:T1", "Equiv", "AnnotatorNotes", ";", "|", "(q1", "q1)"),
    *(f'"{key}"' for key in ("data", "annotations", "result", "value", "labels", "entities", "relations", "from_id")),
    *(f'"{key}"' for key in ("spans", "tokens", "head_span", "label", "%TYPES", "%FEATURE_STRUCTURES", "Governor")),
    *(
        "Direct",
        "Within",
        "SpaceAfter=No",
        "Content=(q1)",
        "# newdoc id = ",
        "# quoteattr = ",
        "[verbs]",
        "[forms]",
        "threshold",
        "\ufeff",
        "\0",
    ),
]
"""Pieces that are put in."""

"""Readers of corpora: what they take, and how they say what they do not take."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quoteattr.errors import CorpusError
from quoteattr.evaluation.annotation import Annotation
from quoteattr.evaluation.readers import read_corpus
from quoteattr.evaluation.readers.predictions import read_predictions, write_predictions
from quoteattr.evaluation.readers.resolution import read_resolved
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

TEXT = "Acme will appeal, said\r\nAnn Lee. “Café,” she added.\n"
ANN = """\
T1\tSource 24 31\tAnn Lee
T2\tCue 18 22\tsaid
T3\tContent 0 16\tAcme will appeal
T4\tAttribution 18 22\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tContent 33 40;41 44\t“Café,” she
T6\tDiscard 41 44\tshe
E2\tAttribution:T9 Content:T5 Content2:T3
T9\tAttribution 45 50\tadded
#1\tAnnotatorNotes T1\tA note
E3\tAttribution:T4 Cue:T2
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def brat(folder: Path, ann: str = ANN) -> Path:
    write(folder / "a.txt", TEXT)
    write(folder / "a.ann", ann)
    return folder


def article() -> Article:
    acme = Organisation("o1", "Acme")
    ann = Speaker("s1", "Ann Lee", None, SpeakerKind.PERSON, None, acme)
    content, source = (Span.of(TEXT, 0, 16),), (Span.of(TEXT, 24, 31),)
    said = Quote("q1", QuoteKind.INDIRECT, Attitude.BELIEF, False, content, (), source, ann, "x", 0.5)
    free = Quote("q2", QuoteKind.DIRECT, Attitude.ASSERTION, False, (Span.of(TEXT, 33, 40),), (), (), None, "x", 0.5)
    return Article(TEXT, (said, free), (ann,), (acme,))


# ---- brat --------------------------------------------------------------------------------------------------------


def test_a_brat_folder(tmp_path: Path) -> None:
    """Events with content are gold, in any order of lines; roles may be numbered, repeated or missing."""
    (document,), has_speakers = read_corpus(brat(tmp_path), "dev")
    assert (document.name, document.text, document.discard, has_speakers) == ("a", TEXT, ((41, 44),), False)
    assert document.gold == (
        Annotation(content=((0, 16),), source=((24, 31),), cue=((18, 22),)),
        Annotation(content=((33, 40), (41, 44), (0, 16))),
    )


def test_the_layout_of_polnear(tmp_path: Path) -> None:
    """Texts and annotations stand in folders of their own; the first annotator counts."""
    for split in ("dev", "train"):
        write(tmp_path / split / "text" / "a_1.txt", TEXT)
        write(tmp_path / split / "attributions" / "a_1_00aa.ann", ANN)
        write(tmp_path / split / "attributions" / "a_1_00bb.ann", "")
    write(tmp_path / "train" / "attributions" / "a_1_00aa.ann", "")
    assert [len(read_corpus(tmp_path, split)[0][0].gold) for split in ("dev", "train")] == [2, 0]


def test_line_ends_within_an_annotation_do_not_matter(tmp_path: Path) -> None:
    """Tools write a line end as a space, or break their line there; the rest of it is passed over."""
    spaced = "T1\tContent 18 31\tsaid Ann Lee\nE1\tA:T1 Content:T1\n"
    broken = "T1\tContent 18 31\tsaid\nAnn Lee\nE1\tA:T1 Content:T1\n"
    for ann in (spaced, broken, spaced.replace("\n", "\r\n")):
        assert read_corpus(brat(tmp_path, ann), "dev")[0][0].gold == (Annotation(((18, 31),)),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("T1 Content 0 4 Acme", "line 2: expected a tab"),
        ("T1\tContent zero 4\tAcme", "line 2: expected offsets such as"),
        ("T1\tContent\tAcme", "line 2: expected offsets such as"),
        ("T1\tContent 0 99\tAcme", "line 2: expected offsets within the 52 characters"),
        ("T1\tContent 4 4\t", "line 2: expected offsets within"),
        ("T1\tContent 1 5\tAcme", "line 2: expected what stands at 1 5, 'cme ', got 'Acme'"),
        ("T7\tCue 0 4\tAcme", "line 2: expected an id of its own, got T7"),
        ("E1\tContent T7", "line 2: expected roles such as Content:T1, got 'Content'"),
        ("E1\tA:T7 Content:T8", "line 2: expected an annotation of the file, got T8"),
        ("T" + "1" * 5000 + "\tContent 0 " + "1" * 5000 + "\tx", "line 2: expected offsets such as"),
    ],
)
def test_malformed_brat_lines(tmp_path: Path, line: str, expected: str) -> None:
    """The error names file and line, and what was expected there."""
    with pytest.raises(CorpusError, match=expected) as caught:
        read_corpus(brat(tmp_path, f"T7\tSource 0 4\tAcme\n{line}\n"), "dev")
    assert str(tmp_path / "a.ann") in str(caught.value)


# ---- the library's own form --------------------------------------------------------------------------------------


def test_a_native_folder(tmp_path: Path) -> None:
    """Quotes come with speaker, organisation and level; a quote without a source has none of them."""
    data = article().to_dict()
    data["quotes"][0]["level"] = "core"
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.json", json.dumps(data))
    (document,), has_speakers = read_corpus(tmp_path, "dev")
    assert has_speakers
    assert document.gold == (
        Annotation(
            ((0, 16),), ((24, 31),), (), "Ann Lee", None, "person", "Acme", Attitude.BELIEF, "x", 0.5, level="core"
        ),
        Annotation(((33, 40),), attitude=Attitude.ASSERTION, rule="x", confidence=0.5),
    )


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        (
            TEXT.replace("Café", "Cafe"),
            None,
            "expected the text of a.txt, got one that differs from it at character 37",
        ),
        (TEXT + "x", None, "differs from it in length"),
        (TEXT, "{", "expected JSON"),
        (TEXT, "{}", "expected the fields"),
        (None, None, "a.txt: expected a file that can be read"),
    ],
)
def test_malformed_native_folders(tmp_path: Path, text: str | None, data: str | None, expected: str) -> None:
    """The error names the file, and what was expected in it."""
    write(tmp_path / "a.json", article().to_json() if data is None else data)
    if text is not None:
        write(tmp_path / "a.txt", text)
    with pytest.raises(CorpusError, match=expected):
        read_corpus(tmp_path, "dev")


# ---- folders that are none ---------------------------------------------------------------------------------------


def test_no_corpus(tmp_path: Path) -> None:
    """A folder of something else, a missing one, and one whose parts are missing."""
    with pytest.raises(CorpusError, match="expected a folder dev/text"):
        read_corpus(tmp_path, "dev")
    with pytest.raises(CorpusError, match="expected a folder dev/text"):
        read_corpus(tmp_path / "nowhere", "dev")
    write(tmp_path / "dev" / "text" / "a.txt", TEXT)
    with pytest.raises(CorpusError, match=r"attributions: expected a folder with \*_\?\?\?\?.ann files, got nothing"):
        read_corpus(tmp_path, "dev")
    write(tmp_path / "dev" / "attributions" / "b_0000.ann", "")
    with pytest.raises(CorpusError, match=r"a.txt: expected an annotation a_\?\?\?\?.ann"):
        read_corpus(tmp_path, "dev")


def test_a_text_that_is_not_utf_8(tmp_path: Path) -> None:
    """The error names the byte."""
    brat(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 au lait")
    with pytest.raises(CorpusError, match=r"a.txt: expected UTF-8, got 0xe9 at byte 3"):
        read_corpus(tmp_path, "dev")


# ---- predictions and resolved articles ---------------------------------------------------------------------------


def test_predictions_and_back(tmp_path: Path) -> None:
    """What is written is read again, missing values and all."""
    predictions = {"a": tuple(map(Annotation.of_quote, article().quotes)), "b": ()}
    write_predictions(tmp_path / "p.json", predictions)
    assert read_predictions(tmp_path / "p.json") == predictions


def test_predictions_of_others(tmp_path: Path) -> None:
    """Content is enough; null is nothing; other keys are passed over."""
    file = write(tmp_path / "p.json", '{"a": [{"content": [[0, 4]], "source": null, "speaker": null, "mood": 1}]}')
    assert read_predictions(file) == {"a": (Annotation(((0, 4),)),)}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("[]", "expected an object with a list for each article"),
        ('{"a": 3}', "'a': expected a list of attributions"),
        ('{"a": [3]}', r"'a': \[0\]: expected an object"),
        ('{"a": [{}]}', r"'a': \[0\]: expected the fields content"),
        ('{"a": [{"content": [[1]]}]}', r"'a': \[0\].content\[0\]: expected a list of 2 items"),
        ('{"a": [{"content": [[1, 2.5]]}]}', r"'a': \[0\].content\[0\]\[1\]: expected an integer, got 2.5"),
        ('{"a": [{"content": [], "confidence": "high"}]}', r"confidence: expected a finite number"),
        ("nonsense", "expected JSON"),
    ],
)
def test_malformed_predictions(tmp_path: Path, data: str, expected: str) -> None:
    """The error names file, article and place."""
    file = write(tmp_path / "p.json", data)
    with pytest.raises(CorpusError, match=expected) as caught:
        read_predictions(file)
    assert str(file) in str(caught.value)


def test_resolved_articles(tmp_path: Path) -> None:
    """Whether the source is a pronoun is said outright or by its text."""
    records = [
        {"content": [[0, 4]], "source_text": "She", "speaker": "Ann Lee", "description": None, "type": "person"},
        {"content": [[5, 9]], "source_text": "Ann Lee", "organisation": "Acme", "type": "person"},
        {"content": [[5, 9]], "source_text": "She", "pronoun": False, "type": "person"},
    ]
    write(tmp_path / "a.json", json.dumps(records))
    resolved = read_resolved(tmp_path)["a"]
    assert [record.pronoun for record in resolved] == [True, False, False]
    assert (resolved[0].speaker, resolved[1].organisation) == ("Ann Lee", "Acme")


def test_reading_and_scoring_do_not_import_spacy() -> None:
    """The figures of a file of predictions need no language model."""
    code = "import sys; import quoteattr.evaluation.__main__; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Readers of corpora: what they take, and how they say what they do not take."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quoteattr.errors import CorpusError
from quoteattr.evaluation.corpus import read_annotated
from quoteattr.evaluation.exports import form_of
from quoteattr.evaluation.files import files_of
from quoteattr.evaluation.offsets import read_offsets, read_resolved
from quoteattr.formats import FORMATS
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.scoring.annotation import Annotation

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


# ---- brat -----------------------------------------------------------------------------------------------------------


def test_a_brat_folder(tmp_path: Path) -> None:
    """Events with content are gold, in any order of lines; roles may be numbered, repeated or missing."""
    corpus = read_annotated(brat(tmp_path))
    (document,) = corpus.documents
    assert (document.name, document.text, document.discard, corpus.has_speakers) == ("a", TEXT, ((41, 44),), False)
    assert document.gold == (
        Annotation(content=((0, 16),), source=((24, 31),), cue=((18, 22),)),
        Annotation(content=((33, 40), (41, 44), (0, 16))),
    )


def test_line_ends_within_an_annotation_do_not_matter(tmp_path: Path) -> None:
    """Tools write a line end as a space, or break their line there; the rest of it is passed over."""
    spaced = "T1\tContent 18 31\tsaid Ann Lee\nE1\tA:T1 Content:T1\n"
    broken = "T1\tContent 18 31\tsaid\nAnn Lee\nE1\tA:T1 Content:T1\n"
    for ann in (spaced, broken, spaced.replace("\n", "\r\n")):
        assert read_annotated(brat(tmp_path, ann)).documents[0].gold == (Annotation(((18, 31),)),)


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
        read_annotated(brat(tmp_path, f"T7\tSource 0 4\tAcme\n{line}\n"))
    assert str(tmp_path / "a.ann") in str(caught.value)


def test_a_brat_folder_with_speakers(tmp_path: Path) -> None:
    """What quoteattr writes, and what people add to it: marked mentions, and relations."""
    ann = f"{ANN}T10\tSpeaker 24 31\tAnn Lee\nT11\tOrganisation 0 4\tAcme\nR1\tSpokenBy Arg1:E1 Arg2:T10\n"
    corpus = read_annotated(brat(tmp_path, f"{ann}R2\tStandsFor Arg1:T10 Arg2:T11\n"))
    (document,) = corpus.documents
    assert (corpus.has_speakers, document.discard) == (True, ((41, 44),))
    assert [(one.content, one.speaker, one.organisation) for one in document.gold] == [
        (((0, 16),), "Ann Lee", "Acme"),
        (((0, 16), (33, 40), (41, 44)), None, None),
    ]
    with pytest.raises(CorpusError, match=r"a.ann: expected annotations of the file, got 'T99'"):
        read_annotated(brat(tmp_path, f"{ann}R2\tStandsFor Arg1:T10 Arg2:T99\n"))


# ---- the library's own form -----------------------------------------------------------------------------------------


def test_a_native_folder(tmp_path: Path) -> None:
    """Quotes come with speaker, organisation and level; a quote without a source has none of them."""
    data = article().to_dict()
    data["quotes"][0]["level"] = "core"
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.json", json.dumps(data))
    corpus = read_annotated(tmp_path)
    (document,) = corpus.documents
    assert corpus.has_speakers
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
        read_annotated(tmp_path)


# ---- exports of annotation tools ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["json", "jsonl", "labelstudio", "doccano", "prodigy", "inception", "conllu"])
def test_files_of_tools(tmp_path: Path, name: str) -> None:
    """They hold the text as well; which form one has is found out. Articles of one name get a number."""
    named = [("a.txt", article()), ("a.txt", article())][: 1 if name == "inception" else 2]
    data = "".join(FORMATS[name](named, len(named) > 1))
    assert form_of(data) == name
    corpus = read_annotated(write(tmp_path / "corrected.json", data))
    assert corpus.has_speakers
    assert [one.name for one in corpus.documents] == ["a.txt", "a.txt-2"][: len(named)]
    assert corpus.documents[0].text == TEXT
    assert [one.speaker for one in corpus.documents[0].gold] == ["Ann Lee", None]
    folder = write(tmp_path / "folder" / "e.jsonl", data).parent
    assert read_annotated(folder) == corpus


@pytest.mark.parametrize(
    ("data", "told"), [("Go.", "expected an export of"), ("[]", "export of"), ('{"data": 7}', "task 1: ")]
)
def test_files_of_no_tool(tmp_path: Path, data: str, told: str) -> None:
    """The error names the file, and the place in it."""
    with pytest.raises(CorpusError, match=rf"e.jsonl: .*{told}"):
        read_annotated(write(tmp_path / "e.jsonl", data))


# ---- folders that are none ------------------------------------------------------------------------------------------


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    """One of something else, and a missing one."""
    with pytest.raises(CorpusError, match=r"expected \.json or \.ann files beside their texts, .* got none"):
        read_annotated(tmp_path)
    with pytest.raises(CorpusError, match="no such file or folder"):
        read_annotated(tmp_path / "nowhere")


def test_a_text_that_is_not_utf_8(tmp_path: Path) -> None:
    """The error names the byte."""
    brat(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 au lait")
    with pytest.raises(CorpusError, match=r"a.txt: expected UTF-8, got 0xe9 at byte 3"):
        read_annotated(tmp_path)


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    """With the pattern that nothing in it fits."""
    with pytest.raises(CorpusError, match=r"expected \*\.json files, got none"):
        files_of(tmp_path, "*.json")


# ---- annotations as offsets -----------------------------------------------------------------------------------------


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


def annotated(folder: Path, *quotes: dict[str, object], name: str = "gold/a") -> Path:
    """A folder with the annotation of an article by offsets."""
    write(folder / f"{name}.json", json.dumps(quotes))
    return (folder / f"{name}.json").parent


CORE: dict[str, object] = {"content": [[0, 16]], "speaker": "Ann Lee", "level": "core"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("{}", "expected a list of attributions"),
        ("[3]", r"\[0\]: expected an object"),
        ("[{}]", r"\[0\]: expected the fields content"),
        ('[{"content": [[1]]}]', r"\[0\].content\[0\]: expected a list of 2 items"),
        ('[{"content": [[1, 2.5]]}]', r"\[0\].content\[0\]\[1\]: expected an integer, got 2.5"),
        ('[{"content": [], "confidence": "high"}]', r"confidence: expected a finite number"),
        ("nonsense", "expected JSON"),
    ],
)
def test_malformed_offsets(tmp_path: Path, data: str, expected: str) -> None:
    """The error names file and place."""
    file = write(tmp_path / "a.json", data)
    with pytest.raises(CorpusError, match=expected) as caught:
        read_resolved(tmp_path)
    assert str(file) in str(caught.value)


def test_offsets_behind_the_text_are_told(tmp_path: Path) -> None:
    """With the file, and with where the text ends."""
    write(tmp_path / "a.txt", TEXT)
    expected = rf"a\.json: expected offsets up to the end of its text, {len(TEXT)}, got 999"
    with pytest.raises(CorpusError, match=expected):
        read_offsets(tmp_path, annotated(tmp_path, {"content": [[0, 999]]}))


def test_texts_and_annotations_in_folders_below(tmp_path: Path) -> None:
    """Of several outlets; articles come by name, whatever folder they are in."""
    for folder in ("texts/x/y", "texts/z", "gold/one", "gold/two"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("x/y/b", "z/a", "z/c"):
        (tmp_path / "texts" / f"{file}.txt").write_text(TEXT, encoding="utf-8")
    for file in ("one/b", "two/a"):
        (tmp_path / "gold" / f"{file}.json").write_text(json.dumps([CORE]), encoding="utf-8")
    documents = read_offsets(tmp_path / "texts", tmp_path / "gold")
    assert [document.name for document in documents] == ["a", "b"]
    assert all(document.text == TEXT and document.gold[0].level == "core" for document in documents)


def test_a_text_beside_the_others_goes_first(tmp_path: Path) -> None:
    """Folders below are searched only for what is not there."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text("Old.", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (document,) = read_offsets(tmp_path, annotated(tmp_path, CORE))
    assert document.text == TEXT


def test_two_texts_of_one_name_are_told(tmp_path: Path) -> None:
    """With both of them: nobody knows which one is annotated."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"expected one a\.txt, got .*x.a\.txt and .*y.a\.txt"):
        read_offsets(tmp_path, annotated(tmp_path, CORE))


def test_two_annotations_of_one_name_are_told(tmp_path: Path) -> None:
    """An article is one of one outlet."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for folder in ("one", "two"):
        (tmp_path / "gold" / folder).mkdir(parents=True)
        (tmp_path / "gold" / folder / "a.json").write_text(json.dumps([CORE]), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.json"):
        read_offsets(tmp_path, tmp_path / "gold")


def test_a_text_that_is_nowhere_is_told(tmp_path: Path) -> None:
    """With where it was expected."""
    (tmp_path / "texts").mkdir()
    with pytest.raises(CorpusError, match=r"a\.txt: expected a file that can be read"):
        read_offsets(tmp_path / "texts", annotated(tmp_path, CORE))


def test_annotations_that_are_nowhere_are_told(tmp_path: Path) -> None:
    """With what was expected."""
    (tmp_path / "gold").mkdir()
    with pytest.raises(CorpusError, match=r"expected \*\.json files, got none"):
        read_offsets(tmp_path, tmp_path / "gold")


@pytest.mark.slow
def test_reading_and_scoring_do_not_import_spacy() -> None:
    """The figures of a file of predictions need no language model."""
    code = "import sys; import quoteattr.evaluation.__main__; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

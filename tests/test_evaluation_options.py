"""``python -m quoteattr.evaluation``: options that go together or do not, and corpora without speakers."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from test_evaluation_command import FOUND, GOLD, TEXT, Fake, row

from quoteattr.errors import CorpusError
from quoteattr.evaluation.__main__ import main
from quoteattr.evaluation.readers.files import files_of, folders_of
from quoteattr.evaluation.readers.offsets import read_offsets
from quoteattr.records import Attitude

ANNOTATION = (
    "T1\tSource 45 48\tshe\nT2\tCue 49 54\tadded\nT3\tContent 34 44\t“No rain,”\n"
    "T4\tAttribution 49 54\tadded\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """An article whose gold has speakers."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.json").write_text(GOLD.to_json(), encoding="utf-8")
    return tmp_path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """An article whose gold has none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.ann").write_text(ANNOTATION, encoding="utf-8")
    return tmp_path


def offsets(folder: Path, *quotes: dict[str, object]) -> Path:
    """A folder with the annotation of the article by offsets."""
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(quotes), encoding="utf-8")
    return folder / "gold"


def test_confidence_against_the_share_of_right_quotes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each tenth that has a quote, and how far the two lie apart."""
    assert main([str(corpus), "--reliability"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "0.5 to 0.6") == ["3", "0.500", "0.333"]
    assert row(output, "expected calibration error") == ["0.167"]


def test_a_gold_without_speakers_has_one_table(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of quotes alone; a mistake shows what is there, and neither a rule nor a speaker."""
    assert main([str(plain), "--errors", "5", "--error-kind", "source"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert "speakers and" not in output
    shown = output.partition("gold ")[2]
    gold, _, predicted = shown.partition("predicted")
    assert "cue: added | source: she" in gold
    assert "rule" not in gold and "speaker" not in gold
    assert "rule: surface (0.50)" in predicted


def test_the_oracle_reads_no_predictions(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs resolution, and they run nothing."""
    with pytest.raises(SystemExit) as caught:
        main([str(corpus), "--oracle", "--predictions", "p.json"], Fake(FOUND))
    assert caught.value.code == 2
    assert "--oracle runs resolution, --predictions runs nothing" in capsys.readouterr().err


def test_the_oracle_passes_over_gold_without_a_word(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A content of white space has no speaker."""
    told = {"speaker": "Ann Lee", "type": "person", "organisation": "Acme"}
    source = {"source": [[0, 15]], "cue": [[16, 20]]}
    gold = offsets(corpus, {"content": [[21, 32]], **source, **told}, {"content": [[33, 34]], **told})
    assert main([str(corpus), "--annotations", str(gold), "--resolution", str(gold), "--oracle"]) == 0
    output = capsys.readouterr().out
    assert row(output, "records") == ["2"]
    assert row(output, "predicted") == ["1"]


def test_output_that_is_no_file_of_text(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the same lines; one that closes early ends the command quietly."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([str(corpus)], Fake(FOUND)) == 0
    assert row(stream.getvalue(), "right speaker") == ["1", "of", "3", "33.3", "%"]

    class Closed(io.StringIO):
        def write(self, words: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    assert main([str(corpus)], Fake(FOUND)) == 1


def test_offsets_behind_the_text_are_told(corpus: Path) -> None:
    """With the file, and with where the text ends."""
    gold = offsets(corpus, {"content": [[0, 999]]})
    with pytest.raises(
        CorpusError, match=rf"a\.json: expected offsets up to the end of its text, {len(TEXT)}, got 999"
    ):
        read_offsets(corpus, gold)


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    """With the pattern that nothing in it fits."""
    with pytest.raises(CorpusError, match=r"expected \*\.json files, got none"):
        files_of(tmp_path, "*.json")


# ---- core quotes, a second reader, and folders of texts -----------------------------------------------------------

CORE = {"content": [[21, 32]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "core"}
EDGE = {"content": [[34, 44]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "edge"}
OTHER = {"content": [[71, 77]], "speaker": "Bob Ray", "type": "person", "level": "core"}


def second(folder: Path, *quotes: dict[str, object], name: str = "a") -> Path:
    """A folder with what another reader annotated."""
    (folder / "second").mkdir()
    (folder / "second" / f"{name}.json").write_text(json.dumps(quotes), encoding="utf-8")
    return folder / "second"


def test_only_core_quotes_are_counted(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What answers an edge quote is neither right nor wrong, in every table."""
    gold = offsets(corpus, CORE, EDGE)
    command = [str(corpus), "--annotations", str(gold)]
    assert main(command, Fake(GOLD)) == 0
    everything = capsys.readouterr().out
    assert main([*command, "--core"], Fake(GOLD)) == 0
    core = capsys.readouterr().out
    assert row(everything, "all")[:2] == ["2", "3"]
    assert row(core, "all")[:2] == ["1", "2"]
    assert row(core, "records") == ["1"]
    assert "core quotes" in everything
    assert "core quotes" not in core
    assert "edge quotes" not in core


def test_mistakes_in_edge_quotes_are_no_mistakes_of_core_ones(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As they are not counted."""
    gold = offsets(corpus, CORE, {**EDGE, "speaker": "Bob Ray"})
    command = [str(corpus), "--annotations", str(gold), "--errors", "5", "--error-kind", "speaker"]
    assert main(command, Fake(GOLD)) == 0
    assert "1 of 1 mistakes (speaker)" in capsys.readouterr().out
    assert main([*command, "--core"], Fake(GOLD)) == 0
    assert "0 of 0 mistakes (speaker)" in capsys.readouterr().out


@pytest.mark.parametrize(("core", "attitudes"), [(True, None), (False, tuple(Attitude))])
def test_default_settings_find_core_quotes(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, core: bool, attitudes: tuple[Attitude, ...] | None
) -> None:
    """Quotes of every attitude are asked for where all of them are counted."""
    asked = []

    class Settings(Fake):
        def __init__(self, **settings: object) -> None:
            asked.append(settings)
            super().__init__(GOLD)

    monkeypatch.setattr("quoteattr.extractor.Extractor", Settings)
    gold = offsets(corpus, CORE)
    assert main([str(corpus), "--annotations", str(gold), *(["--core"] if core else [])]) == 0
    assert asked == [{"attitudes": attitudes, "min_confidence": None}]


def test_a_second_reader_is_compared(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As if a program had found what he annotated."""
    gold = offsets(corpus, CORE, EDGE)
    command = [str(corpus), "--annotations", str(gold), "--second-reading", str(second(corpus, CORE, EDGE, OTHER))]
    assert main(command) == 0
    output = capsys.readouterr().out
    assert row(output, "all")[:5] == ["2", "3", "66.7", "100.0", "80.0"]
    assert row(output, "right speaker") == ["2", "of", "2", "100.0", "%"]


def test_a_second_readers_edge_quotes_are_not_core(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the first reader made of them."""
    gold = offsets(corpus, CORE, EDGE)
    reading = second(corpus, {**CORE, "level": "edge"}, {**OTHER, "level": "core"})
    assert main([str(corpus), "--annotations", str(gold), "--second-reading", str(reading), "--core"]) == 0
    assert row(capsys.readouterr().out, "all")[:3] == ["1", "1", "0.0"]


def test_articles_that_were_read_once_are_not_compared(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second reader missed nothing in them."""
    gold = offsets(corpus, CORE)
    (corpus / "b.txt").write_text(TEXT, encoding="utf-8", newline="")
    (gold / "b.json").write_text(json.dumps([CORE]), encoding="utf-8")
    assert main([str(corpus), "--annotations", str(gold), "--second-reading", str(second(corpus, CORE))]) == 0
    output = capsys.readouterr().out
    assert f"{corpus}: 1 articles" in output
    assert row(output, "all")[:2] == ["1", "1"]


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
    (document,) = read_offsets(tmp_path, offsets(tmp_path, CORE))
    assert document.text == TEXT


def test_two_texts_of_one_name_are_told(tmp_path: Path) -> None:
    """With both of them: nobody knows which one is annotated."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"expected one a\.txt, got .*x.a\.txt and .*y.a\.txt"):
        read_offsets(tmp_path, offsets(tmp_path, CORE))


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
        read_offsets(tmp_path / "texts", offsets(tmp_path, CORE))


def test_annotations_that_are_nowhere_are_told(tmp_path: Path) -> None:
    """With what was expected."""
    (tmp_path / "gold").mkdir()
    with pytest.raises(CorpusError, match=r"expected \*\.json files, got none"):
        read_offsets(tmp_path, tmp_path / "gold")


def test_a_folder_without_folders_is_told(tmp_path: Path) -> None:
    """Files in it are none; folders come by name."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CorpusError, match="expected a folder with folders in it, got none"):
        folders_of(tmp_path)
    for name in ("two", "one"):
        (tmp_path / name).mkdir()
    assert [folder.name for folder in folders_of(tmp_path)] == ["one", "two"]

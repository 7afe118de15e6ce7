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
from quoteattr.evaluation.readers.files import files_of
from quoteattr.evaluation.readers.offsets import read_offsets

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

"""``python -m tools.evaluate``: what it adds for corpora of research, and which options go together or do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_evaluation_command import CORE, EDGE, FOUND, GOLD, SEEDS, TEXT, Fake, offsets, row
from test_tools_readers import polnear

from quoteattr.catalogue import families
from quoteattr.scoring import Annotation, Words, compare
from tools.evaluate.__main__ import main
from tools.evaluate.predictions import read_predictions
from tools.evaluate.reliability import judged_organisations, judged_speakers

OTHER = {"content": [[71, 77]], "speaker": "Bob Ray", "type": "person", "level": "core"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """An article whose gold has speakers."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "a.json").write_text(GOLD.to_json(), encoding="utf-8")
    return folder


def second(folder: Path, *quotes: dict[str, object], name: str = "a") -> Path:
    """A folder with what another reader annotated."""
    (folder / "second").mkdir()
    (folder / "second" / f"{name}.json").write_text(json.dumps(quotes), encoding="utf-8")
    return folder / "second"


def test_a_corpus_in_the_layout_of_polnear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Has no speakers in its gold, and a part is chosen."""
    polnear(tmp_path, "train", TEXT, "T1\tContent 21 32\tit was fine\nE1\tAttribution:T1 Content:T1\n")
    assert main([str(tmp_path), "--split", "train"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "all")[:2] == ["1", "3"]
    assert "speakers" not in output


def test_confidence_against_the_share_of_right_quotes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each tenth that has a quote, and how far the two lie apart."""
    assert main([str(corpus), "--reliability"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "0.5 to 0.6") == ["3", "0.500", "0.333"]
    assert row(output, "expected calibration error") == ["0.167"]


def test_what_is_written_scores_the_same(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A written file, given as predictions, makes the same output without the extractor."""
    file = tmp_path / "found.json"
    assert main([str(corpus), "--write", str(file), "--by-rule", "quotes"], Fake(FOUND)) == 0
    first = capsys.readouterr().out
    assert main([str(corpus), "--predictions", str(file), "--by-rule", "quotes"]) == 0
    assert capsys.readouterr().out == first
    assert [found.rule for found in read_predictions(file)["a"]] == ["clause", "surface", "clause"]


def test_resolved_articles(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--resolution`` adds the table over the articles of that folder."""
    record = {"content": [[21, 32]], "source_text": "Ann Lee of Acme", "speaker": "Ann Lee", "type": "person"}
    (tmp_path / "resolved").mkdir()
    (tmp_path / "resolved" / "a.json").write_text(json.dumps([record | {"organisation": "Acme"}]), encoding="utf-8")
    assert main([str(corpus), "--resolution", str(tmp_path / "resolved")], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert "speakers and organisations, 1 articles" in output
    assert row(output, "speaker F1") == ["50.0"]
    assert row(output, "organisation F1") == ["100.0"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--predictions", "nowhere.json"], "nowhere.json: expected a file that can be read"),
        (["--resolution", "nowhere"], "nowhere: expected a folder"),
        (["--write", "no/such/folder/p.json"], "No such file"),
    ],
)
def test_what_cannot_be_read_or_written(
    corpus: Path, capsys: pytest.CaptureFixture[str], options: list[str], expected: str
) -> None:
    """One line on standard error, status 1."""
    assert main([str(corpus), *options], Fake(FOUND)) == 1
    error = capsys.readouterr().err
    assert expected in error
    assert error.count("\n") == 1


def test_files_of_another_corpus(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Predictions and resolved articles that have no article in common with the corpus are refused, not scored 0."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "z.json").write_text("[]", encoding="utf-8")
    (tmp_path / "p.json").write_text('{"z": []}', encoding="utf-8")
    assert main([str(corpus), "--predictions", str(tmp_path / "p.json")]) == 1
    assert "got none for any of them, but for 'z'" in capsys.readouterr().err
    assert main([str(corpus), "--resolution", str(other)], Fake(FOUND)) == 1
    assert "got 'z'" in capsys.readouterr().err


def test_oracle(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Resolution alone, on the gold: all contents are there, and the speakers are those that it finds."""
    assert main([str(corpus), "--oracle", "--limit", "1"]) == 0
    output = capsys.readouterr().out
    assert "exact" not in output
    assert row(output, "found") == ["3", "of", "3", "100.0", "%"]
    assert row(output, "right speaker") == ["3", "of", "3", "100.0", "%"]


def test_speakers_need_a_gold_that_has_them(tmp_path: Path) -> None:
    """Without speakers in the gold there are no mistakes about them, and nothing for resolution to be run on."""
    polnear(tmp_path, "dev", TEXT, "")
    for options in (["--oracle"], ["--errors", "1", "--error-kind", "speaker"]):
        assert main([str(tmp_path), *options], Fake(FOUND)) == 2


def test_the_oracle_reads_no_predictions(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs resolution, and they run nothing."""
    assert main([str(corpus), "--oracle", "--predictions", "p.json"], Fake(FOUND)) == 2
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


def test_rules_in_a_file_of_predictions(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They say by which rules speakers and organisations were found."""
    file = tmp_path / "found.json"
    entry = {"content": [[21, 32]], "speaker": "Ann Lee", "speaker_rules": ["name-surname"], "type": "person"}
    file.write_text(json.dumps({"a": [entry | {"organisation": "Acme"}]}), encoding="utf-8")
    command = [str(corpus), "--predictions", str(file), "--by-rule"]
    assert main([*command, "speaker"]) == 0
    assert row(capsys.readouterr().out, "name-surname") == ["1", "1", "100.0", "0"]
    assert main([*command, "organisation"]) == 0
    assert row(capsys.readouterr().out, "(rule not told)") == ["1", "1", "100.0", "0", "0"]


def test_the_oracle_without_a_rule(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Resolution tells its rules, and those that are switched off are not among them."""
    assert main([str(corpus), "--oracle", "--by-rule", "speaker"]) == 0
    assert row(capsys.readouterr().out, "pronoun-she") == ["1", "1", "100.0", "0"]
    assert main([str(corpus), "--oracle", "--by-rule", "speaker", "--without", "pronoun-she"]) == 0
    assert "pronoun-she" not in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("decided", ["quotes", "speaker", "organisation"])
def test_a_table_without_each_family(decided: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Begins with the figures of all rules, those that the evaluation has; each family has one row."""
    assert main([str(SEEDS), "--limit", "1", "--ablation", decided]) == 0
    head, _, shipped, *lines = capsys.readouterr().out.splitlines()
    wanted = [family.name for family in families() if family.kind == decided]
    assert [line.split("`")[1] for line in lines] == wanted
    assert any(line.partition("` ")[2] != shipped.partition("shipped ")[2] for line in lines)
    assert main([str(SEEDS), "--limit", "1"]) == 0
    output = capsys.readouterr().out
    figures = dict(zip(head.strip("| ").split(" | "), shipped.strip("| ").split(" | ")[1:], strict=True))
    if decided == "quotes":
        assert figures["all"] == row(output, "all")[-2]
    else:
        assert figures["organisation F1"] == row(output, "organisation F1")[0]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ablation", "quotes", "--oracle"], "--ablation runs the extractor, --oracle only resolution"),
        (["--ablation", "quotes", "--predictions", "p.json"], "--ablation runs the extractor, --predictions"),
        (["--without", "clause", "--second-reading", "second"], "--without runs the extractor, --predictions"),
    ],
)
def test_what_runs_nothing_has_no_rules_to_switch_off(
    corpus: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    """Status 2, as argparse has it."""
    (corpus / "second").mkdir()
    assert main([str(corpus), *options]) == 2
    assert told in capsys.readouterr().err


def test_families_of_speakers_need_a_gold_that_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The corpus has none, and no resolved articles are given."""
    polnear(tmp_path, "dev", TEXT, "")
    assert main([str(tmp_path), "--ablation", "speaker"]) == 2
    assert "--ablation speaker needs --resolution DIR" in capsys.readouterr().err


def test_confidence_of_speakers_and_organisations() -> None:
    """Of those that are named and answer the gold, against whether they are right."""
    gold = [
        Annotation(((0, 5),), speaker="Ann Lee", organisation="Acme"),
        Annotation(((6, 11),), description="a nurse"),
    ]
    found = [
        Annotation(((0, 5),), speaker="Lee", speaker_confidence=0.9, organisation="Bolt", organisation_confidence=0.4),
        Annotation(((6, 11),), description="nurse", speaker_confidence=0.3),
    ]
    comparisons = [compare(Words("Rain. Snow!"), gold, found)]
    assert judged_speakers(comparisons) == [(0.9, True)]
    assert judged_organisations(comparisons) == [(0.4, False)]

"""Readers of PolNeAR's layout and of files of predictions: what they take, and how they refuse the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_evaluation_readers import ANN, TEXT, article, write

from quoteattr.errors import CorpusError
from quoteattr.scoring import Annotation
from tools.evaluate.polnear import read_polnear
from tools.evaluate.predictions import read_predictions, write_predictions


def polnear(folder: Path, split: str, text: str, annotation: str) -> None:
    """An article in the layout of PolNeAR."""
    write(folder / split / "text" / "a_1.txt", text)
    write(folder / split / "attributions" / "a_1_00aa.ann", annotation)


def test_the_layout_of_polnear(tmp_path: Path) -> None:
    """Texts and annotations stand in folders of their own; the first annotator counts."""
    polnear(tmp_path, "dev", TEXT, ANN)
    polnear(tmp_path, "train", TEXT, "")
    for split in ("dev", "train"):
        write(tmp_path / split / "attributions" / "a_1_00bb.ann", ANN if split == "train" else "")
    assert [len(read_polnear(tmp_path, split)[0].gold) for split in ("dev", "train")] == [2, 0]


def test_parts_that_are_missing_are_told(tmp_path: Path) -> None:
    """A folder, or the annotation of an article."""
    write(tmp_path / "dev" / "text" / "a.txt", TEXT)
    with pytest.raises(CorpusError, match=r"attributions: expected a folder with \*_\?\?\?\?.ann files, got nothing"):
        read_polnear(tmp_path, "dev")
    write(tmp_path / "dev" / "attributions" / "b_0000.ann", "")
    with pytest.raises(CorpusError, match=r"a.txt: expected an annotation a_\?\?\?\?.ann"):
        read_polnear(tmp_path, "dev")


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

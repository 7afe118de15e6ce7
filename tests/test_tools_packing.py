"""What is packed into a wheel comes back from it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.data import names, text_of, unpacked
from quoteattr.errors import QuoteattrError
from tools.packing import packed

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\f"))


@given(st.dictionaries(st.sampled_from(["a.tsv", "b.toml", "c", "d.toml"]), TEXTS, min_size=1))
def test_files_come_back(files: dict[str, str]) -> None:
    """Whatever their lines are."""
    data = packed(files)
    assert {name: unpacked(data, name) for name in files} == files
    assert unpacked(data, "other") == ""


def test_long_lines_come_back() -> None:
    """Though they share more than can be told."""
    text = "x" * 200 + "\n" + "x" * 200 + "y\n"
    assert unpacked(packed({"a": text}), "a") == text


def test_all_data_come_back(root: Path) -> None:
    """As they are in the source, from wherever they are read here; packed they are less than a third."""
    folder = root / "src" / "quoteattr" / "data" / "en"
    listed = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in (".toml", ".tsv")]
    assert names() == tuple(sorted(listed))
    files = {name: (folder / name).read_text(encoding="utf-8") for name in listed}
    data = packed(files)
    assert {name: unpacked(data, name) for name in files} == files
    assert {name: text_of(name) for name in files} == files
    assert 3 * len(data) < sum(map(len, files.values()))


def test_packed_files_are_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel there is nothing but the file that holds them all."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "tables.packed").write_bytes(packed({"b.toml": "x", "lists/a.toml": "y"}))
    monkeypatch.setattr("quoteattr.data.resources.files", lambda _: tmp_path)
    assert names() == ("b.toml", "lists/a.toml")
    assert text_of("lists/a.toml") == "y"


def test_without_a_decompressor_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some builds of Python have none."""
    data = packed({"a": "not asked for before"})
    monkeypatch.setitem(sys.modules, "bz2", None)
    with pytest.raises(QuoteattrError, match="compressed with bzip2"):
        unpacked(data, "a")

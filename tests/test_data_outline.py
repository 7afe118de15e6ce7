"""Outlines of tables, written and read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.data.outline import read_outline
from tools.training.outline import can_be_told, outline

TABLE = {"cc and:V ,": "12", "cc but:V ,": "3", "cc or:NN ": "7", "prep in ": "4", "prep of ": "5"}
LINES = ["label+kind+pause\t0 2 1", "cc\t∅\tor:NN\t7", "\t,\tand:V but:V\t12 3", "prep\t∅\tin of\t4 5"]


def read(text: str) -> dict[str, dict[str, str]]:
    """What is told of each key of each block."""
    found: dict[str, dict[str, str]] = {}
    for name, keys, told in read_outline(text):
        found.setdefault(name, {}).update(zip(keys, told, strict=True))
    return found


def test_neighbours_share_a_line() -> None:
    """What has the fewest different values is written first, and what the line above has is left out."""
    assert list(outline("label+kind+pause", TABLE)) == LINES


def test_an_order_may_be_given() -> None:
    """The keys come back with their parts in their own order."""
    lines = list(outline("label+kind+pause", TABLE, (2, 1, 0)))
    assert lines[0] == "label+kind+pause\t2 1 0"
    assert read("\n".join(lines)) == {"label+kind+pause": TABLE}


def test_blocks_stand_apart() -> None:
    """Each with the name of its keys; one may be empty, and so may a whole text."""
    text = "a\t0\nx y\t1 2\n\nb\t0\nz\t3\n"
    assert read(text) == {"a": {"x": "1", "y": "2"}, "b": {"z": "3"}}
    assert read("") == {}


PARTS = st.sampled_from(["", "a", "b", "#", "a b", "“", "0"])
TABLES = st.dictionaries(st.tuples(PARTS, PARTS, PARTS), st.integers(0, 60).map(str), min_size=1)


@given(TABLES)
def test_outlines_come_back(table: dict[tuple[str, ...], str]) -> None:
    """Also with parts that are empty, and with a last part that has a space in it."""
    told = {" ".join(parts): value for parts, value in table.items()}
    assert read("\n".join(outline("a+b+c", told))) == {"a+b+c": told}


def test_signs_of_an_outline_are_no_keys() -> None:
    """Nor is what cannot be seen."""
    assert can_be_told("and:V ,")
    assert not any(can_be_told(key) for key in ("∅", "a␣b", "a\tb", "a\nb"))

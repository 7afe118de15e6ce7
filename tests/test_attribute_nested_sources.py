"""Sources in other contents: who speaks there does not speak outside."""

from __future__ import annotations

from quoteattr.attribute.sources import outside_contents
from quoteattr.detect import Candidate
from quoteattr.syntax import Range


def candidate(*content: Range) -> Candidate:
    """A candidate with this content."""
    return Candidate("clause", content[0][0] - 1, "say", "VERB", "clause", content)


def test_a_source_in_the_content_before_is_the_source_of_that_one() -> None:
    """The one who denies goes on speaking; whom the denial is about does not."""
    found = outside_contents([candidate((3, 8)), candidate((10, 14))], [((0, 2),), ((4, 6),)])
    assert found == [((0, 2),), ((0, 2),)]


def test_a_source_outside_of_contents_stays() -> None:
    """Beside them, or where only a part of it lies in one."""
    for own in (((9, 10),), ((7, 9),), ()):
        assert outside_contents([candidate((3, 8)), candidate((11, 14))], [((0, 2),), own]) == [((0, 2),), own]


def test_a_source_in_a_content_without_a_source_or_behind_it_stays() -> None:
    """Nobody is there whom it could be instead."""
    assert outside_contents([candidate((3, 8)), candidate((10, 14))], [(), ((4, 6),)]) == [(), ((4, 6),)]
    assert outside_contents([candidate((3, 8)), candidate((10, 14))], [((11, 12),), ((0, 2),)]) == [
        ((11, 12),),
        ((0, 2),),
    ]


def test_a_source_that_would_reach_into_the_content_stays() -> None:
    """The parts of a quote are apart."""
    assert outside_contents([candidate((3, 8)), candidate((10, 14))], [((9, 12),), ((4, 6),)]) == [
        ((9, 12),),
        ((4, 6),),
    ]

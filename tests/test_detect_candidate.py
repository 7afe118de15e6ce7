"""Rules with marked examples, and what candidates say of themselves."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, Example, rule


def test_marked_examples() -> None:
    """The content stands in brackets, the source in braces; either may be missing, and there may be several pieces."""
    found = rule(
        "says", "why", "{She} said [that it was late].", "[It was late], {she} said, [and cold].", "It rained."
    )
    assert (found.id, found.reason) == ("says", "why")
    assert found.examples == (
        Example("She said that it was late.", ("that it was late",), "She"),
        Example("It was late, she said, and cold.", ("It was late", "and cold"), "she"),
        Example("It rained.", ()),
    )


def test_a_candidate_with_its_cue() -> None:
    """If it has one."""
    one = Candidate("r", 4, "say", "VERB", "clause", ((0, 3), (6, 8)))
    assert (one.size, one.with_cue) == (5, ((0, 3), (6, 8), (4, 5)))
    assert Candidate("r", -1, "", "", "", ((0, 3),)).with_cue == ((0, 3),)

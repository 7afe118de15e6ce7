"""Where people are from and of which party they are, by what stands beside their names."""

from __future__ import annotations

import pytest
from tagged import bearers, introduced


@pytest.mark.parametrize(
    ("line", "homes", "nouns"),
    [
        ("then Texas Gov. Anna Hall won …", {"Texas"}, {"gov.", "governor"}),
        ("then New Jersey Gov. Anna Hall won …", {"New Jersey"}, {"governor"}),
        ("then Texas Anna Hall won …", set(), set()),
        ("then texas/NN Gov. Anna Hall won …", set(), {"governor"}),
        ("then Zorn Gov. Anna Hall won …", set(), {"governor"}),
        ("Gov. Anna Hall won …", set(), {"governor"}),
        ("then Anna Hall of Texas won …", {"Texas"}, set()),
        ("then Anna Hall of New Jersey won …", {"New Jersey"}, set()),
        ("then Anna Hall in Texas won …", set(), set()),
        ("then Anna Hall of Zorn won …", set(), set()),
        ("then Anna Hall of texas/NN won …", set(), set()),
        ("then Anna Hall ( R ~- ~Texas ) won …", {"Texas"}, {"republican"}),
        ("then Anna Hall ( D ~- ~Fla. ) won …", {"Florida"}, {"democrat"}),
        ("then Anna Hall , D ~- ~Fla. , won …", {"Florida"}, {"democrat"}),
        ("then Anna Hall ( D ) won …", set(), {"democrat"}),
        ("then Anna Hall ( X ~- ~Texas ) won …", set(), set()),
        ("then Anna Hall ( d/NN ~- ~Texas ) won …", set(), set()),
        ("then Anna Hall and D ~- ~Texas won …", set(), set()),
        ("then Anna Hall ( D , Texas ) won …", set(), set()),
        ("then Anna Hall ( D ~- ~Zorn ) won …", set(), {"democrat"}),
    ],
)
def test_where_somebody_is_from(line: str, homes: set[str], nouns: set[str]) -> None:
    """The place before a title or behind "of"; the state and the party of letters in brackets."""
    context = introduced(line).context
    traits = next(entity.traits for name, entity in bearers(context).items() if "Hall" in name)
    assert traits.homes == homes
    assert nouns - {"gov."} <= traits.nouns
    parties = {"democrat", "republican"}
    assert traits.nouns & parties == nouns & parties

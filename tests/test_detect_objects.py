"""What somebody calls something in marks."""

from __future__ import annotations

import pytest
from features import tagged

from quoteattr.detect import objects


def found(text: str) -> list[str]:
    """The contents of naming in marks."""
    article = tagged(text)
    return [article.parse.words_of(one.content[0]) for one in objects.find(article) if one.rule == "naming-quoted"]


@pytest.mark.parametrize("name", ["it/PRP", "the/DT tax on/IN fuel , set/VBN in/IN May ,"])
def test_a_thing_and_its_name_in_marks(name: str) -> None:
    """However many words come between them."""
    whole = " ".join(word.split("/")[0] for word in name.split()).replace(" ,", ",")
    assert found(f"Hall branded/VBD {name} “ a/DT great/JJ shame ” .") == [f"{whole} “a great shame”"]


@pytest.mark.parametrize(
    "text",
    [
        "Hall painted/VBD it/PRP “ a/DT great/JJ shame ” .",
        "Hall branded/VBD “ a/DT great/JJ shame ” .",
        "Hall branded/VBD it/PRP . “ a/DT great/JJ shame ”",
        "Hall branded/VBD it/PRP and/CC left/VBD “ a/DT great/JJ shame ” .",
        "Hall branded/VBD it/PRP a/DT shame",
        f"Hall branded/VBD {'it/PRP ' * 30} “ a/DT great/JJ shame ” .",
        "It/PRP/nsubjpass/2 was/VBD/auxpass/2 branded/VBN/ROOT/2 today/NN “ a/DT great/JJ shame ” .",
    ],
    ids=["another verb", "nothing is named", "a full stop", "another clause", "no marks", "too far", "passive"],
)
def test_what_names_nothing_in_marks(text: str) -> None:
    """Other rules may find something."""
    assert found(text) == []

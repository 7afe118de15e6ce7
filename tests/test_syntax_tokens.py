"""What the tokenizer takes apart that belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import quoteattr
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Army Lt. Ann Brown left.", ["Army", "Lt.", "Ann", "Brown", "left", "."]),
        ("Det. Supt. Ann Brown left.", ["Det.", "Supt.", "Ann", "Brown", "left", "."]),
        ("He met the Lt. It rained.", ["He", "met", "the", "Lt.", "It", "rained", "."]),
        ("He met the Lt. and left.", ["He", "met", "the", "Lt", ".", "and", "left", "."]),
        ("He met the Lt.", ["He", "met", "the", "Lt", "."]),
        ("He met Sgt.\nAnn Brown left.", ["He", "met", "Sgt", ".", "\n", "Ann", "Brown", "left", "."]),
        ("He met Sgt . Ann left.", ["He", "met", "Sgt", ".", "Ann", "left", "."]),
        ("He said so. Ann left.", ["He", "said", "so", ".", "Ann", "left", "."]),
    ],
)
def test_a_title_keeps_its_full_stop_before_a_name(nlp: Language, text: str, words: list[str]) -> None:
    """A space and a capital letter follow; whether these begin a sentence the few characters cannot tell."""
    (parse,) = read(nlp, [text])
    assert list(parse.words) == words


@pytest.mark.parametrize("title", ["Army Lt.", "Navy Capt.", "Police Sgt.", "Sgt. Maj.", "Air Force 1st Lt."])
def test_a_name_behind_a_rank_is_the_speaker(extractor: quoteattr.Extractor, title: str) -> None:
    """Not the rank."""
    (quote,) = extractor(f"“We will sue,” said {title} Ann Brown.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Brown"

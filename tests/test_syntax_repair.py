"""Systematic parser faults are mended."""

from __future__ import annotations

import pytest

from quoteattr.syntax.repair import rejoin, rejoin_companies, repair


def test_abbreviation_at_the_end_of_a_sentence_is_the_object_of_its_preposition() -> None:
    """It was read as punctuation."""
    words = ["works", "for", "Acme", "Corp."]
    deps, heads = ["ROOT", "prep", "compound", "punct"], [0, 0, 3, 0]
    repair(words, ["VBZ", "IN", "NNP", "NNP"], deps, heads)
    assert (deps[3], heads[3]) == ("pobj", 1)


def test_state_behind_a_town_belongs_to_the_town() -> None:
    """Behind a comma."""
    words = ["in", "Springfield", ",", "Ill."]
    deps, heads = ["ROOT", "pobj", "punct", "punct"], [0, 0, 1, 0]
    repair(words, ["IN", "NNP", ",", "NNP"], deps, heads)
    assert (deps[3], heads[3]) == ("appos", 1)


def test_abbreviation_at_the_start_or_beside_its_own_word_stays() -> None:
    """There is nothing before it that it could belong to."""
    for words, deps, heads in (
        (["Corp.", "grew"], ["punct", "ROOT"], [1, 1]),
        (["for", "Acme", "Corp.", "grew"], ["prep", "compound", "punct", "ROOT"], [2, 2, 3, 3]),
    ):
        before = (list(deps), list(heads))
        repair(words, [{"grew": "VBD", "for": "IN"}.get(word, "NNP") for word in words], deps, heads)
        assert (deps, heads) == before


def test_true_punctuation_stays() -> None:
    """And so does a preposition that has its object."""
    deps, heads = ["ROOT", "prep", "pobj", "punct"], [0, 0, 1, 0]
    repair(["works", "for", "Acme", "."], ["VBZ", "IN", "NNP", "."], deps, heads)
    assert (deps, heads) == (["ROOT", "prep", "pobj", "punct"], [0, 0, 1, 0])


def test_article_beside_the_subject_belongs_to_it() -> None:
    """It was read as a second subject."""
    deps, heads = ["nsubjpass", "nsubjpass", "auxpass", "ROOT"], [3, 3, 3, 3]
    repair(["The", "GameBox", "is", "expected"], ["DT", "NNP", "VBZ", "VBN"], deps, heads)
    assert (deps[0], heads[0]) == ("det", 1)


def test_parts_of_a_word_with_a_hyphen_belong_to_the_name() -> None:
    """They were read as subjects of their own."""
    words = ["co", "-", "chairman", "Jane", "Smith", "said"]
    deps, heads = ["nsubj", "nsubj", "compound", "compound", "nsubj", "ROOT"], [5, 5, 4, 4, 5, 5]
    repair(words, ["NN", "HYPH", "NN", "NNP", "NNP", "VBD"], deps, heads)
    assert heads == [4, 4, 4, 4, 5, 5]


def test_noun_before_a_relative_clause_is_no_part_of_its_subject() -> None:
    """Two subjects without a hyphen stay."""
    deps, heads = ["nsubj", "nsubj", "ROOT"], [2, 2, 2]
    repair(["wine", "Smith", "bought"], ["NN", "NNP", "VBD"], deps, heads)
    assert heads == [2, 2, 2]


def test_letters_behind_a_name_hang_on_it() -> None:
    """They were read as its last word: "Jane Hale MP left"."""
    deps, heads = ["compound", "compound", "nsubj", "ROOT"], [1, 2, 3, 3]
    repair(["Jane", "Hale", "MP", "left"], ["NNP", "NNP", "NNP", "VBD"], deps, heads)
    assert (deps, heads) == (["compound", "nsubj", "appos", "ROOT"], [1, 3, 1, 3])


def test_letters_behind_a_single_word_or_in_small_stay() -> None:
    """There is no name before them, or they are no letters: "the Labour MP", "Jane Hale mp"."""
    for words in (["the", "Labour", "MP", "left"], ["Jane", "Hale", "mp", "left"]):
        deps, heads = ["det", "compound", "nsubj", "ROOT"], [2, 2, 3, 3]
        repair(words, ["DT", "NNP", "NNP", "VBD"], deps, heads)
        assert (deps, heads) == (["det", "compound", "nsubj", "ROOT"], [2, 2, 3, 3])


def test_word_with_a_hyphen_behind_a_verb_is_one() -> None:
    """Its parts were read as subject and object: "said co-owner Hale"."""
    deps, heads = ["ROOT", "nsubj", "dobj", "compound", "nsubj"], [0, 0, 0, 4, 0]
    repair(["said", "co", "-", "owner", "Hale"], ["VBD", "NN", "NN", "NN", "NNP"], deps, heads)
    assert (deps, heads) == (["ROOT", "compound", "compound", "compound", "nsubj"], [0, 4, 4, 4, 0])


@pytest.mark.parametrize(
    ("words", "heads", "deps"),
    [
        ("Graeme/NNP Souness/NNP thinks/VBZ so/RB", [1, 2, 2, 2], ["compound", "nsubj", "ROOT", "advmod"]),
        ("Ajax/NNP have/VBP won/VBN it/PRP", [2, 2, 2, 2], ["nsubj", "aux", "ROOT", "dobj"]),
        ("Hunts/NNS in/IN May/NNP began/VBD", [0, 3, 1, 3], ["ROOT", "prep", "pobj", "ROOT"]),
    ],
)
def test_a_sentence_begins_with_its_first_word(words: str, heads: list[int], deps: list[str]) -> None:
    """A noun before the rest is no sentence; what else is alone stays so."""
    tags = [word.partition("/")[2] for word in words.split()]
    found_heads, found_deps = [0, *heads[1:]], ["ROOT", *deps[1:]]
    begins = bytearray([1, 1, 0, 0])
    rejoin(tags, found_deps, found_heads, begins)
    assert (found_heads, found_deps) == (heads, deps)
    assert begins[1] == (tags[1] == "IN")


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Halden/NNP Homes/NNPS Inc/NNP said/VBD", True),
        ("Halden/NNP Homes/NNPS said/VBD Inc/NNP", False),
        ("Halden/NNP rose/VBD Inc/NNP said/VBD", False),
    ],
)
def test_a_company_is_one_sentence_with_its_last_word(words: str, joined: bool) -> None:
    """Names alone before "Inc" hang on it; nothing else does."""
    written, tags = zip(*(word.split("/") for word in words.split()), strict=True)
    at = written.index("Inc")
    heads = [1, 1, at, at] if at == 2 else [1, 1, 2, 3]
    deps, begins = ["dep"] * 4, bytearray(number in (0, at) for number in range(4))
    rejoin_companies(written, tags, deps, heads, begins)
    assert (begins[at] == 0, heads[1] == at) == (joined, joined)


def test_noun_behind_a_preposition_without_object_is_its_object() -> None:
    """It was read as a second subject."""
    words = ["Ann", "who", "sings", "instead", "of", "Tom", "Ode", "says"]
    deps = ["nsubj", "nsubj", "relcl", "advmod", "prep", "compound", "nsubj", "ROOT"]
    heads = [7, 2, 0, 2, 3, 6, 7, 7]
    repair(words, ["NNP", "WP", "VBZ", "RB", "IN", "NNP", "NNP", "VBZ"], deps, heads)
    assert (deps[6], heads[6]) == ("pobj", 4)


def test_name_behind_the_object_of_a_preposition_is_beside_it() -> None:
    """It was read as a second subject; a clause without its pronoun ("the burst that | the crash frees") stays."""
    words = ["Talks", "with", "giant", "Acme", "failed"]
    for tag, expected in (("NNP", ("appos", 2)), ("NN", ("nsubj", 4))):
        deps, heads = ["nsubj", "prep", "pobj", "nsubj", "ROOT"], [4, 0, 1, 4, 4]
        repair(words, ["NNS", "IN", "NN", tag, "VBD"], deps, heads)
        assert (deps[3], heads[3]) == expected


def test_noun_joined_to_an_object_is_the_subject_of_the_verb_behind_it() -> None:
    """Unless that verb has a subject of its own."""
    words = ["They", "heard", "talks", "and", "Acme", "now", "thinks"]
    tags = ["PRP", "VBD", "NNS", "CC", "NNP", "RB", "VBZ"]
    deps, heads = ["nsubj", "ROOT", "dobj", "cc", "conj", "advmod", "ccomp"], [1, 1, 1, 2, 2, 6, 1]
    repair(words, tags, deps, heads)
    assert (deps[4], heads[4], deps[6], heads[3]) == ("nsubj", 6, "conj", 1)
    deps, heads = ["nsubj", "ROOT", "dobj", "cc", "conj", "nsubj", "ccomp"], [1, 1, 1, 2, 2, 6, 1]
    repair(words, tags, deps, heads)
    assert (deps[4], heads[4]) == ("conj", 2)


def test_verb_joined_to_a_clause_of_another_tense_goes_with_the_verb_above_it() -> None:
    """Unless it has the tense of the clause, or that clause goes on behind it."""
    words = ["They", "said", "it", "works", "and", "expected", "more"]
    deps = ["nsubj", "ROOT", "nsubj", "ccomp", "cc", "conj", "dobj"]
    for tag, last, expected in (("VBD", 5, 1), ("VBZ", 5, 3), ("VBD", 3, 3)):
        heads = [1, 1, 3, 1, 3, 3, last]
        repair(words, ["PRP", "VBD", "PRP", "VBZ", "CC", tag, "JJR"], deps, heads)
        assert (heads[4], heads[5]) == (expected, expected)


def test_auxiliary_tells_the_tense_of_a_clause() -> None:
    """A modal verb is no tense of the verb above."""
    words = ["She", "says", "it", "will", "help", "and", "hopes", "so"]
    deps, heads = ["nsubj", "ROOT", "nsubj", "aux", "ccomp", "cc", "conj", "advmod"], [1, 1, 4, 4, 1, 4, 4, 6]
    repair(words, ["PRP", "VBZ", "PRP", "MD", "VB", "CC", "VBZ", "RB"], deps, heads)
    assert (heads[5], heads[6]) == (1, 1)


def test_name_with_others_beside_it_stands_above_its_title() -> None:
    """It was read as an aside to the title, with the others."""
    words = ["Minister", "Ann", "Ode", "and", "Tom", "Roe", "say"]
    deps, heads = ["nsubj", "compound", "appos", "cc", "compound", "conj", "ROOT"], [6, 2, 0, 2, 5, 2, 6]
    repair(words, ["NNP", "NNP", "NNP", "CC", "NNP", "NNP", "VBP"], deps, heads)
    assert (deps[2], heads[2], deps[0], heads[0]) == ("nsubj", 6, "compound", 2)


def test_name_is_not_joined_to_a_body_without_a_word() -> None:
    """“Acme University botanist Ann Ode and colleagues say”."""
    words = ["Acme", "botanist", "Ann", "Ode", "and", "colleagues", "say"]
    deps, heads = ["nsubj", "appos", "compound", "conj", "cc", "conj", "ROOT"], [6, 0, 3, 0, 3, 3, 6]
    repair(words, ["NNP", "NN", "NNP", "NNP", "CC", "NNS", "VBP"], deps, heads)
    assert (deps[3], heads[3], heads[0]) == ("nsubj", 6, 3)


def test_names_in_a_list_stay_joined() -> None:
    """A comma joins them."""
    words = ["Acme", ",", "Ann", "Ode", "and", "Tom", "say"]
    deps, heads = ["nsubj", "punct", "compound", "conj", "cc", "conj", "ROOT"], [6, 0, 3, 0, 3, 3, 6]
    before = (list(deps), list(heads))
    repair(words, ["NNP", ",", "NNP", "NNP", "CC", "NNP", "VBP"], deps, heads)
    assert (deps, heads) == before

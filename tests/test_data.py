"""The data that ships: tables that can be read, counts that can be true, lists that do not contradict each other."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

import quoteattr
from quoteattr.attribute.confidence import BANDS
from quoteattr.data import text_of
from quoteattr.data.outline import read_outline
from quoteattr.detect import RULE_MODULES
from quoteattr.forest.text import read_columns, read_tables, read_trees
from quoteattr.lexicon import ANY
from quoteattr.lexicon.forms import inflect, table
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.records import Attitude

DATA = Path(__file__).parent.parent / "src" / "quoteattr" / "data" / "en"
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.suffix in {".toml", ".tsv"})
LISTS = [name for name in FILES if name.startswith("lists/")]
COUNTED = {"cues.tsv": 3, "ends.tsv": 5}
"""Outlines of counts, and how many parts their keys have."""
MOST_SETS = 20
"""Sets of strings that may stand in the code: what one entity is, parts of spaCy, columns, characters."""


def rows(name: str) -> list[list[str]]:
    """The rows of a table below its header or comment, as cells."""
    return [line.split("\t") for line in text_of(name).splitlines() if not line.startswith("#")]


def numbers(name: str) -> list[tuple[tuple[str, ...], int, int]]:
    """The rows of a counted table: key, right, found."""
    if name == "confidence.tsv":
        return [((rule, band), int(right), int(found)) for rule, band, right, found in rows(name)[1:]]
    found = []
    for _, keys, counts in read_outline(text_of(name)):
        for key, count in zip(keys, counts, strict=True):
            right, _, seen = count.partition("/")
            found.append((tuple(key.split(" ", COUNTED[name] - 1)), int(right), int(seen)))
    return found


@pytest.mark.parametrize("name", FILES)
def test_file_is_clean(name: str) -> None:
    """UTF-8 without a byte order mark; each line, the last one too, ends with one line feed."""
    data = (DATA / name).read_bytes()
    text = data.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("name", FILES)
def test_file_has_a_source(name: str) -> None:
    """Where each list comes from, and under which licence it is here, stands in SOURCES.md."""
    assert f"`{name}`" in (DATA / "SOURCES.md").read_text(encoding="utf-8")


def test_sources_name_no_file_that_is_gone() -> None:
    """What SOURCES.md tells about is there."""
    named = re.findall(r"`([\w/-]+\.(?:tsv|toml))`", (DATA / "SOURCES.md").read_text(encoding="utf-8"))
    assert set(named) == set(FILES)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml") and name not in LISTS])
def test_toml_is_read(name: str) -> None:
    """As TOML, with something in it."""
    assert tomllib.loads(text_of(name))


@pytest.mark.parametrize("name", LISTS)
def test_word_lists_tell_what_they_are_for(name: str) -> None:
    """Each list has a comment above it, and each of its words once, in lower case."""
    text = (DATA / name).read_text(encoding="utf-8")
    for key, words in tomllib.loads(text).items():
        assert re.search(rf"^#.*\n{key} = ", text, re.MULTILINE), key
        assert sorted(words) == sorted({word.lower() for word in words}), key


def test_lists_of_mentions_are_sorted() -> None:
    """So that a word is found, and added once."""
    lists = tomllib.loads((DATA / "lists" / "mentions.toml").read_text(encoding="utf-8"))
    assert lists and all(words == sorted(words) for words in lists.values())


def test_lists_of_detection_are_sorted_and_unique() -> None:
    """So that a word is found, and added once."""
    tables = tomllib.loads(text_of("detection.toml"))
    lists = [words for table in tables.values() for words in table.values()]
    assert lists and all(words == sorted(set(words)) for words in lists)


@pytest.mark.parametrize("name", ["labels.toml", "punctuation.toml"])
def test_sets_tell_what_they_are_for(name: str) -> None:
    """Each set of labels or marks has a comment above it, and is sorted, without doubles."""
    text = text_of(name)
    tables = tomllib.loads(text)
    sets = [one for table in tables.values() for one in table.items()] if name == "labels.toml" else [*tables.items()]
    for key, members in sets:
        assert re.search(rf"^#.*\n{key} = ", text, re.MULTILINE), key
        assert members == sorted(set(members)), key


def test_labels_are_those_of_the_model(nlp: Language) -> None:
    """No rule looks for a label that the model never gives."""
    schemes = {scheme: sets for scheme, sets in tomllib.loads(text_of("labels.toml")).items() if scheme != "frames"}
    tags = nlp.get_pipe("tagger").labels
    given = {
        "dependencies": nlp.get_pipe("parser").labels,
        "tags": tags,
        "tag_beginnings": {tag[:length] for tag in tags for length in (1, 2)},
        "entities": nlp.get_pipe("ner").labels,
        "sorts": {"", *(noun.sort for noun in known_nouns().values())},
    }
    unknown = {
        (scheme, name, *set(labels) - set(given[scheme]))
        for scheme in schemes
        for name, labels in schemes[scheme].items()
    }
    assert [one for one in unknown if len(one) > 2] == []


def sets_of_strings(file: Path) -> list[ast.AST]:
    """The literals with strings that a module makes frozen sets of."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    made = [one.args[0] for one in calls if one.args and isinstance(one.func, ast.Name) and one.func.id == "frozenset"]
    shown = [one for one in made if isinstance(one, ast.Set | ast.List | ast.Tuple | ast.Constant)]
    return [one for one in shown if any(isinstance(part, ast.Constant) for part in (one, *ast.iter_child_nodes(one)))]


def test_word_lists_are_data() -> None:
    """Sets of words, labels and marks that rules look for stand in no module, but for a few."""
    package = Path(quoteattr.__file__).parent
    files = [file for file in sorted(package.rglob("*.py")) if "frozenset(" in file.read_text(encoding="utf-8")]
    found = [ast.unparse(one) for file in files for one in sets_of_strings(file)]
    assert len(found) < MOST_SETS, found


@pytest.mark.parametrize("name", [*COUNTED, "confidence.tsv"])
def test_keys_of_counted_tables_are_unique(name: str) -> None:
    """Each stands once, with all its parts."""
    keys = [key for key, _, _ in numbers(name)]
    assert len(keys) == len(set(keys)) > 100
    assert {len(key) for key in keys} == {COUNTED.get(name, 2)}


@pytest.mark.parametrize("name", [*COUNTED, "confidence.tsv"])
def test_counts_can_be_true(name: str) -> None:
    """No more were right than there were."""
    for key, right, found in numbers(name):
        assert 0 <= right <= found >= 1, key


@pytest.mark.parametrize("name", ["ends", "judge", "report"])
def test_trees_ask_what_stands_in_tables(name: str) -> None:
    """No value has the place of an unknown one, no place is empty, and what nodes ask lies between two places."""
    trees = text_of(f"{name}_trees.tsv")
    columns, unknown, thresholds = read_columns(trees)
    asked: dict[int, set[float]] = {}
    for tree in read_trees(trees, thresholds):
        for node, left in enumerate(tree["left"]):
            if left != node:
                asked.setdefault(tree["column"][node], set()).add(tree["threshold"][node])
    tables = read_tables(text_of(f"{name}_values.tsv"))
    for number, column in enumerate(columns):
        places = set(tables.get(column.name, {}).values())
        assert unknown[number] not in places
        if column.counted:
            assert {*places, unknown[number]} == set(range(len(places) + 1)), column.name
            assert asked.get(number, set()) <= set(range(len(places))), column.name


def test_cues_add_up() -> None:
    """All frames of a lemma together are no more than all lemmas, and each part of speech has its sums."""
    counts = {key: (right, found) for key, right, found in numbers("cues.tsv")}
    for (lemma, pos, frame), (right, found) in counts.items():
        assert pos in {"VERB", "NOUN", "ADJ", "PREP", "PUNCT"}
        assert lemma == lemma.lower() and not re.search(r"\s", lemma + frame)
        all_lemmas = counts[ANY, pos, frame]
        assert right <= all_lemmas[0] and found <= all_lemmas[1], (lemma, pos, frame)
        assert (ANY, pos, ANY) in counts


def test_confidence_is_of_known_rules() -> None:
    """Each rule of the table can occur in a record, and each band exists."""
    known = {rule.id for family in RULE_MODULES for rule in family.RULES}
    for (rule, band), _, _ in numbers("confidence.tsv"):
        assert rule in {ANY, *known}
        assert band in {ANY, *map(str, range(BANDS))}


def test_bands_add_up() -> None:
    """Those of the rules to those of all, and these to all quotes."""
    counts = {key: (right, found) for key, right, found in numbers("confidence.tsv")}
    bands = {band for rule, band in counts if rule == ANY and band != ANY}
    for level in bands:
        of_rules = [count for (rule, band), count in counts.items() if band == level and rule != ANY]
        assert tuple(map(sum, zip(*of_rules, strict=True))) == counts[ANY, level]
    assert tuple(map(sum, zip(*(counts[ANY, level] for level in bands), strict=True))) == counts[ANY, ANY]


def test_attitudes_are_disjoint() -> None:
    """Each list is one of the attitudes, and no word stands twice, in one list or in two."""
    lists = tomllib.loads(text_of("attitudes.toml"))
    assert set(lists) <= {attitude.value for attitude in Attitude}
    words = [word for listed in lists.values() for word in listed]
    assert sorted(words) == sorted(set(words))
    assert all(word == word.lower().strip() != "" for word in words)


def test_verbs_of_speech_are_lemmas() -> None:
    """Each once, and none is a form of another verb alone."""
    verbs = tomllib.loads(text_of("speech.toml"))["verbs"]
    assert sorted(verbs) == sorted(set(verbs))
    assert [verb for verb in verbs if table().get(verb, verb) != verb] == []


def test_verbs_are_sorted_and_unique() -> None:
    """A lemma in lower case; its other forms where these are not those of the rules of spelling."""
    header, *body = rows("verbs.tsv")
    assert header == ["lemma", "forms"]
    lemmas = [row[0] for row in body]
    assert lemmas == sorted(set(lemmas))
    word = r"[a-z]+(-[a-z]+)*"
    for lemma, *irregular in body:
        assert re.fullmatch(word, lemma)
        forms = irregular[0].split() if irregular else inflect(lemma)[1:]
        assert all(re.fullmatch(word, form) for form in forms) and lemma not in forms, lemma
        assert not irregular or list(forms) != list(inflect(lemma)[1:]), lemma


def test_rules_of_spelling_agree_with_the_verbs() -> None:
    """Most verbs of the table are regular by the rules that unknown verbs are inflected by."""
    body = rows("verbs.tsv")[1:]
    regular = sum(len(row) == 1 or set(inflect(row[0])[1:]) <= set(row[1].split()) for row in body)
    assert regular / len(body) > 0.9


@pytest.mark.parametrize("name", ["given_names.tsv", "places.tsv"])
def test_list_of_names_is_sorted_and_unique(name: str) -> None:
    """Two cells a row, and each name once."""
    body = rows(name)
    assert all(len(row) == 2 and row[0] == row[0].strip() != "" for row in body)
    names = [row[0] for row in body]
    assert len(set(names)) == len(names)


def test_given_names_have_shares() -> None:
    """Per cent, from 0 to 100."""
    body = rows("given_names.tsv")
    assert all(0 <= int(share) <= 100 for _, share in body)
    assert [name for name, _ in body] == sorted(name for name, _ in body)

"""Rules and coreference chains of one's own, as the page about them says, and what goes wrong with them."""

from __future__ import annotations

import pickle
import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

import quoteattr
from quoteattr import Extractor, SettingError, cli
from quoteattr.component import chains_of
from quoteattr.rules import Candidate, Rule, failures, families_of, reasons

SIGNED = "“Prices only ever know one way.”\n— Jane Smith"


@pytest.fixture
def signatures(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of the page, where Python finds it."""
    blocks = re.findall(r"```python\n(.*?)```", (root / "docs" / "own-rules.md").read_text(encoding="utf-8"), re.DOTALL)
    (code,) = (block for block in blocks if block.startswith("# signatures.py"))
    (tmp_path / "signatures.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.delitem(sys.modules, "signatures", raising=False)
    import signatures  # type: ignore[import-not-found]

    module: ModuleType = signatures
    return module


# ---- the page ------------------------------------------------------------------------------------------------------


def test_the_page_runs(root: Path, signatures: ModuleType) -> None:
    """Every block of it, from top to bottom."""
    page = (root / "docs" / "own-rules.md").read_text(encoding="utf-8")
    space: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(compile(block, "own-rules.md", "exec"), space)


# ---- rules ---------------------------------------------------------------------------------------------------------


def test_a_rule_reaches_workers_components_and_the_command(
    signatures: ModuleType, own: spacy.language.Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the name of its module."""
    extractor = Extractor(rules=["signatures"])
    wanted = extractor(SIGNED)
    assert wanted.quotes[0].rule == "signed-below"
    work = pickle.loads(pickle.dumps(extractor._setup()))()  # as it comes to a worker
    assert list(work([SIGNED])) == [wanted]
    own.add_pipe("quoteattr", config={"rules": ["signatures"]})
    assert own(SIGNED)._.quoteattr == wanted
    (tmp_path / "a.txt").write_text(SIGNED, encoding="utf-8")
    assert cli.main(["--rules", "signatures", "--explain", str(tmp_path / "a.txt")]) == 0
    assert "| rule signed-below: a line that is a quotation, signed" in capsys.readouterr().out


def test_wrong_rules_end_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As any wrong setting does."""
    (tmp_path / "a.txt").write_text(SIGNED, encoding="utf-8")
    for explain in ([], ["--explain"]):
        assert cli.main(["--rules", "no_such_module", *explain, str(tmp_path / "a.txt")]) == 2
        assert "quoteattr: the rules 'no_such_module' cannot be imported" in capsys.readouterr().err


def test_without_the_rule_nothing_changes(extractor: Extractor) -> None:
    """The extractor of others does not know it."""
    assert all(quote.rule != "signed-below" for quote in extractor(SIGNED).quotes)


def test_examples_that_fail_are_told(signatures: ModuleType, extractor: Extractor) -> None:
    """With an extractor that does not have the rule, all of them."""
    told = failures(signatures, extractor)  # type: ignore[arg-type]
    assert [line.split(":")[0] for line in told] == ["signed-below"] * 2


def test_a_family_may_be_an_object(extractor: Extractor) -> None:
    """Of any class that has RULES and find."""

    class Shouting:
        RULES = (Rule("shouting", "a line in capitals"),)

        def find(self, reading: Any) -> Any:
            for line in reading.parse.paragraphs:
                if reading.parse.words_of(line).isupper():
                    yield Candidate("shouting", -1, "", "PUNCT", "line", (line,), certain=True)

    family = Shouting()
    assert families_of([family]) == (family,)
    assert reasons([family])["shouting"] == "a line in capitals"
    assert [quote.rule for quote in Extractor(rules=[family])("WE WANT TO GO HOME").quotes] == ["shouting"]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("signatures", "must be a list"),
        (["no_such_module"], "'no_such_module' cannot be imported: No module named"),
        (["quoteattr:nothing"], "'quoteattr:nothing' cannot be imported"),
        ([quoteattr], "needs RULES"),
        ([SimpleNamespace(RULES=("x",), find=print)], "needs RULES"),
        ([SimpleNamespace(RULES=(Rule("clause", "mine"),), find=print)], "'clause' is there already"),
    ],
)
def test_wrong_rules_are_told(rules: Any, told: str) -> None:
    """When the extractor is made."""
    with pytest.raises(SettingError, match=told):
        Extractor(rules=rules)


# ---- chains --------------------------------------------------------------------------------------------------------

TEXT = "Ada Smith met Eva Jones. “It is late,” she said. Jane Doe added that it was cold."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize("name", ["Ada Smith", "Eva Jones"])
def test_a_chain_tells_who_a_pronoun_is(name: str) -> None:
    """Whatever the resolver thinks, and the pronoun is a mention of that speaker alone."""
    article = Extractor(coreference=lambda _: [[at(name), at("she")]])(TEXT)
    speaker = article.quotes[0].speaker
    assert speaker is not None
    assert speaker.name == name
    assert [one.name for one in article.speakers if at("she")[0] in [span.start for span in one.mentions]] == [name]
    assert article.quotes[0].source[0].text == "she"


@pytest.mark.parametrize(
    "chains",
    [
        [],
        [[]],
        [[at("she")]],
        [[(0, 0), (-5, 3), (900, 950)]],
        [[at("Ada Smith"), at("Jane Doe")]],
        [[(0, len(TEXT)), at("she")]],
    ],
    ids=["none", "empty", "alone", "outside", "named", "too long"],
)
def test_chains_that_tell_nothing_change_nothing(chains: list[list[tuple[int, int]]], extractor: Extractor) -> None:
    """Sources with a name of their own need none."""
    assert Extractor(coreference=lambda _: chains)(TEXT) == extractor(TEXT)


def test_a_component_uses_chains_of_another(own: spacy.language.Language) -> None:
    """If it is asked to."""

    @spacy.language.Language.component("test_chains")
    def chains(doc: Doc) -> Doc:
        doc.spans["coref_clusters_1"] = [doc.char_span(*at("Eva Jones")), doc.char_span(*at("she"))]
        return doc

    own.add_pipe("test_chains")
    own.add_pipe("quoteattr", config={"coreference": True})
    assert own(TEXT)._.quoteattr.quotes[0].speaker.name == "Eva Jones"
    own.remove_pipe("quoteattr")
    own.add_pipe("quoteattr")
    assert own(TEXT)._.quoteattr.quotes[0].speaker.name != "Eva Jones"


@pytest.mark.parametrize("form", ["fastcoref", "coreferee"])
def test_chains_of_other_components_are_read(form: str, nlp: spacy.language.Language) -> None:
    """From where they put them; coreferee tells only the heads of names."""
    doc = nlp(TEXT)
    she, jones = (next(token.i for token in doc if token.text == word) for word in ("she", "Jones"))
    mentions = [[SimpleNamespace(token_indexes=[jones]), SimpleNamespace(token_indexes=[she])]]
    name, value = {
        "fastcoref": ("coref_clusters", [[at("Eva Jones"), at("she")]]),
        "coreferee": ("coref_chains", mentions),
    }[form]
    Doc.set_extension(name, default=None)
    try:
        assert chains_of(doc) == ()
        doc._.set(name, value)
        assert chains_of(doc) == ([at("Eva Jones"), at("she")],)
    finally:
        Doc.remove_extension(name)

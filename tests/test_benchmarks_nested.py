"""The benchmarks of nested quotes and of addressees: what they read and count."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import addressees, nested
from quoteattr import Extractor

WORDS = "Ada PROPN 2|said VERB 0|that SCONJ 5|Ben PROPN 5|thinks VERB 2|it PRON 8|is AUX 8|late ADJ 5|. PUNCT 2".split(
    "|"
)
TREE = """\
<rst><header><relations><rel name="attribution-positive" type="rst"/></relations></header><body>
<segment id="1" parent="4" relname="attribution-positive">Ada said</segment>
<segment id="2" parent="3" relname="attribution-positive">that Ben thinks</segment>
<segment id="3" parent="4" relname="span">it is late .</segment>
<group id="4" type="span"/>
</body></rst>
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One document, in which Ada says what Ben thinks."""
    rows = []
    for number, word in enumerate(WORDS, 1):
        form, tag, head = word.split(" ")
        rows.append(
            "\t".join([str(number), form, "_", tag, "_", "_", head, "_", "_", "SpaceAfter=No" if number == 8 else "_"])
        )
    (tmp_path / "dep").mkdir()
    (tmp_path / "rst" / "rstweb").mkdir(parents=True)
    lines = ["# newpar_block = p (1 s)", *rows]
    (tmp_path / "dep" / "GUM_bio_ada.conllu").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    (tmp_path / "rst" / "rstweb" / "GUM_bio_ada.rs4").write_text(TREE, encoding="utf-8")
    return tmp_path


def test_the_corpus_is_read_as_a_text_with_its_nested_attributions(corpus: Path) -> None:
    """What lies in the content of another one."""
    ((name, document),) = nested.read(corpus)
    assert (name, document.text) == ("GUM_bio_ada", "Ada said that Ben thinks it is late.")
    told = [[document.forms[token] for token in sorted(one.satellite)] for one in document.relations]
    assert told == [["Ada", "said"], ["that", "Ben", "thinks"]]
    assert document.nested() == document.relations[1:]


def test_nested_quotes_are_counted(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those that are found, and those that are found in truth."""
    nested.main([str(corpus)])
    assert capsys.readouterr().out.splitlines() == [
        "nested attributions 1: found 1 (100.0%)",
        "nested quotes 1: attributions of GUM 1 (100.0%)",
    ]


def test_addressees_are_counted(extractor: Extractor) -> None:
    """By half of their words, and by their names."""
    text = "“It is late,” Ada Smith told the Acme News. Ben Lee said that it was early."
    gold = [
        {"id": 0, "content": [[0, 13]], "cue": [[24, 28]]},
        {"id": 1, "content": [[57, 74]], "cue": [[52, 56]]},
    ]
    told = {0: {"addressee": [[29, 42]], "name": "Acme News"}, 1: {"addressee": [[44, 51]], "name": None}}
    counts = addressees.counted(text, extractor(text), gold, told)
    assert [counts[name] for name in ("gold", "found", "given", "right", "right names")] == [2, 2, 1, 1, 1]
    assert addressees.scores(counts).startswith("addressees 2: P 100.0% R 50.0% F1 66.7%; names 1: P 100.0%")

"""All rules of all stages, in the order in which they are asked: ``python -m quoteattr.catalogue`` prints them.

``python -m quoteattr.catalogue docs/rules.md`` puts the list into that page, in the place of the old one, and
``python -m quoteattr.catalogue --table`` prints the table ``data/en/rules.tsv``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from quoteattr import affiliation, boundary, coreference, identities
from quoteattr.coreference import addressees, mentions, typing
from quoteattr.coreference.rules import Rule as EntityRule
from quoteattr.detect import RULE_MODULES, Rule

__all__ = ["KINDS", "Family", "families", "rules_page", "rules_table"]

KINDS = {
    "quotes": "Rules that find quotes",
    "names": "Rules that find names and tell what they name",
    "speaker": "Rules that link mentions to speakers",
    "organisation": "Rules that tell for whom a speaker stands",
    "addressee": "Rules that tell whom a quote is said to",
}
"""What rules find, and the heading above them."""


@frozen
class Family:
    """The rules of one module.

    Attributes:
        kind: One of :data:`KINDS`.
        name: The name of the module, without those of its packages.
        title: What the rules have in common, in a line.
        rules: In the order in which they are asked.
    """

    kind: str
    name: str
    title: str
    rules: Sequence[Rule | EntityRule]


def families() -> Iterator[Family]:
    """Every family, in the order in which they are asked."""
    modules = {
        "quotes": RULE_MODULES,
        "names": (*mentions.FAMILIES, *typing.FAMILIES),
        "speaker": coreference.FAMILIES,
        "organisation": (*affiliation.FAMILIES, identities),
        "addressee": (addressees,),
    }
    for kind in KINDS:
        for module in modules[kind]:
            name = module.__name__.rpartition(".")[2]
            yield Family(kind, name, (module.__doc__ or "").splitlines()[0], module.RULES)


def rules_page(page: str) -> str:
    """``page`` with the list as it is now: what stands before the heading of the first kind stays."""
    head, _, _ = page.partition(f"\n## {KINDS['quotes']}\n")
    return f"{head.rstrip()}\n\n{_listed()}\n"


def rules_table() -> str:
    """The ids of all rules, their kinds and their reasons, as tab-separated lines."""
    rows = [(rule.id, family.kind, rule.reason) for family in families() for rule in family.rules]
    return "".join("\t".join(row) + "\n" for row in [("id", "kind", "reason"), *rows])


def _listed() -> str:
    lines: list[str] = []
    listed = tuple(families())
    for kind, title in KINDS.items():
        lines.append(f"## {title}\n")
        lines.extend(line for family in listed if family.kind == kind for line in _family(family))
    return "\n".join(lines).rstrip()


def _family(family: Family) -> Iterator[str]:
    yield f"### {family.title}\n"
    for rule in family.rules:
        yield f"`{rule.id}`: {rule.reason}\n"
        yield from _entity_examples(rule) if isinstance(rule, EntityRule) else _examples(rule)
        yield ""


def _examples(rule: Rule) -> Iterator[str]:
    if rule.examples:
        yield "| text | content | source |\n| --- | --- | --- |"
    for one in rule.examples:
        yield f"| {_cell(one.text)} | {'<br>'.join(map(_cell, one.content))} | {_cell(one.source)} |"


def _entity_examples(rule: EntityRule) -> Iterator[str]:
    yield "| text | words | answer |\n| --- | --- | --- |"
    for one in rule.examples:
        yield f"| {_cell(one.text)} | {_cell(one.mention)} | {_cell(one.answer)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def main(arguments: Sequence[str]) -> int:
    """Print the list or the table, or write the list into a page; the exit status."""
    return boundary.guarded(lambda: _main(arguments))


def _main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m quoteattr.catalogue", description="List all rules, by kind.")
    parser.add_argument("page", nargs="?", type=Path, help="write the rules with their examples into this page")
    parser.add_argument("--table", action="store_true", help="print them as a table, with tabs between the columns")
    options = parser.parse_args(arguments)
    path: Path | None = options.page
    if options.table:
        print(rules_table(), end="")
    elif path is not None:
        path.write_text(rules_page(path.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(_listed())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The table ``data/en/rules.tsv``, made of the rules: ``python tests/rule_reasons.py`` prints it.

With ``--write`` it writes the file. :data:`RULES` has a row for each kind of rules: what they find, and the rules, each
with an id and a reason.
"""

from __future__ import annotations

import sys
from pathlib import Path

import quoteattr
from quoteattr.detect import rules

TABLE = Path(quoteattr.__file__).parent / "data" / "en" / "rules.tsv"
RULES = {
    "quotes": rules(),
}


def table() -> str:
    """The table as it is now."""
    rows = [(rule.id, kind, rule.reason) for kind, listed in RULES.items() for rule in listed]
    return "".join("\t".join(row) + "\n" for row in [("id", "kind", "reason"), *rows])


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        TABLE.write_text(table(), encoding="utf-8")
    else:
        print(table(), end="")

"""The texts of ``benchmarks/reuters``, from the R package tm: ``python -m benchmarks.reuters_texts TEXTS FOLDER``.

TEXTS is the folder ``texts`` of the installed package (in R: ``system.file("texts", package = "tm")``), whose folders
``acq`` and ``crude`` hold articles of Reuters-21578 as XML. Each becomes ``FOLDER/reuters-NNNNN.txt``, numbered as in
that collection: its headline, an empty line, its dateline, and its body with the line ends of the wire.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

__all__ = ["main"]

_KNOWN = "9aa0487afb558a2f5d7397ef71a4ca5c5763c25a82c1dfc10551db052e90e7cd"
"""The SHA-256 of all texts that were annotated, in the order of their names."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the texts; 1 if they are other ones than those that were annotated."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reuters_texts", description=__doc__)
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    articles = dict(_article(file) for group in ("acq", "crude") for file in (options.texts / group).glob("*.xml"))
    data = "".join(articles[name] for name in sorted(articles)).encode()
    if sha256(data).hexdigest() != _KNOWN:
        print(f"{options.texts}: these are not the files whose articles were annotated", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (options.folder / name).write_text(text, encoding="utf-8", newline="")
    return 0


def _article(file: Path) -> tuple[str, str]:
    root = ElementTree.parse(file).getroot()
    title, dateline, body = (root.findtext(f"TEXT/{part}") or "" for part in ("TITLE", "DATELINE", "BODY"))
    return f"reuters-{int(root.attrib['NEWID']):05}.txt", f"{title}\n\n{dateline} {body}"


if __name__ == "__main__":
    sys.exit(main())

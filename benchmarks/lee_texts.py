"""The texts of ``benchmarks/lee``, from the file of their corpus: ``python -m benchmarks.lee_texts FILE FOLDER``.

FILE is ``lee_background.cor``, which the package gensim 4.3 brings in ``gensim/test/test_data``, or a wheel of it. Each
line of the file is an article, and becomes ``FOLDER/lee-NNN.txt``, numbered from 000.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

__all__ = ["ARTICLES", "main"]

ARTICLES = "gensim/test/test_data/lee_background.cor"
"""Where a wheel of gensim has the articles."""
_KNOWN = "5d78d6dafd953bbf65797bef09a9ffb9ec430583381be705f8fd460000f370fb"
"""The SHA-256 of the file that was annotated."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the texts; 1 if the file is another one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lee_texts", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    data = _read(options.file)
    if sha256(data).hexdigest() != _KNOWN:
        print(f"{options.file}: this is not the file whose articles were annotated", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, line in enumerate(data.decode("utf-8").splitlines()):
        (options.folder / f"lee-{number:03}.txt").write_text(f"{line}\n", encoding="utf-8")
    return 0


def _read(file: Path) -> bytes:
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as wheel:
            return wheel.read(ARTICLES)
    return file.read_bytes()


if __name__ == "__main__":
    sys.exit(main())

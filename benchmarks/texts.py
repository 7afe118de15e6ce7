"""What is measured on: articles of a folder, or articles put together from paragraphs of those in the repository."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quoteattr.errors import CorpusError

__all__ = ["SEEDS", "articles", "cut", "long_text", "made_up", "paragraphs_of", "paragraphs_of_seeds", "read_texts"]

SEEDS = Path(__file__).parents[1] / "seeds"
"""The articles of the repository."""
ARTICLES = 40
"""Articles that are put together."""
LENGTH = 4_000
"""Characters of each, about."""


def articles(path: Path | None, split: str) -> list[str]:
    """The texts to measure on.

    Args:
        path: A folder of ``.txt`` files, or a corpus in the layout of PolNeAR; ``None``: articles put together from the
            paragraphs of the repository's own.
        split: Which part of such a corpus.

    Raises:
        CorpusError: There is no text, or one that cannot be read.
    """
    if path is None:
        return made_up(read_texts(SEEDS), ARTICLES, LENGTH)
    folder = path / split / "text"
    return read_texts(folder if folder.is_dir() else path)


def read_texts(folder: Path) -> list[str]:
    """The texts of a folder of ``.txt`` files, by name.

    Raises:
        CorpusError: There is no text, or one that cannot be read.
    """
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    try:
        texts = [file.read_bytes().decode("utf-8-sig") for file in files]
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{folder}: expected texts in UTF-8 that can be read: {error}") from None
    if not any(text.strip() for text in texts):
        raise CorpusError(f"{folder}: expected a folder of .txt files, got no text")
    return texts


def made_up(texts: Iterable[str], count: int, length: int) -> list[str]:
    """Articles of ``length`` characters and a little more: paragraphs of ``texts``, drawn by chance.

    The same each time: chance begins at the same number.
    """
    paragraphs = paragraphs_of(texts)
    chance = random.Random(0)
    out = []
    for _ in range(count):
        article: list[str] = []
        size = 0
        while size < length:
            article.append(chance.choice(paragraphs))
            size += len(article[-1]) + 2
        out.append("\n\n".join(article))
    return out


def long_text(texts: Iterable[str], length: int) -> str:
    """All paragraphs of ``texts``, from the first again behind the last, up to ``length`` characters."""
    paragraphs = paragraphs_of(texts)
    whole = "\n\n".join(paragraphs)
    times = length // (len(whole) + 2) + 1
    return "\n\n".join([whole] * times)[:length]


def cut(text: str, length: int) -> list[str]:
    """``text`` in pieces of about ``length`` characters, each of whole lines; what is left over is a piece too."""
    return list(_cut(text, length))


def _cut(text: str, length: int) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = start + length
        if end < len(text):
            line = text.rfind("\n", start, end)
            end = line + 1 if line > start else end
        yield text[start:end]
        start = end


def paragraphs_of_seeds() -> Sequence[str]:
    """The paragraphs of the repository's own articles."""
    return paragraphs_of(read_texts(SEEDS))


def paragraphs_of(texts: Iterable[str]) -> Sequence[str]:
    """The lines of ``texts`` that hold something."""
    return [line for text in texts for line in text.splitlines() if line.strip()]

"""Golden articles: who is who, what they are, and for whom they speak, as the files of ``golden/affiliations`` say."""

from __future__ import annotations

import pytest
from golden_affiliations import FOLDER, answers, goldens

ARTICLES = {
    f"{file.stem}: {article.title}": article for file in sorted(FOLDER.glob("*.txt")) for article in goldens(file)
}


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[str, ...]]:
    """The answer to each article, all of them read at once."""
    return dict(zip(ARTICLES, answers(ARTICLES.values()), strict=True))


@pytest.mark.parametrize("title", ARTICLES)
def test_an_article_has_its_answer(told: dict[str, tuple[str, ...]], title: str) -> None:
    """Everybody has the name, kind, role, organisations and mentions that a careful reader gives them."""
    assert told[title] == ARTICLES[title].answer

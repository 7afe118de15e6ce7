"""What is shipped, and that its parts agree with each other."""

from __future__ import annotations

import ast
import configparser
import hashlib
import importlib.metadata
import importlib.resources
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from children import LIMIT

import quoteattr
from quoteattr.data import text_of
from quoteattr.models import DEFAULT
from quoteattr.palette import DISPLACY_COLORS


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """The table "project" of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def test_versions_agree(root: Path, project: dict[str, Any]) -> None:
    """The installed package and the changelog tell the version of pyproject.toml, and so does the citation, if any."""
    version = project["version"]
    assert quoteattr.__version__ == importlib.metadata.version("quoteattr") == version
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert first is not None
    assert first[1] == version
    cited = re.findall(r"^version: (.*)$", (root / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    assert cited in ([], [version])


def test_pythons_agree(root: Path, project: dict[str, Any]) -> None:
    """Classifiers, the label of tox with all checks, and requires-python name the same versions."""
    classified = re.findall(r"Python :: (3\.\d+)$", "\n".join(project["classifiers"]), re.MULTILINE)
    tox = configparser.ConfigParser()
    tox.read(root / "tox.ini", encoding="utf-8")
    tested = [f"3.{minor}" for minor in re.findall(r"\bpy3(\d+)\b", tox["tox"]["labels"])]
    assert classified == tested
    assert project["requires-python"] == f">={classified[0]}"


def test_the_workflow_tests_the_same_pythons(root: Path, project: dict[str, Any]) -> None:
    """A version of the classifiers is a version of the matrix."""
    workflow = root / ".github" / "workflows" / "tests.yml"
    if not workflow.exists():
        pytest.skip("workflows are not part of the source distribution")
    matrix = re.search(r"^ +python: \[(.*)\]$", workflow.read_text(encoding="utf-8"), re.MULTILINE)
    assert matrix is not None
    classified = re.findall(r"Python :: (3\.\d+)$", "\n".join(project["classifiers"]), re.MULTILINE)
    assert re.findall(r'"(.*?)"', matrix[1]) == classified


def test_pages_link_to_pages(root: Path) -> None:
    """Every relative link of the README, and of the pages about the project, leads to a file."""
    for page in (*root.glob("*.md"), *(root / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


def test_the_page_on_pypi_has_no_dead_links(root: Path) -> None:
    """Links to files keep their words alone there; the README itself has them."""
    link = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#)")  # no picture
    kept = link.search((root / "README.md").read_text(encoding="utf-8"))
    assert kept is not None
    metadata = importlib.metadata.metadata("quoteattr")
    assert metadata["Description-Content-Type"] == "text/markdown"
    shown = str(metadata.get_payload() or metadata["Description"])  # type: ignore[attr-defined]
    assert kept[1] in shown
    assert not link.search(shown)


def test_every_page_is_in_the_index(root: Path) -> None:
    """In the table that readers of plain Markdown see, and in the contents of the site."""
    index = (root / "docs" / "index.md").read_text(encoding="utf-8")
    contents = re.findall(r"^([a-z/-]+)$", index, re.MULTILINE)
    pages = {path.relative_to(root / "docs").with_suffix("").as_posix() for path in (root / "docs").rglob("*.md")}
    assert sorted(contents) == sorted(pages - {"index"})
    assert {f"({page}.md)" for page in pages - {"index", "contributing"}} <= set(re.findall(r"\(\S+\.md\)", index))


def test_the_model_is_the_one_that_was_measured(root: Path) -> None:
    """Every file of the model's folder has its recorded SHA-256, so that a swapped package is noticed."""
    spec = importlib.util.find_spec(DEFAULT)
    assert spec is not None
    assert spec.origin is not None
    version = importlib.metadata.version(DEFAULT)
    folder = Path(spec.origin).parent / f"{DEFAULT}-{version}"
    recorded = {}
    for line in (root / "tests" / "model.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        recorded[name] = digest
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found == recorded
    assert {"tok2vec/model", "tagger/model", "parser/model", "ner/model", "vocab/strings.json"} <= set(recorded)


def test_the_model_is_a_dependency_pinned_to_its_version(project: dict[str, Any]) -> None:
    """Another version would be another model."""
    assert f"{DEFAULT.replace('_', '-')}=={importlib.metadata.version(DEFAULT)}" in project["dependencies"]


def test_data_and_type_marker_are_shipped(root: Path) -> None:
    """Every file that is no code in the source stands in the installed package, too, or is packed there."""
    source = root / "src" / "quoteattr"
    shipped = importlib.resources.files("quoteattr")
    names = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    ]
    assert "py.typed" in names
    assert {Path(name).suffix for name in names} >= {".toml", ".tsv", ".json", ".md", ".jinja", ".css", ".js"}
    for name in names:
        if name.endswith((".toml", ".tsv")):
            assert text_of(name.removeprefix("data/en/")) == (source / name).read_text(encoding="utf-8")
        else:
            assert shipped.joinpath(name).read_bytes() == (source / name).read_bytes()


def test_the_package_holds_no_laboratory(root: Path) -> None:
    """Training, benchmarks and readers of research corpora are no part of it, and nothing in it imports them."""
    recorded = importlib.metadata.files("quoteattr") or []
    assert not {"tools", "benchmarks", "tests", "seeds"} & {Path(str(file)).parts[0] for file in recorded}
    for name in ("benchmark", "training", "lexicon.count", "evaluation.reliability"):
        assert importlib.util.find_spec(f"quoteattr.{name}") is None
    for file in (root / "src" / "quoteattr").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if re.search(r"\b(?:tools|benchmarks|lightgbm)\b", source) else ():
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {"tools", "benchmarks", "lightgbm"} & {name.partition(".")[0] for name in names}, file


def test_the_source_distribution_holds_all_that_is_run_from_it(root: Path) -> None:
    """Tools, benchmarks, tests and what they read."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    included = table["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"/src", "/tests", "/tools", "/benchmarks", "/fuzz", "/seeds", "/docs"} <= set(included)


def test_the_component_is_announced() -> None:
    """spaCy finds the factory by its entry point."""
    (entry,) = importlib.metadata.entry_points(group="spacy_factories", name="quoteattr")
    assert entry.value == "quoteattr.component:make_quoteattr"


def test_colours_of_displacy_are_announced(project: dict[str, Any]) -> None:
    """A dictionary, which spaCy finds by an entry point, in a module that costs nothing to import."""
    module, _, name = project["entry-points"]["spacy_displacy_colors"]["quoteattr"].partition(":")
    assert getattr(importlib.import_module(module), name) is DISPLACY_COLORS


@pytest.mark.slow
def test_the_command_is_installed(tmp_path: Path) -> None:
    """As an entry point, beside this interpreter, and as a module; its processes find their way."""
    (entry,) = importlib.metadata.entry_points(group="console_scripts", name="quoteattr")
    assert entry.value == "quoteattr.__main__:main"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("“We are hiring,” said Ada Smith.", encoding="utf-8")

    def printed(*words: str) -> bytes:
        return subprocess.run(words, capture_output=True, check=True, cwd=tmp_path, timeout=LIMIT).stdout

    command = str(next(Path(sys.executable).parent.glob("quoteattr*")))
    lines = printed(command, "a.txt", "b.txt", "--format", "jsonl", "--processes", "2").splitlines()
    assert [json.loads(line)["speakers"][0]["name"] for line in lines] == ["Ada Smith"] * 2
    assert printed(sys.executable, "-m", "quoteattr", "--version").decode() == f"quoteattr {quoteattr.__version__}\n"

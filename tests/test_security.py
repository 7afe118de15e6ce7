"""What is never done, whatever is read: run it, reach out, write elsewhere, or fall over data made to do harm."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from children import python

import quoteattr
from quoteattr import Article, CorpusError, Lexicon, LexiconError, QuoteattrError, RecordError
from quoteattr.evaluation.brat import read_annotations
from quoteattr.evaluation.native import read_native
from quoteattr.evaluation.offsets import read_resolved
from quoteattr.formats import FORMATS, READERS
from quoteattr.tables import COLUMNS, FILE
from tools.evaluate.predictions import read_predictions

SOURCE = Path(quoteattr.__file__).parent

# ---- what the code does --------------------------------------------------------------------------------------------

WATCH = """
import os, sys
# While it is imported, a library that spaCy imports makes a socket that goes nowhere, to see whether there is IPv6.
seen, loaded = [], []
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NEVER = ("socket.connect", "socket.send", "socket.getaddrinfo", "socket.gethostby", "urllib.", "http.", "ftplib.",
    "smtplib.", "webbrowser.")
CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "shutil.", "tempfile.")
RUNS = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.",
    "pickle.find_class")

def watch(event, args):
    if event == "open" and args[0] != os.devnull:
        mode, flags = args[1] or "", args[2] or 0
        if any(letter in mode for letter in "wax+") or flags & WRITES:
            seen.append(("write", os.fspath(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else args[0]))
    elif event.startswith(NEVER) or event.startswith(CHANGES) or (loaded and event.startswith(RUNS)):
        seen.append((event, str(args)))

sys.addaudithook(watch)
import quoteattr
from quoteattr import cli
quoteattr.extract("A first text.")
loaded.append(True)
kept = quoteattr.extractor.kept_extractor(quoteattr.Settings())
cli._Run.extractor = lambda _: kept
for text in ("“Go,” said Ada Smith of http://example.org.", "<script>", "$(touch x) `id` {{7*7}} %s"):
    article = quoteattr.extract(text)
    quoteattr.Article.from_json(article.to_json())
    quoteattr.find_quoted(text)
for form in FORMATS:
    assert cli.main(["in.txt", "--format", form, "--output", form]) == 0
print(seen)
"""


@pytest.mark.slow
def test_nothing_is_sent_run_or_written_elsewhere(tmp_path: Path) -> None:
    """From the first import on nothing goes to the network; only the outputs that were asked for are written.

    Each is written under a temporary name beside it and renamed.
    """
    (tmp_path / "in.txt").write_text("“Go,” said Ada Smith of Acme Corp.\n", encoding="utf-8")
    names = sorted(set(FORMATS))
    done = python(
        "-c",
        WATCH.replace("FORMATS", repr(names)),
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert done.returncode == 0, done.stderr.decode()
    seen = ast.literal_eval(done.stdout.decode())
    folder = str(tmp_path.resolve())
    others = [
        (event, what)
        for event, what in seen
        if not (event in ("write", "os.rename", "os.remove") and folder in str(what) and ".part" in str(what))
    ]
    assert others == []
    assert len([event for event, _ in seen if event == "write"]) == len(names)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["in.txt", *names])


def _imports(nodes: list[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_no_module_can_run_what_it_reads() -> None:
    """No ``eval``, no shell, no network; pickle between our own processes alone, other programs in measuring alone."""
    calling = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
    importing = {"marshal", "shelve", "dill", "yaml", "socket", "http", "requests", "ctypes"}
    suspicious = re.compile(rf"\b(?:{'|'.join((*calling, *importing, 'pickle', 'subprocess', 'shell'))})\b")
    for path in sorted(SOURCE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        nodes = list(ast.walk(ast.parse(source))) if suspicious.search(source) else []
        calls = [node.func for node in nodes if isinstance(node, ast.Call)]
        called = {function.id for function in calls if isinstance(function, ast.Name)}
        assert not called & calling, path
        imported = _imports(nodes)
        assert not imported & importing, path
        assert "pickle" not in imported or path.name == "workers.py"
        assert "subprocess" not in imported, path
        for node in nodes:
            assert not (isinstance(node, ast.keyword) and node.arg == "shell"), path


# ---- data made to do harm ------------------------------------------------------------------------------------------

DEEP = "[" * 100_000
DIGITS = "9" * 5_000
PAGE = '{"type": "AnnotationPage", "id": "urn:quoteattr:file:a.txt#quotes", "items": %s}'
NOTE = "T1\tSpeaker 0 1\ta\n#1\tAnnotatorNotes T1\t%s"
ROW = ",".join(column.name for column in (FILE, *COLUMNS)) + "\r\n"
JSON = [DEEP, '{"a":' * 50_000, f"[{DIGITS}]", '{"a": 1, "a": 2}', "[NaN]", '{"a": 1e999}', "7", "null", '"', ""]
BLANKS = "\t_" * 7
ENTITY = '{"text": "abc", "entities": [{"id": 1, "label": "Direct", "start_offset": 0, "end_offset": %s}]}'
SPAN = '{"text": "abc", "spans": [{"label": "Direct", "start": 0, "end": %s}]}'
TASK = '{"data": {"text": "abc"}, "annotations": [%s]}'
BOMBS: dict[str, list[str]] = {
    "json": JSON,
    "jsonl": [*JSON[:-1], "[]\n7"],
    "webannotation": [*JSON, PAGE % 7, PAGE % '{"a": 7}', PAGE % "[7]", PAGE % '[{"target": 7, "id": [], "body": {}}]'],
    "brat": [
        *(NOTE % note for note in ("{" + DEEP, f'{{"a": {DIGITS}}}', '{"a": 1, "a": 2}', '{"unmentioned": 7}')),
        *(NOTE % f'{{"unmentioned": [{one}]}}' for one in ("7", '{"x": {}}', '{"speaker": 7}')),
        f"T1\tSpeaker 0 {DIGITS}\ta",
        "E1\tAttribution:T9 Content:T8",
    ],
    "csv": ["", ROW + '"a', ROW + "a.txt", ROW + "x" * 200_000, ROW + f"a.txt,q,direct,belief,true{',' * 9}{DIGITS}"],
    "conllu": [
        *(f"# newdoc id = a\n# quoteattr = {told}" for told in ("{", DEEP, "7", '{"quotes": 7}', '{"quotes": [7]}')),
        "1\ta\n",
        f"# newdoc id = a\n{DIGITS}\ta{BLANKS}\tContent=(q1)|Cue\n",
        f"# newdoc id = a\n1\ta{BLANKS}\tContent=q1)\n",
    ],
    "doccano": [*JSON[:-1], ENTITY % DIGITS, ENTITY % "-1", ENTITY % "true", '{"text": "abc", "entities": 7}'],
    "prodigy": [*JSON[:-1], SPAN % DIGITS, SPAN % '"x"', '{"text": "abc", "spans": 7}', '{"text": 7, "quoteattr": 7}'],
    "labelstudio": [*JSON[:-1], TASK % "7", TASK % '{"result": [7]}', TASK % '{"result": [{"type": "labels"}]}'],
    "inception": [*JSON[:-1], "<", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '{"%TYPES": 7}'],
}


@pytest.mark.parametrize(
    ("name", "data"),
    [pytest.param(name, data, id=f"{name} {number}") for name in BOMBS for number, data in enumerate(BOMBS[name])],
)
def test_data_made_to_do_harm_is_refused_by_every_reader(name: str, data: str) -> None:
    """Deep nesting, huge numbers, keys twice and values of other types end in an error of ours, or in no article."""
    try:
        found = dict(READERS[name](data, {"a.txt": "abc"}))
    except RecordError as caught:
        told = str(caught)
        found = {}
    else:
        told = ""
    assert len(told) < 1_000
    assert set(found.values()) <= {Article("abc")}
    if name == "json":
        with pytest.raises(RecordError):
            Article.from_json(data)


TOML = [
    f"threshold = {DEEP}",
    "threshold = " + "{a=" * 50_000,
    f"threshold = {DIGITS}",
    f"threshold = 0x{'f' * 50_000}",
    "threshold = 1e999",
    "threshold = nan",
    "threshold = 1\nthreshold = 1",
    "threshold = 1979-05-27",
    f"[verbs]\ntweet = 0x{'f' * 50_000}",
    f"[verbs]\ntweet = {'[' * 300}{']' * 300}",
    "[verbs]\n'' = 'belief'",
    "[verbs]\n'a b' = 'belief'",
    "verbs = 7",
    '[verbs]\ntweet = "belief"\n[forms]\ntweet = 7',
    "other = 1",
    "\0",
]


@pytest.mark.parametrize("data", [pytest.param(data, id=str(number)) for number, data in enumerate(TOML)])
def test_a_lexicon_made_to_do_harm_is_refused(tmp_path: Path, data: str) -> None:
    """With a line that can be read."""
    file = tmp_path / "a.toml"
    file.write_text(data, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        Lexicon.from_toml(file)
    assert len(str(caught.value)) < 1_000


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(data, id=str(number))
        for number, data in enumerate([*JSON, "{", '{"a": 7}', '{"a": [{"content": 7}]}', f"[[{DIGITS}, 1]]"])
    ],
)
def test_corpora_made_to_do_harm_are_refused(tmp_path: Path, data: str) -> None:
    """By each reader of the evaluation; the error names the file."""
    file = tmp_path / "a.json"
    file.write_text(data, encoding="utf-8")
    (tmp_path / "a.txt").write_text("abc", encoding="utf-8")
    readers: list[tuple[Callable[[Any], Any], Path]] = [
        (read_predictions, file),
        (read_resolved, tmp_path),
        (read_native, tmp_path),
    ]
    for read, path in readers:
        with pytest.raises(CorpusError, match=r"a\.json"):
            read(path)
    file.write_text("T1\tContent 0 1\ta\nE1\tAttribution:T1 Content:T1 Content:T9" + data, encoding="utf-8")
    with pytest.raises(CorpusError):
        read_annotations(file, "abc")


def test_a_cell_may_be_as_long_as_a_quotation() -> None:
    """Longer than the module csv reads by itself; that setting of the process stays as it was."""
    import csv

    text = "“" + "Go on. " * 30_000 + "”"
    span = quoteattr.Span.of(text, 0, len(text))
    kind, attitude = quoteattr.QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION
    article = Article(text, (quoteattr.Quote("q1", kind, attitude, False, (span,), (), (), None, "r", 0.5),))
    before = csv.field_size_limit()
    written = "".join(FORMATS["csv"]([("a.txt", article)], False))
    assert dict(READERS["csv"](written, {"a.txt": text})) == {"a.txt": article}
    assert csv.field_size_limit() == before


def test_errors_are_short_whatever_came() -> None:
    """What is shown of a value is cut, also of a number that Python does not print."""
    for value in (10**10_000, "x" * 10_000, [[[[[[[[]]]]]]]] * 100, {str(i): i for i in range(1000)}):
        with pytest.raises(QuoteattrError) as caught:
            Article.from_dict({**json.loads(Article("").to_json()), "quotes": value})
        assert len(str(caught.value)) < 1_000

"""Reading inputs and writing the output."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest
from children import python

from quoteattr.files import FileError, Output, read_text

needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
        ("“Ça”".encode(), "“Ça”"),
        (b"\xef\xbb\xbfa\xef\xbb\xbf", "a\ufeff"),
    ],
)
def test_text_comes_as_it_is(tmp_path: Path, data: bytes, text: str) -> None:
    """Line ends are kept; a byte order mark at the beginning goes."""
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    assert read_text(str(file)) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"GIF89a\0\0", "a binary file: there is a NUL byte at offset 6"),
        ("caf\xe9!".encode("latin-1"), "byte 0xE9 at offset 3"),
        (b"\xef\xbb\xbfab\xff", "byte 0xFF at offset 5"),
        (b"\xed\xa0\x80", "byte 0xED at offset 0"),
        ("“a”".encode("utf-16"), "in UTF-16: convert the file to UTF-8 first"),
        (b"\xfe\xff" + "“a”".encode("utf-16-be"), "in UTF-16"),
        ("ab".encode("utf-16-le"), "NUL byte at offset 1"),
        ("“a”".encode("utf-32"), "in UTF-16"),
        ("日本".encode("shift-jis"), "byte 0x93 at offset 0"),
    ],
)
def test_what_is_no_utf8_says_where(tmp_path: Path, data: bytes, words: str) -> None:
    """The offset counts the bytes of the file."""
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(FileError, match=words):
        read_text(str(file))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "no such file"),
        ("missing/a.txt", "no such file"),
        ("", "no such file"),
        (".", "a folder"),
        ("a\0b", "no file can have this name"),
        pytest.param(os.devnull, "a device", marks=pytest.mark.skipif(os.name == "nt", reason="Unix")),
        pytest.param("file/a.txt", "not a directory", marks=pytest.mark.skipif(os.name == "nt", reason="Unix")),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str) -> None:
    """A line without a file name, which the caller adds."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=words):
        read_text(name)


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    file = tmp_path / "a.txt"
    file.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(FileError, match="permission denied"):
        read_text(str(file))


def test_a_file_that_disappears_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After it was looked at, and before it is opened."""
    file = tmp_path / "a.txt"
    file.touch()
    look = os.stat

    def look_and_lose(name: str) -> os.stat_result:
        found = look(name)
        file.unlink()
        return found

    monkeypatch.setattr(os, "stat", look_and_lose)
    with pytest.raises(FileError, match="no such file"):
        read_text(str(file))


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever encoding the terminal has; a closed one is an error."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“a”\r\n".encode()), encoding="ascii"))
    assert read_text("-") == "“a”\r\n"
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(FileError, match="standard input is closed"):
        read_text("-")


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    """Until then it has another name."""
    file = tmp_path / "out.txt"
    with Output(str(file), []) as output:
        output.write("“a”\n")
        assert not file.exists()
    assert file.read_bytes() == "“a”\n".encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, None])
def test_what_was_there_stays_if_the_work_fails(tmp_path: Path, error: type[BaseException] | None) -> None:
    """Or if nothing was written; no part is left behind."""
    file = tmp_path / "out.txt"
    file.write_text("old")
    if error is None:
        with Output(str(file), []):
            pass
    else:
        with pytest.raises(error), Output(str(file), []) as output:
            output.write("new")
            raise error
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_existing_file_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    """A symbolic link goes on pointing at the file."""
    file, link = tmp_path / "out.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    with Output(str(link), []) as output:
        output.write("new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_the_output_cannot_be_an_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under whatever name."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("text")
    for name in ("a.txt", "./a.txt", str(file)):
        with pytest.raises(FileError, match="one of the input files"):
            Output(name, ["-", "missing.txt", "a.txt"])
    assert file.read_text() == "text"


@pytest.mark.parametrize(
    ("name", "words"), [("missing/out.txt", "no such folder: make it first"), (".", "a folder"), ("a\0b", "this name")]
)
def test_an_output_that_cannot_be_written_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    """Before any work is done."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError, match=words):
        Output(name, [])
    assert list(tmp_path.iterdir()) == []


@needs_fifo
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """It must not be replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with Output(str(pipe), []) as output:
        output.write("“a”")
    assert os.read(reader, 100) == "“a”".encode()
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.slow
def test_no_half_file_is_left_where_writing_fails(tmp_path: Path) -> None:
    """In the middle, for want of room: what was there before stays."""
    file = tmp_path / "out.txt"
    file.write_text("old")
    code = (
        "import resource, sys; from quoteattr.files import FileError, Output\n"
        "limits = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))\n"
        "try:\n"
        "    with Output(sys.argv[1], []) as output:\n"
        "        for _ in range(100): output.write('yes, ' * 10)\n"
        "except FileError as error: print(error)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, limits)"  # what looks on may write more
    )
    pytest.importorskip("resource", reason="Unix")
    done = python("-c", code, str(file), text=True, check=True)
    assert done.stdout == "file too large\n"
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_output_without_permission_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everything, so the refusal is played."""
    file = tmp_path / "out.txt"
    file.write_text("old")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(FileError, match="permission denied"):
        Output(str(file), [])
    assert list(tmp_path.iterdir()) == [file]


def test_an_output_that_cannot_be_put_in_its_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before stays, and nothing is left beside it."""
    file = tmp_path / "out.txt"
    file.write_text("old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(FileError, match="no space left"), Output(str(file), []) as output:
        output.write("new")
    assert (file.read_text(), list(tmp_path.iterdir())) == ("old", [file])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_is_an_error() -> None:
    """One line, not a traceback."""
    with pytest.raises(FileError, match="no space left"), Output("/dev/full", []) as output:
        output.write("a" * 100_000)


def test_standard_output_replaces_what_its_encoding_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless another encoding is asked for."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    with Output(None, []) as output:
        output.write("é")
    with Output("-", [], "utf-8") as output:
        output.write("é")
    assert stream.buffer.getvalue() == b"?" + "é".encode()  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(FileError, match="standard output is closed"):
        Output(None, [])

"""Fuzzes each target for some seconds, guided by coverage: ``python fuzz/run.py --seconds 600``. Needs atheris."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
_FOLDERS = [str(HERE), str(HERE.parent)]
"""Where targets are, and the tools and benchmarks that they use."""
NAMES = (
    "marks extract lexicon json json-reader jsonl-reader csv-reader brat-reader labelstudio-reader doccano-reader "
    "prodigy-reader inception-reader conllu-reader webannotation-reader polnear predictions command"
).split()
HANGS = 60
"""Seconds for one input; it is a hang if it takes longer."""


def main() -> int:
    """Run the command; returns 1 if an input was found that makes a target fail, hang or take too much memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, metavar="N", help="for each target (default: 600)")
    parser.add_argument("--only", action="append", choices=NAMES, metavar="TARGET", help="of these targets")
    parser.add_argument("--corpus", type=Path, help="keep what was found interesting in this folder, and begin with it")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="targets at a time (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="of chance (default: 1)")
    if sys.argv[1:2] == ["--one"]:  # how this command runs itself
        return _fuzz(sys.argv[2].replace("-", " "), [sys.argv[0], *sys.argv[3:]])
    options = parser.parse_args()
    print(f"{'target':22}{'inputs':>12}{'seconds':>9}  came out")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        words = _dictionary(Path(folder))

        def fuzzed(name: str) -> bool:
            corpus = (options.corpus or Path(folder)) / name
            corpus.mkdir(parents=True, exist_ok=True)
            begin = time.monotonic()
            done = subprocess.run(
                [
                    *(sys.executable, __file__, "--one", name),
                    *(str(corpus), f"-dict={words}", f"-artifact_prefix={Path.cwd()}/{name}-"),
                    *(f"-max_total_time={options.seconds}", f"-timeout={HANGS}", "-rss_limit_mb=4096"),
                    *("-max_len=2000", "-print_final_stats=1", f"-seed={options.seed}"),
                ],
                capture_output=True,
                check=False,
            )
            told = done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
            inputs = re.search(r"number_of_executed_units:\s*(\d+)", told)
            print(
                f"{name:22}{int(inputs[1]) if inputs else 0:12,}{time.monotonic() - begin:9.0f}  "
                + (f"a FAILURE:\n{told[-3_000:]}" if done.returncode else "nothing"),
                flush=True,
            )
            return done.returncode == 0

        return int(not all(list(pool.map(fuzzed, options.only or NAMES))))


def _dictionary(folder: Path) -> Path:
    """Pieces for the fuzzer to put in, in its own form."""
    sys.path[:0] = _FOLDERS
    from targets import WORDS

    file = folder / "words.dict"
    lines = ["".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS]
    file.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
    return file


def _fuzz(name: str, arguments: list[str]) -> int:
    """Fuzz one target in this process."""
    import atheris

    sys.path[:0] = _FOLDERS
    with atheris.instrument_imports(include=["quoteattr", "targets"]):
        from targets import TARGETS, seeds
    corpus = Path(arguments[1])
    for number, data in enumerate(seeds(name)):
        (corpus / f"seed{number}").write_bytes(data)
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What tox does here beyond tox.ini: it finds uv and the interpreters of pyenv, and says last what was not run.

uv installs from the registry that pip is told of.
"""

from __future__ import annotations

import ast
import atexit
import os
import re
import subprocess
import sys
from pathlib import Path

from tox.config.sets import ConfigSet
from tox.plugin import impl
from tox.session.state import State
from tox.tox_env.api import ToxEnv

_begun: set[str] = set()


@impl
def tox_add_core_config(core_conf: ConfigSet, state: State) -> None:
    """Before the first environment is made."""
    try:
        import uv
    except ModuleNotFoundError:
        return  # tox makes itself an environment that has it, and comes again
    os.environ["QUOTEATTR_UV"] = uv.find_uv_bin()
    os.environ.update(_registry())
    state.conf.options.discover = [*(state.conf.options.discover or ()), *_of_pyenv()]
    atexit.register(_tell_what_was_not_run, state)


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:
    """An environment is there, and its commands begin."""
    _begun.add(tox_env.conf.name)


def _registry() -> dict[str, str]:
    """What pip is told of registries, in the words of uv, where uv is told nothing itself."""
    told = {name: value.split() for name, value in os.environ.items() if name.startswith("PIP_")}
    command = [sys.executable, "-m", "pip", "config", "list"]
    for line in subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines():  # noqa: S603
        name, _, value = line.partition("=")
        told.setdefault("PIP_" + name.rpartition(".")[2].replace("-", "_").upper(), ast.literal_eval(value).split())
    words = {
        "UV_DEFAULT_INDEX": " ".join(told.get("PIP_INDEX_URL", [])),
        "UV_INDEX": " ".join(told.get("PIP_EXTRA_INDEX_URL", [])),
        "UV_FIND_LINKS": ",".join(told.get("PIP_FIND_LINKS", [])),
        "UV_INDEX_STRATEGY": "unsafe-best-match",  # that of pip
        "SSL_CERT_FILE": " ".join(told.get("PIP_CERT", [])),
    }
    return {name: value for name, value in words.items() if value and name not in os.environ}


def _of_pyenv() -> list[str]:
    """The interpreters in pyenv's folder, the newest first; its shims answer only for versions that are switched on."""
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = {
        tuple(map(int, version.name.split("."))): str(version / "bin" / "python")
        for version in root.glob("versions/3.*")
        if re.fullmatch(r"3\.\d+\.\d+", version.name) and (version / "bin" / "python").exists()
    }
    return [found[version] for version in sorted(found, reverse=True) if version >= (3, 11)]


def _tell_what_was_not_run(state: State) -> None:
    missing = [name for name in state.envs.iter() if name not in _begun] if _begun else []
    if missing:
        print(f"NOT RUN, for want of an interpreter or of a package: {', '.join(missing)}", flush=True)

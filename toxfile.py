"""What tox does here beyond tox.ini: it finds the interpreters of pyenv, and says in the last line what was not run."""

from __future__ import annotations

import atexit
import os
import re
from pathlib import Path

from tox.config.sets import ConfigSet
from tox.plugin import impl
from tox.session.state import State
from tox.tox_env.api import ToxEnv

_begun: set[str] = set()


@impl
def tox_add_core_config(core_conf: ConfigSet, state: State) -> None:
    """Before the first environment is made."""
    state.conf.options.discover = [*(state.conf.options.discover or ()), *_of_pyenv()]
    atexit.register(_tell_what_was_not_run, state)


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:
    """An environment is there, and its commands begin."""
    _begun.add(tox_env.conf.name)


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

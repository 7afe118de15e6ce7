"""A step of the build: packs the lists, counts and trees of ``data/en`` into one file of the wheel."""

from __future__ import annotations

import runpy
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_TARGET = "quoteattr/data/en"


class PackingHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there only where a wheel is built
    """Makes ``tables.packed`` of the ``.tsv`` and ``.toml`` files; an editable installation reads these themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack the files, before the wheel is built."""
        self._folder = Path(tempfile.mkdtemp())
        if version == "editable":
            return
        packed = runpy.run_path(str(Path(__file__).with_name("packing.py")))["packed"]
        source = Path(self.root, "src", _TARGET)
        files = sorted(file for file in source.rglob("*") if file.suffix in (".toml", ".tsv"))
        file = self._folder / "tables.packed"
        file.write_bytes(packed({one.relative_to(source).as_posix(): one.read_text(encoding="utf-8") for one in files}))
        build_data["force_include"][str(file)] = f"{_TARGET}/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete what was packed, once it is in the wheel."""
        shutil.rmtree(self._folder, ignore_errors=True)

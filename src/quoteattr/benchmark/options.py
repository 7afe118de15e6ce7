"""What words of the command line may be."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Sequence

__all__ = ["Names", "positive"]


def positive(value: str) -> int:
    """A number of at least 1."""
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise argparse.ArgumentTypeError(f"expected a number of at least 1, got {value!r}")


class Names:
    """A list with commas of some names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __call__(self, value: str) -> list[str]:
        given = [name.strip() for name in value.split(",") if name.strip()]
        for name in given:
            if name not in self._names:
                raise argparse.ArgumentTypeError(f"expected some of {','.join(self._names)}, got {name!r}")
        return [name for name in self._names if name in given]

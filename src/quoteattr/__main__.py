"""``python -m quoteattr`` is the command ``quoteattr``."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit status, also if Ctrl-C comes while its modules are imported."""
    try:
        from quoteattr import cli
    except KeyboardInterrupt:
        return 130
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())

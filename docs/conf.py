"""Settings of the documentation site: ``tox -e docs`` builds it."""

from __future__ import annotations

import importlib.metadata
from typing import Any

project = "quoteattr"
author = "The quoteattr developers"
copyright = author  # noqa: A001 - Sphinx calls it so
release = version = importlib.metadata.version("quoteattr")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

# The pages are read as plain Markdown, too, so they link to headings by the names that such readers make.
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"  # with the defaults as they stand in the code
python_maximum_signature_line_length = 80  # longer ones have a line for each argument
autodoc_default_options = {"exclude-members": "__new__, __init__, __weakref__"}
napoleon_numpy_docstring = False
napoleon_use_ivar = True

html_theme = "furo"
html_title = f"quoteattr {release}"
html_copy_source = False


_VALUES = {"attribute", "data", "property"}


def setup(app: Any) -> None:
    """Leave the docstrings of values alone, in which Napoleon takes what stands before a colon for a type."""
    kept: dict[str, list[str]] = {}

    def keep(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
        if what in _VALUES:
            kept[name] = lines[:]

    def put_back(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
        if name in kept:
            lines[:] = kept.pop(name)

    def defaults(app: Any, what: str, name: str, obj: Any, options: Any, given: str | None, back: str | None) -> Any:
        return given and given.replace("= NOTHING", "= ..."), back  # attrs makes this default anew for each object

    app.connect("autodoc-process-signature", defaults)
    app.connect("autodoc-process-docstring", keep, priority=100)  # Napoleon has 500
    app.connect("autodoc-process-docstring", put_back, priority=900)

"""How fast the library is: ``python -m quoteattr.benchmark`` (``docs/speed.md``)."""

"""What texts made to be difficult cost: ``python -m quoteattr.benchmark.hostile`` (``docs/reliability.md``)."""

"""How well speakers are merged over articles: ``python -m benchmarks.merging TEXTS --annotations FOLDER``."""

"""What the library costs: commands that measure it, run from the repository; and annotations of our own.

Commands: ``python -m benchmarks.speed``, ``.archive``, ``.hostile``, ``.laid_out`` and ``.soak``.
"""

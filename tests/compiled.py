"""Python compiles a module once, and not in each of the processes that run tests or are started by them.

Imported before all others: what is imported before it would be compiled anew each time.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

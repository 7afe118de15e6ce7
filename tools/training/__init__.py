"""From an annotated corpus to the tables and trees that ship with the library."""

"""How good the library is on research corpora, and how far what it says of itself can be trusted."""

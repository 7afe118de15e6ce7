"""Quotations in marks, read off the surface: with a verb of saying, a name and a colon, or a signature beside them."""

"""Typing: whether a name names a person, an organisation, a place or something else."""

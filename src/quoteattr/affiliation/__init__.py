"""Affiliation: the organisation that each speaker stands for."""

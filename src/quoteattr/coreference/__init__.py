"""Coreference: which mentions of an article stand for the same entity, and who speaks in each attribution."""

"""Mentions: names, pronouns and descriptions of an article."""

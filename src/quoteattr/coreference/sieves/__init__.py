"""Sieves: families of rules that link a mention to its antecedent."""

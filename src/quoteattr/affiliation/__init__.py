"""Affiliation: the organisation that each speaker stands for."""


class _A:
    def served(self):
        return {}

    def organisation_of(self, e):
        return None


def affiliations_of(*a, **k):
    return _A()


def implied_campaigns_of(c):
    return {}


def roles_of(c, k):
    return {}

"""Commands for whoever works on quoteattr itself; they are run from the repository, and no part of the package."""

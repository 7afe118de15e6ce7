"""Who is the source of each quote, at the place where the quote stands."""

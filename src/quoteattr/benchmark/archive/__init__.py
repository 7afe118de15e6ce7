"""Archives, made up and measured: what an engine gives, how fast, with how much memory, and what it loses."""

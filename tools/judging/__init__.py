"""What judges the published site: other people's programs, and what can be told from its files."""

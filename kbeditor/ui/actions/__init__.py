"""What a person can do, as data: one file per menu, each with its ACTIONS."""

"""A text's history: its versions, what changed between them, going back."""

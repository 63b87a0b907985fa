"""The migrations, oldest first; NNNN is the format number that it leads to."""

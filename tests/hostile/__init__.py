"""Inputs made to do harm, each with what must come of it; `make.py` writes them into a folder."""

"""Use cases, one file per aggregate: one transaction each, giving an Outcome."""

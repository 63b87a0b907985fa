"""Use cases, one file per aggregate: each method is one transaction."""

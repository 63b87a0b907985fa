"""Alembic migrations: one file per library format."""

"""The only floor that knows SQL: tables, migrations, search, history, row images."""

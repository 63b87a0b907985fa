"""Looks for what no library of ours holds: somebody else's SQL would run in our transactions."""

from typing import Any

# What our own migrations make besides plain tables and indexes.
_VIRTUAL = frozenset({"search", "memory_trigram"})
_GENERATED = frozenset({("text", "owner_id")})

_OBJECTS = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')"
_VIRTUALS = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"
)
_COLUMNS = (
    "SELECT m.name, x.name FROM sqlite_master m, pragma_table_xinfo(m.name) x "
    "WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL TABLE%' AND x.hidden IN (2, 3)"
)
_EXPRESSIONS = (
    "SELECT m.name FROM sqlite_master m, pragma_index_xinfo(m.name) x "
    "WHERE m.type = 'index' AND x.cid = -2"
)


def foreign_object(connection: Any) -> str:
    """The name of a trigger, view, virtual table, computed column or index of an expression that is
    not of our making; "" when there is none.

    Triggers would change what nobody asked for, computed things take memory and time without end.
    """
    for sql in (_OBJECTS, _EXPRESSIONS):
        for (name,) in connection.execute(sql):
            return str(name)
    for (name,) in connection.execute(_VIRTUALS):
        if name not in _VIRTUAL:
            return str(name)
    for table, column in connection.execute(_COLUMNS):
        if (table, column) not in _GENERATED:
            return f"{table}.{column}"
    return ""

"""Brings a library to the newest format with Alembic: one transaction, checked before it counts."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from kbeditor.domain.errors import KbError
from kbeditor.storage.opening import APPLICATION_ID, FORMAT

_SCRIPTS = Path(__file__).with_name("migrations")


def migrate(engine: Engine, number: int | None = None) -> None:
    """Run the missing migrations, up to format `number` (None: the newest).

    Foreign keys are off meanwhile and checked before the commit. Raises KbError
    `migration_damage` when a row would be lost or a reference broken; nothing is changed then.
    Whoever calls it on a library with content makes a backup first.
    """
    number = FORMAT if number is None else number
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    with engine.connect() as connection:
        # Batch mode rebuilds tables: with foreign keys on, dropping the old one would cascade.
        _pragma(connection, "foreign_keys=OFF")
        try:
            with connection.execution_options(kb_write=True).begin():
                before = _counts(connection)
                config.attributes["connection"] = connection
                command.upgrade(config, f"{number:04}")
                _check(connection, before)
                connection.exec_driver_sql(f"PRAGMA user_version={number}")
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            _pragma(connection, "foreign_keys=ON")


def _pragma(connection: Connection, setting: str) -> None:
    # Straight to the driver: a pragma within SQLAlchemy's own transaction would do nothing.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"PRAGMA {setting}")


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.execute(
        text(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'search%' AND name NOT LIKE 'memory_trigram%' "
            "AND name <> 'alembic_version'"
        )
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in list(names)
    }


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = _counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or broken:
        raise KbError(
            "migration_damage",
            "The library could not be brought to this program's format without loss ({what}). "
            "It was left as it was.",
            what=", ".join(lost) or "broken references",
        )

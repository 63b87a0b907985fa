"""Nothing is ever written over a database that is no library."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.storage.driver import sqlite


@pytest.mark.parametrize("format_id", ["json", "html"])
@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_no_export_goes_over_a_database(
    ws: Workspace, format_id: str, name: str, tmp_path: Path
) -> None:
    target = tmp_path / name
    connection = sqlite.connect(target)
    connection.execute("CREATE TABLE somebody_elses (x)")
    connection.commit()
    connection.close()
    before = target.read_bytes()
    with pytest.raises(KbError):
        ws.exporting.export(format_id, target)
    with pytest.raises(KbError, match="another program"):
        ws.backups.write(target)
    with pytest.raises(KbError, match="another program"):
        ws.backups.save_elsewhere(target)
    assert target.read_bytes() == before

"""How a command ends when something goes wrong: one line on stderr and an exit code."""

import errno
import logging
from typing import Any

import typer
from typer.core import TyperGroup

from kbeditor.app.paths import own_paths
from kbeditor.cli.terminal import complain
from kbeditor.domain.errors import Cancelled, KbError

EXPECTED = 1
BUG = 2
INTERRUPTED = 130

log = logging.getLogger(__name__)


class Commands(TyperGroup):
    """All commands; what they raise is told here, once for all of them."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Usage errors are left to typer, which exits with 2."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except KeyboardInterrupt:
            complain("Stopped.")
            raise typer.Exit(INTERRUPTED) from None
        except Cancelled as error:
            complain(str(error))
            raise typer.Exit(INTERRUPTED) from None
        except KbError as error:
            complain(str(error))
            raise typer.Exit(EXPECTED) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # who read our output has gone: typer ends in silence
                raise
            log.warning("The system refused something.", exc_info=True)
            complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
            raise typer.Exit(EXPECTED) from None
        except Exception as error:
            log.exception("A bug ended the command.")
            complain(
                f"This should not have happened ({type(error).__name__}: {error}). "
                f"Please report it with {own_paths().log}."
            )
            raise typer.Exit(BUG) from None

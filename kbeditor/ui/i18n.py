"""The window's language: our texts from resources/i18n (Qt Linguist), Qt's own from Qt."""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

log = logging.getLogger(__name__)
ENGLISH = "en"
PREFIX = "kbeditor_"


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the window. `name` is in that language."""

    tag: str
    name: str


def languages(folder: Path) -> tuple[Language, ...]:
    """The languages that have a file in `folder`; English always."""
    tags = {path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.ts")}
    return tuple(Language(tag, _own_name(tag)) for tag in sorted(tags | {ENGLISH}))


def choose(wanted: str, available: Sequence[Language]) -> str:
    """The language wanted, else the first of the system's that there is, else English."""
    tags = {language.tag for language in available}
    system = [tag for name in QLocale.system().uiLanguages() for tag in (name, name.split("-")[0])]
    return next((tag for tag in (wanted, *system) if tag in tags), ENGLISH)


class Translations:
    """The translators in use. The compiled files stay in this person's cache."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._cache = cache
        self._installed: list[QTranslator] = []
        self.language = ENGLISH

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Which way the window's texts run."""
        return QLocale(self.language).textDirection()

    def use(self, language: str) -> None:
        """Show texts made from now on in `language`; numbers and dates follow it."""
        self.remove()
        self.language = language
        QLocale.setDefault(_locale_of(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"{qt_folder}/qtbase_{language}.qm", required=language != ENGLISH)
        compiled = self._compiled(self._folder / f"{PREFIX}{language}.ts")
        if compiled is not None:
            self._install(str(compiled), required=True)

    def remove(self) -> None:
        """Take the translators out again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()

    def _install(self, path: str, *, required: bool) -> None:
        translator = QTranslator()
        if translator.load(path):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
        elif required:
            log.warning("the texts %s cannot be loaded", path)

    def _compiled(self, source: Path) -> Path | None:
        """The source's compiled form, made with Qt's own tool when the source is new."""
        if not source.is_file():
            return None
        stat = source.stat()
        target = self._cache / f"{source.stem}-{stat.st_mtime_ns:x}-{stat.st_size:x}.qm"
        if target.is_file():
            return target
        # Imported here: once per version of the texts, and it costs as much as all else here.
        from kbeditor.ui.compiling import CompilingFailed, compile_texts

        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(f".{os.getpid()}.new")
            compile_texts(source, fresh)
            for old in self._cache.glob(f"{source.stem}-*.qm"):
                old.unlink(missing_ok=True)
            os.replace(fresh, target)
        except (OSError, CompilingFailed) as error:
            log.warning("%s cannot be compiled: %s", source.name, error)
            return None
        return target


def _locale_of(language: str) -> QLocale:
    """The system's own conventions where it speaks this language, else the usual ones."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == language else QLocale(language)


def _own_name(tag: str) -> str:
    if tag == ENGLISH:  # Qt would say "American English"
        return "English"
    name = QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:]

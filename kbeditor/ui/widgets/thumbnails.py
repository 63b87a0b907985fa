"""Small pictures of attachments, fetched one by one when they are first asked for."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPixmap

from kbeditor.domain.records import Attachment
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.icons import pixmap
from kbeditor.ui.themes import Themes

KEPT = 2000
LARGEST = 64_000_000
"""Pixels of a picture that is still decoded: a small file may claim to be enormous."""


def is_picture(item: Attachment) -> bool:
    """Whether it can be shown."""
    return item.media_type.startswith("image/")


class Thumbnails(QObject):
    """Icons of one size; `ready` tells when one arrived."""

    ready = Signal(str)  # attachment's id

    def __init__(self, bridge: Bridge, themes: Themes, size: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._size = size
        self._icons: OrderedDict[str, QIcon] = OrderedDict()
        self._asked: set[str] = set()
        self._blank = QIcon(self._centred(pixmap("picture", themes.colour("faint"), 32)))
        self._file = QIcon(self._centred(pixmap("attachment", themes.colour("faint"), 32)))

    def icon(self, item: Attachment) -> QIcon:
        """Its picture, or a blank one until `ready` tells of it."""
        if not is_picture(item):
            return self._file
        known = self._icons.get(item.sha256)
        if known is not None:
            return known
        if item.sha256 not in self._asked:
            self._asked.add(item.sha256)
            self._bridge.run(lambda ws: ws.attachments.data(item.id), partial(self._keep, item))
        return self._blank

    def decode(self, data: bytes, size: QSize) -> QImage:
        """The picture no larger than `size`; a null image for what cannot be read."""
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        whole = reader.size()
        if not whole.isValid() or whole.width() * whole.height() > LARGEST:
            return QImage()
        drawn = bytes(reader.format().data()) == b"svg"
        if drawn or whole.width() > size.width() or whole.height() > size.height():
            reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()

    def _keep(self, item: Attachment, data: bytes) -> None:
        image = self.decode(data, self._size)
        picture = self._blank if image.isNull() else QIcon(self._centred(QPixmap.fromImage(image)))
        self._icons[item.sha256] = picture
        self._asked.discard(item.sha256)
        while len(self._icons) > KEPT:
            self._icons.popitem(last=False)
        self.ready.emit(item.id)

    def _centred(self, picture: QPixmap) -> QPixmap:
        """On a ground of the full size, so that all rows are alike."""
        ground = QPixmap(self._size)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        width = picture.width() / picture.devicePixelRatio()
        height = picture.height() / picture.devicePixelRatio()
        left = (self._size.width() - width) / 2
        top = (self._size.height() - height) / 2
        painter.drawPixmap(int(left), int(top), picture)
        painter.end()
        return ground

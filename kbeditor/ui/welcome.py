"""The welcome page: what one sees while no library is open."""

from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app.preferences import Preferences
from kbeditor.app.recent import Recent, forget, recent_libraries
from kbeditor.ui.pixmaps import pixmap
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.themes import Themes

PAGE_WIDTH = 760
ROW = 56
CARD = 92


class _Row(QAbstractButton):
    """A large flat button: an icon, a headline, a quiet line below, a quiet word at the end."""

    def __init__(
        self,
        themes: Themes,
        icon: str,
        title: str,
        line: str,
        end: str = "",
        *,
        framed: bool = False,
    ) -> None:
        super().__init__()
        self._themes, self._icon, self._line, self._end = themes, icon, line, end
        self._framed = framed
        self.setText(title)
        self.setAccessibleDescription(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(280, CARD if self._framed else ROW)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        themes, enabled = self._themes, self.isEnabled()
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        self._paint_ground(painter, rect)
        pad = 16.0 if self._framed else 12.0
        side = 24 if self._framed else 20
        role = "accent" if self._framed else "icon"
        colour = themes.colour(role if enabled else "disabled")
        picture = pixmap(self._icon, colour, side, self.devicePixelRatioF())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() - pad - side if rtl else rect.left() + pad
        painter.drawPixmap(QPointF(x, rect.center().y() - side / 2), picture)
        words = (
            rect.adjusted(pad, 0, -pad - side - 14, 0)
            if rtl
            else rect.adjusted(pad + side + 14, 0, -pad, 0)
        )
        self._paint_words(painter, words, enabled)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        hot = self.isEnabled() and self.underMouse()
        ground = self._themes.colour("hover" if hot else "base")
        if self.isDown():
            ground = self._themes.colour("pressed")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(self._themes.colour("accent"))
        elif self._framed:
            painter.setPen(self._themes.colour("border_strong"))
        if self._framed or hot or self.hasFocus():
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, rect: QRectF, enabled: bool) -> None:
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(self.font())
        middle = rect.center().y()
        height = metrics.height()
        quiet = self._themes.colour("muted" if enabled else "disabled")
        painter.setFont(self.font())
        painter.setPen(quiet)
        end_width = metrics.horizontalAdvance(self._end) + 12 if self._end else 0
        top = QRectF(rect.left(), middle - height - 2, rect.width() - end_width, height)
        bottom = QRectF(rect.left(), middle + 2, rect.width() - end_width, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            top.translate(end_width, 0)
            bottom.translate(end_width, 0)
        painter.drawText(rect, end, self._end)
        line = metrics.elidedText(self._line, Qt.TextElideMode.ElideMiddle, int(bottom.width()))
        painter.drawText(bottom, start, line)
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._themes.colour("text" if enabled else "disabled"))
        title = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(top.width())
        )
        painter.drawText(top, start, title)


class _RecentRow(_Row):
    """A library opened before; its menu takes it off the list."""

    unwanted = Signal()

    def __init__(self, themes: Themes, recent: Recent) -> None:
        opened_at = recent.opened_at.astimezone()
        date = QDate(opened_at.year, opened_at.month, opened_at.day)
        day = QLocale().toString(date, QLocale.FormatType.ShortFormat)
        line = _short(recent)
        super().__init__(themes, "library", recent.name, line, day)
        if not recent.there:
            line = self.tr("Not found: {path}").format(path=line)
            self._line = line
        self.setEnabled(recent.there)
        self.setToolTip(plain_tip(str(recent.path)))

    def event(self, event: QEvent) -> bool:
        # A disabled button gets no mouse events, yet a library that is gone must leave the list.
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.RightButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._menu(event)
            return True
        return super().event(event)

    def _menu(self, event: QMouseEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Remove from This List"), self.unwanted.emit)
        menu.popup(event.globalPosition().toPoint())


class Welcome(QScrollArea):
    """Make a library, open one, take the sample or import; below, the recent ones."""

    picked = Signal(str)  # the action of a card
    library_picked = Signal(object)  # a recent library's Path

    def __init__(self, preferences: Preferences, themes: Themes) -> None:
        super().__init__()
        self._preferences = preferences
        self._themes = themes
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        page.setMaximumWidth(PAGE_WIDTH)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(32, 40, 32, 40)
        self._column.setSpacing(6)
        self._column.addStretch(2)
        self._add_head()
        self._add_cards()
        self._recent_head = PlainLabel(self.tr("Recent libraries"))
        self._recent_head.setProperty("role", "heading")
        self._column.addSpacing(24)
        self._column.addWidget(self._recent_head)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._column.addLayout(self._recent)
        self._column.addStretch(3)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(page, 100)
        row.addStretch(1)
        self.setWidget(holder)
        self.setStyleSheet("#welcome, #welcome > QWidget > QWidget { background: palette(base); }")
        self.fill()

    def fill(self) -> None:
        """Show the recent libraries as they are now."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        libraries = recent_libraries(self._preferences)
        self._recent_head.setVisible(bool(libraries))
        for recent in libraries[:8]:
            row = _RecentRow(self._themes, recent)
            row.clicked.connect(partial(self._pick_library, recent))
            row.unwanted.connect(partial(self._forget, recent))
            self._recent.addWidget(row)

    def _add_head(self) -> None:
        title = PlainLabel(self.tr("Welcome to kbeditor"))
        title.setProperty("role", "title")
        line = PlainLabel(self.tr("Write, translate and publish your help centre."))
        line.setProperty("role", "muted")
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, 0)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self._column.addWidget(title)
        self._column.addWidget(line)
        self._column.addSpacing(10)
        self._column.addWidget(self._busy)
        self._column.addSpacing(10)

    def _add_cards(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        cards = (
            ("file.new", "library", self.tr("New library"), self.tr("Begin an empty help centre")),
            ("file.open", "folder-open", self.tr("Open a library"), self.tr("A .kb file you have")),
            (
                "file.sample",
                "sample",
                self.tr("Look at the sample"),
                self.tr("A shop’s help centre in three languages"),
            ),
            (
                "library.import",
                "import",
                self.tr("Import"),
                self.tr("Markdown files or a JSON bundle"),
            ),
        )
        self.cards: dict[str, _Row] = {}
        for number, (action, icon, title, line) in enumerate(cards):
            card = _Row(self._themes, icon, title, line, framed=True)
            card.clicked.connect(partial(self._pick, action))
            grid.addWidget(card, number // 2, number % 2)
            self.cards[action] = card
        self._column.addLayout(grid)

    def _pick(self, action: str) -> None:
        self.picked.emit(action)

    def _pick_library(self, recent: Recent) -> None:
        self.library_picked.emit(recent.path)

    def _forget(self, recent: Recent) -> None:
        forget(self._preferences, recent.path)
        self.fill()

    def show_idle(self, idle: bool) -> None:
        """Whether something can be picked now, or a library is being opened."""
        self._busy.setVisible(not idle)
        for card in self.cards.values():
            card.setEnabled(idle)


def _short(recent: Recent) -> str:
    """The file's place with the home folder as `~`."""
    home = type(recent.path).home()
    if recent.path.is_relative_to(home):
        return str("~" / recent.path.relative_to(home))
    return str(recent.path)

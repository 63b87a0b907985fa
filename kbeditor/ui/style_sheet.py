"""The few shapes that a palette cannot say: flat bars, quiet headers, rounded fields."""

from collections.abc import Mapping
from pathlib import Path

_SHEET = """
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @border;
  padding: 3px 8px; spacing: 2px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton[popupMode="2"]::menu-indicator { image: none; }
QMenuBar { background: @window; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; color: @text; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QMenu { background: @base; border: 1px solid @border_strong; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @selection; color: @selection_text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QStatusBar { background: @window; border-top: 1px solid @border; color: @muted; min-height: 26px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 0 6px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; color: @muted; }
QDockWidget::title { background: @window; padding: 6px 10px; border: none;
  border-bottom: 1px solid @border; text-align: left; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent;
  color: @muted; background: transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { background: @base; color: @text;
  border: 1px solid @border_strong; border-radius: 5px; padding: 4px 7px; min-height: 18px;
  selection-background-color: @selection; selection-color: @selection_text; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @disabled; background: @window; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("@icons/chevron-down-@scheme.svg"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow { image: url("@icons/chevron-up-@scheme.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("@icons/chevron-down-@scheme.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @border_strong; padding: 3px;
  selection-background-color: @selection; selection-color: @selection_text; outline: 0; }
QPushButton { background: @button; color: @text; border: 1px solid @border_strong;
  border-radius: 5px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @accent_text; border-color: @accent; }
QPushButton:default:hover { background: @accent_strong; }
QPushButton:disabled { color: @disabled; background: @window; border-color: @border; }
QRadioButton, QCheckBox { spacing: 8px; color: @text; }
QRadioButton::indicator, QCheckBox::indicator, QAbstractItemView::indicator { width: 14px;
  height: 14px; background: @base; border: 1px solid @faint; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover { border-color: @accent; }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: @accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent;
  background: @accent_text; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { border-color: @accent;
  background: @accent; image: url("@icons/check-@scheme.svg"); }
QCheckBox::indicator:indeterminate { border: 5px solid @base; background: @accent;
  width: 6px; height: 6px; }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: @border;
  background: @window; }
QRadioButton::indicator:checked:disabled, QCheckBox::indicator:checked:disabled {
  border-color: @disabled; }
QCheckBox::indicator:checked:disabled { background: @disabled; }
QRadioButton:disabled, QCheckBox:disabled { color: @disabled; }
QPlainTextEdit, QTextBrowser, QTextEdit { background: @base; color: @text;
  selection-background-color: @selection; selection-color: @selection_text; }
QAbstractItemView { outline: 0; }
QTreeView, QListView, QTableView { background: @base; alternate-background-color: @alternate;
  border: none; color: @text; selection-background-color: @selection;
  selection-color: @selection_text; }
QTreeWidget::item, QListWidget::item { padding: 3px 2px; }
QTreeView[framed="true"], QListView[framed="true"], QTableView[framed="true"],
QPlainTextEdit[framed="true"] { border: 1px solid @border_strong; border-radius: 5px; }
QHeaderView::section { background: @window; color: @muted; border: none;
  border-bottom: 1px solid @border; padding: 5px 8px; }
RowView QHeaderView::section { padding: 5px 2px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @scroll_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 3px; background: @pressed; height: 6px;
  max-height: 6px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QToolTip { background: @tip; color: @tip_text; border: 1px solid @border_strong; padding: 4px 6px; }
Card { background: @base; border: 1px solid @border; border-radius: 6px; }
Card:focus { border-color: @accent; }
QPushButton[small="true"] { padding: 1px 9px; min-height: 16px; }
QPushButton[small="quiet"] { padding: 1px 6px; min-height: 16px; border-color: transparent;
  background: transparent; color: @link; }
QPushButton[small="quiet"]:hover { background: @hover; }
QPushButton[small="quiet"]:focus { border-color: @accent; }
QToolButton[role="section"] { color: @text; font-weight: 600; text-align: left; padding: 3px 4px; }
QToolButton[role="section"]:checked { background: transparent; }
QToolButton[role="section"]:hover { background: @hover; }
QGroupBox { border: none; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text; }
*[role="title"] { color: @text; font-size: 22px; font-weight: 600; }
*[role="heading"] { color: @text; font-size: 15px; font-weight: 600; }
*[role="muted"] { color: @muted; }
*[role="field"] { color: @muted; font-weight: 600; }
*[role="error"] { color: @error; }
"""


def style_sheet(colours: Mapping[str, str], icons: Path, dark: bool) -> str:
    """The application's style sheet in a theme's colours; `icons` is the folder of our icons."""
    sheet = _SHEET.replace("@icons", icons.as_posix()).replace(
        "@scheme", "dark" if dark else "light"
    )
    for role in sorted(colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{role}", colours[role])
    return sheet

"""The little that Fusion and a palette cannot say, as Qt style rules.

Panels are coloured only through the property `look` or an object name: a rule on a bare
`QFrame` or `QWidget` would recolour everything inside it.

`look` knows: QPushButton primary, quiet, filter, danger; QToolButton plain; QFrame card,
sunken, surface; QTableView ruled; QLabel title, heading, muted, small, error. Object
names: nav, nav_title, topbar, toast.
"""

from dataclasses import asdict
from pathlib import Path
from string import Template

from workbench.ui.palette import Palette

_RULES = Template("""
QToolTip { background: $toast; color: $toast_ink; border: 0; padding: ${s4}px ${s6}px; }

QLineEdit, QComboBox, QTextEdit, QPlainTextEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${s4}px;
  padding: ${s5}px ${s8}px; min-height: ${s22}px;
  selection-background-color: $primary; selection-color: $on_primary; }
QLineEdit:hover, QComboBox:hover, QTextEdit:hover, QPlainTextEdit:hover {
  border-color: $ink; }
QLineEdit:focus, QComboBox:focus, QTextEdit:focus, QPlainTextEdit:focus {
  border: 2px solid $focus; padding: ${s4}px ${s7}px; }
QLineEdit[look="faulty"], QComboBox[look="faulty"], QTextEdit[look="faulty"],
QPlainTextEdit[look="faulty"] { border: 2px solid $fault; padding: ${s4}px ${s7}px; }
QLineEdit[look="faulty"]:focus, QComboBox[look="faulty"]:focus,
QPlainTextEdit[look="faulty"]:focus { border: 3px solid $fault; padding: ${s3}px ${s6}px; }
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled, QPlainTextEdit:disabled,
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $sunken; }
QLineEdit:disabled, QComboBox:disabled { color: $faint; border-color: $line; }
QComboBox { padding-right: ${s24}px; }
QComboBox::drop-down { border: 0; width: ${s26}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${s16}px; height: ${s16}px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $edge;
  selection-background-color: $primary; selection-color: $on_primary; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${s28}px; padding: 0 ${s8}px; }

QPushButton { background: $surface; color: $accent; border: 1px solid $accent;
  border-radius: ${s4}px; padding: ${s6}px ${s14}px; min-height: ${s22}px;
  font-weight: 600; }
QPushButton:hover { background: $chosen; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $focus; padding: ${s5}px ${s13}px; }
QPushButton:disabled { color: $faint; border-color: $line; background: transparent; }
QPushButton[look="primary"] { background: $primary; color: $on_primary;
  border-color: $primary; }
QPushButton[look="primary"]:hover { background: $primary_hover; }
QPushButton[look="primary"]:focus { border: 6px double $on_primary;
  padding: ${s1}px ${s9}px; }
QPushButton[look="primary"]:disabled { background: $sunken; color: $faint;
  border-color: $line; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; }
QPushButton[look="quiet"]:hover { background: $chosen; }
QPushButton[look="quiet"]:focus { border: 2px solid $focus; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent;
  padding: 0 ${s2}px; min-height: ${s24}px; font-weight: 400; text-align: left;
  text-decoration: underline; }
QPushButton[look="link"]:hover { background: $chosen; }
QPushButton[look="link"]:focus { border: 2px solid $focus; padding: 0 ${s1}px; }
QPushButton[look="danger"] { color: $fault; border-color: $fault; }
QPushButton[look="danger"]:hover { background: $fault_soft; }
QPushButton[look="danger"]:focus { border: 2px solid $focus; }
QPushButton[look="filter"] { border: 1px solid $edge; color: $ink;
  padding: ${s2}px ${s12}px;
  border-radius: ${s14}px; font-weight: 400; }
QPushButton[look="filter"]:checked { background: $primary; color: $on_primary;
  border-color: $primary; font-weight: 600; }
QPushButton[look="filter"]:focus { border: 2px solid $focus; padding: ${s1}px ${s11}px; }
QPushButton[look="filter"]:checked:focus { border: 3px double $on_primary;
  padding: 0 ${s10}px; }

QToolButton[look="plain"] { background: transparent; border: 2px solid transparent;
  border-radius: ${s4}px; padding: ${s4}px; color: $ink; }
QToolButton[look="plain"]:hover { background: $chosen; }
QToolButton[look="plain"]:checked { background: $chosen; }
QToolButton[look="plain"]:focus { border-color: $focus; }

QFrame[look="card"] { background: $surface; border: 1px solid $line;
  border-radius: ${s6}px; }
QFrame[look="sunken"] { background: $sunken; border: 0; }
QFrame[look="surface"] { background: $surface; border: 0; }
QLabel[look="title"] { font-size: ${title}pt; font-weight: 700; color: $ink; }
QLabel[look="heading"] { font-size: ${heading}pt; font-weight: 700; color: $ink; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: ${small}pt; }
QLabel[look="error"] { color: $fault; font-weight: 600; }

#nav { background: $nav; }
#nav QLabel { color: $nav_muted; }
#nav QLabel#nav_title { color: $nav_ink; font-size: ${heading}pt; font-weight: 700; }
#nav QToolButton { color: $nav_ink; background: transparent; border: 0; border-radius: 0;
  border-left: ${s4}px solid transparent; padding: ${s9}px ${s12}px; text-align: left; }
#nav QToolButton:hover { background: $nav_current; }
#nav QToolButton:checked { background: $nav_current; border-left-color: $nav_mark;
  font-weight: 600; }
#nav QToolButton:focus { border: 2px solid $nav_mark;
  padding: ${s7}px ${s10}px ${s7}px ${s14}px; }
#topbar { background: $surface; border: 0; border-bottom: 1px solid $line; }

#toast { background: $toast; border: 0; border-radius: ${s6}px; }
#toast QLabel { color: $toast_ink; background: transparent; }
#toast QPushButton { color: $toast_action; background: transparent;
  border: 1px solid transparent; padding: ${s4}px ${s8}px; }
#toast QPushButton:hover, #toast QToolButton:hover { text-decoration: underline; }
#toast QPushButton:focus, #toast QToolButton:focus { border: 2px solid $toast_action; }
#toast QToolButton { background: transparent; border: 2px solid transparent;
  border-radius: ${s4}px; }

QListView, QTreeView, QTableView { background: $surface; border: 1px solid $line;
  outline: 0; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; }
QListView[look="bare"], QTreeView[look="bare"], QTableView[look="bare"] { border: 0; }
QTableView { gridline-color: $line; selection-background-color: $chosen;
  selection-color: $ink; }
QTableView[look="ruled"]::item { padding: 0 ${s6}px; }
QTableView[look="ruled"]::item { border-bottom: 1px solid $line; }
QTableView[look="ruled"]::item:selected { background: $chosen; color: $ink; }
QTableView[look="ruled"]::item:focus { border: 2px solid $focus; background: $chosen;
  color: $ink; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $ink; border: 0;
  border-bottom: 1px solid $line; padding: ${s5}px ${s8}px; font-weight: 600; }
QTableCornerButton::section { background: $sunken; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent;
  border-bottom: 3px solid transparent; padding: ${s7}px ${s12}px; }
QTabBar::tab:hover { color: $accent; background: $chosen; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:selected:focus { border: 2px solid $focus; border-bottom: 3px solid $focus; }

QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s4}px 0; }
QMenu::item { padding: ${s6}px ${s28}px ${s6}px ${s24}px; }
QMenu::item:selected { background: $primary; color: $on_primary; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${s4}px 0; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 0 ${s6}px; }
QProgressBar { background: $surface; color: $ink; border: 1px solid $edge;
  border-radius: ${s4}px; text-align: center; min-height: ${s8}px; }
QProgressBar::chunk { background: $primary; border-radius: ${s3}px; }
QSplitter::handle { background: $line; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QToolButton { color: $ink; background: transparent;
  border: 2px solid transparent; border-radius: ${s4}px; padding: ${s4}px ${s8}px; }
QCalendarWidget QToolButton:hover { background: $chosen; }
QCalendarWidget QToolButton:focus { border-color: $focus; }
QCalendarWidget QAbstractItemView { selection-background-color: $primary;
  selection-color: $on_primary; }
QScrollBar:vertical { background: transparent; width: ${s14}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${s14}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${s4}px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${s30}px; }
QScrollBar::handle:horizontal { min-width: ${s30}px; }
QScrollBar::handle:hover { background: $ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget#page { background: transparent; }
""")
_BASE_POINTS = 10.5


def font_points(zoom: int) -> float:
    """Return the size of ordinary text in points at `zoom` percent."""
    return _BASE_POINTS * zoom / 100


def write_style_sheet(colours: Palette, zoom: int, arrow: Path) -> str:
    """Return the rules for one scheme at `zoom` percent.

    `arrow` is the picture in a choice field, in a colour that suits the scheme.
    """
    sizes = {f"s{px}": max(1, round(px * zoom / 100)) for px in range(1, 31)}
    points = font_points(zoom)
    return _RULES.substitute(
        asdict(colours),
        **sizes,
        title=round(points * 1.65, 1),
        heading=round(points * 1.14, 1),
        small=round(points * 0.9, 1),
        arrow=arrow.as_posix(),
    )

"""The frame every page of the window stands in: title, buttons, and room that scrolls."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.widgets.labels import muted, title

_SIDE = 20


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The parts of a page that its maker fills.

    Attributes:
        head: Beside the title, for buttons.
        content: Below it.
    """

    head: QHBoxLayout
    content: QVBoxLayout
    title: QLabel


def frame_page(
    page: QWidget, name: str, intro: str = "", *, scrolls: bool = True
) -> PageFrame:
    """Give `page` a title, a line of explanation and room for its content."""
    page.setAccessibleName(name)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(_SIDE, 14, _SIDE, 10)
    outer.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(8)
    label = title(name)
    head.addWidget(label, 1)
    outer.addLayout(head)
    if intro:
        outer.addWidget(muted(intro))
    content = QVBoxLayout()
    content.setSpacing(14)
    if scrolls:
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(content)
        content.setContentsMargins(0, 6, 6, 6)
        outer.addWidget(scrolling(inside), 1)
    else:
        outer.addLayout(content, 1)
    return PageFrame(head, content, label)


def scrolling(inside: QWidget) -> QScrollArea:
    """Return an area without frame that scrolls up and down, and sideways if it must."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def clear_layout(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear_layout(inner)

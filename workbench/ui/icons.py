"""The icons of the window, recoloured for the scheme it has now."""

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.paths import resource
from workbench.ui.theme import current_palette, theme

_SIZES = (16, 18, 20, 24, 32, 36, 40, 48, 64)


class ShowsIcon(Protocol):
    """Any button, action or other Qt object that carries an icon."""

    def setIcon(self, icon: QIcon | QPixmap, /) -> None: ...


def icon(name: str, role: str = "ink") -> QIcon:
    """Return an icon in the colour `role` of the scheme of this moment.

    It turns light on a chosen row and faint when switched off. It does not follow a later
    change of scheme; `put_icon` does. `role` names a colour of `Palette`.
    """
    colours = current_palette()
    return _icon(name, getattr(colours, role), colours.on_primary, colours.faint)


def put_icon(target: ShowsIcon, name: str, role: str = "ink") -> None:
    """Give `target` an icon that follows every change of scheme, in place of its last."""
    assert isinstance(target, QObject)
    kept = list(target.findChildren(_IconKeeper))
    keeper = kept[0] if kept else _IconKeeper(target)
    keeper.keep(name, role)


def picture(name: str, role: str = "ink", size: int = 18) -> QPixmap:
    """Return an icon as a picture of `size` pixels at zoom 100, sharp on any screen."""
    scaled = theme().scaled(size)
    ratio = QApplication.primaryScreen().devicePixelRatio()
    return _render(name, getattr(current_palette(), role), scaled, ratio)


class _IconKeeper(QObject):
    """Renews the icon of its parent when the scheme changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = ""
        self._role = "ink"
        theme().changed.connect(self.renew)

    def keep(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.renew()

    def renew(self) -> None:
        target: ShowsIcon = self.parent()  # type: ignore[assignment]
        target.setIcon(icon(self._name, self._role))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _icon(name: str, ink: str, chosen: str, faint: str) -> QIcon:
    built = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, ink),
        (QIcon.Mode.Selected, chosen),
        (QIcon.Mode.Disabled, faint),
    ):
        for size in _SIZES:
            built.addPixmap(_render(name, colour, size, 1.0), mode)
    return built


def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    pixels = round(size * ratio)
    image = QPixmap(QSize(pixels, pixels))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image

"""The icons of the window, recoloured for the scheme it has now."""

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.paths import resource
from workbench.ui.theme import current_palette, theme

_SIZES = (16, 20, 24)


class ShowsIcon(Protocol):
    """Any button, action or other Qt object that carries an icon."""

    def setIcon(self, icon: QIcon | QPixmap, /) -> None: ...


def icon(name: str, role: str = "ink") -> QIcon:
    """Return an icon in the colour `role` of the scheme of this moment.

    It turns light on a chosen row and faint when switched off. It does not follow a later
    change of scheme; `put_icon` does. `role` names a colour of `Palette`.
    """
    colours = current_palette()
    inks = (getattr(colours, role), colours.on_primary, colours.faint)
    return _icon(name, inks, theme().zoom / 100 * _ratio())


def put_icon(target: ShowsIcon, name: str, role: str = "ink") -> None:
    """Give `target` an icon that follows every change of scheme, in place of its last."""
    assert isinstance(target, QObject)
    kept = list(target.findChildren(_IconKeeper))
    keeper = kept[0] if kept else _IconKeeper(target)
    keeper.keep(name, role)


def picture(name: str, role: str = "ink", size: int = 18) -> QPixmap:
    """Return an icon as a picture of `size` pixels at zoom 100, sharp on any screen."""
    scaled = theme().scaled(size)
    svg = _renderer(name, getattr(current_palette(), role))
    drawn = _render(svg, round(scaled * _ratio()))
    drawn.setDevicePixelRatio(_ratio())
    return drawn


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
def _icon(name: str, inks: tuple[str, str, str], enlarged: float) -> QIcon:
    """Return an icon for the sizes that are asked for; a pixmap in between is reduced."""
    built = QIcon()
    modes = (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled)
    for mode, ink in zip(modes, inks, strict=True):
        svg = _renderer(name, ink)
        for size in _SIZES if mode is QIcon.Mode.Normal else _SIZES[-1:]:
            built.addPixmap(_render(svg, round(size * enlarged)), mode)
    return built


def _renderer(name: str, ink: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", ink).encode()))


def _render(svg: QSvgRenderer, pixels: int) -> QPixmap:
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return drawn


def _ratio() -> float:
    return QApplication.primaryScreen().devicePixelRatio()

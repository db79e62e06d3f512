"""Gives the whole program its look: scheme, zoom, font, style and style rules."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from workbench.paths import resource
from workbench.ui.palette import DARK, LIGHT, Palette
from workbench.ui.style import WorkbenchStyle
from workbench.ui.style_sheet import font_points, write_style_sheet

SCHEMES = ("system", "light", "dark")
SMALLEST_ZOOM, LARGEST_ZOOM = 100, 200
FONT_FAMILY = "Fira Sans"

_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "fault"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "on_primary"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "toast"),
    (QPalette.ColorRole.ToolTipText, "toast_ink"),
    (QPalette.ColorRole.Accent, "primary"),
    (QPalette.ColorRole.Mid, "edge"),
    (QPalette.ColorRole.Light, "sunken"),
)
_FAINT_ROLES = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


class Theme(QObject):
    """Holds the look of the program and says when it changes.

    Signals:
        changed: Colours or zoom are different now; whoever paints, paints again.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._style: WorkbenchStyle | None = None
        self._scheme = "system"
        self._zoom = SMALLEST_ZOOM
        self._colours = LIGHT
        self._shown: tuple[Palette, int] | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def colours(self) -> Palette:
        return self._colours

    @property
    def scheme(self) -> str:
        """What was asked for: "system", "light" or "dark"."""
        return self._scheme

    @property
    def zoom(self) -> int:
        return self._zoom

    def scaled(self, pixels: int) -> int:
        """Return a measure of zoom 100 in pixels at the zoom of now."""
        return round(pixels * self._zoom / 100)

    def set_scheme(self, scheme: str) -> None:
        """Show "light", "dark", or whatever the "system" has."""
        if scheme not in SCHEMES:
            raise ValueError(f"no scheme: {scheme!r}")
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme == "system":
            hints.unsetColorScheme()
        else:  # lets the title bar follow
            dark, light = Qt.ColorScheme.Dark, Qt.ColorScheme.Light
            hints.setColorScheme(dark if scheme == "dark" else light)
        self._renew()

    def set_zoom(self, zoom: int) -> None:
        """Enlarge everything to `zoom` percent, from 100 to 200."""
        self._zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._renew()

    def apply(self, scheme: str, zoom: int) -> None:
        """Set both at once and take over style and font."""
        if self._style is None:
            _load_fonts()
            self._style = WorkbenchStyle()
            self._app.setStyle(self._style)
        self._zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self.set_scheme(scheme)

    def _follow_system(self) -> None:
        if self._scheme == "system" and self._style is not None:
            self._renew()

    def _renew(self) -> None:
        colours = _choose(self._scheme, self._app)
        if self._style is None:
            self._colours = colours
            return
        if (colours, self._zoom) == self._shown:
            return
        self._shown = (colours, self._zoom)
        self._colours = colours
        self._style.colours = self._colours
        self._style.zoom = self._zoom
        self._app.setFont(_font(self._zoom))
        self._app.setPalette(_qt_palette(self._colours))
        arrow = "arrow-dark" if self._colours.is_dark else "arrow-light"
        self._app.setStyleSheet(
            write_style_sheet(self._colours, self._zoom, resource("icons", f"{arrow}.svg"))
        )
        self.changed.emit()


def apply_theme(app: QApplication, *, scheme: str = "system", zoom: int = 100) -> Theme:
    """Give `app` its look; may be called again to change it."""
    found = theme()
    assert found.parent() is app
    found.apply(scheme, zoom)
    return found


def theme() -> Theme:
    """Return the theme of the running application; light until `apply_theme` is called."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(app)


def current_palette() -> Palette:
    """Return the colours of this moment."""
    return theme().colours


def set_look(widget: QWidget, look: str) -> None:
    """Give `widget` one of the looks named in `style_sheet`, also while it is shown."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _choose(scheme: str, app: QGuiApplication) -> Palette:
    if scheme == "system":
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        is_dark = scheme == "dark"
    return DARK if is_dark else LIGHT


def _load_fonts() -> None:
    for file in sorted(resource("fonts").glob("FiraSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _font(zoom: int) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(font_points(zoom))
    return font


def _qt_palette(colours: Palette) -> QPalette:
    built = QPalette()
    for role, name in _ROLES:
        built.setColor(role, QColor(getattr(colours, name)))
    for role in _FAINT_ROLES:
        built.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return built

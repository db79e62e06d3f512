"""Both schemes can be read by everybody, and everything follows a change of scheme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from workbench.figures.colours import contrast
from workbench.paths import resource
from workbench.ui.icons import icon, picture, put_icon
from workbench.ui.palette import DARK, EDGE_PAIRS, LIGHT, TEXT_PAIRS, Palette
from workbench.ui.theme import (
    FONT_FAMILY,
    apply_theme,
    current_palette,
    set_look,
    theme,
)

# The arrows of a choice field are pictures for a style rule, in a colour of their own.
ICONS = sorted(
    {file.stem for file in resource("icons").glob("*.svg")} - {"arrow-light", "arrow-dark"}
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, scheme="light")
    yield
    apply_theme(qapp, scheme="light")


def strongest_colour(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the colour of the most opaque dot of an icon."""
    image = shown.pixmap(QSize(48, 48), 1.0, mode).toImage()
    return strongest_in(image)


def strongest_in(image: QImage) -> str:
    dots = [
        image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
    ]
    return max(dots, key=QColor.alpha).name().upper()


@SCHEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_legible_on_its_ground(colours: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_focus_stand_out(colours: Palette, edge: str, ground: str) -> None:
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


@pytest.mark.parametrize(("scheme", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_the_asked_scheme_is_shown(
    qapp: QApplication, scheme: str, expected: Palette
) -> None:
    apply_theme(qapp, scheme=scheme)

    assert current_palette() is expected
    assert qapp.palette().window().color() == QColor(expected.window)
    assert qapp.palette().text().color() == QColor(expected.ink)


def test_the_system_decides_when_it_is_asked_to(qapp: QApplication) -> None:
    apply_theme(qapp, scheme="system")

    assert theme().scheme == "system"
    assert current_palette() in (LIGHT, DARK)


def test_an_unknown_scheme_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="paars"):
        apply_theme(qapp, scheme="paars")


def test_a_change_of_scheme_is_announced(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().set_scheme("dark")


def test_zoom_enlarges_letters_and_measures(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Vaststellen")
    qtbot.addWidget(button)
    before = button.sizeHint().height()
    points = qapp.font().pointSizeF()

    theme().set_zoom(200)

    assert qapp.font().pointSizeF() == pytest.approx(2 * points)
    assert theme().scaled(24) == 48
    assert button.sizeHint().height() > 1.7 * before


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (150, 150), (900, 200)])
def test_zoom_stays_between_100_and_200(asked: int, given: int) -> None:
    theme().set_zoom(asked)

    assert theme().zoom == given


def test_the_font_is_the_shipped_one(qapp: QApplication) -> None:
    assert qapp.font().family() == FONT_FAMILY


@SCHEMES
def test_an_icon_has_the_colour_of_its_role(qapp: QApplication, colours: Palette) -> None:
    apply_theme(qapp, scheme="dark" if colours.is_dark else "light")

    shown = icon("circle-check", "good")

    assert strongest_colour(shown) == colours.good
    assert strongest_colour(shown, QIcon.Mode.Selected) == colours.on_primary
    assert strongest_colour(shown, QIcon.Mode.Disabled) == colours.faint


def test_a_put_icon_follows_the_scheme(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    put_icon(button, "plus", "accent")

    theme().set_scheme("dark")

    assert strongest_colour(button.icon()) == DARK.accent


def test_the_last_put_icon_counts(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    put_icon(button, "plus", "accent")
    put_icon(button, "x", "fault")

    theme().set_scheme("dark")

    assert strongest_colour(button.icon()) == DARK.fault


def test_a_picture_grows_with_the_zoom(qapp: QApplication) -> None:
    theme().set_zoom(200)

    assert picture("info", size=18).deviceIndependentSize().toSize() == QSize(36, 36)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_takes_the_colour_it_is_given(qapp: QApplication, name: str) -> None:
    assert strongest_colour(icon(name, "fault")) == LIGHT.fault


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_look_can_be_given_to_a_shown_widget(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    apply_theme(qapp, scheme=scheme)
    label = QLabel("Dit veld is nog leeg.")
    qtbot.addWidget(label)
    label.show()

    set_look(label, "error")

    assert label.palette().windowText().color() == QColor(current_palette().fault)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_radio_button_is_large_and_bounded_clearly(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    apply_theme(qapp, scheme=scheme)
    radio = QRadioButton("Ja")
    qtbot.addWidget(radio)
    radio.resize(radio.sizeHint())

    image = radio.grab().toImage()
    drawn = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(18)}

    assert current_palette().edge in drawn
    assert radio.sizeHint().height() >= 24

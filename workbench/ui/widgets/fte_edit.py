"""A field for an amount in fte, as a Dutch user types it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import UNKNOWN, read_fte, write_fte
from workbench.ui.widgets.value_edit import ValueEdit


class FteEdit(ValueEdit):
    """Reads "1.234,5" and commits an `Fte`; empty is unknown, never nought."""

    def __init__(
        self, parent: QWidget | None = None, *, allows_negative: bool = False
    ) -> None:
        if allows_negative:
            read, advice = (
                _read_change,
                QCoreApplication.translate(
                    "FteEdit",
                    "Dit is geen aantal fte. Typ een getal met hoogstens twee decimalen, "
                    "zoals 1.234,5 of −46,5.",
                ),
            )
        else:
            read, advice = (
                _read_size,
                QCoreApplication.translate(
                    "FteEdit",
                    "Dit is geen aantal fte. Typ een getal van 0 of meer met hoogstens "
                    "twee decimalen, zoals 1.234,5.",
                ),
            )
        super().__init__(read, _write, advice, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText(UNKNOWN)

    @property
    def fte(self) -> Fte | None:
        """The last amount that could be read."""
        return self.value if isinstance(self.value, Fte) else None

    def show_fte(self, fte: Fte | None) -> None:
        self.show_value(fte)


def _read_change(text: str) -> Fte | None:
    return None if text.lower() == UNKNOWN else read_fte(text)


def _read_size(text: str) -> Fte | None:
    fte = _read_change(text)
    if fte is not None and fte < NO_FTE:
        raise ValueError(f"negative: {text!r}")
    return fte


def _write(value: object) -> str:
    return write_fte(value) if isinstance(value, Fte) else ""

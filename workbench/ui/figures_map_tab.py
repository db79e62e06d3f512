"""The map of shares with the map of amounts beside it, of one date or of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.analysis.shares import Line, RandstadSplit, share_of
from workbench.domain.delivery import ALL_SECTORS
from workbench.domain.notation import write_change, write_date, write_fte, write_share
from workbench.domain.place import BY_CODE
from workbench.figures.amount_maps import amount_map
from workbench.figures.bars import Bar, diverging_bars, ranked_bars
from workbench.figures.compared_maps import ShareSide, compared_maps
from workbench.figures.drawing import Drawing, place_of
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import growth_map, points_map, province_map
from workbench.figures.sheet import Sheet
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import say_randstad, sector_choices, write_sector
from workbench.ui.figures_look import FigureLook
from workbench.ui.page import scrolling
from workbench.ui.theme import theme
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.effects import compare_days

_HEIGHT, _WIDE = 440, 190.0
_SHARES, _COMPARED, _GROWTH, _POINTS = "aandeel", "vergeleken", "groei", "punten"
_BARS, _CHANGES = "staven", "veranderingen"


class FiguresMapTab(QWidget):
    """Draws the maps; a province opens its card, and tells where its number stands."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.left, self.right = FigurePanel(), FigurePanel()
        self.columns = TwoColumns(shares=(1, 1))
        self.shown = CalmCombo()
        self.sector = CalmCombo()
        self.words = body("")
        self.definition = muted("")
        self._build()
        self.shown.activated.connect(lambda _index: self.reload())
        self.sector.activated.connect(lambda _index: self.reload())
        for panel in (self.left, self.right):
            panel.activated.connect(self._open)
            panel.view.current_changed.connect(self._point)

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return self.left, self.right

    def reload(self) -> None:
        """Draw again what is looked at now."""
        look = self._look
        has_two = look.other is not None and look.day is not None
        choices: list[tuple[object, str]] = [
            (_SHARES, self.tr("Aandeel en aantal")),
            (_BARS, self.tr("Staven, van hoog naar laag")),
        ]
        if has_two:
            choices += [
                (_COMPARED, self.tr("Aandelen op twee peildata")),
                (_GROWTH, self.tr("Groei in procenten")),
                (_POINTS, self.tr("Verschil in aandeel (procentpunt)")),
                (_CHANGES, self.tr("Staven met de verandering in fte")),
            ]
        wanted = self.shown.value if self.shown.value in dict(choices) else _SHARES
        self.shown.show_choices(choices, wanted)
        for panel in self.panels:
            panel.setVisible(look.day is not None)
        if look.day is not None:
            self._draw()

    def _draw(self) -> None:
        look = self._look
        assert look.day is not None
        amounts = look.amounts(look.day).by_province(self._sector)
        subject = self.tr("Fte, {sector}, {day}").format(
            sector=write_sector(self._sector), day=write_date(look.day)
        )
        title = self.tr("Aantal fte per provincie")
        caption = Caption(title=title, subject=subject, source=look.source())
        self.right.show_figure(lambda sheet: amount_map(amounts, caption, sheet=sheet))
        self.left.show_figure(self._left_map())
        is_one = self.shown.value == _COMPARED
        self.right.setVisible(not is_one)
        self.columns.give_left(has_all=is_one)
        self._tell()

    def _left_map(self) -> Callable[[Sheet], Drawing]:
        look, mode = self._look, self.shown.value
        assert look.day is not None
        sector, day = write_sector(self._sector), write_date(look.day)
        if mode == _BARS:
            return self._bars(sector, day)
        if mode == _SHARES or look.other is None:
            caption = Caption(
                title=self.tr("Aandeel van de provincies in de rijkswerkgelegenheid"),
                subject=self.tr("Aandeel van de fte, {sector}, {day}").format(
                    sector=sector, day=day
                ),
                source=look.source(),
            )
            shares = self._shares(look.day)
            return lambda sheet: province_map(shares, caption, sheet=sheet)
        return self._two_dates(sector, day, write_date(look.other))

    def _two_dates(self, sector: str, day: str, other: str) -> Callable[[Sheet], Drawing]:
        look, mode = self._look, self.shown.value
        assert look.day is not None
        assert look.other is not None
        period = self.tr("{sector}, {other} tot {day}").format(
            sector=sector, other=other, day=day
        )
        if mode == _COMPARED:
            caption = Caption(
                title=self.tr("Aandelen op twee peildata"),
                subject=self.tr("Aandeel van de fte, {sector}").format(sector=sector),
                source=look.source(),
            )
            sides = (
                ShareSide(name=other, values=self._shares(look.other)),
                ShareSide(name=day, values=self._shares(look.day)),
            )
            return lambda sheet: compared_maps(
                sides, caption, sheet=replace(sheet, width=_WIDE)
            )
        lines = {line.place: line for line in self._lines()}
        if mode == _CHANGES:
            bars = [
                Bar(key=code, name=BY_CODE[code].name, amount=line.delta)
                for code, line in lines.items()
            ]
            subject = self.tr("Verandering in fte, {period}").format(period=period)
            title = self.tr("Verandering per provincie")
            caption = Caption(title=title, subject=subject, source=look.source())
            return lambda sheet: diverging_bars(bars, caption, sheet=sheet)
        if mode == _GROWTH:
            growths = {code: line.growth for code, line in lines.items()}
            subject = self.tr("Groei van de fte, {period}").format(period=period)
            caption = Caption(title=self.tr("Groei"), subject=subject, source=look.source())
            return lambda sheet: growth_map(growths, caption, sheet=sheet)
        points = {code: line.points for code, line in lines.items()}
        subject = self.tr("Verschil in aandeel, {period}").format(period=period)
        title = self.tr("Verschil in aandeel")
        caption = Caption(title=title, subject=subject, source=look.source())
        return lambda sheet: points_map(points, caption, sheet=sheet)

    def _bars(self, sector: str, day: str) -> Callable[[Sheet], Drawing]:
        look = self._look
        assert look.day is not None
        amounts = look.amounts(look.day).by_province(self._sector)
        bars = [
            Bar(key=code, name=BY_CODE[code].name, amount=amount)
            for code, amount in amounts.items()
        ]
        caption = Caption(
            title=self.tr("Aantal fte per provincie"),
            subject=self.tr("Fte, {sector}, {day}").format(sector=sector, day=day),
            source=look.source(),
        )
        return lambda sheet: ranked_bars(bars, caption, sheet=sheet)

    def _shares(self, day: object) -> dict[str, Fraction | None]:
        amounts = self._look.amounts(day)  # type: ignore[arg-type]  # a date, as chosen
        whole = amounts.amount("NL", self._sector)
        by_province = amounts.by_province(self._sector)
        return {code: share_of(amount, whole) for code, amount in by_province.items()}

    def _lines(self) -> tuple[Line, ...]:
        look = self._look
        assert look.day is not None
        assert look.other is not None
        return look.session.read(compare_days, look.other, look.day, look.view).lines

    def _tell(self) -> None:
        look = self._look
        assert look.day is not None
        amounts = look.amounts(look.day)
        unknown = [code for code, one in amounts.by_province().items() if one is None]
        words = self.tr("Nederland: {whole} fte op {day}.").format(
            whole=write_fte(amounts.whole), day=write_date(look.day)
        )
        self.definition.setText("")
        if look.other is not None:
            found = look.session.read(compare_days, look.other, look.day, look.view)
            if found.split is not None:
                words += " " + self._say_growth(found.split, write_date(look.other))
                self.definition.setText(say_randstad(found.definition))
        if unknown:
            more = self.tr(
                "Van {count} van de 12 provincies is geen cijfer bekend; die zijn gearceerd"
                " en tellen nergens als nul. Onder Uitwisseling leest u cijfers in."
            )
            words += " " + more.format(count=len(unknown))
        self.words.setText(words)

    def _say_growth(self, split: RandstadSplit, since: str) -> str:
        if split.whole.delta is None:
            return ""
        words = self.tr("Sinds {since} {change} fte ({growth}).").format(
            since=since,
            change=write_change(split.whole.delta),
            growth=write_share(split.whole.growth),
        )
        if split.part_of_growth is None:
            unknown = self.tr("Welk deel daarvan in de Randstad viel, is onbekend.")
            return f"{words} {unknown}"
        part = self.tr("Daarvan viel {part} in de Randstad.")
        return f"{words} {part.format(part=write_share(split.part_of_growth, 0))}"

    @property
    def _sector(self) -> str:
        return str(self.sector.value or ALL_SECTORS)

    def _open(self, key: str) -> None:
        self._look.place_wanted.emit(place_of(key))

    def _point(self, key: str) -> None:
        if key and self._look.day is not None:
            other = self._look.other
            is_other = other is not None and key.endswith(f":{write_date(other)}")
            day = other if is_other and other is not None else self._look.day
            amounts = self._look.amounts(day)
            self._look.origin_wanted.emit(amounts, place_of(key), self._sector)

    def _build(self) -> None:
        self.shown.setAccessibleName(self.tr("Wat de kaart laat zien"))
        self.sector.setAccessibleName(self.tr("Sector"))
        self.sector.show_choices(sector_choices(), ALL_SECTORS)
        choice = QHBoxLayout()
        for label, box in (
            (self.tr("Kaart:"), self.shown),
            (self.tr("Sector:"), self.sector),
        ):
            choice.addWidget(muted(label))
            choice.addWidget(box, 2)
        choice.addStretch(1)
        columns = self.columns
        for panel, side in ((self.left, columns.left), (self.right, columns.right)):
            panel.setMinimumHeight(theme().scaled(_HEIGHT))
            side.addWidget(panel)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(choice)
        column.addWidget(self.words)
        column.addWidget(columns, 1)
        column.addWidget(self.definition)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

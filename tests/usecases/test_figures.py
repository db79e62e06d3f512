"""Amounts are taken as they were delivered, or from all of their parts, never from some."""

from datetime import date

from workbench.domain.delivery import Delivery, FteValue
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.place import PROVINCES
from workbench.domain.slice import Detail, Level
from workbench.store import deliveries
from workbench.usecases.context import Context
from workbench.usecases.figures import View, amounts_on, list_days, origin_of, randstad_on
from workbench.usecases.registers import load_published

DAY = date(2024, 1, 1)


def deliver(context: Context, *values: FteValue, on: date = DAY) -> None:
    delivery = Delivery(
        id=context.new_id(), title="VOORBEELD", delivered_by="test", delivered_on=on
    )
    with context.batch("Levering"):
        deliveries.insert_delivery(context.store, delivery, values)


def value(place: str, sector: str, amount: str | None, organisation: str = "") -> FteValue:
    return FteValue(
        reference_date=DAY,
        place=place,
        sector=sector,
        organisation=organisation,
        value=None if amount is None else Fte.of(amount),
        cell=f"Blad1!{place}",
    )


def test_the_published_totals_are_looked_at_as_published(context: Context) -> None:
    load_published(context)

    found = amounts_on(context, date(2023, 1, 1))

    assert found.whole == Fte.of(336270)
    assert found.amount("PV31") == Fte.of(12691)
    assert found.amount("PV31", Sector.DEFENCE) == Fte.of(1599)
    assert found.amount("PV22") is None
    assert list_days(context, View()) == [date(year, 1, 1) for year in range(2021, 2025)]


def test_a_province_is_summed_from_its_sectors_only_when_all_are_there(
    context: Context,
) -> None:
    sectors = [str(one) for one in Sector]
    deliver(context, *(value("PV20", one, "10.5") for one in sectors))
    deliver(context, *(value("PV21", one, "10.5") for one in sectors[:-1]))

    found = amounts_on(context, DAY)

    assert found.amount("PV20") == Fte.of(63)
    assert found.amount("PV21") is None
    assert found.whole is None


def test_the_country_is_summed_when_every_province_is_known(context: Context) -> None:
    every = [value(place.code, "totaal", "100") for place in PROVINCES]
    deliver(context, *every)

    found = amounts_on(context, DAY)

    assert found.whole == Fte.of(1200)
    assert found.details["NL", "totaal"] == (Detail.TOTALS, Level.PROVINCE)
    assert len(origin_of(context, found, "NL", "totaal", View()).figures) == 12


def test_one_unknown_service_makes_the_sum_unknown(context: Context) -> None:
    known = value("PV20", "zbo", "10", organisation="a")
    deliver(context, known, value("PV20", "zbo", None, organisation="b"))

    found = amounts_on(context, DAY)

    assert found.amount("PV20", "zbo") is None
    assert found.amount("PV20") is None


def test_an_amount_opens_its_cell_and_delivery(context: Context) -> None:
    deliver(context, value("PV20", "totaal", "10"))
    deliver(context, value("PV20", "totaal", "11"), on=date(2024, 9, 1))

    now = amounts_on(context, DAY)
    then = amounts_on(context, DAY, View(known_on=date(2024, 3, 1)))

    assert (now.amount("PV20"), then.amount("PV20")) == (Fte.of(11), Fte.of(10))
    ((found, delivery),) = origin_of(context, now, "PV20", "totaal", View()).figures
    assert (found.cell, delivery.delivered_on) == ("Blad1!PV20", date(2024, 9, 1))


def test_the_randstad_is_laid_down_by_date(context: Context) -> None:
    held = randstad_on(context, DAY)

    assert held is not None
    assert held.provinces == {"PV26", "PV27", "PV28"}
    assert randstad_on(context, date(2010, 1, 1)) is None

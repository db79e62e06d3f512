"""Measures a pivot table over some 500,000 invented values, beside one plain sum of them.

Called by `bench.py` with the store that the sample generator filled.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

if TYPE_CHECKING:
    from workbench.usecases.context import Context

_ROUNDS = 5
_PLAIN = "select set_number, sum(value), count(value) from figures group by set_number"


def bench_pivot(context: Context) -> None:
    """Print the times of three questions, and their ratio to a plain sum per date."""
    from workbench.domain.pivot import Dimension, PivotQuestion
    from workbench.domain.slice import Detail, Slice
    from workbench.usecases.pivots import prepare_pivot

    plain = _median(lambda: context.store.query(_PLAIN))
    print(f"gewone som per levering: {plain * 1000:.0f} ms")
    slice_ = Slice(detail=Detail.ORGANISATIONS)
    asked = {
        "provincies × peildata": (Dimension.PLACE,),
        "ministeries × peildata": (Dimension.MINISTRY,),
        "organisaties × peildata": (Dimension.ORGANISATION,),
    }
    for words, rows in asked.items():
        work = prepare_pivot(context, PivotQuestion(slice_=slice_, rows=rows))
        table = work()
        took = _median(work)
        print(
            f"{words}: {took * 1000:.0f} ms voor {table.value_count} cijfers,"
            f" {took / plain:.1f} × de gewone som"
        )


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)

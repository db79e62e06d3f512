"""Takes the times of works in turn and prints them as ratios; the benches share it."""

import statistics
import time
from collections.abc import Callable

ROUNDS = 7


def seconds_in_turn(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median time of each work, measured in turn so that noise is shared."""
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            times.append(time.perf_counter() - begun)
    return [statistics.median(times) for times in taken]


def report(name: str, ours: float, floor: float, against: str) -> None:
    print(
        f"{name:<34}{ours * 1000:9.1f} ms   floor {floor * 1000:8.1f} ms   "
        f"ratio {ours / floor:5.2f}   ({against})"
    )

"""Mutants: which share of small changes to domain and queries a test notices, drawn by two seeds."""

from collections.abc import Iterator

from tools.mutants import BAR, FLOORS, NUMBER, Change, drawn, tried

SEEDS = (1, 2)


def section() -> Iterator[str]:
    """Yield what is said of the tests."""
    yield "## Do the tests notice"
    yield ""
    yield (
        f"`make mutants` changes one thing at a time (a comparison, an and, a sum, a number, a condition), {NUMBER} "
        "drawn by seed, half of each floor, and runs the tests of its wing until one fails."
    )
    yield ""
    yield "| seed | domain | queries | share | bar |"
    yield "|---|---|---|---|---|"
    survivors: list[Change] = []
    for seed in SEEDS:
        found = tried(drawn(seed, NUMBER, FLOORS))
        survivors += [change for change, is_noticed in found.items() if not is_noticed]
        floors = [[noticed for change, noticed in found.items() if change.floor == floor] for floor in FLOORS]
        cells = [f"{sum(each)} of {len(each)}" for each in floors]
        share = sum(found.values()) / len(found)
        yield f"| {seed} | {' | '.join(cells)} | **{share:.2f}** | {BAR} |"
    yield ""
    yield "Not noticed: " + ("; ".join(f"`{each}`" for each in survivors) or "nothing") + "."

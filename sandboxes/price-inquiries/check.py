"""What buyers rely on; the workload looks at each inquiry itself."""

from workload import ENDED, PROBLEMS


async def during(i: int) -> None:
    assert not PROBLEMS, PROBLEMS[0]


async def after() -> None:
    assert not PROBLEMS, PROBLEMS[0]
    for fate, times in ENDED.items():
        assert times, f"Of all inquiries none was {fate}."

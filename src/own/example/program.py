"""One unit of work: the bench calls run(0), run(1), run(2) and so on.

With `async def run(i)` units overlap. An assert that fails
in here is a promise that was not kept.
"""

ANSWERS = []


def run(i: int) -> None:
    answer = {"number": i, "text": f"answer {i}"}
    # Kept for ever. Press Check, then keep the last hundred only.
    ANSWERS.append(answer)

"""One unit of use. Every run calls it again and again, with i = 0, 1, 2 ..."""

# AUTHOR: Let one unit be one request, task or message, from several clients, with new and repeated keys, and errors.
# AUTHOR: It may be `async def run(i)`; the units then overlap. It must let go of everything that it makes itself.

from service import take

CUSTOMERS = ("ada", "grace", "barbara", "frances", "radia")


def wish_of(i: int) -> str:
    return f"wish {i % 70}"


def run(i: int) -> None:
    take(CUSTOMERS[i % len(CUSTOMERS)], wish_of(i))

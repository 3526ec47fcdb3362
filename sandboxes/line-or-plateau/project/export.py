"""Program 3: rides for the statistics of the city, which takes them by the batch."""

from city import Ride

BATCH = 250
WAITING: list[dict[str, str | int]] = []
SENT = [0]


def finish(ride: Ride) -> str:
    WAITING.append({"number": ride.number, "from": ride.start, "to": ride.end, "minutes": ride.minutes})
    if len(WAITING) == BATCH:
        SENT[0] += len(WAITING)
        WAITING.clear()
    return f"{SENT[0]} sent, {len(WAITING)} waiting"

"""Program 1: a receipt for each ride."""

from city import Ride

RECEIPTS: list[str] = []


def finish(ride: Ride) -> str:
    receipt = f"Ride {ride.number}: {ride.start} to {ride.end}, {ride.minutes} minutes"
    RECEIPTS.append(receipt)
    return receipt


def latest(count: int) -> list[str]:
    return RECEIPTS[-count:]

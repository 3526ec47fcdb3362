"""One unit is one request: strangers, a few regulars, one that hammers, and some that come back within the minute."""

from limits import allow

# The address of this request, and whether it was allowed.
LATEST: list[tuple[str, bool]] = []


def address_of(i: int) -> str:
    match i % 10:
        case 0 | 5:
            return "192.0.2.66"
        case 1:
            return f"198.51.100.{i // 10 % 4}"
        case 2:
            # Five at once, and a sixth almost a minute later.
            number, step = divmod(i // 10, 60)
            return f"2001:db8::{number:x}" if step in (0, 50) else f"203.0.113.{i}"
        case _:
            return f"203.{i // 65536 % 256}.{i // 256 % 256}.{i % 256}"


def run(i: int) -> None:
    # The patient one spends its minute in one go.
    address = address_of(i)
    times = 5 if address.startswith("2001:db8::") and i // 10 % 60 == 0 else 1
    LATEST[:] = [(address, allow(address)) for _ in range(times)]

"""What every fix must keep: answers, tariffs, pauses, and a station that comes back."""

import asyncio

import workload
from workload import (
    HUNG,
    OTHERS,
    PATIENCE,
    PAUSE,
    PROMPT,
    STAYING,
    Station,
    Tariff,
    announce,
    now,
    operate,
    operate_in_vain,
)

ROUND = 400
# Commands, and then tariffs, for one station while it pauses.
COMMANDS = 12
TARIFFS = 18
# Commands for one station while it hangs, so many at once and so many times.
AT_ONCE = 8
TIMES = 10


class Calls:
    number = 0


def all_is_well() -> None:
    assert not workload.PROBLEMS, workload.PROBLEMS[0]
    for station in (*STAYING, *HUNG, *OTHERS):
        if station in STAYING:
            assert station.is_there, workload.fell_over() + "A connection must last until its station ends it."
        if not station.is_there or not station.reads:
            continue
        if now() > max(Tariff.since, station.began) + PROMPT:
            assert station.tariff == Tariff.number, (
                f"A station that reads must know the tariff within a second, whatever others do: "
                f"{station.name} knows that of announcement {station.tariff}, and {Tariff.number} holds."
            )


async def overview() -> None:
    reply = await workload.request("GET", "/stations")
    assert reply.status == 200, f"GET /stations must show the stations, not {reply}."
    known = {station.name for station in (*STAYING, *HUNG, *OTHERS)}
    strangers = [name for name in reply.body if name not in known]
    assert not strangers, f"GET /stations must show who is connected, and {strangers[0]} is not any more."
    for station in workload.there():
        if station in HUNG or station.tariff is None or (not station.reads and now() - station.stopped > PAUSE):
            continue
        assert station.name in reply.body, f"GET /stations must show {station.name}, which is connected."
        if station.report and now() - station.reported > PROMPT:
            shown = reply.body[station.name].get("number")
            assert shown == station.report, f"GET /stations must show the latest report, {station.report}, not {shown}."


async def during(i: int) -> None:
    all_is_well()
    call, Calls.number = Calls.number, Calls.number + 1
    if call % 25 == 0:
        await overview()
    if call % ROUND == 50:
        await stop_for_a_while(call)
    if call % (2 * ROUND) == 100:
        await hang(call, comes_back=call // ROUND % 4 == 0)


async def newcomer(name: str) -> Station:
    station = Station(name)
    OTHERS.append(station)
    await asyncio.sleep(0.2)
    all_is_well()
    assert station.is_there, workload.fell_over() + "A station that connects must be accepted at once."
    return station


async def go(station: Station) -> None:
    station.hang_up()
    await asyncio.sleep(PROMPT)
    OTHERS.remove(station)
    all_is_well()


async def stop_for_a_while(call: int) -> None:
    """A pause of nearly ten seconds, with thirty messages in it: nothing is lost, and all is in order."""
    station = await newcomer(f"pausing-{call}")
    station.stop_reading()
    commands = []
    for number in range(COMMANDS):
        commands.append(asyncio.create_task(operate(station, number, 0.2)))
        await asyncio.sleep(0.2)
    for _ in range(TARIFFS):
        await announce()
        await asyncio.sleep(0.2)
    await asyncio.sleep(station.stopped + PAUSE - 0.3 - now())
    station.read_again()
    await asyncio.gather(*commands)
    all_is_well()
    numbers = [int(card.rpartition(" ")[2]) for card in station.carried_out]
    assert numbers == [*range(COMMANDS)], "The commands that came during a pause must be sent in their order."
    await go(station)


async def hang(call: int, *, comes_back: bool) -> None:
    """A station hangs for minutes, with more for it than anybody need keep. Then it reads, or connects once more."""
    station = await newcomer(f"hanging-{call}")
    station.stop_reading()
    await asyncio.sleep(2 * PAUSE)
    for time in range(TIMES):
        await asyncio.gather(*(operate_in_vain(station, f"{time}.{number}") for number in range(AT_ONCE)))
    await announce()
    await asyncio.sleep(PATIENCE)
    all_is_well()
    if comes_back and station.is_there:
        station.read_again()
        await asyncio.sleep(2 * PROMPT)
        all_is_well()
        if station.is_there:
            await operate(station, "at last", 0.2)
            all_is_well()
    await connect_again(station)


async def connect_again(old: Station) -> None:
    """Under the same name, while the old connection may still be there; then that ends."""
    station = await newcomer(old.name)
    await operate(station, "anew", 0.2)
    all_is_well()
    await go(old)
    assert station.is_there, "A new connection must last when the old one of that station ends."
    await operate(station, "once more", 0.2)
    await go(station)


async def after() -> None:
    await asyncio.sleep(PATIENCE)
    for station in HUNG:
        station.hangs = False
        station.read_again()
    await asyncio.sleep(2 * PROMPT)
    all_is_well()
    await overview()

"""One unit is one command of an operator, to stations of every kind: quick, slow, mute, hung, gone."""

import asyncio
import json
import logging
import sys
from collections import deque
from traceback import walk_tb
from typing import Any, NamedTuple

import app

# What can be turned: how many stations hang, and how many commands of a hundred a station reads and never answers.
LOAD = {"hung": 2, "unanswered": 5}
# Seconds within which the service does what it does at once.
PROMPT = 1.0
# Seconds that an operator waits, and that a station may pause, as the contract has it.
PATIENCE = 30.0
PAUSE = 10.0
# Seconds after which a station whose connection was closed connects again.
BACK_AFTER = 60.0
ORDERS = ("unlock", "start charging", "stop charging", "restart", "send a log")

PROBLEMS: list[str] = []
# What the service fell over, as a server would log it.
FALLS: list[BaseException] = []


def complain(sentence: str) -> None:
    """Tell check.py what went wrong; the first complaint is enough."""
    if not PROBLEMS:
        PROBLEMS.append(fell_over() + sentence)


def fell_over() -> str:
    """The last exception that nobody foresaw, with the last line of the service's own that it came through."""
    if not FALLS:
        return ""
    error = FALLS[-1]
    steps = [(step.f_code.co_filename, line) for step, line in walk_tb(error.__traceback__)]
    folder = str(app.__file__).rpartition("/")[0]
    own = [f" ({file.rpartition('/')[2]}, line {line})" for file, line in steps if file.rpartition("/")[0] == folder]
    return f"{type(error).__name__}: {error}{own[-1] if own else ''}. "


def fall(error: BaseException) -> None:
    FALLS[:] = [error]


class FirstLines(logging.Handler):
    """Shows what is logged first. The same again a thousand times would help nobody."""

    left = 20

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            fall(record.exc_info[1])
        if self.left:
            self.left -= 1
            print(record.getMessage(), file=sys.stderr)


logging.getLogger().addHandler(FirstLines(logging.WARNING))


def now() -> float:
    return asyncio.get_running_loop().time()


def scope_of(kind: str, path: str, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [],
        "client": ("192.0.2.7", 4000),
        "server": ("control.example", 80),
        **more,
    }


class Reply(NamedTuple):
    status: int
    body: Any

    def __str__(self) -> str:
        return f"{self.status} with {self.body}" if self.status else "no answer"


async def request(method: str, path: str, body: Any = None) -> Reply:
    """One HTTP request, as a server hands it to the application; who sends it gives up after a minute."""
    status, chunks = 0, []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": json.dumps(body).encode(), "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            chunks.append(message.get("body", b""))

    try:
        async with asyncio.timeout(2 * PATIENCE) as giving_up:
            await app.app(scope_of("http", path, method=method, scheme="http"), receive, send)
    except Exception as error:
        if not giving_up.expired():
            fall(error)
    text = b"".join(chunks)
    return Reply(status, json.loads(text) if text.startswith(b"{") else text.decode())


class Tariff:
    """The newest price that was announced, and since when."""

    number = 0
    since = 0.0


async def announce() -> None:
    Tariff.number += 1
    Tariff.since = now()
    reply = await request("PUT", "/tariff", {"number": Tariff.number, "cents": 30 + Tariff.number % 40})
    if reply.status != 204 or now() - Tariff.since > PROMPT:
        complain(
            f"A tariff must be taken at once, with 204, whatever a station does; "
            f"it got {reply} after {now() - Tariff.since:.1f} s."
        )


class Station:
    """
    A charging station and its connection, with the server between them: sending waits for as long as the station does
    not read, and fails once the connection is lost. The server sends no pings.
    """

    def __init__(self, name: str, *, hangs: bool = False) -> None:
        self.name = name
        # Whether it stops reading for good once it knows the tariff.
        self.hangs = hangs
        self.inbox: deque[dict[str, Any]] = deque([{"type": "websocket.connect"}])
        self.receiving: asyncio.Future[None] | None = None
        self.sending: list[asyncio.Future[None]] = []
        self.accepted = False
        self.lost = False
        self.over: float | None = None
        self.reads = True
        # When it last stopped reading, and when it last began: at first by connecting.
        self.stopped = 0.0
        self.began = now()
        self.tariff: int | None = None
        self.report, self.reported = 0, 0.0
        # What it was sent of late. Of each command that it was not: how long it takes to answer, None for ever.
        self.carried_out: deque[str] = deque(maxlen=40)
        self.takes: dict[str, float | None] = {}
        self.connection = asyncio.create_task(self.connect())

    async def connect(self) -> None:
        try:
            scope = scope_of("websocket", f"/stations/{self.name}", scheme="ws", subprotocols=[])
            await app.app(scope, self.receive, self.send)
        except Exception as error:
            fall(error)
        finally:
            self.end()

    @property
    def is_there(self) -> bool:
        return self.accepted and not self.lost and self.over is None

    def end(self) -> None:
        if self.over is None:
            self.over = now()
        self.wake()

    def wake(self) -> None:
        """Whatever is being sent is looked at again."""
        for sending in self.sending:
            if not sending.done():
                sending.set_result(None)
        self.sending.clear()

    async def receive(self) -> dict[str, Any]:
        while not self.inbox:
            self.receiving = asyncio.get_running_loop().create_future()
            await self.receiving
        return self.inbox.popleft()

    def come_in(self, message: dict[str, Any]) -> None:
        self.inbox.append(message)
        if self.receiving is not None and not self.receiving.done():
            self.receiving.set_result(None)

    def say(self, text: str) -> None:
        if self.is_there:
            self.come_in({"type": "websocket.receive", "text": text})

    async def send(self, message: dict[str, Any]) -> None:
        if message["type"] == "websocket.close":
            await self.be_closed()
            return
        while self.accepted and not self.reads and not self.lost and self.over is None:
            sending: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.sending.append(sending)
            await sending
        if self.lost or self.over is not None:
            raise ConnectionResetError("the connection is lost")
        if message["type"] == "websocket.accept":
            self.accepted = True
        else:
            self.take(json.loads(message["text"]))

    async def be_closed(self) -> None:
        """With a station that does not read there is no handshake: a server gives up after ten seconds."""
        if not self.reads:
            await asyncio.sleep(10)
        self.end()
        self.come_in({"type": "websocket.disconnect", "code": 1006, "reason": ""})

    def take(self, message: dict[str, Any]) -> None:
        if "tariff" in message:
            self.take_tariff(message["tariff"].get("number", 0))
            return
        if self.tariff is None:
            complain(f"A station that connects must be told the tariff first of all, and {self.name} was not.")
        card = message.get("card", "")
        if card in self.takes:
            order = {key: value for key, value in message.items() if key != "id"}
            if order != order_of(card):
                complain(f"A command must reach its station as it was given, {order_of(card)}, not as {order}.")
            takes = self.takes.pop(card)
            self.carried_out.append(card)
            if takes is not None:
                answer = json.dumps({"id": message["id"], "result": f"done for {card}"})
                asyncio.get_running_loop().call_later(takes, self.say, answer)
        elif card in self.carried_out or self.name not in card:
            complain(f"A command must be sent to its own station, once; {self.name} was sent that of {card!r} again.")

    def take_tariff(self, number: int) -> None:
        if self.tariff is not None and number < self.tariff:
            complain(f"An old tariff must not be sent after a newer one, and {self.name} was sent one.")
        self.tariff = number
        if self.hangs:
            self.stop_reading()

    def send_report(self) -> None:
        self.report, self.reported = self.report + 1, now()
        self.say(json.dumps({"state": "free", "number": self.report}))

    def stop_reading(self) -> None:
        self.reads, self.stopped = False, now()

    def read_again(self) -> None:
        self.reads, self.began = True, now()
        self.wake()

    def hang_up(self) -> None:
        self.lost = True
        self.wake()
        self.come_in({"type": "websocket.disconnect", "code": 1001, "reason": ""})


def order_of(card: str) -> dict[str, Any]:
    number = sum(card.encode())
    action = ORDERS[number % len(ORDERS)]
    note = f"The driver with card {card} has called and asks for: {action}."
    return {"action": action, "connector": 1 + number % 2, "card": card, "note": note}


async def command(station: Station, card: str) -> tuple[Reply, float]:
    """What an operator is told, and after how many seconds."""
    sent = now()
    reply = await request("POST", f"/stations/{station.name}/commands", order_of(card))
    return reply, now() - sent


async def operate(station: Station, number: int | str, takes: float | None) -> None:
    """A command to a station that reads, or will soon: it `takes` so many seconds to answer, or never does."""
    card = f"{station.name} {number}"
    station.takes[card] = takes
    sent = now()
    reply, waited = await command(station, card)
    station.takes.pop(card, None)
    if takes is not None and takes < PATIENCE:
        due = max(sent, station.began) + takes + PROMPT
        if reply.status != 200 or not isinstance(reply.body, dict) or reply.body.get("result") != f"done for {card}":
            complain(f"A command that its station answers after {takes:g} s must get that answer, not {reply}.")
        elif now() > due:
            complain(f"An answer must be passed on at once, and one was {now() - due + PROMPT:.1f} s late.")
    elif reply.status != 504 or abs(waited - PATIENCE) > PROMPT:
        complain(f"A command without an answer must get 504 after {PATIENCE:g} s, not {reply} after {waited:.1f} s.")


async def operate_in_vain(station: Station, number: int | str) -> None:
    """A command to a station that has not read for long, or is about to leave: whatever comes, it comes in time."""
    card = f"{station.name} {number}"
    station.takes[card] = None
    reply, waited = await command(station, card)
    station.takes.pop(card, None)
    hung = not station.reads and now() - station.stopped > PAUSE
    told = (404, 503, 504) if hung or not station.is_there else (504,)
    if reply.status not in told:
        complain(f"A command to a station that does not read, or is gone, may get 504, not {reply}.")
    elif waited > PATIENCE + PROMPT:
        complain(f"An operator must be told after {PATIENCE:g} s that nobody answers; one waited {waited:.1f} s.")
    elif reply.status == 504 and station.is_there and not hung and waited < PATIENCE - PROMPT:
        complain(f"A station that is there has {PATIENCE:g} s to answer; an operator got 504 after {waited:.1f} s.")


# Those that stay, the last of which pauses now and then; those that hang; all others that are there.
STAYING: list[Station] = []
HUNG: list[Station] = []
OTHERS: list[Station] = []


def there() -> list[Station]:
    return [station for station in (*STAYING, *HUNG, *OTHERS) if station.is_there]


async def open_up() -> None:
    STAYING.extend(Station(f"north-{number}") for number in range(6))
    HUNG.extend(Station(f"cellar-{number}", hangs=True) for number in range(LOAD["hung"]))
    await asyncio.sleep(PROMPT)


OPENING: list[asyncio.Task[None]] = []


async def run(i: int) -> None:
    if not OPENING:
        OPENING.append(asyncio.create_task(open_up()))
    await asyncio.shield(OPENING[0])
    if i % 40 == 0:
        await announce()
    station = STAYING[i % len(STAYING)]
    station.send_report()
    share = LOAD["unanswered"]
    match i % 20:
        case _ if (i + 1) * share // 100 > i * share // 100:
            await operate(station, i, None)
        case 3 | 8 | 11 | 15 if HUNG:
            await operate_in_vain(hung_station(i), i)
        case 5:
            await operate(station, i, 20.0)
        case 17 if share:
            await operate(station, i, 35.0)
        case 7:
            await visit(i)
        case 13:
            await pause(i)
        case _:
            await operate(station, i, (0.05, 0.4, 1.5)[i % 3])


def hung_station(i: int) -> Station:
    """One of those that hang. When its connection was closed, somebody restarts it; it hangs again."""
    at = i % len(HUNG)
    over = HUNG[at].over
    if over is not None and now() - over > BACK_AFTER:
        HUNG[at] = Station(HUNG[at].name, hangs=True)
    return HUNG[at]


async def pause(i: int) -> None:
    """The last station stops reading for some seconds, and gets its command afterwards."""
    station = STAYING[-1]
    if not station.reads:
        return
    station.stop_reading()
    asyncio.get_running_loop().call_later(5.0, station.read_again)
    await operate(station, i, 0.4)


async def visit(i: int) -> None:
    """A station connects, works, and goes: it hangs up, is cut off, sends what is no JSON, or owes an answer."""
    station = Station(f"mobile-{i}")
    OTHERS.append(station)
    await asyncio.sleep(0.2)
    if station.is_there:
        await operate(station, i, 0.1)
    way = i // 20 % 4
    if way == 0:
        station.say("{")
    else:
        if way == 1:
            station.stop_reading()
        if way != 2 and LOAD["unanswered"]:
            await leave_in_debt(station, i)
        station.hang_up()
    await asyncio.sleep(PROMPT)
    if station.over is None:
        complain("What is no JSON must end its station's connection; one went on.")
    OTHERS.remove(station)
    reply, waited = await command(station, f"{station.name} gone")
    if reply.status != 404 or waited > PROMPT:
        complain(f"A command to a station that is not there must get 404 at once, not {reply} after {waited:.1f} s.")


async def leave_in_debt(station: Station, number: int) -> None:
    """A station hangs up while it owes an answer."""
    owed = asyncio.create_task(operate_in_vain(station, f"{number} again"))
    await asyncio.sleep(0.1)
    station.hang_up()
    await owed


def failed(i: int) -> str | None:
    return PROBLEMS.pop() if PROBLEMS else None

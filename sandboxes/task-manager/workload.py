"""One unit is one visit: a page that watches or reserves, and goes. Beside them some pages stay open."""

import asyncio
import json
import logging
import sys
from traceback import walk_tb
from typing import Any

import shop
import stock

# What can be turned: how many pages stay open, and of how many visits in a hundred the line is cut.
LOAD = {"clients": 4, "cut": 25}
TITLES = 300
# Seconds within which a page is told what has happened, and within which a branch must have been asked.
PROMPT = 1.0
# The pauses after which a branch that cannot be reached is asked again.
PAUSES = 0.5, 1.0, 2.0
# Seconds that the server lets `serve` go on once its page has gone, when the process is to stop.
PATIENCE = 30.0
UNKNOWN_BRANCH = '{"reserve": 7, "title": "atlas", "branch": "moon"}'
NO_REQUESTS = ('{"watch"', "atlas", '["atlas"]', '{"title": "atlas"}', "null", '{"watch": 7}', UNKNOWN_BRANCH)

PROBLEMS: list[str] = []


def complain(sentence: str) -> None:
    """Tell check.py what went wrong; the first complaint is enough."""
    if not PROBLEMS:
        PROBLEMS.append(sentence)


def told(error: BaseException) -> str:
    """An exception, with the last line of the shop's own that it came through."""
    folder = str(shop.__file__).rpartition("/")[0]
    steps = [(step.f_code.co_filename, line) for step, line in walk_tb(error.__traceback__)]
    own = [f" ({file.rpartition('/')[2]}, line {line})" for file, line in steps if file.rpartition("/")[0] == folder]
    return f"{type(error).__name__}: {error}{own[-1] if own else ''}. "


def now() -> float:
    return asyncio.get_running_loop().time()


def let_go(emptied: dict[Any, Any]) -> None:
    """An empty dict keeps its table, and the meter would see that."""
    if not emptied:
        emptied.clear()


class Warnings(logging.Handler):
    """Notes which reservations are warned of, and shows what is logged first."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.left = 20

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        for reservation in [*OPEN.values()]:
            if str(reservation.number) in text:
                reservation.warned = True
        given = record.args if isinstance(record.args, tuple) else ()
        for error in (*(record.exc_info or ())[1:2], *given):
            if isinstance(error, Exception) and not isinstance(error, OSError):
                complain(told(error))
        if self.left:
            self.left -= 1
            print(text, file=sys.stderr)


class Reservation:
    """What a page has asked for, until it is entered or has failed and all have heard of it."""

    def __init__(self, number: int, title: str, branch: str, page: "Page") -> None:
        self.number = number
        self.title = title
        self.branch = branch
        self.page = page
        self.attempts = 0
        self.decided = ""
        self.decided_at = 0.0
        self.told = False
        self.warned = False
        self.early = self.due = now()
        self.due += PROMPT

    def decide(self, outcome: str) -> None:
        self.decided, self.decided_at = outcome, now()
        self.due = now() + PROMPT
        self.close_if_over()

    def close_if_over(self) -> None:
        heard = self.told or not self.page.open
        if self.decided and heard and (self.warned or self.decided == "reserved"):
            OPEN.pop(self.number, None)
            let_go(OPEN)

    def late(self) -> str:
        """What should have happened by now, in a sentence."""
        if self.due >= now():
            return ""
        self.close_if_over()
        if self.number not in OPEN:
            return ""
        if not self.decided:
            times = "once" if self.attempts == 1 else f"{self.attempts} times"
            asked = f"it was asked {times}" if self.attempts else "it was not asked"
            return (
                f"Reservation {self.number} must be entered by its branch, whether or not its page stays; "
                f"{asked}, and then nothing happened."
            )
        if self.page.open and not self.told:
            return f"Reservation {self.number} is {self.decided}, and its page, which is open, was not told."
        return f"Reservation {self.number} failed, and no warning with its number was logged."


OPEN: dict[int, Reservation] = {}


class Branch:
    """A branch's ledger: it takes a while, and some cannot be reached the first times, or never."""

    def __init__(self, name: str, taking: float = 0.03, failing: int = 0) -> None:
        self.name = name
        self.taking = taking
        self.failing = failing

    async def enter(self, number: int, title: str) -> None:
        reservation = OPEN.get(number)
        if reservation is None or reservation.decided or reservation.branch != self.name:
            complain(f"A reservation must be entered once, by its own branch; {number} came to the {self.name} again.")
            return
        if title != reservation.title:
            complain(f"Reservation {number} is for {reservation.title!r}, and was entered for {title!r}.")
        if not reservation.early <= now() + 0.001 <= reservation.due:
            complain(
                f"A branch must be asked at once, and again after half a second, one second and two; "
                f"{number} came {now() - reservation.early:.1f} s after that for attempt {reservation.attempts + 1}."
            )
        reservation.attempts += 1
        reservation.due = now() + self.taking + PROMPT
        await asyncio.sleep(self.taking)
        if reservation.attempts > self.failing:
            reservation.decide("reserved")
            return
        if reservation.attempts > len(PAUSES):
            reservation.decide("failed")
        else:
            reservation.early = now() + PAUSES[reservation.attempts - 1]
            reservation.due = reservation.early + PROMPT
        raise ConnectionRefusedError(f"the {self.name} branch cannot be reached")


shop.LEDGERS.update(
    harbour=Branch("harbour"),
    market=Branch("market", failing=2),
    abbey=Branch("abbey", taking=3.0),
    castle=Branch("castle", failing=99),
)


class Page:
    """A page and its connection. Like any server, ours holds the session while it lasts."""

    def __init__(self) -> None:
        self.open = True
        self.inbox: list[str | None] = []
        self.reading: asyncio.Future[None] | None = None
        # What it must be told, and by when.
        self.expected: dict[str, float] = {}
        self.watching: list[str] = []
        self.cut = False
        session = asyncio.create_task(shop.serve(self))
        SESSIONS.add(session)
        session.add_done_callback(self.end_session)

    def __aiter__(self) -> "Page":
        return self

    async def __anext__(self) -> str:
        while not self.inbox:
            self.reading = asyncio.get_running_loop().create_future()
            await self.reading
        text = self.inbox.pop(0)
        if text is None:
            self.reading = None
            if self.cut:
                raise ConnectionResetError("the line was cut")
            raise StopAsyncIteration
        return text

    async def send(self, text: str) -> None:
        await asyncio.sleep(0.002)
        if not self.open:
            raise ConnectionResetError("the page has gone")
        match json.loads(text):
            case {"reserved": int(number)}:
                self.hear(number, "reserved")
            case {"failed": int(number)}:
                self.hear(number, "failed")
            case _ if self.expected.pop(text, None) is None:
                complain(f"A page must be told once of what it asked for and has happened, and was told {text}.")
        let_go(self.expected)

    def hear(self, number: int, outcome: str) -> None:
        reservation = OPEN.get(number)
        if reservation is None or reservation.page is not self or reservation.told:
            complain(f"A page must be told once of its own reservation, and {outcome} came again for {number}.")
        elif reservation.decided != outcome:
            state = reservation.decided or "not decided yet"
            complain(f"Reservation {number} is {state}, and its page was told {outcome}.")
        else:
            reservation.told = True
            reservation.close_if_over()

    def watch(self, title: str) -> None:
        self.watching.append(title)
        self.key_in(json.dumps({"watch": title}))

    def reserve(self, number: int, title: str, branch: str) -> None:
        OPEN[number] = Reservation(number, title, branch, self)
        self.key_in(json.dumps({"reserve": number, "title": title, "branch": branch}))

    def send_no_request(self, text: str) -> None:
        self.expected[json.dumps({"unknown": text})] = now() + PROMPT
        self.key_in(text)

    def key_in(self, text: str | None) -> None:
        self.inbox.append(text)
        if self.reading is not None and not self.reading.done():
            self.reading.set_result(None)

    def leave(self, *, cut: bool = False) -> None:
        self.open = False
        self.cut = cut
        self.expected.clear()
        self.watching.clear()
        self.key_in(None)

    def late(self) -> str:
        """What it must have been told by now, in a sentence; empty if all has come."""
        for text, due in self.expected.items():
            if due < now():
                return f"A page that is open must be told within a second of what happens, and {text} did not come."
        return ""

    def end_session(self, session: asyncio.Task[None]) -> None:
        SESSIONS.discard(session)
        error = None if session.cancelled() else session.exception()
        if error is not None and not is_of_the_line(error):
            complain(f"{told(error)}A page must be served until it goes.")
        elif self.open:
            complain("A page must be served until it goes, whatever it sends and whatever fails.")


def is_of_the_line(error: BaseException) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return all(is_of_the_line(one) for one in error.exceptions)
    return isinstance(error, OSError | asyncio.CancelledError)


SESSIONS: set[asyncio.Task[None]] = set()
STAYING: list[Page] = []
# Further pages of the check's own.
OTHERS: list[Page] = []


def arrive(title: str) -> None:
    """A copy comes in; every page that is open and watches for it must be told."""
    for page in [*VISITING, *STAYING, *OTHERS]:
        if page.open and title in page.watching:
            page.watching.remove(title)
            page.expected[json.dumps({"arrived": title})] = now() + PROMPT
    stock.arrive(title)


VISITING: set[Page] = set()

logging.getLogger().addHandler(Warnings())


def is_cut(i: int) -> bool:
    return i * 37 % 100 < LOAD["cut"]


async def run(i: int) -> None:
    await stay(i)
    page = Page()
    VISITING.add(page)
    await visit(page, i)
    page.leave(cut=is_cut(i))
    VISITING.discard(page)
    if i % 20 == 13:
        await asyncio.sleep(0.2)
        arrive(f"atlas {i % TITLES}")


async def visit(page: Page, i: int) -> None:
    rare, number = f"memoirs {i % TITLES}", 100_000 + i
    match i % 20:
        case 9 | 10:
            page.watch(rare)
            page.watch(f"memoirs {(i + TITLES // 2) % TITLES}")
            await asyncio.sleep(0.2)
        case 11 | 12 | 13:
            page.watch(f"atlas {i % TITLES}")
            await asyncio.sleep(0.2)
            if i % 20 != 13:
                arrive(f"atlas {i % TITLES}")
                await asyncio.sleep(0.1)
        case 14:
            page.reserve(number, rare, "harbour")
            await asyncio.sleep(0.2)
        case 15:
            page.reserve(number, rare, "market")
            await asyncio.sleep(2.0)
        case 16:
            page.watch(rare)
            page.reserve(number, rare, "castle")
            await asyncio.sleep(4.0)
        case 17 | 19:
            page.watch(rare)
            page.reserve(number, rare, "abbey" if i % 20 == 17 else "market")
            await asyncio.sleep(0.02)
        case 18:
            page.watch(rare)
            page.send_no_request(NO_REQUESTS[i // 20 % len(NO_REQUESTS)])
            await asyncio.sleep(0.1)
        case _:
            page.watch(rare)
            await asyncio.sleep(0.1)


async def stay(i: int) -> None:
    """Pages that stay wait long for their title, are told when it comes, and watch for another; some go at last."""
    if not STAYING:
        STAYING.extend(Page() for _ in range(LOAD["clients"]))
        for place, page in enumerate(STAYING):
            page.watch(f"letters {place}")
    if i % 25 == 24:
        turn = i // 25
        place = turn % len(STAYING)
        page = STAYING[place]
        arrive(f"letters {place}")
        await asyncio.sleep(0.05)
        await trouble(page, turn)
        if turn // len(STAYING) % 3 == 2:
            page.leave(cut=is_cut(turn))
            page = STAYING[place] = Page()
        page.watch(f"letters {place}")
    if i % 100 == 60:
        for page in [*STAYING]:
            page.watch("almanac")
        passing = Page()
        passing.watch("almanac")
        await asyncio.sleep(0.05)
        passing.leave(cut=is_cut(i))
        await asyncio.sleep(0.05)
        arrive("almanac")


async def trouble(page: Page, turn: int) -> None:
    """What a page sends, and what fails for it, ends nothing of what it does later."""
    match turn % 3:
        case 1:
            page.send_no_request(NO_REQUESTS[turn // 3 % len(NO_REQUESTS)])
        case 2:
            page.reserve(500_000 + turn, "almanac", "castle")
            await asyncio.sleep(4.0)


def late() -> str:
    """The first thing that should have happened by now, in a sentence."""
    for reservation in [*OPEN.values()]:
        if sentence := reservation.late():
            return sentence
    for page in [*VISITING, *STAYING, *OTHERS]:
        if page.open and (sentence := page.late()):
            return sentence
    return ""


def forget_late() -> None:
    for number in [number for number, reservation in OPEN.items() if reservation.late()]:
        del OPEN[number]
    for page in [*VISITING, *STAYING, *OTHERS]:
        for text in [text for text, due in page.expected.items() if due < now()]:
            del page.expected[text]


def failed(i: int) -> str | None:
    """What went wrong since it was last asked."""
    problem = PROBLEMS.pop() if PROBLEMS else late()
    forget_late()
    return problem or None

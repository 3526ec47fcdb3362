"""One unit is one inquiry. Most are answered, some late, twice or never; some cannot be sent, some buyers give up."""

import asyncio

from inquiries import ask, receive

PATIENCE = 2.0
FATES = ("answered", "answered", "silent", "answered", "late", "twice", "answered", "unsent", "given up", "slow")
PROBLEMS: list[str] = []
# Inquiries that came back as they should, by what became of them; nobody but check.py reads that.
ENDED = {"answered": 0, "silent": 0, "unsent": 0, "given up": 0}


def complain(sentence: str) -> None:
    if not PROBLEMS:
        PROBLEMS.append(sentence)


def fate_of(i: int) -> str:
    return FATES[i % len(FATES)]


async def run(i: int) -> None:
    fate = fate_of(i)
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def send(number: int, question: str) -> None:
        await asyncio.sleep(0.01)
        if fate == "unsent":
            raise ConnectionError("the supplier is away")
        delay = {"silent": None, "given up": None, "late": 2.5, "slow": 1.9}.get(fate, 0.05 + i % 7 / 10)
        if delay is not None:
            loop.call_later(delay, receive, number, question.upper())
        if fate == "twice":
            loop.call_later(delay + 0.2, receive, number, "again")

    inquiry = asyncio.ensure_future(ask(send, f"price of {i}?"))
    if fate == "given up":
        await asyncio.sleep(0.3)
        inquiry.cancel()
    try:
        answer = await inquiry
    except ConnectionError:
        if fate != "unsent":
            complain(f"Inquiry {i} must not fail, as it was sent.")
        ENDED["unsent"] += 1
        return
    except asyncio.CancelledError:
        if fate != "given up":
            complain(f"Inquiry {i} must not be cancelled, as nobody gave it up.")
        ENDED["given up"] += 1
        return
    took = loop.time() - began
    if fate in ("silent", "late"):
        if answer is not None:
            complain(f"Who gets no answer in two seconds must get None, not {answer!r}.")
        if not 1.9 < took < 2.2:
            complain(f"Who gets no answer must get None after two seconds, not after {took:.1f}.")
        ENDED["silent"] += 1
    elif fate in ("unsent", "given up"):
        complain(f"A failure to send and a cancellation must be passed on, and inquiry {i} got {answer!r}.")
    else:
        if answer != f"PRICE OF {i}?":
            complain(f"Inquiry {i} must get its own answer, 'PRICE OF {i}?', not {answer!r}.")
        ENDED["answered"] += 1

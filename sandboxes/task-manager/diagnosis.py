"""What a diagnosis of this program has to find."""

from leaklab.diagnosis import Culprit

ASYNCIO = (
    "That is asyncio’s own file. Trace with more frames, tracemalloc.start(10), and take our line that led there."
)
PINNED = "It stays because something that is not over refers to it, in a frame. What is not over?"

culprit = Culprit(
    where=[
        ("shop.py", 'TASKS.start(f"watch {title}", watch(title, page))'),
        ("manager.py", "task = asyncio.create_task(work, name=name)"),
    ],
    what=["Task"],
    held_by=["shop.TASKS", "stock.AWAITED"],
    near={
        "where": {
            'shop.py:TASKS.start(f"reserve {number}", reserve(number, title, LEDGERS[branch], page))': (
                "Reservations come to an end: entered, or failed after four attempts. What is started that does not?"
            ),
            "shop.py:await stock.arrival(title)": (
                "Here they stand, one for each visit, waiting. Which line started what waits here?"
            ),
            "stock.py": "They wait here, and what they wait for is made here. Which line started what waits?",
            "shop.py": "Not this line. Ask the tasks that are alive for their names: which line gives them that name?",
            "manager.py": "The manager does here what it is told. Which line makes the thing that stays?",
            "base_events.py": ASYNCIO,
            "tasks.py": ASYNCIO,
            "events.py": ASYNCIO,
            "taskgroups.py": ASYNCIO,
        },
        "what": {
            "coroutine": "There are two for each, one awaiting the other. What carries them on?",
            "Context": "Each of these belongs to exactly one other object, which got it when it was made.",
            "Future": "Close: one waits for one of these. What waits, and will be called when it is done?",
            "Page": PINNED,
            "set": "Some of them come with a title that somebody waits for. What stays once for each wait?",
            "list": PINNED,
            "frame": "A coroutine that waits keeps its frame. Which object carries that coroutine on?",
            "ReferenceType": "Weak references keep nothing alive. asyncio has one for each of what stays.",
            "KeyedRef": "Weak references keep nothing alive. asyncio has one for each of what stays.",
        },
        "held_by": {
            "shop.LEDGERS": "It has the same four branches all the time.",
        },
    },
)

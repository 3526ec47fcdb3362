"""What a diagnosis of this program has to find."""

from leaklab.diagnosis import Culprit

ASYNCIO = (
    "That is asyncio’s own file. Trace with more frames, tracemalloc.start(10), and take the line of ours that is "
    "nearest to it."
)
TRACEBACK = "Frames hang on tracebacks, and those on exceptions. What keeps an exception until somebody asks for it?"

culprit = Culprit(
    where=[("background.py", "task = asyncio.create_task(work(*args), name=name)")],
    stored=[("background.py", "RUNNING.add(task)")],
    what=["Task"],
    held_by=["background.RUNNING"],
    near={
        "where": {
            "gateway.py": "That work comes to its end, as it should. Which line makes the thing that outlives it?",
            "receipts.py": "Receipts are only listed here, weakly. Somebody else keeps the ones that stay.",
            "wire.py": "Orders and answers are made here. Something else carries them along and stays.",
            "base_events.py": ASYNCIO,
            "tasks.py": ASYNCIO,
            "events.py": ASYNCIO,
        },
        "what": {
            "coroutine": "There is one for each order, and something that ran it still refers to it. What is that?",
            "Context": "Each of these belongs to exactly one other object, which got it when it was made.",
            "Future": "The right family. Plain futures stay only where an order failed. What stays for every order?",
            "Answer": "An answer stays because somebody keeps the result of a coroutine. What keeps results?",
            "Order": "Orders stay only where one went wrong, in the frames of a traceback. What keeps the exception?",
            "Till": "Some tills stay, in the frames of a traceback. What keeps the exception that it belongs to?",
            "frame": TRACEBACK,
            "traceback": TRACEBACK,
            "CancelledError": "Right, some keep their exception. What keeps an exception until somebody asks for it?",
            "KeyedRef": "These are the weak references of receipts.AWAITED. A weak reference keeps nothing alive.",
        },
        "held_by": {
            "receipts.AWAITED": "Its values are weak: it lists receipts and keeps none. Who keeps those that stay?",
            "gateway.TILLS": "Tills leave it when they hang up. Its length goes up and down, and stays small.",
            "gateway.KITCHENS": "It has the same few entries all the time.",
        },
    },
)

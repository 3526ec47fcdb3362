"""What a diagnosis of this program has to find."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("background.py", "task = asyncio.create_task(work, name=name)"),
        ("background.py", "RUNNING.add(task)"),
    ],
    what=["Task"],
    held_by=["background.RUNNING"],
    near={
        "where": {
            "gateway.py": "The work is written here, and it ends as it should. Which line makes the thing that outlives it?",
            "receipts.py": "A receipt is only held weakly here. Somebody else still holds the ones that stay: who?",
            "wire.py": "Orders and answers are made here. They are carried along by something bigger that stays.",
            "tasks.py": "That is asyncio's own file. Take more frames, tracemalloc.start(10), and look for the nearest line of ours.",
            "base_events.py": "That is asyncio's own file. Take more frames, tracemalloc.start(10), and look for the nearest line of ours.",
        },
        "what": {
            "coroutine": "There is one for each order, and each is held by something that ran it. What is that?",
            "Context": "Each of these belongs to exactly one bigger object, which got it when it was made.",
            "Future": "Right family. Receipts stay only where an order failed; a subclass of Future stays for every order.",
            "Answer": "An answer is a result that somebody still keeps. What keeps the result of a coroutine?",
            "Order": "Orders stay only where a delivery failed, in the frames of a traceback. What holds the exception?",
            "frame": "The frames hang on tracebacks, and those on exceptions. What holds an exception until it is asked for?",
            "traceback": "Tracebacks hang on exceptions. What holds an exception until it is asked for?",
        },
        "held_by": {
            "receipts.AWAITED": "Its values are weak: it lists receipts and keeps none. Somebody else keeps them.",
            "gateway.TILLS": "Tills leave it when they hang up: its length goes up and down, and stays small.",
            "gateway.KITCHENS": "It has the same few entries all the time.",
        },
    },
)

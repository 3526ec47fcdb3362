"""What lives a while, dies as a cycle, and still refers to what lives: only a full collection can free it."""

from program import bounded, leak

_LRU = """
class Node:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.before = self.after = None

class Lru:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.newest = self.oldest = None

    def put(self, key, value):
        node = self.nodes[key] = Node(key, value)
        node.before = self.newest
        if self.newest is not None:
            self.newest.after = node
        self.newest = node
        if self.oldest is None:
            self.oldest = node
        if len(self.nodes) > self.capacity:
            gone = self.oldest
            self.oldest = gone.after
            OF_GONE
            del self.nodes[gone.key]

CACHE = Lru(100)

def run(i):
    CACHE.put(i, bytes(1_000))
"""

PROGRAMS = [
    bounded(
        "linked-lru-gone-node-keeps-its-next",
        "The node that leaves a doubly linked list still refers to the next and, by its own value, to itself.",
        _LRU.replace("OF_GONE", "self.oldest.before = None\n            gone.before = gone"),
    ),
    leak(
        "linked-lru-half-unlinked",
        "The node that leaves a doubly linked list is still known to the next, and so from each to the first.",
        _LRU.replace("OF_GONE", "pass"),
    ),
    bounded(
        "linked-lru-unlinked",
        "The node that leaves a doubly linked list is unlinked on both sides.",
        _LRU.replace("OF_GONE", "self.oldest.before = gone.after = None"),
    ),
    leak(
        "linked-lru-that-forgets-to-evict",
        "The doubly linked list unlinks nothing: each node is reached from the next.",
        _LRU.replace("OF_GONE", "pass").replace("CACHE = Lru(100)", "CACHE = Lru(10**9)"),
    ),
    leak(
        "linked-lru-and-a-small-leak",
        "The list is bounded and leaves cycles; beside it forty bytes are kept for each entry.",
        _LRU.replace("OF_GONE", "self.oldest.before = None\n            gone.before = gone").replace(
            "CACHE.put(", "KEYS.append(str(i))\n    CACHE.put("
        )
        + "\nKEYS = []\n",
    ),
    bounded(
        "chain-of-versions",
        "Each version knows the one before and is known by its own listener; the last twenty are kept.",
        """
        from collections import deque

        class Version:
            def __init__(self, number, before):
                self.number = number
                self.text = bytes(800)
                self.listener = lambda: self.number
                self.after = None
                if before is not None:
                    before.after = self

        LAST = deque(maxlen=20)

        def run(i):
            LAST.append(Version(i, LAST[-1] if LAST else None))
        """,
    ),
    leak(
        "chain-of-versions-backwards",
        "Each version knows the one before: the first is held by the last.",
        """
        class Version:
            def __init__(self, number, before):
                self.number, self.before = number, before
                self.text = bytes(800)

        LAST = [None]

        def run(i):
            LAST[0] = Version(i, LAST[0])
        """,
    ),
    bounded(
        "tree-with-parents-replaced",
        "Every request puts a new page into a tree whose leaves know their parents.",
        """
        class Page:
            def __init__(self, parent, depth):
                self.parent = parent
                self.text = bytes(100)
                self.children = [Page(self, depth - 1) for _ in range(3)] if depth else []

        SITE = [None]

        def run(i):
            SITE[0] = Page(SITE[0], 2)
            SITE[0].parent = None
        """,
    ),
    bounded(
        "undo-steps-that-know-both-neighbours",
        "An editor keeps fifty steps; what falls off still refers to the step that followed.",
        """
        class Step:
            def __init__(self, text, before):
                self.text = text
                self.before, self.after = before, None

        class History:
            def __init__(self):
                self.first = self.last = Step("", None)
                self.length = 1

            def add(self, text):
                step = Step(text, self.last)
                self.last.after = step
                self.last = step
                self.length += 1
                if self.length > 50:
                    self.first = self.first.after
                    self.length -= 1
                step.undo = lambda: step.text

        HISTORY = History()

        def run(i):
            HISTORY.add(f"order {i} " * 40)
            # Nobody goes back further than the first step.
            HISTORY.first.before = None
        """,
    ),
    bounded(
        "observers-in-cycles",
        "A subject and its observer know each other and the subject that comes after; thirty are kept.",
        """
        from collections import deque

        class Subject:
            def __init__(self):
                self.observers = []
                self.successor = None
                self.state = bytes(600)

        class Observer:
            def __init__(self, subject):
                self.subject = subject
                subject.observers.append(self)

        SUBJECTS = deque(maxlen=30)

        def run(i):
            subject = Subject()
            Observer(subject)
            if SUBJECTS:
                SUBJECTS[-1].successor = subject
            SUBJECTS.append(subject)
        """,
    ),
    bounded(
        "tasks-that-know-the-next",
        "Thirty tasks in flight; each holds a callback with the future of the next.",
        """
        import asyncio
        from collections import deque

        class Job:
            def __init__(self, number):
                self.number = number
                self.done = asyncio.get_running_loop().create_future()
                self.done.add_done_callback(self.finished)
                self.result = bytes(400)
                self.next = None

            def finished(self, future):
                self.number = -self.number
                # Its own way back.
                self.itself = self

        JOBS = deque()

        async def run(i):
            job = Job(i)
            if JOBS:
                JOBS[-1].next = job
            JOBS.append(job)
            if len(JOBS) > 30:
                JOBS.popleft().done.set_result(None)
            await asyncio.sleep(0)
        """,
    ),
]

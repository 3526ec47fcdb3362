"""asyncio: tasks, futures, callbacks, timers and locks."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "tasks-in-a-set",
        "Background tasks are kept in a set and never taken out.",
        """
        import asyncio

        RUNNING = set()

        async def work():
            await asyncio.sleep(2)

        async def run(i):
            RUNNING.add(asyncio.create_task(work()))
            await asyncio.sleep(0.05)
        """,
    ),
    leak(
        "futures-nobody-resolves",
        "A future per request waits for an answer that comes to nine in ten.",
        """
        import asyncio

        WAITING = {}

        async def run(i):
            answer = WAITING[i] = asyncio.get_running_loop().create_future()
            if i % 10:
                answer.set_result("done")
                WAITING.pop(i)
            try:
                await asyncio.wait_for(answer, timeout=1)
            except TimeoutError:
                pass
        """,
    ),
    leak(
        "callbacks-on-a-long-future",
        "Each request adds a callback to a future that lives as long as the service.",
        """
        import asyncio

        STOPPED = None

        async def run(i):
            global STOPPED
            if STOPPED is None:
                STOPPED = asyncio.get_running_loop().create_future()
            STOPPED.add_done_callback(lambda _: i)
        """,
    ),
    leak(
        "queue-without-a-consumer",
        "An unbounded queue fills, for its consumer has died.",
        """
        import asyncio

        EVENTS = asyncio.Queue()

        async def run(i):
            await EVENTS.put({"event": i})
            await asyncio.sleep(0)
        """,
    ),
    leak(
        "tasks-that-wait-for-ever",
        "A task per request waits for an event that is never set.",
        """
        import asyncio

        READY = None

        async def watch(number):
            await READY.wait()
            return number

        async def run(i):
            global READY
            if READY is None:
                READY = asyncio.Event()
            asyncio.create_task(watch(i))
            await asyncio.sleep(0.01)
        """,
    ),
    leak(
        "timers-years-ahead",
        "A clean-up per request is set for ten years from now.",
        """
        import asyncio

        async def run(i):
            asyncio.get_running_loop().call_later(10 * 365 * 86_400, len, f"request {i}")
        """,
    ),
    leak(
        "tickers-that-never-stop",
        "Every hundredth request starts a ticker that sets itself anew.",
        """
        import asyncio

        def tick(loop, name):
            loop.call_later(7_200, tick, loop, name)

        async def run(i):
            if i % 100 == 0:
                tick(asyncio.get_running_loop(), f"ticker {i}")
            await asyncio.sleep(0)
        """,
    ),
    leak(
        "kept-on-cancellation",
        "A request that is cancelled notes itself to be tried again, and nobody does.",
        """
        import asyncio

        AGAIN = []

        async def fetch(number):
            try:
                await asyncio.sleep(5 if number % 8 == 0 else 0.01)
            except asyncio.CancelledError:
                AGAIN.append({"number": number, "body": "x" * 100})
                raise

        async def run(i):
            try:
                await asyncio.wait_for(fetch(i), timeout=1)
            except TimeoutError:
                pass
        """,
    ),
    leak(
        "lock-per-key",
        "A lock for each order, in a plain dict.",
        """
        import asyncio

        LOCKS = {}

        async def run(i):
            async with LOCKS.setdefault(i, asyncio.Lock()):
                await asyncio.sleep(0)
        """,
    ),
    leak(
        "clients-who-hang-up",
        "A subscriber's queue is removed at the end, and one client in five hangs up before it.",
        """
        import asyncio

        SUBSCRIBERS = set()

        class Gone(Exception):
            pass

        async def stream(number):
            queue = asyncio.Queue()
            SUBSCRIBERS.add(queue)
            await asyncio.sleep(0.01)
            if number % 5 == 0:
                raise Gone
            SUBSCRIBERS.remove(queue)

        async def run(i):
            try:
                await stream(i)
            except Gone:
                pass
        """,
    ),
    leak(
        "gathered-errors",
        "What gather returns is kept for a report, errors among it.",
        """
        import asyncio

        RESULTS = []

        async def fetch(number):
            await asyncio.sleep(0)
            if number % 4 == 0:
                raise LookupError(number)
            return number

        async def run(i):
            results = await asyncio.gather(fetch(i), fetch(i + 1), return_exceptions=True)
            RESULTS.extend(result for result in results if isinstance(result, Exception))
        """,
    ),
    bounded(
        "tasks-discarded",
        "Background tasks leave the set when they are done.",
        """
        import asyncio

        RUNNING = set()

        async def work():
            await asyncio.sleep(2)

        async def run(i):
            task = asyncio.create_task(work())
            RUNNING.add(task)
            task.add_done_callback(RUNNING.discard)
            await asyncio.sleep(0.05)
        """,
    ),
    bounded(
        "task-group",
        "Each request does its parts in a TaskGroup, and one in ten fails.",
        """
        import asyncio

        async def part(number):
            await asyncio.sleep(0.01)
            if number % 10 == 0:
                raise ValueError(number)

        async def run(i):
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(part(i))
                    group.create_task(part(i + 1))
            except* ValueError:
                pass
        """,
    ),
    bounded(
        "futures-forgotten-on-timeout",
        "A future per request waits for an answer, and is forgotten when none comes.",
        """
        import asyncio

        WAITING = {}

        async def run(i):
            answer = WAITING[i] = asyncio.get_running_loop().create_future()
            if i % 10:
                answer.set_result("done")
            try:
                await asyncio.wait_for(answer, timeout=1)
            except TimeoutError:
                pass
            finally:
                del WAITING[i]
        """,
    ),
    bounded(
        "callbacks-taken-back",
        "A callback on a long-lived future is removed when the request ends.",
        """
        import asyncio

        STOPPED = None

        async def run(i):
            global STOPPED
            if STOPPED is None:
                STOPPED = asyncio.get_running_loop().create_future()

            def stop(_):
                return i

            STOPPED.add_done_callback(stop)
            try:
                await asyncio.sleep(0.02)
            finally:
                STOPPED.remove_done_callback(stop)
        """,
    ),
    bounded(
        "queue-that-drops",
        "A queue of 100 drops the oldest event when it is full.",
        """
        import asyncio

        EVENTS = asyncio.Queue(maxsize=100)

        async def run(i):
            if EVENTS.full():
                EVENTS.get_nowait()
            EVENTS.put_nowait({"event": i})
            await asyncio.sleep(0)
        """,
    ),
    bounded(
        "queue-with-a-consumer",
        "A consumer that is started once takes what the requests put.",
        """
        import asyncio

        EVENTS = None
        CONSUMER = None

        async def consume():
            while True:
                await EVENTS.get()
                await asyncio.sleep(0.01)
                EVENTS.task_done()

        async def run(i):
            global EVENTS, CONSUMER
            if CONSUMER is None:
                EVENTS = asyncio.Queue(maxsize=50)
                CONSUMER = asyncio.create_task(consume())
            await EVENTS.put({"event": i})
        """,
    ),
    bounded(
        "timers-cancelled",
        "A timer of an hour per request is cancelled when the request ends.",
        """
        import asyncio

        async def run(i):
            timer = asyncio.get_running_loop().call_later(3_600, len, f"request {i}")
            await asyncio.sleep(0.01)
            timer.cancel()
        """,
    ),
    bounded(
        "timers-of-two-minutes",
        "Each request's clean-up comes two minutes later.",
        """
        import asyncio

        SESSIONS = {}

        async def run(i):
            SESSIONS[i] = {"number": i}
            asyncio.get_running_loop().call_later(120, SESSIONS.pop, i)
        """,
        cap=25_600,
        budget=1_500_000,
    ),
    bounded(
        "locks-that-go",
        "A lock for each order, in a WeakValueDictionary.",
        """
        import asyncio
        from weakref import WeakValueDictionary

        LOCKS = WeakValueDictionary()

        async def run(i):
            lock = LOCKS.get(i % 30)
            if lock is None:
                lock = LOCKS[i % 30] = asyncio.Lock()
            async with lock:
                await asyncio.sleep(0.01)
        """,
    ),
    bounded(
        "clients-removed-in-finally",
        "A subscriber's queue is removed whatever happens; one client in five hangs up, one in seven is cancelled.",
        """
        import asyncio

        SUBSCRIBERS = set()

        class Gone(Exception):
            pass

        async def stream(number):
            queue = asyncio.Queue()
            SUBSCRIBERS.add(queue)
            try:
                await asyncio.sleep(9 if number % 7 == 0 else 0.01)
                if number % 5 == 0:
                    raise Gone
            finally:
                SUBSCRIBERS.discard(queue)

        async def run(i):
            try:
                async with asyncio.timeout(1):
                    await stream(i)
            except (Gone, TimeoutError):
                pass
        """,
    ),
    bounded(
        "semaphore-under-pressure",
        "Three at a time do their work, and those who wait too long give up.",
        """
        import asyncio

        GATE = asyncio.Semaphore(3)

        async def run(i):
            try:
                async with asyncio.timeout(0.2), GATE:
                    await asyncio.sleep(0.15 if i % 6 else 0.5)
            except TimeoutError:
                pass
        """,
    ),
    bounded(
        "shielded-work",
        "Work goes on behind a shield when its request is cancelled, and then ends.",
        """
        import asyncio

        async def save(number):
            await asyncio.sleep(3)
            return number

        async def run(i):
            try:
                await asyncio.wait_for(asyncio.shield(save(i)), timeout=0.5)
            except TimeoutError:
                pass
        """,
    ),
]

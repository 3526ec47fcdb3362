"""What comes and goes by time, by size, by sampling or by compaction."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "heap-with-stale-entries",
        "A heap keeps deadlines that were moved; none of them has come yet.",
        """
        import heapq
        HEAP = []
        CURRENT = {}

        def run(i):
            key = i % 50
            due = i + 100_000
            CURRENT[key] = due
            heapq.heappush(HEAP, (due, key))
            while HEAP and HEAP[0][0] <= i:
                heapq.heappop(HEAP)
        """,
    ),
    bounded(
        "heap-rebuilt",
        "A heap is rebuilt when most of its deadlines have been moved.",
        """
        import heapq
        HEAP = []
        CURRENT = {}

        def run(i):
            key = i % 50
            due = i + 100_000
            CURRENT[key] = due
            heapq.heappush(HEAP, (due, key))
            if len(HEAP) > 4 * len(CURRENT) + 16:
                HEAP[:] = [(due, key) for key, due in CURRENT.items()]
                heapq.heapify(HEAP)
        """,
    ),
    bounded(
        "heap-of-timeouts",
        "Entries live for 30 seconds, and a heap says which is next.",
        """
        import heapq, time
        HEAP = []
        STORE = {}

        def run(i):
            now = time.monotonic()
            STORE[i] = bytes(100)
            heapq.heappush(HEAP, (now + 30, i))
            while HEAP[0][0] <= now:
                STORE.pop(heapq.heappop(HEAP)[1], None)
        """,
    ),
    bounded(
        "lru-by-bytes",
        "A cache of 100 KB drops the pages that were used longest ago.",
        """
        from collections import OrderedDict
        import random
        CACHE = OrderedDict()
        SIZE = [0]

        def run(i):
            key = random.randrange(3_000)
            if key in CACHE:
                CACHE.move_to_end(key)
                return
            page = bytes(random.choice((60, 300, 900, 4_000)))
            CACHE[key] = page
            SIZE[0] += len(page)
            while SIZE[0] > 100_000:
                SIZE[0] -= len(CACHE.popitem(last=False)[1])
        """,
    ),
    leak(
        "lru-by-bytes-miscounted",
        "A cache of 100 KB counts pages and not keys, and empty pages stay.",
        """
        from collections import OrderedDict
        import random
        CACHE = OrderedDict()
        SIZE = [0]

        def run(i):
            key = f"page-{i}"
            page = bytes(random.choice((0, 0, 0, 900)))
            CACHE[key] = page
            SIZE[0] += len(page)
            while SIZE[0] > 100_000:
                for old, held in CACHE.items():
                    if held:
                        del CACHE[old]
                        SIZE[0] -= len(held)
                        break
        """,
        budget=2_000_000,
    ),
    bounded(
        "flushed-every-five-minutes",
        "A buffer is flushed every five minutes.",
        """
        import time
        LINES = []
        FLUSHED = [time.time()]

        def run(i):
            LINES.append(i * 1_000_003)
            if time.time() - FLUSHED[0] >= 300:
                LINES.clear()
                FLUSHED[0] = time.time()
        """,
        budget=400_000,
    ),
    leak(
        "flushed-every-five-minutes-but-errors",
        "A buffer is flushed every five minutes; the errors beside it are not.",
        """
        import time
        LINES = []
        ERRORS = []
        FLUSHED = [time.time()]

        def run(i):
            LINES.append(i * 1_000_003)
            if i % 10 == 0:
                ERRORS.append(f"error {i}")
            if time.time() - FLUSHED[0] >= 300:
                LINES.clear()
                FLUSHED[0] = time.time()
        """,
        budget=400_000,
    ),
    bounded(
        "counter-pruned",
        "A counter of more than two hundred pages keeps the fifty most common.",
        """
        from collections import Counter
        SEEN = Counter()
        import random

        def run(i):
            SEEN[f"/page/{int(random.paretovariate(0.7))}"] += 1
            if len(SEEN) > 200:
                keep = dict(SEEN.most_common(50))
                SEEN.clear()
                SEEN.update(keep)
        """,
    ),
    bounded(
        "reservoir",
        "A sample of two hundred of all requests.",
        """
        import random
        SAMPLE = []

        def run(i):
            item = {"n": i, "t": "x" * (i % 90)}
            if len(SAMPLE) < 200:
                SAMPLE.append(item)
            else:
                at = random.randrange(i + 1)
                if at < 200:
                    SAMPLE[at] = item
        """,
    ),
    leak(
        "buckets-per-client",
        "A token bucket for each client who ever came.",
        """
        import time
        BUCKETS = {}

        def run(i):
            client = f"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}"
            tokens, at = BUCKETS.get(client, (10, time.monotonic()))
            BUCKETS[client] = (tokens - 1, time.monotonic())
        """,
        budget=4_000_000,
    ),
    bounded(
        "buckets-purged",
        "Token buckets of clients who have been away for a minute go at every five hundredth request.",
        """
        import time
        BUCKETS = {}

        def run(i):
            client = f"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}"
            now = time.monotonic()
            tokens, at = BUCKETS.get(client, (10, now))
            BUCKETS[client] = (tokens - 1, now)
            if i % 500 == 0:
                for key in [key for key, (_, at) in BUCKETS.items() if now - at > 60]:
                    del BUCKETS[key]
        """,
        budget=800_000,
    ),
    bounded(
        "sessions-purged-by-sampling",
        "Every tenth request looks at twenty sessions by chance and drops those that are over.",
        """
        import random, time
        SESSIONS = {}

        def run(i):
            now = time.time()
            SESSIONS[f"session-{i}"] = now + 20
            if i % 10 == 0:
                for key in random.sample(list(SESSIONS), min(20, len(SESSIONS))):
                    if SESSIONS[key] < now:
                        del SESSIONS[key]
        """,
        budget=1_000_000,
    ),
    bounded(
        "log-compacted",
        "A log of 2,000 entries is compacted to the last entry of each key.",
        """
        LOG = []

        def run(i):
            LOG.append((i % 100, f"value {i}"))
            if len(LOG) >= 2_000:
                LOG[:] = dict(LOG).items()
        """,
        budget=800_000,
    ),
    bounded(
        "runs-merged",
        "Sorted runs of 64 keys are merged when there are eight of them.",
        """
        import random
        MEMORY = {}
        RUNS = []

        def run(i):
            MEMORY[random.randrange(500)] = f"value {i}"
            if len(MEMORY) >= 64:
                RUNS.append(sorted(MEMORY.items()))
                MEMORY.clear()
            if len(RUNS) >= 8:
                merged = {}
                for each in RUNS:
                    merged.update(each)
                RUNS[:] = [sorted(merged.items())]
        """,
        budget=800_000,
    ),
    leak(
        "runs-merged-but-tombstones",
        "Sorted runs are merged, and what says that a key is gone stays.",
        """
        import random
        MEMORY = {}
        RUNS = []

        def run(i):
            MEMORY[i] = f"value {i}"
            MEMORY[i - 50] = None
            if len(MEMORY) >= 256:
                RUNS.append(sorted(MEMORY.items()))
                MEMORY.clear()
            if len(RUNS) >= 8:
                merged = {}
                for each in RUNS:
                    merged.update(each)
                RUNS[:] = [sorted(merged.items())]
        """,
        budget=4_000_000,
    ),
    leak(
        "trie-of-queries",
        "A trie of all queries.",
        """
        TRIE = {}

        def run(i):
            node = TRIE
            for letter in f"{i:x}":
                node = node.setdefault(letter, {})
            node["end"] = i
        """,
        budget=4_000_000,
    ),
    bounded(
        "trie-of-words",
        "A trie of 256 words.",
        """
        TRIE = {}
        import random

        def run(i):
            node = TRIE
            for letter in f"{random.randrange(256):x}":
                node = node.setdefault(letter, {})
            node["end"] = i
        """,
    ),
    bounded(
        "batch-by-count-or-time",
        "A batch goes at four hundred entries or after half a minute.",
        """
        import time, random
        BATCH = []
        SINCE = [time.monotonic()]

        def run(i):
            BATCH.append({"i": i, "body": "x" * random.randrange(200)})
            if len(BATCH) >= 400 or time.monotonic() - SINCE[0] > 30:
                BATCH.clear()
                SINCE[0] = time.monotonic()
        """,
        budget=400_000,
    ),
    leak(
        "batch-retry",
        "One batch in ten is kept to be tried again, and nobody does.",
        """
        import random
        BATCH, RETRY = [], []

        def run(i):
            BATCH.append({"i": i})
            if len(BATCH) >= 100:
                if random.random() < 0.1:
                    RETRY.extend(BATCH)
                BATCH.clear()
        """,
        budget=4_000_000,
    ),
    leak(
        "priority-queue-starves",
        "A queue by priority, of which the least never has its turn.",
        """
        import queue
        JOBS = queue.PriorityQueue()

        def run(i):
            JOBS.put((0 if i % 3 else 9, i, f"job {i}"))
            JOBS.put((0, i + 0.5, "tick"))
            JOBS.get()
            if i % 3:
                JOBS.get()
        """,
    ),
    bounded(
        "pool-at-most-sixteen",
        "A pool takes back at most sixteen buffers.",
        """
        import random
        POOL = []

        def run(i):
            taken = [POOL.pop() if POOL else bytearray(512) for _ in range(random.randint(1, 24))]
            for buffer in taken:
                if len(POOL) < 16:
                    POOL.append(buffer)
        """,
    ),
    bounded(
        "generators-round-robin",
        "Up to a hundred generators take turns.",
        """
        from collections import deque
        READY = deque()

        def job(i):
            for step in range(1 + i % 9):
                yield step

        def run(i):
            if len(READY) < 100:
                READY.append(job(i))
            for _ in range(3):
                task = READY.popleft() if READY else None
                if task is not None and next(task, None) is not None:
                    READY.append(task)
        """,
    ),
    leak(
        "inflight-popped-on-success",
        "A request in flight is forgotten when it succeeds, and one in four fails.",
        """
        import asyncio
        INFLIGHT = {}

        async def fetch(i):
            await asyncio.sleep(0.01)
            if i % 4 == 0:
                raise LookupError(i)

        async def run(i):
            future = asyncio.get_running_loop().create_future()
            INFLIGHT[i] = future
            try:
                await fetch(i)
                INFLIGHT.pop(i).set_result(i)
            except LookupError:
                pass
        """,
    ),
    bounded(
        "inflight-popped-finally",
        "Requests for one key share an answer, and forget it whatever comes.",
        """
        import asyncio
        INFLIGHT = {}

        async def fetch(i):
            await asyncio.sleep(0.01)
            if i % 4 == 0:
                raise LookupError(i)

        async def run(i):
            key = i % 60
            if key in INFLIGHT:
                try:
                    await asyncio.shield(INFLIGHT[key])
                except LookupError:
                    pass
                return
            INFLIGHT[key] = task = asyncio.create_task(fetch(i))
            try:
                await task
            except LookupError:
                pass
            finally:
                INFLIGHT.pop(key, None)
        """,
    ),
    bounded(
        "condition-with-timeout",
        "Half a second for a condition that is notified now and then.",
        """
        import asyncio
        READY = asyncio.Condition()

        async def wait():
            async with READY:
                await READY.wait()

        async def run(i):
            try:
                async with asyncio.timeout(0.5):
                    await wait()
            except TimeoutError:
                pass
            if i % 3 == 0:
                async with READY:
                    READY.notify_all()
        """,
    ),
    leak(
        "subscribers-per-socket",
        "A subscriber leaves its topic, but for one in seven.",
        """
        import asyncio
        TOPICS = {}

        async def run(i):
            queue = asyncio.Queue(10)
            TOPICS.setdefault(f"user-{i % 30}", set()).add(queue)
            await asyncio.sleep(0.01)
            if i % 7:
                TOPICS[f"user-{i % 30}"].discard(queue)
        """,
        budget=4_000_000,
    ),
    bounded(
        "topic-goes-with-its-last-subscriber",
        "A topic goes with its last subscriber.",
        """
        import asyncio
        TOPICS = {}

        async def run(i):
            name = f"topic-{i}"
            queue = asyncio.Queue(10)
            TOPICS.setdefault(name, set()).add(queue)
            try:
                await asyncio.wait_for(queue.get(), 0.05)
            except asyncio.TimeoutError:
                pass
            finally:
                TOPICS[name].discard(queue)
                if not TOPICS[name]:
                    del TOPICS[name]
        """,
    ),
    bounded(
        "expiring-map-with-timers",
        "An entry of a cache is dropped by a timer of five seconds.",
        """
        import asyncio
        CACHE = {}

        async def run(i):
            CACHE[i] = bytes(200)
            asyncio.get_running_loop().call_later(5, CACHE.pop, i, None)
            await asyncio.sleep(0.01)
        """,
    ),
    leak(
        "by-minute-for-ever",
        "Counts by minute, for ever.",
        """
        import datetime
        BY_MINUTE = {}

        def run(i):
            minute = datetime.datetime.now().strftime("%d %H:%M")
            BY_MINUTE.setdefault(minute, []).append(1000 + i)
        """,
        budget=2_000_000,
    ),
]

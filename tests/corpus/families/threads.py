"""Threads, which the browser does not have."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "threads-kept",
        "A thread per tenth request is joined, and kept in a list with what it worked on.",
        """
        import threading

        THREADS = []

        def run(i):
            if i % 10 == 0:
                thread = threading.Thread(target=len, args=(bytes(300),))
                thread.start()
                thread.join()
                THREADS.append(thread)
        """,
        native_only=True,
    ),
    leak(
        "results-of-a-pool",
        "The futures of a thread pool are kept with their results.",
        """
        from concurrent.futures import ThreadPoolExecutor

        POOL = ThreadPoolExecutor(max_workers=1)
        FUTURES = []

        def run(i):
            future = POOL.submit(str, i)
            future.result()
            FUTURES.append(future)
        """,
        native_only=True,
    ),
    bounded(
        "memory-of-threads",
        "What a thread keeps in threading.local dies with it.",
        """
        import threading

        LOCAL = threading.local()

        def work():
            LOCAL.buffer = bytearray(2_000)

        def run(i):
            if i % 10 == 0:
                thread = threading.Thread(target=work)
                thread.start()
                thread.join()
        """,
        native_only=True,
    ),
    bounded(
        "pool-of-one",
        "A thread pool of one does its work, and nobody keeps the futures.",
        """
        from concurrent.futures import ThreadPoolExecutor

        POOL = ThreadPoolExecutor(max_workers=1)

        def run(i):
            assert POOL.submit(str, i).result() == str(i)
        """,
        native_only=True,
    ),
]

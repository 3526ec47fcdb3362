"""Async generators and contexts."""

from program import bounded, leak

PROGRAMS = [
    leak(
        "async-generators-kept-open",
        "Each request begins an async generator, keeps it and reads it no further.",
        """
        OPEN = []

        async def rows(number):
            for row in range(3):
                yield number, row

        async def run(i):
            reader = rows(i)
            await anext(reader)
            OPEN.append(reader)
        """,
    ),
    leak(
        "rows-kept-when-the-reader-stops",
        "An async generator releases its buffer at its end, which one reader in three does not reach.",
        """
        HELD = {}

        async def rows(number):
            HELD[number] = bytearray(200)
            for row in range(3):
                yield row
            del HELD[number]

        async def run(i):
            async for row in rows(i):
                if row == 1 and i % 3 == 0:
                    break
        """,
    ),
    leak(
        "contexts-of-tasks",
        "The context of each request's task is kept for tracing.",
        """
        import asyncio
        import contextvars

        TRACE = contextvars.ContextVar("trace")
        CONTEXTS = []

        async def run(i):
            TRACE.set(f"trace {i}")
            CONTEXTS.append(contextvars.copy_context())
            await asyncio.sleep(0)
        """,
    ),
    bounded(
        "async-generators-closed",
        "Each request begins an async generator and closes it.",
        """
        from contextlib import aclosing

        async def rows(number):
            for row in range(3):
                yield number, row

        async def run(i):
            async with aclosing(rows(i)) as reader:
                await anext(reader)
        """,
    ),
    bounded(
        "async-generators-dropped",
        "Each request begins an async generator and drops it; the loop closes it.",
        """
        async def rows(number):
            try:
                for row in range(3):
                    yield number, row
            finally:
                pass

        async def run(i):
            async for number, row in rows(i):
                break
        """,
    ),
    bounded(
        "async-exit-stack",
        "Each request enters three async contexts and leaves them, by an error now and then.",
        """
        import asyncio
        from contextlib import AsyncExitStack, asynccontextmanager

        OPEN = set()

        @asynccontextmanager
        async def connection(name):
            OPEN.add(name)
            try:
                yield name
            finally:
                await asyncio.sleep(0.01)
                OPEN.discard(name)

        async def run(i):
            try:
                async with AsyncExitStack() as stack:
                    for part in range(3):
                        await stack.enter_async_context(connection((i, part)))
                    if i % 9 == 0:
                        raise ConnectionError(i)
            except ConnectionError:
                pass
        """,
    ),
]

"""Programs that put pieces of their own in the place of asyncio's: verdicts hold."""

import sys

import pytest
from programs import ASYNC, verdict_on

FACTORY = """
import asyncio

class Named(asyncio.Task):
    pass

def make(loop, work, **options):
    return Named(work, loop=loop, **options)

async def prepare():
    asyncio.get_running_loop().set_task_factory(make)
"""
EAGER = """
import asyncio

async def prepare():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
"""
POLICY = """
import asyncio

class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        loop = super().new_event_loop()
        loop.slow_callback_duration = 1
        return loop

asyncio.set_event_loop_policy(Policy())

async def prepare():
    pass
"""
SLEEP = """
import asyncio

real_sleep = asyncio.sleep
SLEPT = [0]

async def sleep(delay, result=None):
    SLEPT[0] += 1
    return await real_sleep(min(delay, 1), result)

asyncio.sleep = sleep

async def prepare():
    pass
"""
WAITED = """
import asyncio

real_wait_for = asyncio.wait_for

async def wait_for(work, timeout):
    return await real_wait_for(asyncio.ensure_future(work), 2 * timeout)

asyncio.wait_for = wait_for

async def prepare():
    asyncio.get_running_loop().set_debug(False)
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
"""
HANDLE = """
KEPT = []

async def work(i):
    await asyncio.sleep(0.01 * (i % 3))
    return [i] * 20

async def handle(i):
    await prepare()
    task = asyncio.create_task(work(i))
    KEPT.append(await asyncio.wait_for(task, 5))
"""
REPLACED = [
    pytest.param(FACTORY, id="a task factory"),
    pytest.param(
        EAGER,
        id="eager tasks",
        marks=pytest.mark.skipif(sys.version_info < (3, 12), reason="There are none before 3.12."),
    ),
    pytest.param(POLICY, id="the policy of event loops"),
    pytest.param(SLEEP, id="asyncio.sleep"),
    pytest.param(WAITED, id="asyncio.wait_for"),
]


@pytest.mark.parametrize("replaced", REPLACED)
def test_what_is_kept_grows(replaced: str) -> None:
    assert verdict_on(replaced + HANDLE, workload=ASYNC).kind == "growing"


@pytest.mark.parametrize("replaced", REPLACED)
def test_what_is_dropped_does_not(replaced: str) -> None:
    assert verdict_on(replaced + HANDLE + "    del KEPT[:-20]\n", workload=ASYNC).kind == "bounded"

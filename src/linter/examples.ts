/** A few lines of Python, and the rules of Ruff that they meet; none where the leak is one that Ruff cannot see. */
export type Example = { title: string; says: string; rules: readonly string[]; code: string };

/** What a linter can see stands in one place: how a thing is written decides how long it lives. */
export const SEEN: readonly Example[] = [
  {
    title: 'A default that every call shares',
    says: 'The list is made once, when the function is. Each request that brings none of its own leaves its entry there.',
    rules: ['B006'],
    code: `
def record(path, entries=[]):
    entries.append(path)
    return entries
`,
  },
  {
    title: 'A default that is called once',
    says: 'The session is opened when the module is imported, and is never closed.',
    rules: ['B008'],
    code: `
def fetch(url, session=open_session()):
    return session.get(url)
`,
  },
  {
    title: 'A cache on a method',
    says: 'The cache belongs to the class, and self is part of every key. It keeps each instance that was ever asked.',
    rules: ['B019'],
    code: `
from functools import cache


class Report:
    @cache
    def total(self, month):
        return sum(self.rows(month))
`,
  },
  {
    title: 'A list on the class',
    says: 'It looks like an attribute of each tracker and is one list for all of them.',
    rules: ['RUF012'],
    code: `
class Tracker:
    seen = []

    def see(self, order):
        self.seen.append(order)
`,
  },
  {
    title: 'A task that nobody holds',
    says: 'The opposite of a leak: the event loop holds tasks weakly, so this one may vanish before it is done.',
    rules: ['RUF006'],
    code: `
import asyncio


async def receive(order):
    asyncio.create_task(cook(order))
`,
  },
  {
    title: 'A function that sees its loop',
    says: 'Every callback sees the last client, and keeps it for as long as the callback is kept.',
    rules: ['B023'],
    code: `
def subscribe(bus, clients):
    callbacks = []
    for client in clients:
        callbacks.append(lambda event: client.send(event))
    return callbacks
`,
  },
  {
    title: 'A file without a with',
    says: 'It is closed when the last reference goes. Whoever keeps it keeps the descriptor as well.',
    rules: ['SIM115'],
    code: `
def tail(path):
    log = open(path)
    return log.readlines()[-1]
`,
  },
  {
    title: 'A function that replaces a global',
    says: 'Whatever it puts there lives until the next call, or as long as the process.',
    rules: ['PLW0603'],
    code: `
LAST = None


def remember(response):
    global LAST
    LAST = response
`,
  },
];

/** What it cannot see stands in two places: one adds, and the other, which does not exist, would take away. */
export const UNSEEN: readonly Example[] = [
  {
    title: 'A list in a module',
    says: 'Nothing here is odd. That nobody ever takes an entry out is not written anywhere.',
    rules: [],
    code: `
HISTORY = []


def handle(request):
    HISTORY.append(request)
    return respond(request)
`,
  },
  {
    title: 'A dict with a key for every client',
    says: 'It is as large as the number of clients that there ever were. A linter does not know how many come.',
    rules: [],
    code: `
SESSIONS = {}


def session_of(client):
    return SESSIONS.setdefault(client.id, Session(client))
`,
  },
  {
    title: 'A set that is only added to',
    says: 'This is the advice that RUF006 gives, half followed: the task is held, and nothing discards it when it is done.',
    rules: [],
    code: `
import asyncio

RUNNING = set()


async def receive(order):
    RUNNING.add(asyncio.create_task(cook(order)))
`,
  },
  {
    title: 'A registry on the class, declared as one',
    says: 'ClassVar tells the linter that the list is meant to be shared. Whether it is meant to grow, it does not ask.',
    rules: [],
    code: `
from typing import ClassVar


class Courier:
    everybody: ClassVar[list] = []

    def __init__(self):
        self.everybody.append(self)
`,
  },
  {
    title: 'A cache on a function',
    says: 'The same cache as on a method, without self. It has no bound, and a key for every customer and day.',
    rules: [],
    code: `
from functools import cache


@cache
def price(customer, day):
    return look_up(customer, day)
`,
  },
  {
    title: 'A callback that is never taken back',
    says: 'The bus outlives the page, holds its method, and by that the page.',
    rules: [],
    code: `
class Page:
    def __init__(self, bus):
        bus.subscribe("order", self.show)

    def show(self, order):
        self.order = order
`,
  },
  {
    title: 'An exception that is kept',
    says: 'With it come its traceback, the frames in that, and every variable that they had.',
    rules: [],
    code: `
FAILURES = []


def attempt(job):
    try:
        job.run()
    except OSError as error:
        FAILURES.append(error)
`,
  },
  {
    title: 'A logger for every request',
    says: 'The logging module keeps each logger by its name, for good.',
    rules: [],
    code: `
import logging


def handle(request):
    log = logging.getLogger(f"request.{request.id}")
    log.info("served")
`,
  },
];

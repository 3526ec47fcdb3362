import { words } from '#words/linter';

/** A few lines of Python, and the rules of Ruff that they meet; none where the leak is one that Ruff cannot see. */
export type Example = { title: string; says: string; rules: readonly string[]; code: string };

/** What a linter can see stands in one place: how a thing is written decides how long it lives. */
export const SEEN: readonly Example[] = [
  {
    ...words.seen.sharedDefault,
    rules: ['B006'],
    code: `
def record(path, entries=[]):
    entries.append(path)
    return entries
`,
  },
  {
    ...words.seen.calledDefault,
    rules: ['B008'],
    code: `
def fetch(url, session=open_session()):
    return session.get(url)
`,
  },
  {
    ...words.seen.methodCache,
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
    ...words.seen.classList,
    rules: ['RUF012'],
    code: `
class Tracker:
    seen = []

    def see(self, order):
        self.seen.append(order)
`,
  },
  {
    ...words.seen.looseTask,
    rules: ['RUF006'],
    code: `
import asyncio


async def receive(order):
    asyncio.create_task(cook(order))
`,
  },
  {
    ...words.seen.loopFunction,
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
    ...words.seen.openFile,
    rules: ['SIM115'],
    code: `
def tail(path):
    log = open(path)
    return log.readlines()[-1]
`,
  },
  {
    ...words.seen.replacedGlobal,
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
    ...words.unseen.moduleList,
    rules: [],
    code: `
HISTORY = []


def handle(request):
    HISTORY.append(request)
    return respond(request)
`,
  },
  {
    ...words.unseen.keyedDict,
    rules: [],
    code: `
SESSIONS = {}


def session_of(client):
    return SESSIONS.setdefault(client.id, Session(client))
`,
  },
  {
    ...words.unseen.addedSet,
    rules: [],
    code: `
import asyncio

RUNNING = set()


async def receive(order):
    RUNNING.add(asyncio.create_task(cook(order)))
`,
  },
  {
    ...words.unseen.declaredRegistry,
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
    ...words.unseen.functionCache,
    rules: [],
    code: `
from functools import cache


@cache
def price(customer, day):
    return look_up(customer, day)
`,
  },
  {
    ...words.unseen.keptCallback,
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
    ...words.unseen.keptException,
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
    ...words.unseen.manyLoggers,
    rules: [],
    code: `
import logging


def handle(request):
    log = logging.getLogger(f"request.{request.id}")
    log.info("served")
`,
  },
];

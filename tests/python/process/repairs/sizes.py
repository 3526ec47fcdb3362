from repairs.repair import Repair

SIZES = "sizes"
RING = "fixes/thirteen-plans"
ANSWERS = "fixes/keep-the-answers"
D, P = "dispatch.py", "plans.py"
FIRST = '        self.plans = [Plan(self, PRINTED, "as printed", self.late)]\n'
NEXT = "            self.plans.append(Plan(self, PRINTED + len(self.plans), reason, self.late))\n"
PLAN = "        return self.plans[number - PRINTED]\n"
LOG = "        return [(plan.number, plan.reason, plan.changes()) for plan in self.plans[:-13:-1]]\n"

RIGHT = {
    "make old plans again from their delays": Repair(
        SIZES,
        "",
        (
            (
                D,
                FIRST,
                '        self.made = [(PRINTED, "as printed", dict(self.late))]\n'
                "        self.now = self.plan(PRINTED)\n",
            ),
            (
                D,
                NEXT,
                "            self.made.append((self.now.number + 1, reason, dict(self.late)))\n"
                "            del self.made[:-13]\n"
                "            self.now = self.plan(self.now.number + 1)\n",
            ),
            (D, PLAN, "        return next(Plan(self, *one) for one in self.made if one[0] == number)\n"),
            (D, "self.plans[-1].departures", "self.now.departures"),
            (D, "self.plans[-1].sheets", "self.now.sheets"),
            (D, LOG, "        return [(one[0], one[1], self.plan(one[0]).changes()) for one in self.made[:-13:-1]]\n"),
        ),
    ),
    "a chain of plans that is cut": Repair(
        SIZES,
        "",
        (
            (P, "        self.office = office\n", "        self.before = office.plans[-1] if office.plans else None\n"),
            (P, "        if self.number == PRINTED:\n", "        if self.before is None:\n"),
            (P, "        before = self.office.plan(self.number - 1)\n", "        before = self.before\n"),
            (
                D,
                FIRST,
                '        self.plans = []\n        self.plans = [Plan(self, PRINTED, "as printed", self.late)]\n',
            ),
            (
                D,
                NEXT,
                "            self.plans = [Plan(self, self.plans[-1].number + 1, reason, self.late)]\n"
                "            oldest = self.plans[-1]\n"
                "            for _ in range(12):\n"
                "                oldest = oldest.before or oldest\n"
                "            oldest.before = None\n",
            ),
            (
                D,
                LOG,
                "        shown, plan = [], self.plans[-1]\n"
                "        while plan is not None and len(shown) < 12:\n"
                "            shown.append((plan.number, plan.reason, plan.changes()))\n"
                "            plan = plan.before\n"
                "        return shown\n",
            ),
        ),
    ),
    "entries in SQLite": Repair(
        SIZES,
        ANSWERS,
        (
            (D, "from collections import deque\n", "import sqlite3\n"),
            (
                D,
                "self.entries = deque([(PRINTED, self.now.reason, 0)], maxlen=12)\n",
                'self.db = sqlite3.connect(":memory:")\n'
                '        self.db.execute("create table entries (number integer primary key, reason, changes)")\n'
                '        self.db.execute("insert into entries values (?, ?, 0)", (PRINTED, self.now.reason))\n',
            ),
            (
                D,
                "            self.entries.appendleft((self.now.number, self.now.reason, self.now.changes(before)))\n",
                "            entry = (self.now.number, reason, self.now.changes(before))\n"
                '            self.db.execute("insert into entries values (?, ?, ?)", entry)\n'
                '            self.db.execute("delete from entries where number <= ?", (self.now.number - 12,))\n',
            ),
            (
                D,
                "        return list(self.entries)\n",
                '        return list(self.db.execute("select * from entries order by number desc"))\n',
            ),
        ),
    ),
    "delete from the front of the list": Repair(
        SIZES,
        "",
        (
            (
                D,
                NEXT,
                "            self.plans.append(Plan(self, self.plans[-1].number + 1, reason, self.late))\n"
                "            del self.plans[:-13]\n",
            ),
            (D, PLAN, "        return self.plans[number - self.plans[0].number]\n"),
        ),
    ),
}

WRONG = {
    "number plans by how many are kept": Repair(
        SIZES,
        RING,
        ((D, "self.plans[-1].number + 1, reason", "PRINTED + len(self.plans), reason"),),
        "The sheet of Fish Market must say 'Fish Market, plan 1014', not 'Fish Market, plan 1013'.",
    ),
    "slice the ring of plans": Repair(
        SIZES,
        RING,
        ((D, "list(self.plans)[:-13:-1]", "self.plans[:-13:-1]"),),
        "TypeError: sequence index must be integer, not 'slice'",
    ),
    "a new plan for longer delays alone": Repair(
        SIZES,
        ANSWERS,
        ((D, "        if late != self.late[position.ferry]:\n", "        if late > self.late[position.ferry]:\n"),),
        "The board at",
    ),
    "a shorter way than the map shows": Repair(
        SIZES,
        ANSWERS,
        (("positions.py", "maxlen=600", "maxlen=150"),),
        "The map must show the last 151 positions after report 150, not 150.",
    ),
}

from repairs.repair import Repair

LAB = "lab-findings"
SEAT_ONLY, PER_PAGE = "fixes/seat-only", "fixes/session-per-page"
P = "portal.py"
LONG = "SESSION = requests.Session()\nSESSION.trust_env = False\n"
NOT_THERE = "    if answer.status_code == 404:\n"
FIRST = "    answer = SESSION.get(PORTALS[lab] + path)\n    if answer.status_code == 401:\n"
AGAIN = "        answer = SESSION.get(PORTALS[lab] + path)\n    if answer.status_code == 404:\n"
POSTED = '    SESSION.post(f"{PORTALS[lab]}/sign-in", data=PRACTICE).raise_for_status()\n'

RIGHT = {
    "the seat is put back into an empty jar": Repair(
        LAB,
        "",
        (
            (
                P,
                NOT_THERE,
                '    seats = [cookie for cookie in SESSION.cookies if cookie.name == "seat"]\n'
                "    SESSION.cookies.clear()\n"
                "    for seat in seats:\n"
                "        SESSION.cookies.set_cookie(seat)\n" + NOT_THERE,
            ),
        ),
    ),
    "the folder of the page is cleared": Repair(
        LAB,
        "",
        (
            (
                P,
                NOT_THERE,
                "    for cookie in list(SESSION.cookies):\n"
                '        if cookie.path != "/":\n'
                "            SESSION.cookies.clear(cookie.domain, cookie.path)\n" + NOT_THERE,
            ),
        ),
    ),
    "no session, and the seats as cookies of each call": Repair(
        LAB,
        "",
        (
            (P, LONG, "SEATS = {lab: requests.cookies.RequestsCookieJar() for lab in PORTALS}\n"),
            (
                P,
                POSTED,
                '    answer = requests.post(f"{PORTALS[lab]}/sign-in", data=PRACTICE)\n'
                "    answer.raise_for_status()\n"
                "    SEATS[lab] = answer.cookies\n",
            ),
            (P, FIRST, FIRST.replace("SESSION", "requests").replace(" path)", " path, cookies=SEATS[lab])")),
            (P, AGAIN, AGAIN.replace("SESSION", "requests").replace(" path)", " path, cookies=SEATS[lab])")),
        ),
    ),
    "a jar that takes no path but the root": Repair(
        LAB,
        SEAT_ONLY,
        ((P, 'cookie.name == "seat"', 'cookie.path == "/"'),),
    ),
}

WRONG = {
    "nothing has expired": Repair(
        LAB, "", ((P, NOT_THERE, "    SESSION.cookies.clear_expired_cookies()\n" + NOT_THERE),), "Growing", "growing"
    ),
    "no cookie is accepted at all": Repair(
        LAB,
        SEAT_ONLY,
        ((P, 'cookie.name == "seat" and super().set_ok(cookie, request)', "False"),),
        "401 Client Error",
    ),
    "cleared only where there is a page": Repair(
        LAB,
        "",
        (
            (
                P,
                "    answer.raise_for_status()\n    found",
                "    answer.raise_for_status()\n"
                '    if lab == "bay":\n'
                '        SESSION.cookies.clear("portal.bay-lab.example", path.rpartition("/")[0])\n'
                "    found",
            ),
        ),
        "Growing",
        "growing",
    ),
    "one seat for both": Repair(
        LAB,
        PER_PAGE,
        ((P, "SEATS[lab] = answer.cookies", 'SEATS["bay"] = SEATS["north"] = answer.cookies'),),
        "had a seat there that was still good",
    ),
}

from repairs.repair import Repair

ID = "line-or-plateau"
D = "districts.py"
MAPS = "MAPS: dict[str, bytes] = {}\n"
IMPORT = "from city import Ride, map_of\n"
ZONE = """    if district not in MAPS:
        MAPS[district] = map_of(district)
    return MAPS[district][street]
"""

RIGHT = {
    "maps that a function without a limit keeps, as there are eight": Repair(
        ID,
        "",
        (
            (D, IMPORT, "from functools import cache\n\nfrom city import Ride, map_of\n"),
            (D, MAPS, "kept_map = cache(map_of)\n"),
            (D, ZONE, "    return kept_map(district)[street]\n"),
        ),
    ),
    "every open district's map before the first ride": Repair(
        ID,
        "",
        (
            (D, IMPORT, "from city import DISTRICTS, Ride, map_of\n"),
            (D, MAPS, "MAPS = {district: map_of(district) for district in DISTRICTS}\n"),
            (D, ZONE, "    return MAPS[district][street]\n"),
        ),
    ),
    "maps that are packed, and unpacked for each ride": Repair(
        ID,
        "",
        (
            (D, IMPORT, "import zlib\n\nfrom city import Ride, map_of\n"),
            (D, "= map_of(district)\n", "= zlib.compress(map_of(district))\n"),
            (D, "MAPS[district][street]", "zlib.decompress(MAPS[district])[street]"),
        ),
    ),
    "maps in a table of SQLite": Repair(
        ID,
        "",
        (
            (D, IMPORT, "import sqlite3\n\nfrom city import Ride, map_of\n"),
            (
                D,
                MAPS,
                'DB = sqlite3.connect(":memory:")\n'
                'DB.execute("create table maps (district text primary key, zones blob)")\n',
            ),
            (
                D,
                ZONE,
                '    row = DB.execute("select zones from maps where district = ?", (district,)).fetchone()\n'
                "    if row is None:\n"
                "        row = (map_of(district),)\n"
                '        DB.execute("insert into maps values (?, ?)", (district, *row))\n'
                "    zones: bytes = row[0]\n"
                "    return zones[street]\n",
            ),
        ),
    ),
}

WRONG = {
    "setdefault, which asks for the map even where it is there": Repair(
        ID,
        "",
        ((D, ZONE, "    return MAPS.setdefault(district, map_of(district))[street]\n"),),
        says="The office is asked for a map once; for that of Harbour it was asked 2 times.",
    ),
    "the four maps that were asked for last": Repair(
        ID,
        "",
        (
            (D, IMPORT, "from functools import lru_cache\n\nfrom city import Ride, map_of\n"),
            (D, MAPS, "kept_map = lru_cache(maxsize=4)(map_of)\n"),
            (D, ZONE, "    return kept_map(district)[street]\n"),
        ),
        says="The office is asked for a map once",
    ),
    "one price for all, and no maps": Repair(
        ID, "", ((D, ZONE, "    return 1\n"),), says="Ride 0 costs 0.36 euro, not 0.45 euro."
    ),
    "a list of numbers for the bytes of a map": Repair(
        ID,
        "",
        (
            (D, MAPS, "MAPS: dict[str, list[int]] = {}\n"),
            (D, "= map_of(district)\n", "= list(map_of(district))\n"),
        ),
        kind="over-budget",
        says="Bounded, but too large",
    ),
}

"""What a parcel costs, by country, weight and speed."""

from functools import lru_cache
from math import ceil
from typing import Any

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

bp = Blueprint("quotes", __name__)

# country: (basic price, price of each further kilogram)
TARIFFS = {
    "AT": (9.4, 1.3),
    "BE": (7.1, 0.9),
    "DE": (6.2, 0.8),
    "DK": (9.9, 1.6),
    "ES": (11.5, 1.9),
    "FR": (8.8, 1.2),
    "IT": (10.7, 1.7),
    "NL": (5.9, 0.7),
    "PL": (8.3, 1.4),
    "SE": (12.6, 2.1),
}


@lru_cache(maxsize=128)
def price(country: str, kilograms: int, speed: str) -> float:
    basic, further = TARIFFS[country]
    total = basic + further * max(kilograms - 1, 0)
    return round(total * 1.75 if speed == "express" else total, 2)


def offer(parcel: dict[str, Any]) -> dict[str, Any]:
    country, kilograms = parcel["country"], ceil(parcel["kilograms"])
    if country not in TARIFFS:
        abort(404, f"We do not deliver to {country}.")
    standard, express = (price(country, kilograms, speed) for speed in ("standard", "express"))
    return {
        "country": country,
        "kilograms": kilograms,
        "standard": standard,
        "express": express,
        "per_kilogram": round(standard / kilograms, 2),
    }


@bp.get("/tariffs/<country>")
def tariff(country: str) -> ResponseReturnValue:
    return offer({"country": country, "kilograms": 1})


@bp.post("/quotes")
def quote() -> ResponseReturnValue:
    order = request.get_json()
    try:
        offers = [offer(parcel) for parcel in order["parcels"]]
    except (KeyError, TypeError):
        abort(400, "Each parcel needs a country and a weight in kilograms.")
    return {"offers": offers, "total": round(sum(o["standard"] for o in offers), 2)}

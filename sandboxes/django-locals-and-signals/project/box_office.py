"""The box office of a theatre: seats are sold and given back, and the door gets its list."""

from collections.abc import Iterator

from audit import note
from django.http import HttpRequest, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

SHOWS = {1: "The Cherry Orchard", 2: "Woyzeck", 3: "The Seagull", 4: "Lysistrata"}
SEATS = range(1, 25)
# Who sits where: for each show, the name by the seat.
SOLD: dict[int, dict[int, str]] = {show: {} for show in SHOWS}


@require_GET
def about(request: HttpRequest, show: int) -> HttpResponseBase:
    if show not in SHOWS:
        return JsonResponse({"error": "There is no such show."}, status=404)
    return JsonResponse({"title": SHOWS[show], "free": len(SEATS) - len(SOLD[show])})


@require_POST
def buy(request: HttpRequest, show: int) -> HttpResponseBase:
    name, seat = request.POST["name"], int(request.POST["seat"])
    note(f"{name} wants {seat}")
    if seat not in SEATS:
        raise ValueError(f"seat {seat} is not in the plan of the house")
    if seat in SOLD[show]:
        note("taken")
        return JsonResponse({"error": "This seat is taken."}, status=409)
    SOLD[show][seat] = name
    note("sold")
    return JsonResponse({"seat": seat}, status=201)


@require_POST
def give_back(request: HttpRequest, show: int) -> HttpResponseBase:
    seat = int(request.POST["seat"])
    name = SOLD[show].pop(seat, None)
    note(f"{seat} is free" if name is None else f"{seat} given back by {name}")
    return JsonResponse({"seat": seat})


@require_GET
def door_list(request: HttpRequest, show: int) -> HttpResponseBase:
    return StreamingHttpResponse(lines(show), content_type="text/plain")


def lines(show: int) -> Iterator[str]:
    """One line for each seat that is sold. What has gone out is noted, also where the door has seen enough."""
    seats = sorted(SOLD[show].items())
    sent = 0
    try:
        for seat, name in seats:
            sent += 1
            yield f"{seat} {name}\n"
    finally:
        note(f"{sent} of {len(seats)} names sent")


urlpatterns = [
    path("shows/<int:show>", about),
    path("shows/<int:show>/buy", buy),
    path("shows/<int:show>/give-back", give_back),
    path("shows/<int:show>/door", door_list),
]

"""Accuracy: what the program predicted of the owner's own ties, beside what was observed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from renmai.domain.book.refusals import Refused
from renmai.queries.ties.backtest import backtest_card
from renmai.web.frame import clock
from renmai.web.frame.owner_request import OwnerRequest
from renmai.web.pictures.charts import calibration_plot, gains_plot


@require_safe
def accuracy(request: OwnerRequest) -> HttpResponse:
    """Show how right it was over the last three months, or why nothing can be said yet."""
    try:
        card = backtest_card(request.viewer, today=clock.today(request.viewer))
    except Refused as refusal:
        return render(request, "renmai/ties/accuracy.html", {"because": refusal.because})
    shown = {
        "card": card,
        "calibration": calibration_plot(card.found["bands"]),
        "gains": gains_plot(card.found["lift"]),
    }
    return render(request, "renmai/ties/accuracy.html", shown)

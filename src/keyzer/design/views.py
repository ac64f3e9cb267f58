"""The style page, and the pages for when something goes wrong."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from keyzer.design import markup, samples
from keyzer.kit import clock


@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    """Every component on one page; only while developing and in the demo school."""
    if not (settings.DEBUG or getattr(settings, "KEYZER_DEMO", False)):
        raise Http404
    now = clock.now()
    parts = {
        "rows": samples.sample_rows(now),
        "moments": samples.sample_moments(now),
        "duties": samples.sample_duties(now),
        "states": samples.state_names(),
        "answer_articles": ["leerlingen-7"],
        "icons": markup.icon_names(),
        "empty_form": samples.SampleForm(),
        "wrong_form": samples.SampleForm({"name": ""}, auto_id="wrong_%s"),
        "facts": [(_("Made on"), markup.when(now)), (_("By"), "Y. Bakker"), (_("Ground"), markup.article("leerlingen-9"))],
        "steps": [{"label": label, "done": n < 2, "current": n == 2} for n, label in enumerate(samples.step_names())],
        "trail": [(_("Cases"), "#"), ("2B", "#"), ("Noor", "")],
    }
    return render(request, "design/style_page.html", parts)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For `handler400`: a request that is too big gets its own page, with its own status."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return render(request, f"{status}.html", status=status)

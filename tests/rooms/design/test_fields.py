"""A field is drawn with its label, help and mistakes tied to it."""

import re

import pytest
from django import forms
from django.template import Context, Template

from keyzer.design.samples import SampleForm


def drawn(source: str, form: forms.Form) -> str:
    return Template("{% load keyzer %}" + source).render(Context({"form": form}))


@pytest.fixture
def wrong() -> SampleForm:
    return SampleForm({"name": ""})


def test_a_date_gets_the_picker_of_the_device() -> None:
    form = SampleForm({"day": "2025-11-24", "moment": "2025-11-24T16:00"})
    assert 'type="date"' in drawn("{% field form.day %}", form)
    assert 'value="2025-11-24"' in drawn("{% field form.day %}", form)
    assert 'type="datetime-local"' in drawn("{% field form.moment %}", form)
    assert not {"day", "moment"} & form.errors.keys()


def test_a_choice_is_a_group_with_a_legend() -> None:
    html = drawn("{% field form.what %}", SampleForm())
    assert 'aria-describedby="id_what_helptext"' in html
    assert "<legend" in html
    assert html.count('class="choice"') == 3


def test_a_mistake_is_tied_to_its_field(wrong: SampleForm) -> None:
    html = drawn("{% field form.name %}", wrong)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_error"' in html
    assert 'id="id_name_error"' in html


def test_every_mistake_in_the_summary_leads_to_a_field(wrong: SampleForm) -> None:
    summary = drawn('{% include "design/form_errors.html" %}', wrong)
    page = drawn("{% for bound in form %}{% field bound %}{% endfor %}", wrong)
    links = re.findall(r'href="#([^"]+)"', summary)
    assert links == ["id_what_0", "id_where", "id_name"]
    assert all(f'id="{link}"' in page for link in links)


def test_what_may_stay_empty_says_so() -> None:
    assert "hoeft niet" in drawn("{% field form.story %}", SampleForm())
    assert "hoeft niet" not in drawn("{% field form.name %}", SampleForm())


def test_a_hidden_field_has_no_label() -> None:
    class Secret(forms.Form):
        token = forms.CharField(widget=forms.HiddenInput)

    assert "<label" not in drawn("{% field form.token %}", Secret())

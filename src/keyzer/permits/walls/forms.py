"""Which class or room gets a page."""

from typing import Any
from uuid import UUID

from django import forms

from keyzer.permits.queries.walls import Place


class PlaceForm(forms.Form):
    """One of the places that there are; what it answers is what `hang` takes."""

    school_class = forms.UUIDField(required=False)
    room = forms.CharField(max_length=20, required=False)

    def __init__(self, *given: object, places: tuple[list[Place], list[Place]], **named: object) -> None:
        """`places` are the classes and the rooms of today."""
        super().__init__(*given, **named)  # type: ignore[arg-type]
        classes, rooms = places
        self._known: set[tuple[UUID | None, str]] = {(one.school_class, "") for one in classes}
        self._known |= {(None, one.name) for one in rooms}

    def clean(self) -> dict[str, Any]:
        """Refuses what is none of them."""
        found = super().clean() or {}
        if (found.get("school_class"), found.get("room", "")) not in self._known:
            raise forms.ValidationError("there is no such class or room today")
        return found

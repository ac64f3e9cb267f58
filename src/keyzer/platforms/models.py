"""The table of checks: which text of which program was walked through, when, and by whom."""

from django.db import models


class Check(models.Model):
    """Somebody of the school tried the steps in the program itself. The text is known by its digest."""

    platform = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    checked_on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["platform", "digest", "checked_on"], name="one_check_of_a_text_a_day"),
        )

"""What pages can listen to: a name, and how often it changed. Never what changed."""

from django.db import models


class Topic(models.Model):
    """Something whose pages want to hear of changes. `number` only grows, `at` is when it last did."""

    name = models.CharField(max_length=120, unique=True)
    number = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["at"], name="topic_changed_at"),)

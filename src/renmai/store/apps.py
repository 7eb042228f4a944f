"""The one Django app that owns tables and migrations."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Everything stored; label `renmai`, so tables read `renmai_person`."""

    name = "renmai.store"
    label = "renmai"
    default_auto_field = "django.db.models.BigAutoField"

"""Upgrading: a backtest that was kept with figures of other names is judged anew."""

from importlib import import_module

import pytest
from django.apps import apps

from renmai.store.models import Owner

MIGRATION = import_module("renmai.store.migrations.0018_model_snapshots")


@pytest.mark.django_db
def test_a_backtest_kept_under_the_old_names_is_forgotten(owner):
    Owner.objects.filter(pk=owner.pk).update(ties_backtest='{"bands": [{"foretold": 0.1}]}')

    MIGRATION.forget_backtests(apps, None)

    assert Owner.objects.get(pk=owner.pk).ties_backtest == ""

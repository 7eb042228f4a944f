"""Upgrading: a backtest that was kept with figures of other names is judged anew."""

from importlib import import_module

from django.apps import apps

from renmai.store.models import Owner

MIGRATION = import_module("renmai.store.migrations.0018_model_snapshots")


def test_a_backtest_kept_under_the_old_names_is_forgotten(viewer):
    Owner.objects.filter(pk=viewer.owner_id).update(ties_backtest='{"bands": [{"foretold": 0.1}]}')

    MIGRATION.forget_backtests(apps, None)

    assert Owner.objects.get(pk=viewer.owner_id).ties_backtest == ""


def test_ties_kept_by_an_older_definition_of_contact_are_computed_again(viewer):
    Owner.objects.filter(pk=viewer.owner_id).update(
        ties_as_of_epoch_s=1, ties_snapshots="{}", ties_backtest="[]"
    )

    import_module("renmai.store.migrations.0027_contact").forget_ties(apps, None)

    owner = Owner.objects.get(pk=viewer.owner_id)
    assert (owner.ties_as_of_epoch_s, owner.ties_snapshots, owner.ties_backtest) == (None, "", "")

"""Migrations: each is meant, named by its intent, and they lead from nothing to the models and back."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.house.source import modules

NAME = re.compile(r"\d{4}_[a-z][a-z_]+")
MIGRATIONS = [module for module in modules() if module.is_migration]


def test_a_migration_is_named_by_its_intent():
    auto = re.compile(r"auto_|alter_|remove_.*_and_more|initial$")

    assert [m for m in MIGRATIONS if not NAME.fullmatch(m.path.stem) or auto.search(m.path.stem)] == []


def test_a_migration_says_what_it_is_for():
    assert [m for m in MIGRATIONS if not ast.get_docstring(m.tree)] == []


@pytest.mark.django_db
def test_no_model_has_changed_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_migrations_run_from_nothing_and_back(tmp_path):
    program = Path(sys.executable).with_name("django-admin")
    environment = {
        **os.environ,
        "RENMAI_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "renmai.config.settings",
    }
    for target in ([], ["renmai", "zero"], []):
        done = subprocess.run([program, "migrate", *target], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

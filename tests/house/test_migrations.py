"""Migrations: each is meant, named by its intent, and they lead from nothing to the models and back."""

import ast
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.core.management import call_command

from renmai.store.book import new_tables
from tests.house.source import Module, modules
from tools import new_tables as written

NAME = re.compile(r"\d{4}_[a-z][a-z_]+")


@pytest.fixture
def migrations() -> list[Module]:
    """The modules of migrations."""
    return [module for module in modules() if module.is_migration]


def test_a_migration_is_named_by_its_intent(migrations):
    auto = re.compile(r"auto_|alter_|remove_.*_and_more|initial$")

    assert [m for m in migrations if not NAME.fullmatch(m.path.stem) or auto.search(m.path.stem)] == []


def test_a_migration_says_what_it_is_for(migrations):
    assert [m for m in migrations if not ast.get_docstring(m.tree)] == []


@pytest.mark.django_db
def test_no_model_has_changed_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


THERE_AND_BACK = """
import os, shutil, django
django.setup()
from django.core.management import call_command
from django.db import connection
book = connection.settings_dict["NAME"]
call_command("migrate", verbosity=0)
connection.close()
shutil.copy(book, f"{book}.once")
call_command("migrate", "renmai", "zero", verbosity=0)
call_command("migrate", verbosity=0)
"""


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    """A book that every migration made, one by one; then taken back, and made again."""
    home = tmp_path_factory.mktemp("migrated")
    own = {"RENMAI_HOME": str(home), "DJANGO_SETTINGS_MODULE": "renmai.config.settings"}
    environment = {name: value for name, value in (os.environ | own).items() if name != "DATABASE_URL"}
    done = subprocess.run([sys.executable, "-c", THERE_AND_BACK], env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return home


def test_the_migrations_run_from_nothing_and_back(migrated):
    once, again = (migrated / name for name in ("renmai.sqlite3.once", "renmai.sqlite3"))

    assert tables_of(again) == tables_of(once) != []


def test_a_new_book_has_the_tables_that_the_migrations_make(migrated, tmp_path):
    """It gets them at once; where this fails, a migration was added: `make tables` writes them anew."""
    assert new_tables.SCRIPT.read_text("utf-8") == written.script_of(migrated / "renmai.sqlite3.once")

    with closing(sqlite3.connect(tmp_path / "new")) as book:
        book.executescript(new_tables.SCRIPT.read_text("utf-8"))
    assert tables_of(tmp_path / "new") == tables_of(migrated / "renmai.sqlite3.once")


def tables_of(path):
    """Return what stands in a database file as its tables, indexes and triggers, by name."""
    with closing(sqlite3.connect(path)) as book:
        return book.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

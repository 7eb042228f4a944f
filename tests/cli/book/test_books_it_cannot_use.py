"""A book or a terminal that cannot be used gets one sentence or plainer letters, never a traceback."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("renmai")


@pytest.mark.parametrize("command", ["today", "people"])
def test_a_file_that_is_no_book_is_refused_in_one_sentence(process, tmp_path, command):
    home = tmp_path / "home"
    home.mkdir()
    (home / "renmai.sqlite3").write_bytes(b"this is no database " * 300)
    said = process(command, home=home)
    assert (said.status, said.out) == (1, "")
    assert "cannot be read or written" in said.err
    assert said.err.count("\n") == 1


def test_the_doctor_goes_on_past_a_file_that_is_no_book(process, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "renmai.sqlite3").write_bytes(b"this is no database " * 300)
    said = process("doctor", home=home)
    assert said.status == 1
    assert "Python" in said.out and "renmai restore" in said.out


@pytest.mark.parametrize(
    ("setting", "language", "said_of_it"),
    [
        ({"DATABASE_URL": "postgres://me:secret@[x"}, "C.UTF-8", "DATABASE_URL names no database"),
        ({"RENMAI_TODAY": "tomorrow"}, "en_GB.UTF-8", "RENMAI_TODAY is “tomorrow”, which is no day"),
        ({"RENMAI_TODAY": "tomorrow"}, "zh_CN.UTF-8", "RENMAI_TODAY 的值「tomorrow」不是日期"),
        (
            {"RENMAI_EMBEDDINGS_URL": "host"},
            "C.UTF-8",
            "RENMAI_EMBEDDINGS_URL is “host”, which is no address",
        ),
    ],
)
def test_a_wrong_setting_is_refused_at_start_in_one_sentence(process, setting, language, said_of_it):
    said = process("people", language={"LANG": language, **setting})
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"renmai: {said_of_it}") and said.err.count("\n") == 1
    assert "secret" not in said.err


@pytest.mark.parametrize(
    ("language", "said_of_it"),
    [
        ("C.UTF-8", "The database of DATABASE_URL, on 127.0.0.1:{port}, cannot be used"),
        ("zh_CN.UTF-8", "DATABASE_URL 所指的数据库（127.0.0.1:{port}）无法使用"),
    ],
)
@pytest.mark.parametrize("command", ["people", "doctor"])
def test_a_server_that_nobody_answers_for_is_named_with_its_setting(process, command, language, said_of_it):
    """A port that was free a moment ago is closed; no server is needed to find none."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"postgres://me:secret@127.0.0.1:{port}/book"
    said = process(command, language={"LANG": language, "DATABASE_URL": address})

    told = said.out if command == "doctor" else said.err
    assert said.status == 1 and said_of_it.format(port=port) in told
    assert command == "doctor" or (said.out == "" and said.err.startswith("renmai: "))
    assert "RENMAI_HOME" not in told and "secret" not in said.err + said.out


def test_a_folder_that_cannot_be_one_is_refused_at_start(process, tmp_path):
    file = tmp_path / "a file"
    file.touch()
    said = process("people", home=file / "home")
    assert (said.status, said.out) == (2, "")
    assert "cannot be used" in said.err and "RENMAI_HOME" in said.err and said.err.count("\n") == 1


def test_a_book_of_a_newer_version_is_refused_and_stays_as_it_is(process, new_home):
    file = new_home / "renmai.sqlite3"
    with sqlite3.connect(file) as book:
        book.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('renmai', '9999_later', '2030-01-01')"
        )
    before = list(book.iterdump())
    said = process("people", "--json", home=new_home)
    assert (said.status, said.out) == (1, "")
    assert "newer Renmai" in said.err
    assert list(book.iterdump()) == before


def test_letters_a_terminal_lacks_are_shown_by_their_numbers(process, new_home, tmp_path):
    card = tmp_path / "one.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张三\r\nEMAIL:z@example.cn\r\nEND:VCARD\r\n", "utf-8")
    process("import", card, home=new_home)
    poor = {"LANG": "C", "PYTHONIOENCODING": "ascii"}
    assert "\\u5f20\\u4e09" in process("people", home=new_home, language=poor).out


def test_a_closed_output_is_no_fault(process, new_home):
    process("init", home=new_home)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{PROGRAM}" today >&-'],
        env={**os.environ, "RENMAI_HOME": str(new_home)},
        capture_output=True,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, b"")

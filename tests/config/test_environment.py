"""What the environment sets is checked once, at start."""

from pathlib import Path

import pytest

from renmai.config.environment import WrongSetting, check_day, database, embeddings

HERE = Path("/books/b#1 %25/book.sqlite3")


def code_of(check, *given, **more) -> str:
    with pytest.raises(WrongSetting) as refused:
        check(*given, **more)
    return refused.value.because.code


@pytest.mark.parametrize("text", ["tomorrow", "2026-02-30", "9999-12-31", "1"])
def test_a_fixed_day_that_is_none_is_refused(text):
    assert code_of(check_day, {"RENMAI_TODAY": text}) == "setting_no_day"


@pytest.mark.parametrize("environ", [{}, {"RENMAI_TODAY": ""}, {"RENMAI_TODAY": "2026-03-02"}])
def test_a_day_or_none_is_fine(environ):
    check_day(environ)


@pytest.mark.parametrize(
    "address", ["bogus", "postgres://[x", "http://example.org/", "mysql://a@b/c", "postgres://host"]
)
def test_an_address_of_no_database_is_refused_without_its_password(address):
    assert code_of(database, {"DATABASE_URL": address}, otherwise=HERE) == "setting_no_database"


def test_a_postgresql_without_what_speaks_to_it_is_refused(monkeypatch):
    monkeypatch.setattr("renmai.config.environment.find_spec", lambda _name: None)
    address = {"DATABASE_URL": "postgres://me:secret@host/book"}
    assert code_of(database, address, otherwise=HERE) == "setting_wants_postgres"


@pytest.mark.parametrize("environ", [{}, {"DATABASE_URL": ""}])
def test_without_an_address_the_book_is_in_its_folder(environ):
    assert database(environ, otherwise=HERE)["NAME"] == str(HERE)


@pytest.mark.parametrize("url", ["x", "ftp://host/v1", "http://", "https://[1", "host/v1", "http://h:x/"])
def test_an_endpoint_that_is_no_address_is_refused(url):
    environ = {"RENMAI_EMBEDDINGS_URL": url, "RENMAI_EMBEDDINGS_MODEL": "m"}
    assert code_of(embeddings, environ) == "setting_no_address"


def test_an_endpoint_wants_its_model_and_nothing_is_asked_without_one():
    url = "http://127.0.0.1:8080/v1/embeddings"
    assert code_of(embeddings, {"RENMAI_EMBEDDINGS_URL": url}) == "setting_no_model"
    assert embeddings({"RENMAI_EMBEDDINGS_MODEL": "m"}) == {"url": "", "model": "m", "key": "", "proxy": ""}
    whole = {"RENMAI_EMBEDDINGS_URL": url, "RENMAI_EMBEDDINGS_MODEL": "m", "RENMAI_EMBEDDINGS_KEY": "k"}
    assert embeddings({**whole, "RENMAI_EMBEDDINGS_PROXY": "http://127.0.0.1:3128"})["proxy"].endswith(
        ":3128"
    )
    assert code_of(embeddings, {**whole, "RENMAI_EMBEDDINGS_PROXY": "file:///x"}) == "setting_no_address"
    assert embeddings(whole) == {"url": url, "model": "m", "key": "k", "proxy": ""}

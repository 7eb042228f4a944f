"""Clock and wire: below the doors nothing reads a clock, and below the store nothing opens a wire."""

import ast

from tests.house.source import modules, of_floors

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now", "timezone.localdate",
    "timezone.localtime", "time.time", "time.time_ns", "localdate", "localtime",
}  # fmt: skip
WIRES = {
    "socket", "ssl", "http.client", "http.server", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib",
    "xmlrpc", "requests", "httpx", "aiohttp", "urllib3", "websockets",
}  # fmt: skip
NAMED_BY_THE_OWNER = {("sources/embeddings.py", "urllib.request")}
"""What asks an address that the owner has named, and nobody while none is."""
BELOW_THE_DOORS = ("domain", "sources", "engine", "store", "actions", "queries", "wording")


def imports_of(module) -> set[str]:
    plain = {alias.name for node in module.nodes(ast.Import) for alias in node.names}
    return plain | {node.module for node in module.nodes(ast.ImportFrom) if node.module}


def test_nothing_below_the_doors_reads_a_clock():
    read = [
        (module, call.lineno)
        for module in of_floors(*BELOW_THE_DOORS)
        for call in module.nodes(ast.Call)
        if ast.unparse(call.func).removeprefix("datetime.") in CLOCKS
    ]

    assert read == []


def test_nothing_opens_a_connection_to_another_machine():
    """The web server listens on a socket of its own machine; else only what the owner named is asked."""
    opened = {
        (module.name, name)
        for module in modules()
        for name in imports_of(module)
        if any(name == wire or name.startswith(f"{wire}.") for wire in WIRES)
    }

    own = {found for found in opened if found[0].startswith("web/") and found[1] == "socket"}
    assert opened - own == NAMED_BY_THE_OWNER


def test_rules_take_the_day_as_a_parameter_and_never_by_default():
    defaults = [
        (module, function.name)
        for module in of_floors("domain", "engine", "sources")
        for function in module.nodes(ast.FunctionDef)
        for default in (*function.args.defaults, *(d for d in function.args.kw_defaults if d))
        if "now(" in ast.unparse(default) or "today(" in ast.unparse(default)
    ]

    assert defaults == []

"""Every command of `renmai`: its name, the module that holds it, and the one line that says what it does."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class CommandEntry(NamedTuple):
    """Where a command lives and what it does."""

    module: str
    summary: object


PANELS: dict[str, dict[str, CommandEntry]] = {
    "Begin": {
        "init": CommandEntry(
            "renmai.cli.book.init", _("Make the book, or change its language, time zone, region and owner.")
        ),
        "import": CommandEntry("renmai.cli.capture.import_", _("Read exported files into the book.")),
        "imports": CommandEntry(
            "renmai.cli.capture.imports", _("List what came in and what runs; stop it or begin it again.")
        ),
        "demo": CommandEntry(
            "renmai.cli.demo.demo", _("Try Renmai on an invented network, apart from your own book.")
        ),
    },
    "Every day": {
        "today": CommandEntry(
            "renmai.cli.today.today", _("Show whom to reach today, why, and with which words.")
        ),
        "log": CommandEntry(
            "renmai.cli.lines.log", _("Write down in one line what happened, with whom, and what follows.")
        ),
        "done": CommandEntry("renmai.cli.today.done", _("Say that an item of Today is done.")),
        "later": CommandEntry("renmai.cli.today.later", _("Put an item of Today off until another day.")),
        "drop": CommandEntry(
            "renmai.cli.today.drop", _("Drop an item of Today; it does not come back by itself.")
        ),
        "inbox": CommandEntry("renmai.cli.people.inbox", _("Keep a line or a text now and file it later.")),
        "brief": CommandEntry(
            "renmai.cli.reach.brief", _("Read on one page what matters before you meet somebody.")
        ),
        "promise": CommandEntry(
            "renmai.cli.together.promise", _("Keep what you promised whom, and by when.")
        ),
        "cooperate": CommandEntry(
            "renmai.cli.together.cooperate",
            _("Keep what you do together with people, from an idea to its review."),
        ),
        "reach": CommandEntry(
            "renmai.cli.reach.reach", _("Break the ice with somebody, attempt by attempt.")
        ),
    },
    "People and ties": {
        "search": CommandEntry(
            "renmai.cli.pages.search", _("Find people by name, pinyin, initials, address or organisation.")
        ),
        "people": CommandEntry(
            "renmai.cli.pages.people",
            _("List the people of the book with class, state and strength, or add one."),
        ),
        "person": CommandEntry(
            "renmai.cli.pages.person", _("Show everything the book knows of one person, with its sources.")
        ),
        "note": CommandEntry(
            "renmai.cli.people.note", _("Write down what you want to remember of somebody.")
        ),
        "agenda": CommandEntry("renmai.cli.people.agenda", _("Keep what to raise with somebody next time.")),
        "tag": CommandEntry("renmai.cli.people.tag", _("Put people together under words of your own.")),
        "tie": CommandEntry(
            "renmai.cli.ties.tie", _("Show one tie in figures and why it is so, or say what you know better.")
        ),
        "tier": CommandEntry(
            "renmai.cli.ties.tier", _("Choose whom you keep how close: tiers of 5, 50 and 100.")
        ),
        "same": CommandEntry("renmai.cli.people.same", _("Say whether two who look like one human are one.")),
        "archive": CommandEntry(
            "renmai.cli.people.archive",
            _("Say who is no longer in your life: they are never proposed for anything."),
        ),
        "merge": CommandEntry("renmai.cli.people.merge", _("Say that two entries are one person.")),
        "split": CommandEntry(
            "renmai.cli.people.split", _("Say that some handles of a person belong to somebody else.")
        ),
        "erase": CommandEntry(
            "renmai.cli.people.erase", _("Erase one person everywhere, after showing what will go.")
        ),
    },
    "Give and ask": {
        "value": CommandEntry(
            "renmai.cli.value.value", _("Show what you can do for others and they for you, or note it.")
        ),
        "ask": CommandEntry(
            "renmai.cli.asks.ask",
            _("Ask whether you may ask somebody for something now, and keep what became of it."),
        ),
        "favour": CommandEntry(
            "renmai.cli.asks.favour",
            _("Show favours and gifts both ways, note one, or note that thanks were said."),
        ),
    },
    "Network and positions": {
        "network": CommandEntry(
            "renmai.cli.network.network",
            _("Show circles among your people, who joins them, how varied they are."),
        ),
        "path": CommandEntry(
            "renmai.cli.network.path",
            _("Find who can introduce you to a person, an organisation or a skill."),
        ),
        "reputation": CommandEntry(
            "renmai.cli.network.reputation",
            _("Show who came to you through whom, what came of it, and who speaks of you unasked."),
        ),
        "channels": CommandEntry(
            "renmai.cli.reach.channels",
            _("Show by which ways you meet people, who is not worked yet, and what each way yields."),
        ),
        "group": CommandEntry(
            "renmai.cli.reach.group",
            _("Keep the groups you belong to: what they cost, who is in them, what comes of them."),
        ),
        "position": CommandEntry(
            "renmai.cli.positions.position", _("List where you and others work and worked, or note it.")
        ),
        "leaving": CommandEntry(
            "renmai.cli.positions.leaving", _("Test which ties would stay if you, or they, left a position.")
        ),
    },
    "The book": {
        "serve": CommandEntry(
            "renmai.cli.book.serve", _("Open the web page, reachable from this machine only.")
        ),
        "undo": CommandEntry(
            "renmai.cli.book.undo", _("Take back the last decision or import, or any decision by its number.")
        ),
        "redo": CommandEntry("renmai.cli.book.redo", _("Bring back what was undone last, or by its number.")),
        "history": CommandEntry(
            "renmai.cli.pages.history", _("List everything you decided, undone or not, newest first.")
        ),
        "export": CommandEntry("renmai.cli.book.export", _("Write the whole book to open formats.")),
        "backup": CommandEntry(
            "renmai.cli.book.backup", _("Make a backup of the whole book, or list those there are.")
        ),
        "restore": CommandEntry("renmai.cli.book.restore", _("Go back to a backup, or take an export back.")),
        "rebuild": CommandEntry(
            "renmai.cli.book.rebuild", _("Compute everything anew from what came in and was decided.")
        ),
        "doctor": CommandEntry(
            "renmai.cli.book.doctor", _("Check the book and this machine, and say what to do.")
        ),
        "backtest": CommandEntry(
            "renmai.cli.ties.backtest", _("Check how well the last months of your own ties were predicted.")
        ),
        "engine": CommandEntry("renmai.cli.engine", _("Compute ties from tables of events, without a book.")),
    },
}
"""The commands under the headings of `renmai --help`, in the order in which one meets them."""
COMMANDS = {name: entry for commands in PANELS.values() for name, entry in commands.items()}
PANEL_OF = {name: panel for panel, commands in PANELS.items() for name in commands}

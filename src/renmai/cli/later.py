"""A sentence that is translated when it is shown: help texts are written before the language is known."""

from collections.abc import Callable
from typing import cast

from django.utils.translation import gettext_lazy

later = cast(Callable[[str], str], gettext_lazy)
"""Typer asks for text and shows what it is given; a lazy translation is text once it is shown."""

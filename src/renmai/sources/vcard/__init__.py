"""Contact cards: address books of phones, mail programs and card services (.vcf), without losing a byte."""

from renmai.sources.vcard.source import SOURCE

__all__ = ["SOURCE"]

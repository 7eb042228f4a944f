"""Asks (V5 to V7): the ledger of favours, and whether one may ask."""

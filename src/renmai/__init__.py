"""Renmai 人脉: a private relationship manager that reads the traces relationships leave."""

__version__ = "0.1.0"

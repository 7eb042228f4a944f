"""Coefficients shipped with the program, each with where it comes from."""

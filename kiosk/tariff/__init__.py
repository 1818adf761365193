"""Prices: a tariff, one module per strategy, and the catalogue that loads them from TOML."""

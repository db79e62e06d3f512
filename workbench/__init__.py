"""Werkbank rijkswerkgelegenheid: from a ministry's notice to a sealed advice letter."""

__version__ = "0.2.0"

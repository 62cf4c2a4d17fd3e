"""The Django project around the app `artifacts`."""

__version__ = "0.2.0"

"""Mails about what happened and what is next."""

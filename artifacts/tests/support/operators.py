"""Members of staff with just the permissions that a test names, and the admin's pages of a
project.
"""

from __future__ import annotations

from django.test import Client

from artifacts.models import User
from artifacts.tests.support.factories import UserFactory

VIEWER = ("view_project", "view_artifact", "view_generationattempt", "view_user")
OPERATOR = (*VIEWER, "regenerate_artifact", "release_artifact")


def make_operator(*permissions: str) -> User:
    return UserFactory.create(staff=True, password="staff", permissions=permissions or OPERATOR)


def operator_client(*permissions: str) -> Client:
    client = Client()
    client.force_login(make_operator(*permissions))
    return client


def page(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())

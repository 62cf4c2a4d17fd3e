"""Share links, and the notes of guests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from factory.declarations import (
    LazyFunction,
    PostGeneration,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from artifacts.models import (
    GuestNote,
    ShareLink,
)
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.sharing.guest_notes import add_guest_note, moderate
from artifacts.services.sharing.links import link_token, make_link, open_link, revoke_link
from artifacts.tests.support.factories.projects import ProjectFactory
from artifacts.tiers import Tier


def _revoke(link: ShareLink, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        revoke_link(link, now=timezone.now())
        link.refresh_from_db()


class ShareLinkFactory(DjangoModelFactory[ShareLink]):
    """An open link to all documents of a written project, as the lowest tier reads them."""

    class Meta:
        model = ShareLink
        skip_postgeneration_save = True

    class Params:
        expired = Trait(now=LazyFunction(lambda: timezone.now() - timedelta(days=31)))

    project = SubFactory(ProjectFactory, written=True)
    documents = GENERATION_ORDER
    tier = Tier.BOOTSTRAPPER
    days = 30
    now = LazyFunction(timezone.now)
    revoked = PostGeneration(_revoke)

    @classmethod
    def _create(cls, model_class: type[ShareLink], *args: Any, **kwargs: Any) -> ShareLink:
        return make_link(*args, **kwargs)


class GuestNoteFactory(DjangoModelFactory[GuestNote]):
    """A note that a guest left, each by another guest.

    `state` is what the founder has decided about it.
    """

    class Meta:
        model = GuestNote

    link = SubFactory(ShareLinkFactory, allows_notes=True)
    artifact_type = ArtifactType.BRIEF
    section = ""
    name = "Jo"
    text = "Why?"
    guest = Sequence("guest-{}".format)
    state = GuestNote.State.HELD
    tier = None
    """What the guest read, where that is no longer what the link shows."""
    now = LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class: type[GuestNote], *args: Any, **kwargs: Any) -> GuestNote:
        link, state = kwargs.pop("link"), GuestNote.State(kwargs.pop("state"))
        tier, document = kwargs.pop("tier"), ArtifactType(kwargs.pop("artifact_type"))
        share = open_link(str(link_token(link)), now=kwargs["now"])
        note = add_guest_note(share, share.document(document.value), *args, **kwargs)
        if tier is not None:
            note.tier = Tier(tier).value
            note.save(update_fields=["tier"])
        if state is not GuestNote.State.HELD:
            shown = state is GuestNote.State.APPROVED
            moderate(share.project, note.pk, shown=shown, tier=Tier.CTO_SCALE, now=kwargs["now"])
            note.refresh_from_db()
        return note

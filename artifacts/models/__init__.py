from __future__ import annotations

from artifacts.models.artifact import Artifact
from artifacts.models.attempt import GenerationAttempt
from artifacts.models.branding import Branding
from artifacts.models.language_model import LanguageModel
from artifacts.models.mail import Mail
from artifacts.models.plan_request import PlanRequest
from artifacts.models.project import Project
from artifacts.models.sent import SentForm
from artifacts.models.share import GuestNote, ShareLink
from artifacts.models.testing import AssumptionTest
from artifacts.models.usage import KeptUsage
from artifacts.models.user import User
from artifacts.models.worker import Worker

__all__ = [
    "Artifact",
    "AssumptionTest",
    "Branding",
    "GenerationAttempt",
    "GuestNote",
    "KeptUsage",
    "LanguageModel",
    "Mail",
    "PlanRequest",
    "Project",
    "SentForm",
    "ShareLink",
    "User",
    "Worker",
]

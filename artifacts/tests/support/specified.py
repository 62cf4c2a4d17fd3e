"""What the original specification says of the five documents."""

from __future__ import annotations

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.how_it_works.schema import HowItWorksContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactContent,
)

CORE_FIELDS: dict[type[ArtifactContent], set[str]] = {
    ProductBriefContent: {
        "problem_statement",
        "target_user",
        "value_proposition",
        "key_constraint",
        "differentiation_points",
    },
    MvpScopeContent: {"core_features", "out_of_scope", "success_metrics"},
    MilestonesContent: {"milestones"},
    RiskLogContent: {"technical_risks", "market_risks", "execution_risks"},
    HowItWorksContent: {"user_journey", "architecture", "data_flow"},
}
"""What must be given. Critical path and total duration follow from the milestones."""

GATED_FIELDS: dict[type[ArtifactContent], tuple[str, str]] = {
    ProductBriefContent: ("market_analysis", "competitive_strategy"),
    MvpScopeContent: ("technical_architecture", "scalability_plan"),
    MilestonesContent: ("resource_plan", "risk_mitigation_timeline"),
    RiskLogContent: ("financial_risks", "strategic_risks"),
    HowItWorksContent: ("integration_points", "security_compliance"),
}
"""The field that opens with the partner's tier, and the one that opens with the highest."""

SPECIFIED = [
    artifact_type
    for artifact_type in GENERATION_ORDER
    if artifact_type.content_class in CORE_FIELDS
]
"""The five that the specification names. There may be others, which bring their own."""

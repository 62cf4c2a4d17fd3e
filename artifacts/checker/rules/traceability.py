"""Traceability: what one document promises can be followed through the others."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import CoverageFact, Location, Pair, Severity
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.checker.text import WORD
from artifacts.document_types.risk_log.schema import Risk
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

# fmt: off
_NO_MITIGATION = frozenset({
    "none", "nothing", "nothing yet", "n a", "na", "no", "tbd", "to be decided", "to be determined",
    "to be defined", "unknown", "accept", "accepted", "we accept it", "we accept this",
    "we accept the risk", "accept the risk", "keine", "nichts", "offen", "noch offen", "unklar",
    "akzeptieren",
})
# fmt: on


@rule(
    severity=Severity.IMPORTANT,
    among=(ArtifactType.MVP_SCOPE,),
    message=gettext_noop(
        "%(feature)s has no acceptance criteria, so nobody can say when it is done."
    ),
    hint=gettext_noop("Write down what we would try to see that it works."),
    good={"mvp_scope.F-2.acceptance_criteria": ["An article below its minimum is listed"]},
    bad={"mvp_scope.F-2.acceptance_criteria": []},
)
def feature_without_criteria(context: CheckContext) -> Iterator[Violation]:
    """Every feature has acceptance criteria."""
    for feature in context.scope.core_features if context.scope else ():
        if not feature.acceptance_criteria:
            place = Location(
                ArtifactType.MVP_SCOPE, "core_features", feature.id, "acceptance_criteria"
            )
            yield Violation(place, "", {"feature": f"{feature.id} {shorten(feature.name)}"})


@rule(
    severity=Severity.MINOR,
    compares=True,
    among=(ArtifactType.MVP_SCOPE, ArtifactType.HOW_IT_WORKS),
    message=gettext_noop("%(feature)s is used in no step of the user journey."),
    hint=gettext_noop(
        "Name it under “Uses” of the step in which people meet it, or ask whether we need it yet."
    ),
    good={"how_it_works.J-1.uses": ["F-2", "F-1"]},
    bad={"how_it_works.J-1.uses": ["F-1"]},
)
def feature_not_in_journey(context: CheckContext) -> Iterator[Violation]:
    """Every feature appears in the user journey."""
    if context.scope is None or context.how is None:
        return
    used = context.linked(ArtifactType.HOW_IT_WORKS, "uses")
    for feature in context.scope.core_features:
        if feature.id not in used:
            place = Location(ArtifactType.MVP_SCOPE, "core_features", feature.id)
            about = (Location(ArtifactType.HOW_IT_WORKS, "user_journey"),)
            yield Violation(place, "", {"feature": f"{feature.id} {shorten(feature.name)}"}, about)


@rule(
    severity=Severity.IMPORTANT,
    among=(ArtifactType.RISK_LOG,),
    message=gettext_noop("%(risk)s is severe, and we do not say what we do about it."),
    hint=gettext_noop("Write down what we do before it happens, and by when."),
    good={"risk_log.R-1.mitigation": "We store every tap before anything else happens."},
    bad={"risk_log.R-1.mitigation": "To be decided"},
)
def risk_without_mitigation(context: CheckContext) -> Iterator[Violation]:
    """A risk of high severity has a mitigation that says something."""
    for place, risk in _high_risks(context):
        bare = " ".join(WORD.findall(risk.mitigation.casefold()))
        if not bare or bare in _NO_MITIGATION:
            where = Location(place.artifact_type, place.section, risk.id, "mitigation")
            yield Violation(where, "", {"risk": f"{risk.id} {shorten(risk.title)}"})


@rule(
    severity=Severity.MINOR,
    among=(ArtifactType.RISK_LOG,),
    message=gettext_noop("%(risk)s is severe, and does not say what it would hit."),
    hint=gettext_noop("Name the features, milestones or assumptions that it affects."),
    good={"risk_log.R-1.affects": ["F-1"]},
    bad={"risk_log.R-1.affects": []},
)
def risk_affects_nothing(context: CheckContext) -> Iterator[Violation]:
    """A risk of high severity names what it affects."""
    for place, risk in _high_risks(context):
        if not risk.affects:
            where = Location(place.artifact_type, place.section, risk.id, "affects")
            yield Violation(where, "", {"risk": f"{risk.id} {shorten(risk.title)}"})


def coverage(context: CheckContext) -> Iterator[CoverageFact]:
    """Yield everything that should be covered by another document, and whether it is."""
    pairs = [
        (Pair.FEATURES_DELIVERED, context.plan, ArtifactType.MILESTONES, "delivers"),
        (Pair.FEATURES_IN_JOURNEY, context.how, ArtifactType.HOW_IT_WORKS, "uses"),
    ]
    for pair, content, artifact_type, field_name in pairs:
        if context.scope and content:
            covering = context.linked(artifact_type, field_name)
            for feature in context.scope.core_features:
                place = Location(ArtifactType.MVP_SCOPE, "core_features", feature.id)
                yield CoverageFact(pair, place, feature.id in covering)
    for place, risk in _high_risks(context):
        yield CoverageFact(
            Pair.HIGH_RISKS_PLACED, place, any(item_id in context.items for item_id in risk.affects)
        )


def _high_risks(context: CheckContext) -> Iterator[tuple[Location, Risk]]:
    content = context.contents.get(ArtifactType.RISK_LOG)
    for section, item in content.items() if content else ():
        if isinstance(item, Risk) and item.severity == "high":
            yield Location(ArtifactType.RISK_LOG, section.name, item.id), item

"""All that a composer knows: the founder's words, the kind of idea, the limits, and the earlier documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from artifacts import durations
from artifacts.interview import Answers
from artifacts.runners.base import Contents, ProjectInput
from artifacts.runners.offline.kinds import Kind, match_kind
from artifacts.runners.offline.lexicon import NUMBER_WORDS
from artifacts.runners.offline.voice import (
    Words,
    defuse,
    fill,
    is_plural,
    listen,
    lower_first,
    plural_head,
    upper_first,
    words_of,
)
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import Item
from artifacts.schemas.brief import ProductBriefContent
from artifacts.schemas.milestones import Milestone, MilestonesContent
from artifacts.schemas.mvp_scope import Feature, MvpScopeContent
from artifacts.schemas.risk_log import RiskLogContent
from artifacts.text import clean_text, fold_spaces, fold_title

_READ_MAX = 3_000
"""How much of a text is searched for keywords, limits and figures; what matters is said before that."""

METRIC_QUOTE = 400
"""How much of the founder's own test is shown as a metric."""

_SOLO = re.compile(
    r"(?<!\w)(?:(?:one|1|single|sole) (?:\w+ )?(?:developer|person|programmer|founder|engineer|coder|maker|designer|"
    r"man|woman)|"
    r"solo|alone|by myself|just me|i (?:have|work|can|am|only|do|need|must)|i'm|"
    r"ich (?:habe|bin|kann|arbeite)|only me|on my own|allein|alleine|ein entwickler|eine entwicklerin|"
    r"seule?|wahdi|وحدي)"
    r"(?!\w)|一人|ひとり|1人|独自"
)
_TEAM = re.compile(
    r"(?<!\w)(?:(?:two|three|four|five|six|[2-9]|zwei|drei|vier) (?:\w+ )?(?:developers|people|founders|engineers|"
    r"of us|"
    r"persons|programmers|employees|mechanics|helpers|colleagues|mitarbeiter\w*|entwickler|leute|gründer)|team|co-?founders?)(?!\w)"
)
_NO_MONEY = re.compile(
    r"(?<!\w)(?:no (?:\w+ )?(?:budget|money|funding|cash|capital)|(?:low|small|tight|little) (?:budget|money)|"
    r"bootstrapped|"
    r"without (?:\w+ )?(?:budget|money|funding)|kein(?:e|en)? (?:budget|geld|kapital)|ohne (?:budget|geld))(?!\w)"
)
_MONEY = re.compile(
    r"(?<!\w)(?:budget|money|funding|cash|capital|savings|euros?|dollars?|pounds|eur|usd|geld|kapital|kosten|argent|dinero)"
    r"(?!\w)|[€$£¥円]"
)
_LAW = re.compile(
    r"(?<!\w)(?:law|laws|legal|legally|licen[sc]e\w*|permits?|regulat\w+|gdpr|dsgvo|hipaa|compliance|liability|gesetz\w*|"
    r"recht|datenschutz|genehmigung\w*|zulassung|loi|ley)(?!\w)|法律|規制|قانون"
)
_SPARE_TIME = re.compile(
    r"(?<!\w)(?:part[ -]time|evenings?|weekends?|hours? (?:a|per|each) (?:week|day)|day job|full[ -]time job|nebenbei|"
    r"nebenberuflich|abends|wochenende\w*|stunden (?:pro|die|in der) woche)(?!\w)"
)
_CUSTOMERS = re.compile(
    r"(?<!\w)(?:paying|customers?|revenue|sold|subscribers|live|launched|kunden|umsatz|verkauft|clients|clientes)(?!\w)|顧客|客户"
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:no|not|without|zero|0|potential|talks?|talked|spoke|spoken|asked|interview\w*|idea|kein\w*|ohne|noch)(?!\w)"
)
_PROTOTYPE = re.compile(
    r"(?<!\w)(?:prototypes?|mock-?ups?|demo|beta|alpha|working version|mvp|sketch\w*|landing page|prototyp\w*|built|"
    r"entwurf|maquette|prototipo)(?!\w)|試作|プロトタイプ|原型"
)
_EXISTS = re.compile(
    r"(?<!\w)(?:pilots?|pilot\w*|prototyp\w*|running|runs|since|customers?|clients?|users?|beta|live|launched|built|"
    r"tested|tried|sold|selling|sales|paying|in use|working version|läuft|laufen|seit|kunden|kundinnen|nutzer\w*|"
    r"gebaut|getestet|verkauft|umsatz)(?!\w)"
)
_ONLY_AN_IDEA = re.compile(
    r"^(?:(?:it is|it's|its|this is|we are at|es ist) )?(?:(?:just|only|still|so far|at the moment|nur|bisher|bislang|"
    r"erst) )*(?:(?:an|the|our|my|eine?|die) )?(?:idea|idee)"
    r"(?: (?:stage|phase|so far|yet|only|for now|bisher))*[ .!]*$|"
    r"(?<!\w)(?<!not )(?<!longer )(?<!than )(?<!nicht )(?<!mehr )"
    r"(?:(?:just|only|nur|bloß|lediglich) (?:an|the|eine) (?:idea|idee)|"
    r"nothing (?:exists|stands|(?:is |has been |was )?built|yet|so far)|noch nichts|nichts gebaut)(?!\w)"
)
_IDEA = re.compile(r"(?<!\w)(?:ideas?|idee|ideen|concept|konzept)(?!\w)")
_FUTURE = re.compile(
    r"(?<!\w)(?:plan|plans|planned|planning|geplant|planen|will|going to|want|hope|soon|bald|to be|werden|wollen|"
    r"möchten)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:no|not|nothing|nobody|without|never|zero|none|potential|kein\w*|ohne|nichts|nicht|nie|"
    r"talk\w*|interview\w*|spoke|spoken|asked|survey\w*|gespräch\w*|umfrage\w*)(?!\w)[^.,;!?]{0,40}"
)
_EVERYONE = re.compile(
    r"(?<!\w)(?:every ?one|every ?body|any ?one|any ?body|all people|the whole world|jeder|jedermann|alle)(?!\w)"
)
_FOR = re.compile(r" (?:for|between|among) ([A-Za-z][A-Za-z' -]{2,59})")
_FREE = re.compile(r"(?<!\w)(?:free|kostenlos|gratis|umsonst|gratuit|zero)(?!\w)|無料|免费|مجان")
_FIGURE = re.compile(r"\d")
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCES = re.compile(r"(?<=[.!?]) ")


_TITLE_USERS_MAX = 34
_SAID = {"limit": "constraint", "price": "price"}
_OF_THE_PROJECT = ("words", "name", "kind", "users_from_idea", "users", "way", "motto", "limit_weeks", "trial_weeks")


@dataclass(frozen=True)
class Context:
    """What is known while one document is written."""

    project: ProjectInput
    earlier: Contents = field(default_factory=dict)

    # -- the founder's words ---------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> Mapping[str, Words]:
        answers = self.project.answers
        return {key: listen(getattr(answers, key)) for key in Answers.model_fields} | {
            "idea": listen(self.project.idea)
        }

    @cached_property
    def name(self) -> str:
        said = Words(defuse(fold_spaces(clean_text(self.project.name))))
        if not any(char.isalnum() for char in said.text):
            return said.quote() if said else "this project"
        balanced = said.text.count("“") == said.text.count("”")
        return said.text if balanced else said.quote()[1:-1]

    @cached_property
    def kind(self) -> Kind:
        answers = self.project.answers
        return match_kind(
            self.project.idea[:_READ_MAX], f"{answers.problem[:_READ_MAX]} {answers.workaround[:_READ_MAX]}"
        )

    @cached_property
    def users_from_idea(self) -> str:
        """The group the idea names with "for ...", or "" where it names none we can be sure of."""
        idea = self.words["idea"].text[:600]
        for match in _FOR.finditer(idea):
            group = plural_head(Words(lower_first(match[1].strip()), phrase=True))
            group = re.split(r" (?:to|in|on|at|from|by|of (?:the|a|their)|can|as|is|are|using|when) ", f"{group} ")[
                0
            ].strip()
            head = next(iter(reversed(words_of(group))), "")
            if group and group.isascii() and is_plural(head.casefold()) and len(words_of(group)) <= 5:
                return group
        return ""

    @cached_property
    def users(self) -> str:
        """A short plural name for the first users that can be the subject of any sentence."""
        said = self.words["target_user"]
        if said and self.is_for_everyone:
            return self.users_from_idea or self.kind.users
        if said:
            return plural_head(said) or "our first users"
        return self.users_from_idea or self.kind.users

    @property
    def users_in_title(self) -> str:
        return self.users if len(self.users) <= _TITLE_USERS_MAX else "our first users"

    @cached_property
    def way(self) -> str:
        """What people do today, short enough for the middle of a sentence."""
        said = self.words["workaround"]
        return said.inline() if said.phrase and len(said.text) <= 70 else "the way they manage today"

    @cached_property
    def is_for_everyone(self) -> bool:
        text = self.words["target_user"].text
        return len(text) < 60 and bool(_EVERYONE.search(text.casefold()))

    # -- the limits ------------------------------------------------------------------------------------------------

    @cached_property
    def limit_weeks(self) -> int | None:
        said = self.words
        others = tuple(said[key].text[:_READ_MAX] for key in ("idea", "stage", "validation", "target_user"))
        return durations.limit_weeks(said["constraint"].text[:_READ_MAX], others)

    @cached_property
    def trial_weeks(self) -> int | None:
        return durations.trial_weeks(self.words["validation"].text[:_READ_MAX])

    @property
    def trial_is_cut(self) -> bool:
        """Whether the founder's own test is longer than the plan has room for."""
        return bool(self.trial_weeks and self.limit_weeks and self.trial_weeks > max(1, self.limit_weeks - 3))

    @cached_property
    def has_own_target(self) -> bool:
        """Whether the founder's own test, as far as we show it, carries a figure."""
        return has_figure(self.words["validation"].quote(METRIC_QUOTE))

    @cached_property
    def _constraint(self) -> str:
        return self.words["constraint"].text[:_READ_MAX].casefold()

    @cached_property
    def is_solo(self) -> bool:
        return bool(_SOLO.search(self._constraint)) and not self.is_team

    @cached_property
    def is_team(self) -> bool:
        return bool(_TEAM.search(self._constraint))

    @cached_property
    def has_no_money(self) -> bool:
        return bool(_NO_MONEY.search(self._constraint))

    @cached_property
    def limited_by_money(self) -> bool:
        return bool(_MONEY.search(self._constraint))

    @cached_property
    def limited_by_law(self) -> bool:
        return bool(_LAW.search(self._constraint))

    @cached_property
    def in_spare_time(self) -> bool:
        return bool(_SPARE_TIME.search(self._constraint))

    @cached_property
    def has_customers(self) -> bool:
        stage = self.words["stage"].text[:_READ_MAX].casefold()
        return bool(_CUSTOMERS.search(stage)) and not _NOT_YET.search(stage)

    @cached_property
    def has_prototype(self) -> bool:
        return bool(_PROTOTYPE.search(self._affirmed_stage)) and not self.has_customers

    @cached_property
    def _affirmed_stage(self) -> str:
        """The stage without what it denies or only talked about; "" where it speaks of what is meant to come."""
        stage = self.words["stage"].text[:_READ_MAX].casefold()
        return "" if _FUTURE.search(stage) else _DENIED.sub(" ", stage)

    @cached_property
    def has_something(self) -> bool:
        """Whether the stage surely says that something exists and is in use."""
        return bool(_EXISTS.search(self._affirmed_stage)) and not _IDEA.search(self._affirmed_stage)

    @cached_property
    def is_only_an_idea(self) -> bool:
        """Whether the stage surely says that there is nothing yet but the idea."""
        stage = self.words["stage"].text[:_READ_MAX].casefold()
        return bool(_ONLY_AN_IDEA.search(stage)) and not _EXISTS.search(_DENIED.sub(" ", stage))

    @cached_property
    def is_free(self) -> bool:
        price = self.words["price"].text[:_READ_MAX]
        return bool(_FREE.search(price.casefold())) and not has_figure(price)

    # -- the earlier documents -------------------------------------------------------------------------------------

    @cached_property
    def by_type(self) -> Mapping[str, object]:
        return {str(artifact_type): content for artifact_type, content in self.earlier.items()}

    @cached_property
    def features(self) -> list[Feature]:
        scope = self.by_type.get("mvp_scope")
        return list(scope.core_features) if isinstance(scope, MvpScopeContent) else []

    @cached_property
    def milestones(self) -> list[Milestone]:
        content = self.by_type.get("milestones")
        return list(content.milestones) if isinstance(content, MilestonesContent) else []

    @cached_property
    def risk_log(self) -> RiskLogContent | None:
        content = self.by_type.get("risk_log")
        return content if isinstance(content, RiskLogContent) else None

    @cached_property
    def known_features(self) -> Mapping[str, Feature]:
        """Features of the scope that the kind's library knows, by their number in the library ("f1")."""
        by_name = {fold_title(feature.name): feature for feature in reversed(self.features)}
        named = {
            f"f{number}": by_name.get(fold_title(known.name)) for number, known in enumerate(self.kind.features, 1)
        }
        return {key: feature for key, feature in named.items() if feature}

    @cached_property
    def added_features(self) -> list[Feature]:
        """Features that the library does not know: the founder's own."""
        known = {feature.id for feature in self.known_features.values()}
        return [feature for feature in self.features if feature.id not in known]

    @cached_property
    def roles(self) -> Mapping[str, Milestone]:
        """Milestones by what they are in the plan, read from their place and from what they deliver."""
        if not self.milestones:
            return {}
        delivering = [milestone for milestone in self.milestones if milestone.delivers] or self.milestones
        waiting = [milestone for milestone in self.milestones if not milestone.delivers] or self.milestones
        return {"talks": waiting[0], "core": delivering[0], "rest": delivering[-1], "pilot": self.milestones[-1]}

    @cached_property
    def assumption_ids(self) -> Mapping[str, str]:
        """Ids of the brief's assumptions by role: found by their text, which the founder may have edited or deleted."""
        from artifacts.runners.offline.gaps import assumptions

        brief = self.by_type.get("brief")
        stored = list(brief.assumptions) if isinstance(brief, ProductBriefContent) else []
        by_text = {fold_title(assumption.text): assumption.id for assumption in reversed(stored)}
        found = {known.role: by_text.get(fold_title(known.text)) for known in assumptions(self)}
        ids = {role: item_id for role, item_id in found.items() if item_id}
        for assumption in stored:
            if "threshold" in assumption.text.casefold():
                ids.setdefault("threshold", assumption.id)
        return ids

    def with_document(self, artifact_type: ArtifactType, content: ArtifactContent) -> Context:
        """Return a context that knows `content` too, so that a document can point at its own items."""
        wider = Context(self.project, {**self.earlier, artifact_type: content})
        wider.__dict__.update({key: self.__dict__[key] for key in _OF_THE_PROJECT if key in self.__dict__})
        return wider

    def assumption(self, role: str) -> str:
        """Return a pointer to an assumption of the brief, or to the place where it would stand."""
        if role in self.assumption_ids:
            return f"[[{self.assumption_ids[role]}]]"
        brief = self.by_type.get("brief")
        has_any = isinstance(brief, ProductBriefContent) and brief.assumptions
        return "[[brief.assumptions]]" if has_any else "[[brief.value_proposition]]"

    def ids(self, roles: str) -> list[str]:
        """Return the ids behind `roles` ("f1 pilot belief"): features, milestones and assumptions that exist."""
        found: list[str] = []
        for role in roles.split():
            item: Item | None = self.known_features.get(role) or self.roles.get(role)
            item_id = item.id if item else self.assumption_ids.get(role, "")
            if item_id and item_id not in found:
                found.append(item_id)
        return found

    # -- speaking --------------------------------------------------------------------------------------------------

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """What a text of the library may name: {name}, {users}, {way}, features {f1}, milestones {pilot}."""
        features = {key: f"[[{feature.id}]]" for key, feature in self.known_features.items()}
        plain = {"talks": "the first talks", "core": "the first build", "rest": "the later build", "pilot": "the trial"}
        milestones = {role: f"[[{milestone.id}]]" for role, milestone in self.roles.items()}
        words = {"name": self.name, "users": self.users, "Users": upper_first(self.users), "motto": self.motto}
        words |= {key: self.words[word].inline(140) for key, word in _SAID.items() if self.words[word]}
        return words | {"way": self.way, "Way": upper_first(self.way)} | plain | milestones | features

    def say(self, template: str, **more: str) -> str:
        """Return a text of the library with this project's words in it.

        A sentence about a feature that the scope does not hold (any more) is left out.
        """
        slots = {**self.slots, **more}
        kept = [_keep_sentences(paragraph, slots) for paragraph in template.split("\n\n")]
        return fill("\n\n".join(paragraph for paragraph in kept if paragraph), slots)

    @cached_property
    def motto(self) -> str:
        """The idea in a few words, quoted."""
        return self.words["idea"].quote(90) if self.words["idea"] else "the idea as it stands"


def has_figure(text: str) -> bool:
    """Return whether `text` carries a number, in digits or in words."""
    return bool(_FIGURE.search(text)) or not NUMBER_WORDS.isdisjoint(word.casefold() for word in words_of(text))


def _keep_sentences(paragraph: str, slots: Mapping[str, str]) -> str:
    if all(name in slots for name in _SLOT.findall(paragraph)):
        return paragraph
    parts = _SENTENCES.split(paragraph)
    return " ".join(part for part in parts if all(name in slots for name in _SLOT.findall(part)))

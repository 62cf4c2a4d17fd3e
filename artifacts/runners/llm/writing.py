"""Write one document: a draft, then rounds in which the model repairs what is wrong with it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Any

from artifacts.interview.questions import ProjectInput
from artifacts.runners.base import RetryableRunnerError, RunnerError
from artifacts.runners.llm import errors
from artifacts.runners.llm.conversation import Conversation
from artifacts.runners.llm.judging import Judgement, judge
from artifacts.runners.llm.parsing import read_json
from artifacts.runners.llm.problem import Problem
from artifacts.runners.llm.repairs import repair
from artifacts.runners.llm.requests import Exchange
from artifacts.runners.prompts import Rewriting, repair_prompt
from artifacts.runners.prompts.shape import json_schema
from artifacts.schemas import ArtifactType, Contents

logger = logging.getLogger(__name__)

UNREADABLE_MAX = 4_000
"""Characters of an answer that was no JSON which the model is shown again."""


class Writer:
    """Writes one document in one conversation.

    What was consumed stands on the conversation's meter throughout.
    """

    def __init__(
        self,
        conversation: Conversation,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        rewriting: Rewriting | None = None,
    ) -> None:
        self._conversation = conversation
        self._project, self._type, self._earlier = project, artifact_type, earlier
        self._rewriting = rewriting
        self._draft: dict[str, Any] = {}
        self._answer = ""
        self._judgement = Judgement((Problem("", "Nothing is written yet."),))

    async def write(self) -> Mapping[str, Any]:
        """Return content that validates. Raises RunnerError.

        1. The draft is read and judged: does it fit the schema, and if so, is it true to the other
           documents?
        2. For a bounded number of rounds the model repairs the sections that are wrong; the better
           version stays. A round that repairs nothing of a document which could be kept is the last
           one: another would only cost money.
        3. Content that validates is returned even if something is left to repair, or a later round
           failed.
        """
        settings = self._conversation.settings
        try:
            async with self._conversation.time_limit():
                await self._take(await self._conversation.ask(schema=self._schema()))
                for _ in range(settings.repair_rounds):
                    if not self._judgement.problems or not await self._mend():
                        break
        except TimeoutError:
            failure: RunnerError = RetryableRunnerError(
                f"not done after {settings.total_seconds:g} s", message=errors.TOO_SLOW
            )
        except RunnerError as error:
            failure = error
        else:
            failure = RetryableRunnerError(
                f"invalid output: {self._wrong()}", message=errors.NO_FORM
            )
        if self._judgement.content is None:
            raise failure
        if self._judgement.problems:
            logger.info(
                "The %s is kept with %s findings", self._type, len(self._judgement.problems)
            )
        return self._draft

    async def _mend(self) -> bool:
        """Ask for the sections that are wrong, or for everything where that is what is wrong.

        Returns whether another round is worth its price.
        """
        before = self._judgement
        sections = before.sections
        problems = [problem.sentence for problem in before.problems]
        shown = (
            json.dumps(self._draft, ensure_ascii=False)
            if self._draft
            else self._answer[:UNREADABLE_MAX]
        )
        question = repair_prompt(self._type, problems, sections)
        answer = await self._conversation.ask(
            Exchange(shown, question), schema=self._schema(sections)
        )
        await self._take(answer, only=sections)
        return before.content is None or self._judgement.rank < before.rank

    async def _take(self, answer: str, *, only: tuple[str, ...] = ()) -> None:
        """Take an answer over into the draft where that makes it better; with `only`, no more than
        those sections.
        """
        self._answer = answer
        try:
            found = read_json(answer, opening="{")
        except ValueError as error:
            if not self._draft:
                problem = Problem(
                    "", f"Your answer is not the JSON object that was asked for: {error}"
                )
                self._judgement = Judgement((problem,))
            return
        chosen = {name: value for name, value in found.items() if not only or name in only}
        # Reading a long document against all others takes tens of milliseconds, which the other
        # writers need not wait.
        draft = await asyncio.to_thread(repair, self._type, {**self._draft, **chosen})
        judgement = await asyncio.to_thread(
            judge, self._project, self._type, self._earlier, draft, self._rewriting
        )
        if not self._draft or judgement.rank <= self._judgement.rank:
            self._draft, self._judgement = _identified(draft, judgement), judgement
        self._conversation.live.settle(self._draft)

    def _schema(self, sections: tuple[str, ...] = ()) -> dict[str, Any]:
        return json_schema(self._type.content_class, sections)

    def _wrong(self) -> str:
        """Return where the draft is wrong, for the log: places and kinds, and nothing that was
        written.
        """
        sentences = [problem.sentence for problem in self._judgement.problems[:3]]
        return errors.quotable("; ".join(sentences))


def _identified(draft: dict[str, Any], judgement: Judgement) -> dict[str, Any]:
    """Return the draft with the ids that its items were given, by which the model can name them
    from here on.
    """
    if judgement.content is None:
        return draft
    return judgement.content.model_dump(mode="json", include=set(draft))

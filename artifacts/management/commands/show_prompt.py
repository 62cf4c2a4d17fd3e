from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import ArtifactsError, RunnerUnavailable
from artifacts.management.pipes import stop_writing_to_a_closed_pipe
from artifacts.management.projects import find_project
from artifacts.models import Project
from artifacts.runners.prompts import Prompt
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.prompts import (
    PromptEstimate,
    count_tokens,
    estimate_prompt,
    model_for,
    prompt_for,
)


class Command(BaseCommand):
    help = (
        "Print what a language model would be told to write a document, and about what that costs."
        " Sends nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        types = [artifact_type.value for artifact_type in GENERATION_ORDER]
        parser.add_argument(
            "project", metavar="PROJECT", help="a project's UUID or its name, if only one has it"
        )
        parser.add_argument(
            "type", choices=types, metavar="TYPE", help=f"which document: {', '.join(types)}"
        )
        parser.add_argument(
            "--note", default="", metavar="WORDS", help="what is wanted of the new version"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        project = find_project(options["project"])
        artifact_type = ArtifactType(options["type"])
        try:
            prompt = prompt_for(project, artifact_type, wish=options["note"])
        except ArtifactsError as error:
            raise CommandError(str(error)) from error
        previous = project.documents()[artifact_type.number - 1].content
        estimate = estimate_prompt(prompt, self._model(project, artifact_type), previous=previous)
        try:
            if options["json"]:
                self.stdout.write(
                    json.dumps(
                        _as_json(project, artifact_type, prompt, estimate), ensure_ascii=False
                    )
                )
            else:
                self._print(prompt, estimate)
        except BrokenPipeError:
            stop_writing_to_a_closed_pipe()

    def _model(self, project: Project, artifact_type: ArtifactType) -> str:
        try:
            return model_for(project, artifact_type)
        except RunnerUnavailable as error:
            self.stderr.write(f"{error} Tokens only.", self.style.NOTICE)
            return ""

    def _print(self, prompt: Prompt, estimate: PromptEstimate) -> None:
        """Print the parts on stdout, each as it would be sent; headings and sums on stderr."""
        for name, text in _parts(prompt):
            self.stdout.flush()
            self.stderr.write(
                f"\n=== {name}, about {count_tokens(text):,} tokens ===", self.style.NOTICE
            )
            self.stdout.write(text)
        self.stdout.flush()
        self.stderr.write(f"\n{_summary(prompt, estimate)}", self.style.SUCCESS)


def _parts(prompt: Prompt) -> list[tuple[str, str]]:
    """Return every part with its name, in the order in which they are sent."""
    shared = [(f"shared {number}", text) for number, text in enumerate(prompt.shared, 1)]
    return [("instructions", prompt.instructions), *shared, ("task", prompt.task)]


def _summary(prompt: Prompt, estimate: PromptEstimate) -> str:
    words = (
        f"Prompt {prompt.version}: about {estimate.tokens_in:,} tokens to read,"
        f" {estimate.tokens_kept:,} of which begin the request before too, and"
        f" {estimate.tokens_out:,} to write."
    )
    if not estimate.model:
        return words
    if estimate.cost_usd is None:
        return f"{words} What {estimate.model} costs is not known here."
    return (
        f"{words} About ${estimate.cost_usd:.4f} with {estimate.model}, or less where it keeps what"
        " it has read."
    )


def _as_json(
    project: Project, artifact_type: ArtifactType, prompt: Prompt, estimate: PromptEstimate
) -> dict[str, Any]:
    cost = None if estimate.cost_usd is None else str(estimate.cost_usd)
    return {
        "project": {"id": str(project.pk), "name": project.name},
        "type": artifact_type.value,
        "version": prompt.version,
        "parts": [
            {"part": name, "text": text, "tokens": count_tokens(text)}
            for name, text in _parts(prompt)
        ],
        "estimate": {**asdict(estimate), "cost_usd": cost},
    }

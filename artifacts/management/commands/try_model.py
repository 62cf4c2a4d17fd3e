from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners.base import RunnerError
from artifacts.runners.llm.trying import Trial, models_to_try, try_model
from artifacts.services.operations.language_models import remember_trial


class Command(BaseCommand):
    help = (
        "Make a small real request or two to each language model, and say what works, how long it"
        " takes and what it costs. Whether it writes by a JSON schema is remembered, and documents"
        " are asked for so from then on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "models",
            nargs="*",
            metavar="MODEL",
            help="such as anthropic:<model>; by default every model that the settings name",
        )

        parser.add_argument(
            "--all",
            action="store_true",
            help="every model that the settings name, after those that are named here",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            named = tuple(options["models"])
            models = (
                named
                if named and not options["all"]
                else tuple(dict.fromkeys((*named, *models_to_try())))
            )
        except RunnerUnavailable as error:
            raise CommandError(str(error)) from error
        broken = 0
        for model in models:
            try:
                trial = try_model(model)
            except (RunnerUnavailable, RunnerError) as error:
                broken += 1
                self.stderr.write(f"{model} does not work. {error}", self.style.ERROR)
            else:
                remember_trial(trial, now=timezone.now())
                self.stdout.write(_line(trial), self.style.SUCCESS)
        if broken:
            raise CommandError(f"{broken} of {len(models)} models cannot be used.")


def _line(trial: Trial) -> str:
    usage = trial.usage
    streaming = (
        "streams" if trial.streams else "does not stream, so nothing is shown while it writes"
    )
    tokens = f"{_number(usage.tokens_in)} tokens read, {_number(usage.tokens_out)} written"
    cost = "price not known" if usage.cost_usd is None else f"{usage.cost_usd:.6f} USD"
    form = "in JSON by a schema" if trial.takes_schema else "in JSON"
    said = (
        f"{trial.model} works: key accepted, answers {form}, {streaming}; {trial.seconds:.1f} s,"
        f" {tokens}, {cost}."
    )
    if trial.output_limit is None:
        return said
    return (
        f"{said} Set LLM_MAX_OUTPUT_TOKENS={trial.output_limit}: it takes no more, and has to say"
        " so first."
    )


def _number(count: int | None) -> str:
    return "?" if count is None else str(count)

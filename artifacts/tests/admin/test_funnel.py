"""Staff see how far founders get, by the week in which they signed up."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.charts import columns
from artifacts.models import User
from artifacts.services.projects.lifecycle import delete_project
from artifacts.tests.support.factories import ShareLinkFactory, make_project, make_staff, make_user
from artifacts.tests.support.operators import VIEWER, operator_client, page
from artifacts.usage.funnel import Counts, read_funnel, total

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
"""A Thursday."""


def joined(at: datetime) -> User:
    user = make_user()
    User.objects.filter(pk=user.pk).update(date_joined=at)
    return user


def counts(monday: date) -> Counts:
    return next(week.counts for week in read_funnel(now=NOW) if week.monday == monday)


def test_each_step_counts_accounts_by_the_week_they_signed_up_in() -> None:
    last_week, this_week = NOW - timedelta(days=7), NOW
    joined(this_week)
    make_project(joined(this_week))
    shares = joined(last_week)
    for _ in range(2):  # an account counts once, however many projects it has
        ShareLinkFactory.create(project=make_project(shares, written=True))
    User.objects.filter(pk=shares.pk).update(first_exported_at=NOW)
    assert counts(date(2026, 11, 23)) == Counts(signed_up=2, described=1)
    assert counts(date(2026, 11, 16)).steps == (1, 1, 1, 1, 1)
    assert total(read_funnel(now=NOW)).steps == (3, 2, 1, 1, 1)


def test_there_are_twelve_weeks_from_monday_to_monday() -> None:
    joined(datetime(2026, 11, 22, 23, 59, tzinfo=UTC))  # Sunday
    joined(datetime(2026, 11, 23, tzinfo=UTC))
    joined(datetime(2026, 9, 6, 23, 59, tzinfo=UTC))  # the week before the first one
    weeks = read_funnel(now=NOW)
    assert [week.monday for week in (weeks[0], weeks[-1])] == [date(2026, 9, 7), date(2026, 11, 23)]
    assert [week.counts.signed_up for week in weeks[-2:]] == [1, 1]
    assert total(weeks).signed_up == 2


def test_an_interview_that_is_not_finished_and_staff_do_not_count() -> None:
    draft = make_project(joined(NOW))
    type(draft).objects.filter(pk=draft.pk).update(interviewed_at=None)
    staff = make_staff()
    User.objects.filter(pk=staff.pk).update(date_joined=NOW)
    assert counts(date(2026, 11, 23)) == Counts(signed_up=1)


def test_a_project_that_its_founder_deleted_was_described_all_the_same() -> None:
    delete_project(make_project(joined(NOW)))
    assert counts(date(2026, 11, 23)).described == 1


def test_it_is_one_query_however_many_accounts(django_assert_num_queries: Any) -> None:
    for _ in range(3):
        joined(NOW)
    with django_assert_num_queries(1):
        read_funnel(now=NOW)


def test_the_first_download_is_remembered_and_no_other(founder: User) -> None:
    project = make_project(founder, written=True)
    client = Client()
    client.force_login(founder)
    address = reverse("project_download", args=[project.pk])
    client.get(address, {"format": "nonsense"})
    assert not User.objects.exclude(first_exported_at=None).exists()
    client.get(address, {"format": "md", "paper": "a4"})
    first = User.objects.exclude(first_exported_at=None).get().first_exported_at
    client.get(address, {"format": "json", "paper": "a4"})
    founder.refresh_from_db()
    assert founder.first_exported_at == first


def test_staff_see_it_as_a_picture_a_table_and_csv() -> None:
    make_project(make_user())
    client = operator_client(*VIEWER)
    assert reverse("admin:funnel") in page(client, reverse("admin:overview"))
    html = page(client, reverse("admin:funnel"))
    assert "100% of sign-ups" in html
    assert 'class="is-step-2"' in html
    file = client.get(reverse("admin:funnel_csv"))
    rows = list(csv.reader(io.StringIO(file.content.decode())))
    assert rows[0] == ["Week of", "Signed up", "Described", "Written", "Exported", "Shared"]
    assert len(rows) == 13
    assert rows[1][1:] == ["1", "1", "0", "0", "0"]


def test_without_accounts_it_says_so() -> None:
    assert "Nobody signed up in these weeks." in page(
        operator_client(*VIEWER), reverse("admin:funnel")
    )


@pytest.mark.parametrize("name", ["admin:funnel", "admin:funnel_csv"])
def test_only_those_who_see_attempts_see_it(name: str, founder_client: Client) -> None:
    assert operator_client("view_project").get(reverse(name)).status_code == 403
    assert founder_client.get(reverse(name)).status_code == 302


def test_columns_of_a_group_stand_beside_each_other_on_one_scale() -> None:
    drawn = columns.groups(
        [("1 May", [("a", 8, "8 a"), ("b", 2, "2 b")]), ("8 May", [("a", 0, ""), ("b", 4, "")])]
    )
    assert drawn is not None
    assert [line.label for line in drawn.lines] == ["10", "5", "0"]
    heights = [[part.height for part in column.parts] for column in drawn.columns]
    assert heights == [["128.0"], ["32.0"], [], ["64.0"]]
    places = [float(column.x.rstrip("%")) for column in drawn.columns]
    assert places == sorted(places)
    assert drawn.columns[0].label == "1 May: 8 a"
    assert columns.groups([("1 May", [("a", 0, "")])]) is None


def test_what_is_counted_has_no_halves_on_its_scale() -> None:
    drawn = columns.groups([("1 May", [("a", 5, "")])])
    assert drawn
    assert [line.label for line in drawn.lines] == ["5", "0"]


def test_bars_that_lie_have_a_scale_from_zero() -> None:
    drawn = columns.ranges([("Brief", 10.0, 18.0), ("Empty", None, None)])
    assert drawn is not None
    assert [(bar.label, bar.middle, bar.far) for bar in drawn.bars] == [
        ("Brief", "50.00%", "90.00%")
    ]
    assert [(tick.x, tick.label) for tick in drawn.ticks] == [
        ("0.00%", "0 s"),
        ("50.00%", "10 s"),
        ("100.00%", "20 s"),
    ]
    assert columns.ranges([("Empty", None, None)]) is None

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from cofounder.late_views import LateViews

account = LateViews("artifacts.views.account")
branding = LateViews("artifacts.views.branding")
plans = LateViews("artifacts.views.plans")
preferences = LateViews("artifacts.views.preferences")
public = LateViews("artifacts.views.public")
public_texts = LateViews("artifacts.views.public_texts")

handler500 = "artifacts.views.errors.server_error"

urlpatterns = [
    # Nearly all requests are for these, and addresses are tried one after the other.
    path("", include("artifacts.urls")),
    path("", public.landing, name="home"),
    path("start/", public.start, name="start"),
    path("pricing/", plans.pricing, name="pricing"),
    path("example.pdf", public.example_pdf, name="example_pdf"),
    path("example.png", public.example_cover, name="example_cover"),
    path("help/", public_texts.text_page, {"name": "help"}, name="help"),
    path("privacy/", public_texts.text_page, {"name": "privacy"}, name="privacy"),
    path("terms/", public_texts.text_page, {"name": "terms"}, name="terms"),
    # Programs that ask for it without having read a page take no SVG.
    path(
        "favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}icon-32.png"), name="favicon"
    ),
    path("site.webmanifest", public_texts.manifest, name="manifest"),
    path("robots.txt", public_texts.robots, name="robots"),
    path("sitemap.xml", public_texts.sitemap, name="sitemap"),
    path("shortcuts/", public.shortcuts, name="shortcuts"),
    path("language/", preferences.set_language, name="set_language"),
    path("account/", account.account, name="account"),
    path("account/preferences/", preferences.preferences, name="account_preferences"),
    path("account/data/", account.account_data, name="account_data"),
    path("account/delete/", account.account_delete, name="account_delete"),
    path("account/deleted/", account.account_closed, name="account_closed"),
    path("mails/off/<str:token>/", preferences.mail_off, name="mail_off"),
    path("accounts/email/", account.email_change, name="account_email"),
    path("accounts/brand/", branding.brand, name="account_brand"),
    path("accounts/brand/remove/", branding.brand_remove, name="account_brand_remove"),
    path("accounts/brand/cover.png", branding.brand_cover, name="account_brand_cover"),
    path("accounts/second-factor/", include("cofounder.second_factor_urls")),
    path("accounts/", include("allauth.account.urls")),
    # One place to change a password, with one limit for how often the current one may be wrong.
    path(
        "admin/password_change/",
        RedirectView.as_view(pattern_name="account_change_password"),
        name="staff_password_change",
    ),
    path("admin/", admin.site.urls),
]

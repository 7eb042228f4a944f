"""Django's settings for one owner's machine; a team sets DATABASE_URL."""

import os
import sys
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.crypto import salted_hmac

from renmai.config import environment, folder

HOME = folder.named(os.environ)
PACKAGE = Path(__file__).resolve().parent.parent

environment.check_day(os.environ)
SECRET_KEY = folder.enter(HOME)
DEBUG = False
OWN_HOST = f"{salted_hmac('renmai.host', SECRET_KEY, secret=SECRET_KEY).hexdigest()[:12]}.localhost"
"""A name of this machine that only this book answers to: its cookie goes to no other port, no other book."""
ALLOWED_HOSTS = [os.environ.get("RENMAI_HOST") or OWN_HOST]
INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "renmai.store",
    "renmai.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "renmai.web.frame.hosts.OnlyThisHost",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "renmai.web.frame.gate.OnlyTheOwner",
    "renmai.web.frame.kept_pages.KeptPages",
]
ROOT_URLCONF = "renmai.web.urls"
SERVER = "renmai.web.server"
IMPORTER = [sys.executable, "-m", "renmai.config.importer"]
"""The program that reads an upload apart from the server."""
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "renmai.web.frame.context.page",
            ]
        },
    }
]
DATABASES = {"default": environment.database(os.environ, otherwise=HOME / folder.DATABASE)}
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            "PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=67108864;"
        ),
    }
EMBEDDINGS = environment.embeddings(os.environ)
"""An endpoint that turns texts into vectors; nothing is asked of anybody while there is no address."""
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale", PACKAGE / "web" / "locale", PACKAGE / "cli" / "locale"]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "renmai-" + OWN_HOST.partition(".")[0]
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "renmai.web.views.book.lost.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20_000
"""A folder of letters; each is written to the disk as it comes."""
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}, "django.security": {"level": "ERROR"}},
}

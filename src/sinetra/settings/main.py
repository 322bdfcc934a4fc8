"""Django's settings, from the environment (contract 9). A wrong value stops the start with the whole list."""

from __future__ import annotations

from pathlib import Path

from sinetra.ports.keyring import django_secret
from sinetra.settings.database import database
from sinetra.settings.env import Environment

_env = Environment()
PACKAGE = Path(__file__).resolve().parent.parent

SINETRA_DATA = _env.path("SINETRA_DATA", Path("data"))
SINETRA_KEYS = _env.path("SINETRA_KEYS", SINETRA_DATA / "keys")
SINETRA_PROFILE = _env.choice("SINETRA_PROFILE", ("bawaslu", "pemda", "demo"), "bawaslu")
SINETRA_AS_OF = _env.day("SINETRA_AS_OF")
SINETRA_HOST = _env.text("SINETRA_HOST", "127.0.0.1")
SINETRA_PORT = _env.integer("SINETRA_PORT", 8000, low=1, high=65535)
SINETRA_BLOBS_URL = _env.text("SINETRA_BLOBS_URL")
SINETRA_CHECKPOINTS = _env.text("SINETRA_CHECKPOINTS")
if _env.text("SINETRA_QUEUE_URL"):
    # The outbox table is the queue; a broker comes with the scale-out extras.
    _env.problem("SINETRA_QUEUE_URL: accepted values: none yet, leave it empty")
SINETRA_BAWASLU_URL = _env.text("SINETRA_BAWASLU_URL")
# Pages and feeds of the press are asked for only where the installation says that it has internet.
SINETRA_INTERNET = _env.boolean("SINETRA_INTERNET", default=False)
SINETRA_FETCH_ALLOW = _env.networks("SINETRA_FETCH_ALLOW")
# Evidence of reporters, in MB: of one file (a long video of a phone), of one report; what stays free on the disk.
SINETRA_MOST_FILE_MB = _env.integer("SINETRA_MOST_FILE_MB", 2000, low=1, high=1_000_000)
SINETRA_MOST_EVIDENCE_MB = _env.integer("SINETRA_MOST_EVIDENCE_MB", 4000, low=1, high=1_000_000)
SINETRA_KEEP_FREE_MB = _env.integer("SINETRA_KEEP_FREE_MB", 256, low=0, high=1_000_000)
# The socket of ClamAV, as unix:/run/clamav/clamd.ctl or tcp:10.1.0.9:3310; empty: where Debian puts it; "none": never.
SINETRA_CLAMAV = _env.text("SINETRA_CLAMAV")

SECRET_KEY = django_secret(SINETRA_KEYS)
DEBUG = False
ALLOWED_HOSTS = ["*"] if SINETRA_PROFILE == "demo" else [SINETRA_HOST, "localhost", "127.0.0.1"]
ALLOWED_HOSTS += [host for host in _env.text("SINETRA_HOSTS").split(",") if host]
_secure = _env.boolean("SINETRA_HTTPS", default=False)
# How many proxies of our own stand in front: the outermost sees from where somebody comes (ports/limits.py).
SINETRA_PROXIES = _env.integer("SINETRA_PROXIES", 0, low=0, high=5)
DATABASES = {"default": database(_env.text("SINETRA_DATABASE_URL"), SINETRA_DATA, _env)}
_env.finish()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "sinetra.apps.base",
    "sinetra.apps.audit",
    "sinetra.apps.registry",
    "sinetra.apps.accounts",
    "sinetra.apps.reports",
    "sinetra.apps.evidence",
    "sinetra.apps.cases",
    "sinetra.apps.advice",
    "sinetra.apps.invitations",
    "sinetra.apps.prevention",
    "sinetra.apps.careers",
    "sinetra.apps.agreements",
    "sinetra.apps.monitoring",
    "sinetra.apps.control_room",
    "sinetra.apps.index",
    "sinetra.apps.insight",
    "sinetra.web",
]
MIDDLEWARE = [
    "sinetra.web.middleware.browser.NoBrowserName",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "sinetra.web.middleware.language.LanguageFromPath",
    "sinetra.web.middleware.size.SizeLimit",
    "sinetra.web.middleware.staff_session.StaffSession",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "sinetra.web.middleware.errors.ErrorsAsPages",
    # Asked before the one above.
    "sinetra.web.middleware.step_aside.StepAsideAsPage",
]
ROOT_URLCONF = "sinetra.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sinetra.web.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "sinetra.web.templatetags.sinetra",
                "sinetra.web.templatetags.words",
                "sinetra.web.templatetags.maps",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["sinetra.apps.accounts.hasher.SmallArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Staff accounts lock by name only: no address of anybody is kept.
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
# The quarter of an hour ends: else one wrong password each 15 minutes, by anybody, shuts an account for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_CLIENT_IP_CALLABLE = "sinetra.web.middleware.staff_session.no_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# W002: the form itself says that the account is locked. W006: locking by name only is the choice above.
SILENCED_SYSTEM_CHECKS = ["axes.W002", "axes.W006"]

# Public pages carry no cookie at all: session and CSRF cookies live under the staff path.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/kerja/"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sinetra", "sinetra_csrf"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if _secure else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _secure else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/statis/"
STATIC_ROOT = SINETRA_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The whole of a request: public forms hold text only, but for evidence; staff bring articles, each of at most 50 MB.
SINETRA_MOST_FORM, SINETRA_MOST_FILES = DATA_UPLOAD_MAX_MEMORY_SIZE, 128 * 1024 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# WSGIRequestHandler-style access lines would hold addresses of reporters: none are written.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not there is no event of ours.
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Anybody can send a wrong Host; it is answered with 400 and needs no trace.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

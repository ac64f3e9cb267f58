"""Settings of one school. All that differs between schools comes from the environment or lies in the data folder."""

from pathlib import Path

from csp.constants import NONE, SELF

from keyzer.kit import environment
from keyzer.live.address import place as live_place

from . import mail
from .database import database

DATA = Path(environment.text("KEYZER_DATA", "var/school")).resolve()
PACKAGE = Path(__file__).resolve().parent.parent

KEYZER_DATA = DATA
KEYZER_DEMO = environment.flag("KEYZER_DEMO")
KEYZER_KEY_FILE = Path(environment.text("KEYZER_KEY_FILE", str(DATA / "keys" / "school.key")))
KEYZER_EVIDENCE = DATA / "evidence"
KEYZER_EVIDENCE_LIMIT = 200 * 1024 * 1024
KEYZER_CLAMD = environment.text("KEYZER_CLAMD", "")
KEYZER_TIMESTAMP_SERVER = environment.text("KEYZER_TIMESTAMP_SERVER", "")
KEYZER_TIMESTAMP_ROOTS = environment.text("KEYZER_TIMESTAMP_ROOTS", "")

SECRET_KEY = environment.secret("KEYZER_SECRET_KEY", DATA / "keys" / "django.key")
DEBUG = False
ALLOWED_HOSTS = environment.text("KEYZER_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
BEHIND_HTTPS = environment.flag("KEYZER_HTTPS")
PROXIES = 1 if BEHIND_HTTPS else 0

INSTALLED_APPS = [
    "keyzer.config",
    "keyzer.desk",
    "keyzer.own",
    "keyzer.police",
    "keyzer.maydo",
    "keyzer.check",
    "keyzer.consults",
    "keyzer.channels",
    "keyzer.consent",
    "keyzer.permits",
    "keyzer.custody",
    "keyzer.handbook",
    "keyzer.learning",
    "keyzer.intake",
    "keyzer.dossier",
    "keyzer.letters",
    "keyzer.cases",
    "keyzer.incidents",
    "keyzer.acknowledgements",
    "keyzer.platforms",
    "keyzer.evidence",
    "keyzer.timetable",
    "keyzer.post",
    "keyzer.people",
    "keyzer.ledger",
    "keyzer.live",
    "keyzer.printing",
    "keyzer.design",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "keyzer.live.middleware.allow_stream",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "keyzer.config.urls"
WSGI_APPLICATION = "keyzer.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "keyzer.config.navigation.page_frame",
            ]
        },
    }
]

DATABASES = {"default": database(environment.text("KEYZER_DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "short_memory",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # with fewer, guesses at many names would push out what is counted of one
    }
}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["keyzer.people.sign_in.EachAccountOnce"]
PASSWORD_HASHERS = ["keyzer.people.passwords.SchoolArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "keyzer.people.sign_in.ClosedDoor"
ACCOUNT_FORMS = {
    "login": "keyzer.people.forms.SignInForm",
    "change_password": "keyzer.people.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",  # a whole school comes in through one address at half past eight
    "login_failed": "60/m/ip,8/15m/key",  # the key is the name with the address: nobody can lock another out from afar
    "change_password": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "keyzer.config.static.Fingerprinted"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
FILE_UPLOAD_HANDLERS = ["keyzer.evidence.receiving.NoFiles"]  # a form that takes files says so itself
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

SESSION_ENGINE = "keyzer.people.sessions"
SESSION_COOKIE_NAME = "__Host-keyzer" if BEHIND_HTTPS else "keyzer"
CSRF_COOKIE_NAME = "__Host-csrf" if BEHIND_HTTPS else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

KEYZER_LIVE = live_place(environment.text("KEYZER_LIVE_URL", ""))
KEYZER_LIVE_MOST = 5000

KEYZER_ADDRESS = mail.address(environment.text("KEYZER_ADDRESS", ""))
KEYZER_MAIL_URL = environment.text("KEYZER_MAIL_URL", "")
DEFAULT_FROM_EMAIL = environment.text("KEYZER_MAIL_FROM", "")
(
    EMAIL_BACKEND,
    EMAIL_HOST,
    EMAIL_PORT,
    EMAIL_HOST_USER,
    EMAIL_HOST_PASSWORD,
    EMAIL_USE_SSL,
    EMAIL_USE_TLS,
) = mail.server(KEYZER_MAIL_URL)
EMAIL_TIMEOUT = 20

ADMINS: list[tuple[str, str]] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without content": {"()": "keyzer.kit.logs.WithoutContent"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without content"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
    },
}

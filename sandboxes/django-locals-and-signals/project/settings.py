"""What Django is told about the box office."""

SECRET_KEY = "only for the sandbox"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "box_office"
MIDDLEWARE = ["audit.AuditMiddleware"]
USE_I18N = False

# The service in a small image: two stages, no build tools left, an ordinary user.
# It is plain Dockerfile syntax, so that builders without BuildKit can build it too.
ARG PYTHON_IMAGE=python:3.13-slim

FROM ${PYTHON_IMAGE} AS build
ENV UV_PROJECT_ENVIRONMENT=/opt/guanxi UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
RUN python3 -m pip install --no-cache-dir --disable-pip-version-check uv==0.13.9
WORKDIR /src
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --quiet --frozen --no-cache --no-dev --no-install-project
COPY graph graph
COPY queries queries
COPY api api
RUN uv sync --quiet --frozen --no-cache --no-dev --no-editable

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --home-dir /var/lib/guanxi --create-home guanxi
COPY --from=build /opt/guanxi /opt/guanxi
ENV PATH=/opt/guanxi/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    GUANXI_HOST=0.0.0.0 \
    GUANXI_PORT=8080 \
    GUANXI_STORE_URL=sqlite:////var/lib/guanxi/guanxi.db
WORKDIR /var/lib/guanxi
VOLUME /var/lib/guanxi
USER guanxi
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['GUANXI_PORT'] + '/health/ready', timeout=4)"]
CMD ["guanxi", "serve"]

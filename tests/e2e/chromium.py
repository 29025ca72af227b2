"""Where Chromium is: GUANXI_CHROMIUM, or `chromium` on the PATH."""

from __future__ import annotations

import os
import shutil

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium_or_skip() -> str:
    """The browser's path; skips the test without one, or fails it when GUANXI_REQUIRE_BROWSER is 1."""
    named = os.environ.get("GUANXI_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None or not os.access(found, os.X_OK):
        reason = "no Chromium: install it, or name it in GUANXI_CHROMIUM"
        if os.environ.get("GUANXI_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found

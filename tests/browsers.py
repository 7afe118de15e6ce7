"""A real browser for tests of pages, if there is one: headless Chromium, without a network."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no browser: install chromium and chromium-driver to test the page in one"
)
ESCAPE, ENTER, TAB, RIGHT = "\ue00c", "\ue007", "\ue004", "\ue014"
"""Keys."""


def started(profile: Path) -> Any:
    """A browser, which keeps its files in a folder."""
    selenium = pytest.importorskip("selenium.webdriver")
    options = selenium.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for word in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1200,900",
    ):
        options.add_argument(word)
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return selenium.Chrome(options, selenium.ChromeService(str(DRIVER)))


def texts(page: Any, selector: str) -> list[str]:
    """The words of the elements that a selector finds."""
    script = "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)"
    found: list[str] = page.execute_script(script, selector)
    return found


def one(page: Any, selector: str) -> Any:
    """The first element that a selector finds."""
    return page.find_element("css selector", selector)


def press(page: Any, *keys: str) -> None:
    """Press keys."""
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(page).send_keys(*keys).perform()


def screen(page: Any, width: int, height: int) -> None:
    """Give the page a small screen; :func:`as_before` takes it away."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def as_before(page: Any) -> None:
    """No small screen, no paper, no dark."""
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})

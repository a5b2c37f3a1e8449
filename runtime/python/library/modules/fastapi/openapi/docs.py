# SPDX-License-Identifier: MIT
"""/docs: the operations as a small page. Swagger's own page comes from another server, which is not reached from here."""

import html

from starlette.responses import HTMLResponse


def _page(title, openapi_url, schema):
    rows = []
    for path, operations in (schema or {}).get("paths", {}).items():
        for method, operation in operations.items():
            text = html.escape(operation.get("summary", ""))
            rows.append(f"<tr><td><code>{method.upper()}</code></td><td><code>{html.escape(path)}</code></td><td>{text}</td></tr>")
    name = html.escape(title)
    return HTMLResponse(
        f"<!DOCTYPE html>\n<html><head><title>{name}</title></head><body><h1>{name}</h1>"
        f'<p><a href="{html.escape(openapi_url)}">{html.escape(openapi_url)}</a></p><table>{"".join(rows)}</table></body></html>'
    )


def get_swagger_ui_html(*, openapi_url, title, schema=None, **options):
    return _page(title, openapi_url, schema)


def get_redoc_html(*, openapi_url, title, schema=None, **options):
    return _page(title, openapi_url, schema)

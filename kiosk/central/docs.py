"""The API page, drawn by our own copy of Swagger UI: no other server is asked for anything."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse, Response

_TYPES = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}
_NO_ICON = "data:,"


def add_docs(app: FastAPI, web: Path) -> None:
    """Serve `/docs` and the files it needs from `web` (they lie there compressed)."""

    @app.get("/docs", include_in_schema=False)
    def page() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=app.title,
            swagger_js_url="/web/swagger-ui-bundle.js",
            swagger_css_url="/web/swagger-ui.css",
            swagger_favicon_url=_NO_ICON,
            # Swagger UI sends the whole schema to a public validator unless told not to.
            swagger_ui_parameters={"validatorUrl": None},
        )

    def serve(name: str, media_type: str) -> None:
        @app.get(f"/web/{name}", include_in_schema=False)
        def asset() -> Response:
            data = (web / "swagger-ui" / f"{name}.gz").read_bytes()
            headers = {"Content-Encoding": "gzip", "Cache-Control": "max-age=86400"}
            return Response(data, media_type=media_type, headers=headers)

    for name, media_type in _TYPES.items():
        serve(name, media_type)

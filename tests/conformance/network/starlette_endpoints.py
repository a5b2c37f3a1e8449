# Endpoints as classes; static files; files in parts; redirects to https.
import os
import tempfile

from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient


class Notes(HTTPEndpoint):
    notes: list[str] = []

    async def get(self, request):
        return JSONResponse(self.notes)

    def post(self, request):
        self.notes.append(request.query_params["text"])
        return PlainTextResponse("kept", status_code=201)


folder = tempfile.mkdtemp()
os.mkdir(os.path.join(folder, "below"))
for name, text in (("page.html", "<p>page</p>"), ("below/index.html", "<p>index</p>"), ("404.html", "<p>lost</p>")):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


async def download(request):
    return FileResponse(os.path.join(folder, "page.html"), filename="my page.html")


app = Starlette(
    routes=[
        Route("/notes", Notes),
        Route("/download", download),
        Mount("/static", StaticFiles(directory=folder)),
        Mount("/site", StaticFiles(directory=folder, html=True)),
    ]
)
client = TestClient(app)


def show(method, path, **kwargs):
    response = client.request(method, path, **kwargs)
    kept = ("allow", "content-type", "content-range", "content-disposition", "content-length", "location")
    print(method, path, response.status_code, response.text, {name: response.headers[name] for name in kept if name in response.headers})


show("POST", "/notes?text=first")
show("GET", "/notes")
show("HEAD", "/notes")
show("PUT", "/notes")
show("GET", "/download")
show("GET", "/download", headers={"Range": "bytes=3-6"})
show("GET", "/static/page.html")
show("GET", "/static/none.html")
show("GET", "/static/../secret")
show("POST", "/static/page.html")
show("GET", "/site/below", follow_redirects=False)
show("GET", "/site/below/")
show("GET", "/site/none")
tag = client.get("/static/page.html").headers["etag"]
show("GET", "/static/page.html", headers={"If-None-Match": tag})
secure = TestClient(Starlette(routes=[Route("/", Notes)], middleware=[Middleware(HTTPSRedirectMiddleware)]), follow_redirects=False)
print(secure.get("/").status_code, secure.get("/").headers["location"])

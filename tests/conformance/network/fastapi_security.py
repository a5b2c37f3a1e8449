# Who is asking: bearer tokens, basic authentication, API keys, scopes.
import base64
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Security, status
from fastapi.security import (
    APIKeyHeader,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2PasswordBearer,
    SecurityScopes,
)
from fastapi.testclient import TestClient
from pydantic import BaseModel

app = FastAPI()
oauth2 = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read", "write": "Write"})
basic = HTTPBasic()
bearer = HTTPBearer(auto_error=False)
key = APIKeyHeader(name="X-API-Key")


class User(BaseModel):
    name: str
    scopes: list[str] = []


USERS = {"t-ada": User(name="ada", scopes=["read", "write"]), "t-bo": User(name="bo", scopes=["read"])}


async def current_user(required: SecurityScopes, token: Annotated[str, Depends(oauth2)]) -> User:
    user = USERS.get(token)
    if user is None:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Invalid token", headers={"WWW-Authenticate": "Bearer"})
    for scope in required.scopes:
        if scope not in user.scopes:
            raise HTTPException(403, f"needs {required.scope_str}")
    return user


@app.get("/me")
async def me(user: Annotated[User, Depends(current_user)]):
    return user


@app.post("/notes")
async def write(user: Annotated[User, Security(current_user, scopes=["read", "write"])]):
    return f"written by {user.name}"


@app.get("/basic")
def basic_login(credentials: Annotated[HTTPBasicCredentials, Depends(basic)]):
    return credentials


@app.get("/maybe")
def maybe(credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]):
    return credentials


@app.get("/key")
def with_key(value: Annotated[str, Depends(key)]):
    return value


client = TestClient(app)


def show(method, path, **headers):
    response = client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    print(method, path, response.status_code, response.text, response.headers.get("www-authenticate"))


show("GET", "/me")
show("GET", "/me", Authorization="Bearer nobody")
show("GET", "/me", Authorization="Bearer t-bo")
show("POST", "/notes", Authorization="Bearer t-bo")
show("POST", "/notes", Authorization="Bearer t-ada")
show("GET", "/basic")
show("GET", "/basic", Authorization="Basic " + base64.b64encode(b"ada:pass").decode())
show("GET", "/basic", Authorization="Basic nonsense")
show("GET", "/maybe")
show("GET", "/maybe", Authorization="Bearer x")
show("GET", "/key")
show("GET", "/key", X_API_Key="k1")
print(sorted(client.get("/openapi.json").json()["components"]["securitySchemes"]))

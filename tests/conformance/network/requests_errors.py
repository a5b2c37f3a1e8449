# What requests raises.
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

URL = "https://mock.loopscope"


def attempt(url, **kwargs):
    try:
        response = requests.get(url, **kwargs)
        response.raise_for_status()
        print(response.json())
    except requests.exceptions.RequestException as error:
        text = str(error).partition("<urllib3")[0]
        print(f"{type(error).__name__}: {text}")
        print("   ", [kind.__name__ for kind in type(error).__mro__ if kind.__module__.startswith("requests")])


attempt(f"{URL}/status/404")
attempt(f"{URL}/status/503")
attempt(f"{URL}/html")
attempt(f"{URL}/delay/3", timeout=0.3)
attempt(f"{URL}/delay/3", timeout=(2, 0.3))
attempt("http://localhost:9/path?x=1")
attempt("mock.loopscope")
attempt("ftp://mock.loopscope")
attempt("http://")
attempt(f"{URL}/redirect/40")
attempt(f"{URL}/get", headers={"X": 5})
try:
    requests.get(f"{URL}/status/418").raise_for_status()
except requests.HTTPError as error:
    print(error.response.status_code, error.request.url, isinstance(error, OSError))
try:
    requests.get(URL, timeout=0)
except ValueError as error:
    print(error)

session = requests.Session()
session.mount("https://", HTTPAdapter(max_retries=Retry(total=2, backoff_factor=0.1, status_forcelist=[503])))
try:
    session.get(f"{URL}/status/503")
except requests.exceptions.RetryError as error:
    print(type(error).__name__, error)
print(session.get(f"{URL}/get").status_code)

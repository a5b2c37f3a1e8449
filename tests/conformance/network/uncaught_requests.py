# requests' errors, uncaught, in a script.
import requests

print(requests.get("https://mock.loopscope/get").status_code)
requests.get("https://mock.loopscope/status/404").raise_for_status()

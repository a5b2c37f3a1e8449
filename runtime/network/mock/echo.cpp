// SPDX-License-Identifier: MIT
#include "network/mock/places.h"

namespace loopscope::network {

Plan place_get(MockState&, const MockRequest& request) {
  Json json = Json::object();
  json.set("args", arguments_of(request)).set("headers", headers_of(request)).set("origin", kOrigin).set("url", url_of(request));
  return json_answer(json);
}

Plan place_body(MockState&, const MockRequest& request) {
  Json json = Json::object();
  json.set("args", arguments_of(request)).set("headers", headers_of(request)).set("origin", kOrigin).set("url", url_of(request));
  describe_body(request, json, true);
  return json_answer(json);
}

Plan place_anything(MockState&, const MockRequest& request) {
  Json json = Json::object();
  json.set("args", arguments_of(request)).set("headers", headers_of(request)).set("method", request.request.method);
  json.set("origin", kOrigin).set("url", url_of(request));
  describe_body(request, json, true);
  return json_answer(json);
}

Plan place_headers(MockState&, const MockRequest& request) {
  return json_answer(Json::object().set("headers", headers_of(request)));
}

Plan place_ip(MockState&, const MockRequest&) { return json_answer(Json::object().set("origin", kOrigin)); }

Plan place_user_agent(MockState&, const MockRequest& request) {
  const std::string* agent = find_header(request.request.headers, "User-Agent");
  return json_answer(Json::object().set("user-agent", agent ? Json(*agent) : Json()));
}

}  // namespace loopscope::network

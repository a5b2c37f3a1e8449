// SPDX-License-Identifier: MIT
#include "network/mock/mock_request.h"

#include "network/mock/form.h"
#include "network/text.h"

namespace loopscope::network {

MockRequest::MockRequest(const Request& request_, const Url& url_, double now_)
    : request(request_), url(url_), now(now_), arguments(parse_query(url_.query)) {
  std::string_view rest = url.path;
  while (rest.starts_with('/')) {
    rest.remove_prefix(1);
    std::string_view segment = rest.substr(0, rest.find('/'));
    segments.push_back(percent_decode(segment));
    rest.remove_prefix(segment.size());
  }
}

const std::string& MockRequest::segment(size_t i) const {
  static const std::string none;
  return i < segments.size() ? segments[i] : none;
}

const std::string* MockRequest::argument(std::string_view name) const {
  for (const auto& [key, value] : arguments)
    if (key == name) return &value;
  return nullptr;
}

std::string_view MockRequest::header(std::string_view name) const {
  const std::string* value = find_header(request.headers, name);
  return value ? std::string_view(*value) : std::string_view();
}

bool read_count(std::string_view text, uint64_t* out) {
  if (text.empty() || text.size() > 15) return false;
  *out = 0;
  for (char c : text) {
    if (!is_digit(c)) return false;
    *out = *out * 10 + static_cast<uint64_t>(c - '0');
  }
  return true;
}

bool read_seconds(std::string_view text, double* out) {
  size_t dot = text.find('.');
  std::string_view whole = text.substr(0, dot);
  std::string_view fraction = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  uint64_t a = 0, b = 0;
  if (whole.empty() && fraction.empty()) return false;
  if (!whole.empty() && !read_count(whole, &a)) return false;
  if (!fraction.empty() && !read_count(fraction, &b)) return false;
  double scale = 1;
  for (size_t i = 0; i < fraction.size(); i++) scale *= 10;
  *out = static_cast<double>(a) + static_cast<double>(b) / scale;
  return true;
}

namespace {

/// "x-trace-id" -> "X-Trace-Id": servers see names so.
std::string title_case(std::string_view name) {
  std::string out;
  bool first = true;
  for (char c : name) {
    out += first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : first ? c : lower(c);
    first = c == '-';
  }
  return out;
}

/// A name that comes twice has a list of values.
Json grouped(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json out = Json::object();
  for (const auto& [name, value] : pairs) {
    const Json* before = out.find(name);
    if (!before) {
      out.set(name, value);
      continue;
    }
    Json list = before->kind() == Json::Kind::kArray ? *before : Json::array().add(*before);
    out.set(name, list.add(value));
  }
  return out;
}

}  // namespace

Json arguments_of(const MockRequest& request) { return grouped(request.arguments); }

Json headers_of(const MockRequest& request) {
  Json out = Json::object();
  if (!find_header(request.request.headers, "Host")) out.set("Host", request.url.host);
  for (const auto& [name, value] : request.request.headers) {
    std::string shown = title_case(name);
    const Json* before = out.find(shown);
    out.set(shown, before ? before->text() + "," + value : value);
  }
  return out;
}

std::string url_of(const MockRequest& request) {
  const Url& url = request.url;
  bool usual = url.port == (url.scheme == "https" ? 443 : 80);
  return url.scheme + "://" + url.host + (usual ? "" : ":" + std::to_string(url.port)) + url.target();
}

void describe_body(const MockRequest& request, Json& answer, bool with_json) {
  const std::string& body = request.request.body;
  std::string type(request.header("Content-Type"));
  Form form = read_form(type, body);
  answer.set("data", form.is_form ? std::string_view() : std::string_view(body));
  answer.set("files", grouped(form.files));
  answer.set("form", grouped(form.fields));
  if (!with_json) return;
  Json parsed;
  answer.set("json", !form.is_form && Json::parse(body, &parsed) ? parsed : Json());
}

}  // namespace loopscope::network

// SPDX-License-Identifier: MIT
#include "host/browser/page_requests.h"

#include <utility>
#include <vector>

#include "host/browser/latin1.h"
#include "network/visitors.h"
#include "python/library/network/program_network.h"
#include "trace/json_writer.h"

namespace loopscope::host {

namespace {

/// One instance of the module is one program: they go with it.
network::Visitors* visitors = nullptr;

void read_headers(std::string_view text, network::Headers* out) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) continue;
    std::string_view value = line.substr(colon + 1);
    while (value.starts_with(' ')) value.remove_prefix(1);
    out->emplace_back(std::string(line.substr(0, colon)), latin1_of_utf8(value));
  }
}

/// A body that is not UTF-8 is shown with replacement characters; the last character may have been cut.
std::string as_text(const std::string& bytes) {
  std::string out;
  for (size_t i = 0; i < bytes.size();) {
    auto byte = [&](size_t k) { return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0u; };
    unsigned first = byte(i);
    size_t more = first < 0x80 ? 0 : first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 4;
    bool good = more < 4 && first < 0xF5;
    for (size_t k = 1; good && k <= more; k++) good = (byte(i + k) & 0xC0) == 0x80;
    if (good)
      out.append(bytes, i, more + 1);
    else
      out += "\xEF\xBF\xBD";
    i += good ? more + 1 : 1;
  }
  return out;
}

void write_visit(trace::JsonWriter& json, const network::Visit& visit) {
  json.begin_object();
  json.member("id", visit.id);
  json.member("outcome", network::name_of(visit.outcome));
  json.member("status", static_cast<uint32_t>(visit.status));
  json.key("headers");
  json.begin_array();
  for (const auto& [name, value] : visit.headers) {
    json.begin_array();
    json.string(utf8_of_latin1(name));
    json.string(utf8_of_latin1(value));
    json.end_array();
  }
  json.end_array();
  json.member("body", std::string_view(as_text(visit.body)));
  json.member("truncated", visit.truncated);
  json.member("bytes", visit.bytes);
  json.member("sentAt", visit.sent_at);
  if (visit.first_byte_at >= 0) json.member("firstByteAt", visit.first_byte_at);
  json.member("doneAt", visit.done_at);
  if (!visit.error.empty()) json.member("error", std::string_view(visit.error));
  json.end_object();
}

void drain(std::string& out) {
  std::vector<network::Visit> over = visitors->take_over();
  if (over.empty()) return;
  trace::JsonWriter json(out);
  json.begin_array();
  for (const network::Visit& visit : over) write_visit(json, visit);
  json.end_array();
}

}  // namespace

void (*drain_page_responses)(std::string& out) = nullptr;

void send_page_request(uint32_t id, double delay, std::string_view method, std::string_view path, std::string_view headers,
                       std::string_view body) {
  if (!visitors) visitors = new network::Visitors(python::program_network());
  drain_page_responses = drain;
  network::Request request{std::string(method), std::string(path), {}, std::string(body)};
  read_headers(headers, &request.headers);
  visitors->send(id, delay, std::move(request));
}

}  // namespace loopscope::host

// SPDX-License-Identifier: MIT
#include "network/mock/form.h"

#include "network/text.h"
#include "network/url.h"

namespace loopscope::network {

namespace {

/// The value of `name=` in a header with parameters, without its quotes; false: it is not there.
bool parameter(std::string_view header, std::string_view name, std::string* out) {
  std::string low = lower(header);
  std::string wanted = std::string(name) + "=";
  for (size_t at = low.find(wanted); at != std::string::npos; at = low.find(wanted, at + 1)) {
    if (at && low[at - 1] != ';' && low[at - 1] != ' ') continue;
    std::string_view value = header.substr(at + wanted.size());
    if (value.starts_with('"')) {
      value.remove_prefix(1);
      *out = value.substr(0, value.find('"'));
    } else {
      *out = value.substr(0, value.find_first_of("; \r\n"));
    }
    return true;
  }
  return false;
}

/// One part without the boundaries: headers, an empty line, the content.
void read_part(std::string_view part, Form& form) {
  size_t split = part.find("\r\n\r\n");
  if (split == std::string_view::npos) return;
  std::string_view content = part.substr(split + 4);
  std::string name, filename;
  std::string_view headers = part.substr(0, split);
  for (; !headers.empty();) {
    std::string_view line = headers.substr(0, headers.find("\r\n"));
    headers.remove_prefix(line.size() + 2 <= headers.size() ? line.size() + 2 : headers.size());
    if (!lower(line.substr(0, line.find(':'))).starts_with("content-disposition")) continue;
    if (!parameter(line, "name", &name)) return;
    auto& list = parameter(line, "filename", &filename) ? form.files : form.fields;
    list.emplace_back(name, std::string(content));
    return;
  }
}

}  // namespace

Form read_form(std::string_view content_type, std::string_view body) {
  Form form;
  std::string type = lower(content_type.substr(0, content_type.find(';')));
  if (type == "application/x-www-form-urlencoded") {
    form.is_form = true;
    form.fields = parse_query(body);
    return form;
  }
  std::string boundary;
  if (type != "multipart/form-data" || !parameter(content_type, "boundary", &boundary)) return form;
  form.is_form = true;
  std::string mark = "--" + boundary;
  size_t at = body.find(mark);
  while (at != std::string_view::npos) {
    size_t begin = at + mark.size();
    if (body.substr(begin).starts_with("--")) break;
    begin += 2;  // the line's end
    size_t next = body.find("\r\n" + mark, begin);
    if (next == std::string_view::npos) break;
    read_part(body.substr(begin, next - begin), form);
    at = next + 2;
  }
  return form;
}

}  // namespace loopscope::network

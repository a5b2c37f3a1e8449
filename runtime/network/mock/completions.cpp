// SPDX-License-Identifier: MIT
#include "network/mock/chance.h"
#include "network/mock/language_model.h"
#include "network/mock/places.h"
#include "network/text.h"

/// /v1/: the API of language models as OpenAI's clients speak it (platform.openai.com/docs/api-reference).
namespace loopscope::network {

namespace {

constexpr double kFirstToken = 0.2;  // seconds
constexpr double kEachToken = 0.03;
constexpr int kCreated = 1764028800;  // the same in every run

Plan bad_request(const std::string& message, Json parameter = {}) {
  Json error = Json::object();
  error.set("message", message).set("type", "invalid_request_error").set("param", parameter).set("code", Json());
  return json_answer(Json::object().set("error", error), 400);
}

/// A message's text: a string, or the texts among its parts.
std::string content_of(const Json& message) {
  const Json* content = message.find("content");
  if (!content) return {};
  if (content->is_text()) return content->text();
  std::string text;
  for (const Json& part : content->items())
    if (const Json* words = part.find("text")) text += words->text();
  return text;
}

uint64_t count_member(const Json& json, const char* name, uint64_t otherwise) {
  const Json* member = json.find(name);
  uint64_t n;
  return member && member->kind() == Json::Kind::kNumber && read_count(member->text(), &n) ? n : otherwise;
}

std::string number_as_hex(uint64_t number) {
  static const char digits[] = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[number >> shift & 15];
  return out;
}

struct Completion {
  std::string id, model, finish;
  std::vector<std::string> tokens;
  int prompt_tokens = 0;

  Json usage() const {
    int made = static_cast<int>(tokens.size());
    return Json::object().set("prompt_tokens", prompt_tokens).set("completion_tokens", made).set("total_tokens", prompt_tokens + made);
  }
  Json envelope(const char* object) const {
    return Json::object().set("id", id).set("object", object).set("created", kCreated).set("model", model);
  }
};

std::string event(const Json& json) { return "data: " + json.on_one_line() + "\n\n"; }

Plan streamed(const Completion& completion, bool with_usage) {
  auto chunk = [&](Json delta, Json finish) {
    Json choice = Json::object();
    choice.set("index", 0).set("delta", delta).set("logprobs", Json()).set("finish_reason", finish);
    Json json = completion.envelope("chat.completion.chunk").set("choices", Json::array().add(choice));
    return event(with_usage ? json.set("usage", Json()) : json);
  };
  std::vector<Piece> pieces;
  pieces.push_back({0, chunk(Json::object().set("role", "assistant").set("content", ""), Json())});
  for (const std::string& token : completion.tokens)
    pieces.push_back({pieces.size() > 1 ? kEachToken : 0, chunk(Json::object().set("content", token), Json())});
  std::string last = chunk(Json::object(), completion.finish);
  if (with_usage) {
    Json json = completion.envelope("chat.completion.chunk");
    last += event(json.set("choices", Json::array()).set("usage", completion.usage()));
  }
  pieces.push_back({kEachToken, last + "data: [DONE]\n\n"});
  Plan plan = answer(200, "text/event-stream; charset=utf-8", "");
  plan.head.headers = {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}, {"Transfer-Encoding", "chunked"}};
  plan.delay = kFirstToken;
  plan.body = std::make_unique<PiecesBody>(std::move(pieces));
  return plan;
}

Plan whole(const Completion& completion) {
  std::string text;
  for (const std::string& token : completion.tokens) text += token;
  Json message = Json::object().set("role", "assistant").set("content", text).set("refusal", Json());
  Json choice = Json::object();
  choice.set("index", 0).set("message", message).set("logprobs", Json()).set("finish_reason", completion.finish);
  Json json = completion.envelope("chat.completion");
  json.set("choices", Json::array().add(choice)).set("usage", completion.usage());
  Plan plan = answer(200, "application/json", json.on_one_line());
  plan.delay = kFirstToken + kEachToken * static_cast<double>(completion.tokens.size());
  return plan;
}

/// As json.dumps writes such a number.
std::string millionths(int n) {
  std::string sign = n < 0 ? "-" : "", digits = std::to_string(n < 0 ? -n : n);
  if (n != 0 && digits.size() <= 2) {  // below a ten-thousandth
    std::string exponent = digits.size() == 1 ? "e-06" : "e-05";
    return sign + digits[0] + (digits.size() == 2 && digits[1] != '0' ? std::string(".") + digits[1] : "") + exponent;
  }
  while (digits.size() < 7) digits.insert(0, "0");
  digits.insert(digits.size() - 6, ".");
  while (digits.ends_with('0') && !digits.ends_with(".0")) digits.pop_back();
  return sign + digits;
}

}  // namespace

Plan place_completions(MockState& state, const MockRequest& request) {
  Json json;
  if (!Json::parse(request.request.body, &json) || json.kind() != Json::Kind::kObject)
    return bad_request("We could not parse the JSON body of your request.");
  const Json* messages = json.find("messages");
  const Json* model = json.find("model");
  if (!model || !model->is_text()) return bad_request("you must provide a model parameter");
  if (!messages || messages->items().empty()) return bad_request("Missing required parameter: 'messages'.", "messages");
  std::string all, question;
  for (const Json& message : messages->items()) {
    std::string text = content_of(message);
    all += text + "\n";
    const Json* role = message.find("role");
    if (role && role->text() == "user") question = text;
  }
  Completion completion;
  completion.id = "chatcmpl-" + number_as_hex(seed_of(all));
  completion.model = model->text();
  completion.finish = "stop";
  completion.prompt_tokens = static_cast<int>(model_tokens(all).size());
  completion.tokens = model_tokens(model_reply(state.texts, question.empty() ? all : question));
  uint64_t most = count_member(json, "max_completion_tokens", count_member(json, "max_tokens", completion.tokens.size()));
  if (most < completion.tokens.size()) {
    completion.tokens.resize(most);
    completion.finish = "length";
  }
  const Json* stream = json.find("stream");
  const Json* options = json.find("stream_options");
  const Json* usage = options ? options->find("include_usage") : nullptr;
  return stream && stream->is_true() ? streamed(completion, usage && usage->is_true()) : whole(completion);
}

Plan place_embeddings(MockState&, const MockRequest& request) {
  Json json;
  const Json* input = Json::parse(request.request.body, &json) ? json.find("input") : nullptr;
  if (!input) return bad_request("Missing required parameter: 'input'.", "input");
  std::vector<std::string> texts;
  if (input->is_text()) texts.push_back(input->text());
  for (const Json& item : input->items()) texts.push_back(item.text());
  Json data = Json::array();
  int tokens = 0;
  for (const std::string& text : texts) {
    Json vector = Json::array();
    for (int n : model_embedding(text)) vector.add(Json::number(millionths(n)));
    data.add(Json::object().set("object", "embedding").set("index", static_cast<int>(data.items().size())).set("embedding", vector));
    tokens += static_cast<int>(model_tokens(text).size());
  }
  const Json* model = json.find("model");
  Json out = Json::object().set("object", "list").set("data", data).set("model", model ? *model : Json());
  out.set("usage", Json::object().set("prompt_tokens", tokens).set("total_tokens", tokens));
  Plan plan = answer(200, "application/json", out.on_one_line());
  plan.delay = kFirstToken;
  return plan;
}

Plan place_models(MockState&, const MockRequest&) {
  Json model = Json::object().set("id", "mock-1").set("object", "model").set("created", kCreated).set("owned_by", "loopscope");
  return answer(200, "application/json", Json::object().set("object", "list").set("data", Json::array().add(model)).on_one_line());
}

}  // namespace loopscope::network

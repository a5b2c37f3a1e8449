// SPDX-License-Identifier: MIT
#include "network/mock/texts.h"

#include "python/library/network/http_objects.h"
#include "python/library/network/program_network.h"
#include "python/vm/tuple.h"
#include "python/vm/vm.h"

/// The mock internet's texts come from the library's module `_mock_texts`.
namespace loopscope::python {

namespace {

std::string text_at(Value tuple, uint32_t i) {
  Value item = i < tuple.as<Tuple>()->size ? tuple.as<Tuple>()->items[i] : Value();
  return item && is_str(item) ? to_utf8(item.as<Str>()) : std::string();
}

network::MockTexts::Language language_of(Value tuple) {
  network::MockTexts::Language language{text_at(tuple, 0), text_at(tuple, 1), {}};
  for (uint32_t i = 2; i < tuple.as<Tuple>()->size; i++) language.sentences.push_back(text_at(tuple, i));
  return language;
}

/// A tuple of the module, or null: raised.
Ref tuple_of_module(Value module, const char* name) {
  Ref value = get_attr(module, intern(name));
  return value && is_tuple(value) ? value : Ref();
}

}  // namespace

bool load_mock_texts(network::Network& network) {
  Ref module = import_module("_mock_texts");
  Ref pages = module ? tuple_of_module(module, "PAGES") : Ref();
  Ref english = pages ? tuple_of_module(module, "ENGLISH") : Ref(), korean = english ? tuple_of_module(module, "KOREAN") : Ref();
  if (!korean) return false;
  Ref index = tuple_of_module(module, "INDEX");
  if (!index) return false;
  network::MockTexts texts{{}, {}, language_of(english), language_of(korean)};
  for (uint32_t i = 0; i < index.as<Tuple>()->size; i++)
    texts.index.emplace_back(text_at(index.as<Tuple>()->items[i], 0), text_at(index.as<Tuple>()->items[i], 1));
  for (uint32_t i = 0; i < pages.as<Tuple>()->size; i++) {
    Value page = pages.as<Tuple>()->items[i];
    texts.pages.push_back({text_at(page, 0), text_at(page, 1), text_at(page, 2), text_at(page, 3)});
  }
  network.set_mock_texts(std::move(texts));
  return true;
}

}  // namespace loopscope::python

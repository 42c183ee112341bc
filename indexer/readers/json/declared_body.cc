// Makes paragraphs of texts.
#include "indexer/readers/json/declared_body.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/readers/common/paragraphs.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/common/unescape.h"
#include "indexer/readers/html/text/text.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/embedded.h"
#include "indexer/readers/json/shapes/blocks.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

void add_text(const BlockText& given, PageText& text) {
  if (given.kind == BlockText::Kind::caption)
    return text.captions.push_back(plain_line(given.text));
  const std::string markup = unescape_markup(given.text);
  std::string plain = without_shortcodes(markup.empty() ? given.text : markup);
  const bool whole = given.kind == BlockText::Kind::whole;
  if (whole ? looks_like_html(plain) : is_html_paragraph(plain)) {
    PageText story = html_text(plain);
    std::ranges::move(story.paragraphs, std::back_inserter(text.paragraphs));
    std::ranges::move(story.captions, std::back_inserter(text.captions));
  } else if (whole) {
    std::ranges::move(split_paragraphs(plain), std::back_inserter(text.paragraphs));
  } else {
    text.paragraphs.push_back(std::move(plain));
  }
}

PageText text_in(const json& value) {
  PageText text;
  const std::optional<json> document = document_in(value);
  for (const BlockText& given : block_texts(document ? *document : value)) add_text(given, text);
  return text;
}

void take_captions(PageText& text, Article& article) {
  std::ranges::move(text.captions, std::back_inserter(article.captions));
}

// What a list of articles holds that is none, but has a text: a part of the article around it.
PageText parts_in(const json& list) {
  PageText text;
  if (!list.is_array()) return text;
  for (const json& element : list) {
    if (!element.is_object() || has_title(element)) continue;
    PageText part = text_in(element);
    std::ranges::move(part.paragraphs, std::back_inserter(text.paragraphs));
    std::ranges::move(part.captions, std::back_inserter(text.captions));
  }
  return text;
}

// Leaves out what the body says already: content systems keep a story both as text and as blocks.
void add_new(PageText&& text, Article& article) {
  std::string said;
  for (const std::string& paragraph : article.body) said += tidy_line(paragraph) + '\n';
  const std::string first = text.paragraphs.empty() ? "" : tidy_line(text.paragraphs.front());
  const bool again = !first.empty() && said.find(first) != std::string::npos;
  const std::unordered_set<std::string> known(article.body.begin(), article.body.end());
  for (std::string& paragraph : text.paragraphs) {
    const bool is_known = known.contains(paragraph) ||
                          (again && said.find(tidy_line(paragraph)) != std::string::npos);
    if (!is_known) article.body.push_back(std::move(paragraph));
  }
  take_captions(text, article);
}

// Some systems keep the first paragraph of a story in a field of its own.
void add_opening(const Members& members, Article& article) {
  for (const char* name : {"leadparagraph", "introtext", "intro"}) {
    const json* value = find(members, name);
    if (value == nullptr) continue;
    PageText text = text_in(*value);
    std::string said;
    for (const std::string& paragraph : article.body) said += tidy_line(paragraph) + '\n';
    std::erase_if(text.paragraphs, [&](const std::string& paragraph) {
      return said.find(tidy_line(paragraph)) != said.npos;
    });
    article.body.insert(article.body.begin(), text.paragraphs.begin(), text.paragraphs.end());
    take_captions(text, article);
  }
}

void set_first_body(const Members& members, Article& article) {
  const json* number = nullptr;
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::body ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    if (number == nullptr && value->is_number()) number = value;
    PageText text = text_in(*value);
    article.body = std::move(text.paragraphs);
    take_captions(text, article);
    if (!article.body.empty()) return;
  }
  if (number != nullptr && *number != 0) article.body = {number->dump()};
}

}  // namespace

void set_body(const Members& members, Article& article) {
  set_first_body(members, article);
  add_opening(members, article);
}

void add_body(const json& value, Article& article) {
  add_new(text_in(value), article);
}

void fill_body_from_blocks(const json& object, Article& article) {
  for (const auto& [name, value] : object.items()) {
    if (!value.is_structured()) continue;
    const Holds holds = what_holds(plain_name(name));
    if (holds == Holds::blocks) add_new(text_in(value), article);
    if (holds == Holds::articles && has_story(object)) add_new(parts_in(value), article);
  }
}

}  // namespace backfile

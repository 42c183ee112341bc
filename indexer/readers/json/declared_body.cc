// Makes paragraphs of texts.
#include "indexer/readers/json/declared_body.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/readers/common/paragraphs.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/common/unescape.h"
#include "indexer/readers/html/text/text.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/embedded.h"
#include "indexer/readers/json/shapes/blocks.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// WordPress keeps blank lines between paragraphs whose only markup is inside of them.
std::string with_paragraphs(std::string html) {
  const std::string small = ascii_lowered(html);
  for (const char* block : {"<p", "<div", "<br", "<li", "<h", "<table", "<section", "<article"}) {
    if (small.find(block) != small.npos) return html;
  }
  std::erase(html, '\r');
  for (std::size_t at = html.find("\n\n"); at != html.npos; at = html.find("\n\n", at))
    html.replace(at, 2, "<p>");
  return html;
}

void add_text(const BlockText& given, PageText& text) {
  if (given.kind == BlockText::Kind::caption)
    return text.captions.push_back(plain_line(given.text));
  const std::string markup = unescape_markup(given.text);
  std::string plain = without_shortcodes(markup.empty() ? given.text : markup);
  const bool whole = given.kind == BlockText::Kind::whole;
  if (whole ? looks_like_html(plain) : is_html_paragraph(plain)) {
    PageText story = html_text(with_paragraphs(std::move(plain)));
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

std::string lines_of(const std::vector<std::string>& body) {
  std::string lines;
  for (const std::string& paragraph : body) lines += tidy_line(paragraph) + '\n';
  return lines;
}

// Leaves out what the body says already: content systems keep a story both as text and as blocks.
void add_new(PageText&& text, Article& article) {
  const std::string said = lines_of(article.body);
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

bool says_all(const std::vector<std::string>& body, const std::vector<std::string>& paragraphs) {
  const std::string said = lines_of(body);
  return std::ranges::all_of(paragraphs, [&](const std::string& paragraph) {
    return said.find(tidy_line(paragraph)) != said.npos;
  });
}

// Tables have columns such as "body_1" and "body_2". A part is taken whole, refrains and all,
// unless the body has all of it.
void add_numbered_parts(const Members& members, Article& article) {
  std::vector<std::pair<int, const json*>> parts;
  for (const auto& [name, value] : members) {
    if (const int number = number_of_part(name); number >= 0) parts.emplace_back(number, value);
  }
  std::ranges::stable_sort(parts, {}, [](const auto& part) { return part.first; });
  for (const auto& [number, value] : parts) {
    if (!value->is_string() && !value->is_structured()) continue;
    PageText text = text_in(*value);
    if (!says_all(article.body, text.paragraphs))
      std::ranges::move(text.paragraphs, std::back_inserter(article.body));
    take_captions(text, article);
  }
}

// Some systems keep the first paragraphs of a story in fields of their own.
void add_opening(const Members& members, Article& article) {
  for (const std::string_view name : opening_names()) {
    const json* value = find(members, name);
    if (value == nullptr) continue;
    PageText text = text_in(*value);
    put_opening(std::move(text.paragraphs), article);
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
  add_numbered_parts(members, article);
  add_opening(members, article);
}

void put_opening(std::vector<std::string> opening, Article& article) {
  const std::string said = lines_of(article.body);
  std::erase_if(opening, [&](const std::string& paragraph) {
    return said.find(tidy_line(paragraph)) != said.npos;
  });
  article.body.insert(article.body.begin(), std::make_move_iterator(opening.begin()),
                      std::make_move_iterator(opening.end()));
}

void add_body(const json& value, Article& article) {
  add_new(text_in(value), article);
}

std::vector<std::string> paragraphs_in(const json& value) {
  return text_in(value).paragraphs;
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

// One table of the names that fields go by, and what is made of their values.
#include "indexer/readers/json/declared.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/paragraphs.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/common/unescape.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/page/text.h"
#include "indexer/readers/json/declared_names.h"
#include "indexer/readers/json/wordpress.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// In place of a text, an object that has it under one of these: an author's name, WordPress's
// {"rendered": ...}, database exports' {"$date": ...}.
constexpr std::array text_keys = {
    "name",        "display_name", "displayName", "full_name", "fullName", "title", "rendered",
    "text",        "value",        "html",        "content",   "label",    "term",  "$date",
    "$numberLong", "$oid",         "@value",      "@id",       "url"};

// The values of an object by their plain names.
using Members = std::vector<std::pair<std::string, const json*>>;

// Of several spellings of a name (`Title`, `title`) the last in the order of their bytes that has a
// value holds: the one in small letters.
const json* find(const Members& members, std::string_view name) {
  const json* found = nullptr;
  for (const auto& [plain, value] : members) {
    if (plain != name) continue;
    if (found == nullptr || !(value->is_null() || value->empty() || *value == "")) found = value;
  }
  return found;
}

// Every text in a value: itself, the elements of a list, what an object stands for. A truth value
// is a text in a list of tags alone; elsewhere it answers a question ("license": true).
void collect_texts(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) {
    texts.push_back(value.get<std::string>());
  } else if (value.is_number()) {
    texts.push_back(value.dump());
  } else if (value.is_array()) {
    for (const json& element : value) {
      if (element.is_boolean()) texts.push_back(element.dump());
      collect_texts(element, texts);
    }
  } else if (value.is_object()) {
    for (const char* key : text_keys) {
      const auto member = value.find(key);
      if (member == value.end() || member->empty()) continue;
      return collect_texts(*member, texts);
    }
  }
}

std::vector<std::string> texts_of(const json& value) {
  std::vector<std::string> texts;
  collect_texts(value, texts);
  std::erase_if(texts, [](const std::string& text) { return tidy_line(text).empty(); });
  return texts;
}

// The first value of the field that has a text.
std::vector<std::string> texts_of(const Members& members, FieldOf field) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    if (std::vector<std::string> texts = texts_of(*value); !texts.empty()) return texts;
  }
  return {};
}

// The title may be a number or the word "true" ("1984"); "false" is how PHP writes that there is
// none.
std::string title_of(const Members& members) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::title ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    if (*value == true) return "true";
    if (const std::vector<std::string> texts = texts_of(*value); !texts.empty())
      return plain_line(texts.front());
  }
  return {};
}

std::string line_of(const Members& members, FieldOf field) {
  const std::vector<std::string> texts = texts_of(members, field);
  return texts.empty() ? std::string() : plain_line(texts.front());
}

std::string_view kind_of(const json& value) {
  if (value.is_number()) return "a number";
  if (value.is_boolean()) return "true or false";
  return value.is_array() ? "a list" : "an object";
}

// Whether a value can be a title or a body. A list is a title if it holds no more than that; a body
// that is a number or a truth value is a mistake of whoever made the file.
bool is_text(const json& value, FieldOf field) {
  if (value.is_string()) return true;
  if (field == FieldOf::title && (value.is_number() || value.is_boolean())) return true;
  const std::size_t texts = value.is_structured() ? texts_of(value).size() : 0;
  return value.is_array() && field == FieldOf::title ? texts == 1 : texts > 0;
}

// Why the title or the body is none. The first name that is given at all decides.
std::string check_text(const Members& members, FieldOf field) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr || value->is_null() || value->empty()) continue;
    if (is_text(*value, field)) return {};
    return '"' + std::string(alias.name) + "\" is " + std::string(kind_of(*value)) + ", not text";
  }
  return {};
}

// Yes or no, in any of the forms that YAML, JSON and people write it in; nothing for other values.
std::optional<bool> truth_of(const json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (!value.is_string() && !value.is_number_integer()) return std::nullopt;
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (tidy_line(text).starts_with('-')) return std::nullopt;  // -1 is no 1
  const std::string word = plain_name(tidy_line(text));
  for (const std::string_view yes : {"true", "yes", "on", "1", "y"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "no", "off", "0", "n"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

// A database writes 0 for a date that it does not know, where "is_published" would say no.
bool is_zero(const json& value) {
  return value.is_string() ? tidy_line(value.get<std::string>()) == "0" : value == 0;
}

// Every text that a field of dates has, the better name first.
void offer_dates(const json& object, const Members& members, Article& article) {
  const DayOrder order = day_order_of(article.language);
  for (const Alias& alias : declared_names()) {
    const bool published = alias.field == FieldOf::published;
    if (!published && alias.field != FieldOf::modified) continue;
    const json* value = find(members, alias.name);
    if (value == nullptr || (truth_of(*value) && !is_zero(*value))) continue;  // "published: yes"
    std::string where;
    for (const auto& [name, member] : object.items()) {
      if (&member == value) where = '"' + name + '"';
    }
    for (const std::string& text : texts_of(*value)) {
      (published ? offer_published : offer_modified)(article, where, plain_line(text), order);
    }
  }
}

// A number is nobody's name and no section: it stands for a row of a table elsewhere.
bool is_number_alone(const json& value) {
  if (value.is_array()) return !value.empty() && std::ranges::all_of(value, is_number_alone);
  return value.is_number();
}

// The same in a dump of WordPress, where a number may be a string.
bool is_id_alone(const json& value) {
  if (value.is_array()) return !value.empty() && std::ranges::all_of(value, is_id_alone);
  if (!value.is_string()) return value.is_number();
  const auto& text = value.get_ref<const std::string&>();
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool stands_for_row(const json& value, const json& object) {
  return is_wordpress_post(object) ? is_id_alone(value) : is_number_alone(value);
}

// A year is a tag like any other.
bool is_year(const json& value) {
  if (value.is_array()) return !value.empty() && std::ranges::all_of(value, is_year);
  return value.is_number_integer() && value >= first_year && value < 3000;
}

// The first value of a field that holds names.
std::vector<std::string> names_of(const json& object, const Members& members, FieldOf field) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr || stands_for_row(*value, object)) continue;
    std::vector<std::string> texts = texts_of(*value);
    if (!texts.empty()) return texts;
  }
  return {};
}

void set_author(const json& object, const Members& members, Article& article) {
  std::vector<std::string> texts = names_of(object, members, FieldOf::author);
  if (texts.empty()) texts = embedded_authors(object);
  for (const std::string& text : texts) {
    for (std::string& name : declared_authors(plain_line(text))) {
      article.author.push_back(std::move(name));
    }
  }
}

void set_section(const json& object, const Members& members, Article& article) {
  std::vector<std::string> texts = names_of(object, members, FieldOf::section);
  if (texts.empty()) texts = embedded_terms(object, "category");
  if (!texts.empty()) article.section = plain_line(texts.front());
}

// A list of tags in one string is cut at its commas.
void set_tags(const json& object, const Members& members, Article& article) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::tags ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    const bool years = is_year(*value) && !is_wordpress_post(object);
    if (!years && stands_for_row(*value, object)) continue;
    for (const std::string& text : texts_of(*value)) {
      std::string_view rest = text;
      const char separator = text.find(';') == std::string::npos ? ',' : ';';
      while (value->is_string() && rest.find(separator) != std::string_view::npos) {
        article.tags.push_back(plain_line(rest.substr(0, rest.find(separator))));
        rest.remove_prefix(rest.find(separator) + 1);
      }
      article.tags.push_back(plain_line(rest));
    }
  }
  for (const std::string& term : embedded_terms(object, "post_tag")) {
    article.tags.push_back(plain_line(term));
  }
}

void set_url(const Members& members, Article& article) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::url ? find(members, alias.name) : nullptr;
    if (value == nullptr || !article.url.empty()) continue;
    for (const std::string& text : texts_of(*value)) {
      if (article.url.empty()) article.url = web_address(text);
    }
  }
}

void set_body(const Members& members, Article& article) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::body ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    const std::vector<std::string> texts = texts_of(*value);
    const bool list = value->is_array();
    for (const std::string& given : texts) {
      const std::string markup = unescape_markup(given);
      const std::string text = without_shortcodes(markup.empty() ? given : markup);
      if (list ? is_html_paragraph(text) : looks_like_html(text)) {
        PageText story = html_text(text);
        std::ranges::move(story.paragraphs, std::back_inserter(article.body));
        std::ranges::move(story.captions, std::back_inserter(article.captions));
      } else if (list) {
        article.body.push_back(text);
      } else {
        article.body = split_paragraphs(text);
      }
    }
    if (!article.body.empty()) return;
  }
}

// Hugo's `draft: true`, Jekyll's `published: false` and the `status: draft` of content systems.
bool is_draft(const Members& members) {
  for (const auto& [name, value] : members) {
    const std::optional<bool> truth = truth_of(*value);
    if ((name == "draft" || name == "isdraft") && truth == true) return true;
    if (name == "published" && truth == false && !is_zero(*value)) return true;
    if (name == "ispublished" && truth == false) return true;
    if (name != "status" || !value->is_string()) continue;
    const std::string status = plain_name(tidy_line(value->get<std::string>()));
    if (status == "draft" || status == "autodraft") return true;
  }
  return false;
}

}  // namespace

std::string plain_line(std::string_view text) {
  if (!looks_like_html(text)) return tidy_line(text);
  const std::string markup = unescape_markup(text);
  std::string line;
  for (const std::string& paragraph : html_text(markup.empty() ? text : markup).paragraphs)
    line += paragraph + ' ';
  return tidy_line(line);
}

std::string fill_declared(const json& object, Article& article) {
  Members members;
  for (const auto& [name, value] : object.items()) members.emplace_back(plain_name(name), &value);
  if (is_draft(members)) return "marked as a draft";
  for (const FieldOf field : {FieldOf::title, FieldOf::body}) {
    if (std::string reason = check_text(members, field); !reason.empty()) return reason;
  }
  set_url(members, article);
  set_author(object, members, article);
  set_section(object, members, article);
  set_tags(object, members, article);
  set_body(members, article);
  for (std::string& caption : texts_of(members, FieldOf::captions)) {
    article.captions.push_back(plain_line(caption));
  }
  article.id = line_of(members, FieldOf::id);
  article.title = title_of(members);
  article.subtitle = line_of(members, FieldOf::subtitle);
  article.language = line_of(members, FieldOf::language);
  article.license = line_of(members, FieldOf::license);
  article.source = line_of(members, FieldOf::source);
  offer_dates(object, members, article);
  return {};
}

}  // namespace backfile

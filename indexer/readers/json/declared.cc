// One table of the names that fields go by, and what is made of their values.
#include "indexer/readers/json/declared.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/article/date.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"
#include "indexer/readers/common/unescape.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/html/text/text.h"
#include "indexer/readers/json/declared_body.h"
#include "indexer/readers/json/declared_dates.h"
#include "indexer/readers/json/publication.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/members.h"
#include "indexer/readers/json/wordpress.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// Of several titles in a list, such as the lines of a headline, all.
std::string title_in(const json& value) {
  std::string title;
  for (const std::string& text : texts_of(value)) {
    const std::string line = plain_line(text);
    title += (title.empty() || line.empty() ? "" : " / ") + line;
    if (!value.is_array()) break;
  }
  return title;
}

// The title may be a number or the word "true" ("1984"), where no name has a better one; "false" is
// how PHP writes that there is none.
std::string title_of(const Members& members) {
  bool is_true = false;
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::title ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    is_true = is_true || *value == true;
    if (std::string title = title_in(*value); !title.empty()) return title;
  }
  return is_true ? "true" : "";
}

std::string line_of(const Members& members, FieldOf field) {
  const std::vector<std::string> texts = texts_of(members, field);
  return texts.empty() ? std::string() : plain_line(texts.front());
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
  // Arc: {"credits": {"by": [{"name": ...}]}}.
  const json* credits = texts.empty() ? find(members, "credits") : nullptr;
  if (credits != nullptr && credits->is_object()) {
    if (const auto by = credits->find("by"); by != credits->end()) texts = texts_of(*by);
  }
  for (const std::string& text : texts) {
    for (std::string& name : declared_authors(plain_line(text))) {
      article.author.push_back(std::move(name));
    }
  }
}

// The first; the others are tags.
void set_section(const json& object, const Members& members, Article& article) {
  std::vector<std::string> texts = names_of(object, members, FieldOf::section);
  if (texts.empty()) texts = embedded_terms(object, "category");
  if (!texts.empty()) article.section = plain_line(texts.front());
  for (std::size_t i = 1; i < texts.size(); ++i) article.tags.push_back(plain_line(texts[i]));
}

// In a list of {"name": "persons", "value": "Maud Ferrier"} the name says of what kind the tag is.
std::vector<std::string> tags_in(const json& value) {
  std::vector<std::string> tags;
  const auto is_valued = [](const json& tag) {
    return tag.is_object() && tag.contains("name") && tag.contains("value") &&
           tag["name"].is_string() && tag["value"].is_string();
  };
  if (!value.is_array() || !std::ranges::all_of(value, is_valued)) return texts_of(value);
  for (const json& tag : value) tags.push_back(tag["value"].get<std::string>());
  return tags;
}

// A list of tags in one string is cut at its commas.
void set_tags(const json& object, const Members& members, Article& article) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == FieldOf::tags ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    const bool years = is_year(*value) && !is_wordpress_post(object);
    if (!years && stands_for_row(*value, object)) continue;
    for (const std::string& text : tags_in(*value)) {
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
    if (value == nullptr) continue;
    for (const std::string& text : texts_of(*value)) offer_url(article, text);
  }
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
  set_body(members_of(object), article);
  return fill_declared_facts(object, article);
}

std::string fill_declared_facts(const json& object, Article& article) {
  const Members members = members_of(object);
  if (std::string reason = unpublished_reason(members); !reason.empty()) return reason;
  set_url(members, article);
  set_author(object, members, article);
  set_section(object, members, article);
  set_tags(object, members, article);
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

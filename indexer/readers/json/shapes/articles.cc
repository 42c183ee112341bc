// Walks the values of a document; the parser bounds how deep they are.
#include "indexer/readers/json/shapes/articles.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/several.h"
#include "indexer/readers/json/shapes/shape.h"

namespace backfile {

using nlohmann::json;

namespace {

constexpr std::size_t deepest_wrapper = 16;

bool may_be_article(const json& value) {
  return has_title(value) || has_story(value) || is_whole(value);
}

// A line of Elasticsearch's bulk format that says what to do with the article on the next.
bool is_bulk_action(const json& object) {
  if (object.size() != 1 || !object.front().is_object()) return false;
  const std::string& name = object.begin().key();
  if (name != "index" && name != "create" && name != "delete") return false;
  return std::ranges::all_of(object.front().items(), [](const auto& member) {
    return member.key().starts_with('_') || member.key() == "routing";
  });
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// What phpMyAdmin writes before the tables of a database: {"type": "database", "name": "news"}.
bool is_head_of_export(const json& object) {
  const std::string type = text_of(object, "type");
  if (type != "header" && type != "database") return false;
  return std::ranges::all_of(object.items(), [](const auto& member) {
    return member.key() == "type" || member.key() == "version" || member.key() == "comment" ||
           member.key() == "name";
  });
}

bool is_table_without_articles(const json& object) {
  const auto data = object.find("data");
  return text_of(object, "type") == "table" && !text_of(object, "name").empty() &&
         data != object.end() && data->is_array() && std::ranges::none_of(*data, is_whole);
}

bool is_typed(const json& object) {
  return object.contains("type") || object.contains("_type");
}

}  // namespace

bool has_articles(const json& list) {
  return std::ranges::any_of(list, may_be_article);
}

void JsonArticles::add_element(const json& value, std::size_t number) {
  const bool gave_before = gave_;
  gave_ = true;
  if (value.is_array() &&
      std::ranges::any_of(value, [](const json& e) { return e.is_structured(); })) {
    for (const json& element : value) add_element(element, next());
    return;
  }
  if (!value.is_object()) {
    gave_any_ = true;
    return give_({value, number, {}});
  }
  if ((number == 0 && is_bulk_action(value)) || is_head_of_export(value)) return;
  if (is_table_without_articles(value)) return give_({value, number, {}, JsonArticle::Kind::table});
  if (const std::vector<json> rows = rows_of_columns(value); !rows.empty()) {
    for (const json& row : rows) add_element(row, next());
    return;
  }
  std::optional<json> merged = opened(value);
  const std::vector<std::string> languages = languages_of(merged ? *merged : value);
  for (const std::string& language : languages) {
    const bool first = language == languages.front();
    add_element(in_language(merged ? *merged : value, language, first),
                first && number > 0 ? number : next());
  }
  if (!languages.empty()) return;
  if (std::optional<json> whole = with_sections(merged ? *merged : value))
    merged = std::move(whole);
  add_object(merged ? *merged : value, number, gave_before);
}

// An object in its last form: an article, or a wrapper around some.
void JsonArticles::add_object(const json& object, std::size_t number, bool gave_before) {
  bool read = false;  // what is inside
  std::vector<const json*> elsewhere;
  if (!has_story(object)) {
    std::vector<const json*> around = std::exchange(given_, {});
    read = add_members(object, false, 0);
    elsewhere = std::exchange(given_, std::move(around));
    if ((read || (number == 0 && gave_before)) && !has_facts(object))
      return give_({object, 0, {}, JsonArticle::Kind::rest, std::move(elsewhere)});
  }
  Inside inside;
  if (!read) look_inside(object, false, inside);
  elsewhere.insert(elsewhere.end(), inside.articles.begin(), inside.articles.end());
  elsewhere.insert(elsewhere.end(), inside.left_out.begin(), inside.left_out.end());
  // What is all of its document has number 0; the first is its only one.
  if (number == 0 && (gave_any_ || !inside.articles.empty())) number = next();
  if (number == 0) count_ = std::max<std::size_t>(count_, 1);
  gave_any_ = true;
  give_({object, number, std::move(inside.left_out), JsonArticle::Kind::article,
         std::move(elsewhere)});
  for (const json* article : inside.articles) add_element(*article, next());
}

void JsonArticles::add_document(const json& value) {
  if (!value.is_array()) add_element(value, 0);
  gave_ = false;
}

// `titled`: the object around, or one around that, has a title of its own.
bool JsonArticles::add_members(const json& wrapper, bool titled, std::size_t depth) {
  if (!wrapper.is_object() || depth == deepest_wrapper) return false;
  titled = titled || has_title(wrapper);
  bool any = false;
  for (const auto& [name, value] : wrapper.items())
    any = add_member(name, value, titled, depth) || any;
  return any;
}

bool JsonArticles::add_member(const std::string& name, const json& value, bool titled,
                              std::size_t depth) {
  const std::string plain = plain_name(name);
  const Holds holds = what_holds(plain);
  if (holds == Holds::field || !value.is_structured()) return false;
  const bool list = holds == Holds::articles;
  if (value.is_array()) {
    if (plain == "children" && std::ranges::any_of(value, is_whole)) return add_listing(value);
    const bool sure = list && (!titled || has_articles(value));
    return add_list(value, sure || (value.empty() && is_main_list(plain)), titled, depth);
  }
  if (!is_whole(value) && !(list && may_be_article(value)))
    return add_members(value, titled, depth + 1);
  add_inside(value);
  return true;
}

void JsonArticles::add_inside(const json& value) {
  given_.push_back(&value);
  add_element(value, next());
}

// `sure`: every element stands in the place of an article, even if none is one.
bool JsonArticles::add_list(const json& list, bool sure, bool titled, std::size_t depth) {
  if (sure || std::ranges::any_of(list, is_whole)) {
    for (const json& element : list) add_inside(element);
    return true;
  }
  bool any = false;
  for (const json& element : list) {
    const bool inner = element.is_array()
                           ? depth < deepest_wrapper && add_list(element, false, titled, depth + 1)
                           : add_members(element, titled, depth + 1);
    any = inner || any;
  }
  return any;
}

// Reddit has posts and the replies to them in one list; those have no title.
bool JsonArticles::add_listing(const json& list) {
  for (const json& element : list) {
    const std::optional<json> merged = element.is_object() ? opened(element) : std::nullopt;
    const json& object = merged ? *merged : element;
    if (has_title(object) || !has_story(object)) {
      add_inside(element);
    } else {
      given_.push_back(&element);
      give_({object, next(), {}, JsonArticle::Kind::reply});
    }
  }
  return true;
}

// In a text its blocks may have lists of articles, which say so by their name.
void JsonArticles::look_inside(const json& value, bool in_text, Inside& inside) const {
  if (value.is_array()) {
    for (const json& element : value) look_inside(element, in_text, inside);
    return;
  }
  if (!value.is_object() || (in_text && is_typed(value))) return;
  for (const auto& [name, member] : value.items()) {
    const std::string plain = plain_name(name);
    const Holds holds = what_holds(plain);
    if (!member.is_structured() || holds == Holds::field || holds == Holds::aside) continue;
    const bool list = in_text ? is_sure_list(plain) : holds == Holds::articles;
    const bool text = in_text || holds == Holds::body || holds == Holds::blocks;
    const auto take = [&](const json& one) {
      if (list && is_whole(one)) return inside.articles.push_back(&one);
      if (!text && !list && is_whole(one)) return inside.left_out.push_back(&one);
      look_inside(one, text, inside);
    };
    if (member.is_object() && (!list || is_whole(member))) {
      take(member);
    } else {
      std::ranges::for_each(member, take);
    }
  }
}

}  // namespace backfile

// Tables of names, and tests that look no further into a value than they need.
#include "indexer/readers/json/shapes/shape.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "indexer/readers/json/shapes/blocks.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/mediawiki.h"
#include "indexer/readers/json/shapes/notion.h"
#include "indexer/text/visible.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::array sure_lists = {"articles", "posts", "stories", "newsitems", "blogposts"};
// Lists of articles that may be the sections of one.
constexpr std::array section_lists = {"items", "entries", "list"};
// The others that are what their object is for, even if they are empty.
constexpr std::array main_lists = {"items", "documents", "docs", "results", "entries"};
constexpr auto lists = std::to_array<const char*>(
    {"articles",       "posts",         "stories",        "newsitems",    "blogposts",
     "items",          "documents",     "docs",           "results",      "entries",
     "pages",          "videos",        "podcasts",       "news",         "newsarticles",
     "hits",           "records",       "rows",           "edges",        "nodes",
     "data",           "item",          "entry",          "article",      "post",
     "briefs",         "pressreleases", "related",        "relatedposts", "relatedarticles",
     "relatedstories", "translations",  "itemlistelement"});
constexpr std::array blocks = {
    "blocks",      "sections", "children",       "parts",           "chapters",      "segments",
    "components",  "elements", "contents",       "contentelements", "contentblocks", "bodyblocks",
    "innerblocks", "updates",  "liveblogupdate", "storyelements",   "fragments",     "slices",
    "subsections", "richtext", "pagecontent",    "bodyelements",    "articleparts",  "root"};
constexpr std::array asides = {
    "comments", "comment", "replies", "discussion", "embedded",      "links",        "images",
    "image",    "photos",  "photo",   "media",      "multimedia",    "gallery",      "thumbnail",
    "seo",      "video",   "audio",   "opengraph",  "featuredmedia", "relationships"};

constexpr std::array envelopes = {"source",   "fields", "attributes", "doc",     "document",
                                  "node",     "data",   "article",    "post",    "item",
                                  "record",   "object", "properties", "content", "story",
                                  "newsitem", "entity"};
// What stands beside title and text in an object that has both: more fields, and more of the text.
constexpr std::array sides = {"fields", "acf", "attributes", "customfields"};
// How the names of lists end whose elements are parts of what has a title and a date.
constexpr std::array part_endings = {"block", "module",  "widget", "component", "card",
                                     "panel", "section", "zone",   "element",   "slide",
                                     "tile",  "tab",     "builder"};
// Objects beside the text that have the article's date, if they say when it was published.
constexpr std::array dated_sides = {"meta", "metadata"};
// Facts of an article, or what a whole issue stands in.
constexpr std::array wrappers = {"channel", "publication", "newspaper", "site"};
// Envelopes of facts, beside the text.
constexpr std::array heads = {"frontmatter", "metadata", "meta",  "attributes",
                              "fields",      "head",     "header"};
constexpr std::array title_names = {"title",    "headline",  "heading",
                                    "webtitle", "headlines", "posttitle"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<const char*, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

std::map<std::string_view, Holds> all_names() {
  std::map<std::string_view, Holds> names;
  for (const char* name : lists) names.emplace(name, Holds::articles);
  for (const char* name : blocks) names.emplace(name, Holds::blocks);
  for (const char* name : asides) names.emplace(name, Holds::aside);
  for (const char* name : wrappers) names.emplace(name, Holds::unknown);
  for (const Alias& alias : declared_names()) {
    names.emplace(alias.name, alias.field == FieldOf::body ? Holds::body : Holds::field);
  }
  return names;
}

// Whether anybody could read something in a value.
bool says_something(const json& value) {
  if (value.is_string()) return is_visible(value.get_ref<const std::string&>());
  if (value.is_structured()) return std::ranges::any_of(value, says_something);
  return value.is_number();
}

// Whether an object that may be a text has a list of what look like articles.
bool has_list_of_articles(const json& value) {
  const auto looks_whole = [](const json& one) {
    if (!has_title(one)) return false;
    return std::ranges::any_of(one.items(), [](const auto& member) {
      return what_holds(plain_name(member.key())) == Holds::body && says_something(member.value());
    });
  };
  return value.is_object() && std::ranges::any_of(value.items(), [&](const auto& member) {
           return member.value().is_array() && is_sure_list(plain_name(member.key())) &&
                  std::ranges::any_of(member.value(), looks_whole);
         });
}

bool has_text(const json& value) {
  if (value.is_string()) return is_visible(value.get_ref<const std::string&>());
  if (!value.is_structured() || has_list_of_articles(value)) return false;
  return std::ranges::any_of(block_texts(value, 1), [](const BlockText& text) {
    return text.kind == BlockText::Kind::whole || text.kind == BlockText::Kind::paragraph;
  });
}

// The first member of one of these names that has what is asked for.
template <std::size_t size, typename Wanted>
json::const_iterator member_of(const json& object, const std::array<const char*, size>& names,
                               Wanted wanted) {
  for (auto member = object.begin(); member != object.end(); ++member) {
    if (is_one_of(plain_name(member.key()), names) && wanted(*member)) return member;
  }
  return object.end();
}

// Whether it has a text under the names of a body or of its blocks.
bool has_body(const json& value) {
  return value.is_object() && std::ranges::any_of(value.items(), [](const auto& member) {
           const Holds holds = what_holds(plain_name(member.key()));
           return (holds == Holds::body || holds == Holds::blocks) && has_text(member.value());
         });
}

// The same, or in sections.
bool tells(const json& value) {
  return has_body(value) ||
         (value.is_object() && std::ranges::any_of(value.items(), [&](const auto& member) {
            return are_sections(value, plain_name(member.key()), member.value());
          }));
}

bool is_name_of(std::string_view name, std::initializer_list<FieldOf> fields) {
  return std::ranges::any_of(declared_names(), [&](const Alias& alias) {
    return alias.name == name && std::ranges::find(fields, alias.field) != fields.end();
  });
}

// Whether an object has something in one of these fields.
bool has_any_of(const json& object, std::initializer_list<FieldOf> fields) {
  return std::ranges::any_of(object.items(), [&](const auto& member) {
    return says_something(member.value()) && is_name_of(plain_name(member.key()), fields);
  });
}

// The head of an article whose text stands beside it. What a reply is to has a date apart from its.
bool is_head_apart(const json& object, const json& head) {
  return has_title(head) && has_any_of(head, {FieldOf::author, FieldOf::published}) &&
         !has_any_of(object, {FieldOf::author, FieldOf::published, FieldOf::id, FieldOf::url});
}

json::const_iterator head_in(const json& object) {
  const auto head = member_of(object, heads, has_title);
  if (head != object.end()) return head;
  constexpr std::array articles = {"article", "newsitem"};
  return member_of(object, articles, [&](const json& one) { return is_head_apart(object, one); });
}

// The member that an object without a title or without a text takes it from.
json::const_iterator envelope_in(const json& object) {
  const bool title = has_title(object);
  if (tells(object)) return title ? object.end() : head_in(object);
  const auto found = member_of(object, envelopes, tells);
  if (found != object.end() || title) return found;
  const auto titled = member_of(object, envelopes, has_title);
  // A newspaper has a title of its own; "_source" is how Elasticsearch calls a document.
  const bool is_source =
      titled != object.end() && plain_name(titled.key()) == "source" && titled.key() != "_source";
  return is_source ? object.end() : titled;
}

// Whether an article may have a field of this name under a side.
bool is_side_field(const json& object, std::string_view side, std::string_view name) {
  if (is_one_of(side, dated_sides))
    return name.find("publish") != name.npos && is_name_of(name, {FieldOf::published}) &&
           !has_any_of(object, {FieldOf::published});
  const Holds holds = what_holds(name);
  return holds == Holds::field || holds == Holds::body || holds == Holds::blocks ||
         is_opening(name);
}

// An article with the fields that it keeps under a side, as far as it has none of that name.
std::optional<json> with_sides(const json& object) {
  std::optional<json> whole;
  for (auto side = object.begin(); side != object.end(); ++side) {
    const std::string plain = plain_name(side.key());
    if (!side->is_object() || (!is_one_of(plain, sides) && !is_one_of(plain, dated_sides)))
      continue;
    for (const auto& [name, member] : side->items()) {
      if (!is_side_field(object, plain, plain_name(name)) || object.contains(name) ||
          !has_title(object))
        continue;
      if (!whole) whole = object;
      (*whole)[name] = member;
    }
  }
  return whole;
}

// Whether there are articles in a list of lists of them.
bool lists_articles(const json& element) {
  if (!element.is_object()) return false;
  return std::ranges::any_of(element.items(), [](const auto& member) {
    return member.value().is_array() && what_holds(plain_name(member.key())) == Holds::articles &&
           std::ranges::any_of(member.value(), is_whole);
  });
}

// The object that has the text of an element, itself or in an envelope; nullptr if none has.
const json* text_within(const json& element) {
  if (has_body(element)) return &element;
  if (!element.is_object()) return nullptr;
  const auto envelope = member_of(element, envelopes, has_body);
  return envelope == element.end() ? nullptr : &*envelope;
}

// Whether the text of an element has been published by itself.
bool is_published(const json& element, std::initializer_list<FieldOf> facts) {
  const json* text = text_within(element);
  return text != nullptr && (has_any_of(*text, facts) || has_any_of(element, facts));
}

// Whether a list that may be the blocks of a text without a title is one of articles.
bool is_list_of_articles(std::string_view name, const json& value) {
  if (!value.is_array() || value.empty()) return false;
  if (std::ranges::all_of(value, is_whole) || std::ranges::any_of(value, lists_articles))
    return true;
  return std::ranges::any_of(value, [&](const json& element) {
    return is_whole(element) && (name == "children" || is_published(element, {FieldOf::published}));
  });
}

bool is_name_of_parts(std::string_view name) {
  if (name.ends_with('s')) name.remove_suffix(1);
  return std::ranges::any_of(part_endings, [&](const char* end) { return name.ends_with(end); });
}

// Whether all elements of a list have a heading, which is what parts of a text have, and no title.
bool have_headings(const json& list) {
  constexpr std::array headings = {"heading"};
  return std::ranges::all_of(list, [&](const json& element) {
    return element.is_object() && member_of(element, headings, says_something) != element.end() &&
           !element.contains("title") && !element.contains("headline");
  });
}

// Whether a list is by its name or its headings the body of an object that has none else.
bool are_parts(const json& object, std::string_view name, const json& list) {
  if (!list.is_array() || list.empty() || what_holds(name) != Holds::unknown) return false;
  if (!is_name_of_parts(name) && !have_headings(list)) return false;
  if (!has_any_of(object, {FieldOf::published}) || text_within(object) != nullptr) return false;
  const auto is_apart = [](const json& element) {
    return lists_articles(element) ||
           is_published(element, {FieldOf::url, FieldOf::author, FieldOf::published});
  };
  return std::ranges::any_of(list, text_within) && std::ranges::none_of(list, is_apart);
}

// The same list where it stands in an object: {"layout": {"modules": [...]}}.
json::const_iterator parts_within(const json& object, std::string_view name, const json& value) {
  if (what_holds(name) != Holds::unknown || has_title(value)) return value.end();
  auto member = value.begin();
  while (member != value.end() && !are_parts(object, plain_name(member.key()), *member)) ++member;
  return member;
}

}  // namespace

Holds what_holds(std::string_view name) {
  static const std::map<std::string_view, Holds> names = all_names();
  const auto found = names.find(name);
  if (found != names.end()) return found->second;
  return number_of_part(name) >= 0 ? Holds::body : Holds::unknown;
}

bool is_title_name(std::string_view name) {
  return is_one_of(name, title_names);
}

bool is_sure_list(std::string_view name) {
  return is_one_of(name, sure_lists);
}

bool is_main_list(std::string_view name) {
  return is_sure_list(name) || is_one_of(name, main_lists);
}

bool may_hold_sections(std::string_view name) {
  return is_one_of(name, section_lists) || name == "pages";
}

bool is_section(const json& value) {
  return has_body(value) &&
         !has_any_of(value, {FieldOf::id, FieldOf::url, FieldOf::author, FieldOf::published});
}

bool are_sections(const json& object, std::string_view name, const json& list) {
  if (!list.is_structured() || list.empty() || !has_title(object)) return false;
  if (list.is_object()) return parts_within(object, name, list) != list.end();
  if (!may_hold_sections(name)) return are_parts(object, name, list);
  if (!std::ranges::all_of(list, is_section)) return false;
  if (name == "pages" && std::ranges::none_of(list, has_title)) return true;
  return std::ranges::all_of(list, has_title) &&
         has_any_of(object, {FieldOf::author, FieldOf::published});
}

std::optional<json> with_sections(const json& object) {
  for (const auto& [name, member] : object.items()) {
    if (object.contains("sections") || !are_sections(object, plain_name(name), member)) continue;
    json copy = object;
    if (member.is_object()) {
      const std::string inner = parts_within(object, plain_name(name), member).key();
      copy["sections"] = std::move(copy[name][inner]);
      copy[name].erase(inner);
    } else {
      copy["sections"] = std::move(copy[name]);
      copy.erase(name);
    }
    return copy;
  }
  return std::nullopt;
}

bool has_title(const json& value) {
  return value.is_object() && member_of(value, title_names, says_something) != value.end();
}

bool has_story(const json& value) {
  if (!value.is_object()) return false;
  std::optional<bool> title;
  for (const auto& [name, member] : value.items()) {
    const std::string plain = plain_name(name);
    if (are_sections(value, plain, member)) return true;
    const Holds holds = what_holds(plain);
    if ((holds != Holds::body && holds != Holds::blocks) || !has_text(member)) continue;
    if (!title) title = has_title(value);
    if (*title || !is_list_of_articles(plain, member)) return true;
  }
  return false;
}

bool is_whole(const json& value) {
  if (!value.is_object()) return false;
  const bool title = has_title(value), text = tells(value);
  if (title && (text || text_of_mediawiki(value) != nullptr)) return true;
  const auto envelope = envelope_in(value);
  if (envelope == value.end()) return false;
  return (title || has_title(*envelope)) && (text || tells(*envelope));
}

bool has_facts(const json& value) {
  bool author = false, date = false;
  for (const auto& [name, member] : value.items()) {
    const std::string plain = plain_name(name);
    if (member.is_array() && is_main_list(plain)) return false;
    for (const Alias& alias : declared_names()) {
      if (alias.name != plain || !says_something(member)) continue;
      author = author || alias.field == FieldOf::author;
      date = date || alias.field == FieldOf::published;
    }
  }
  return has_title(value) && author && date;
}

std::optional<json> opened(const json& object) {
  constexpr int most_envelopes = 4;
  std::optional<json> whole = page_of_notion(object);
  if (!whole) whole = page_of_mediawiki(object);
  for (int i = 0; i < most_envelopes; ++i) {
    const json& outer = whole ? *whole : object;
    const auto envelope = envelope_in(outer);
    if (envelope == outer.end()) break;
    json inner = *envelope;
    for (const auto& [name, member] : outer.items()) {
      if (name != envelope.key() && !inner.contains(name)) inner[name] = member;
    }
    whole = std::move(inner);
  }
  const json& object_itself = whole ? *whole : object;
  if (std::optional<json> more = with_sides(object_itself)) whole = std::move(more);
  return whole;
}

}  // namespace backfile

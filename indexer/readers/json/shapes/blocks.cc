// Takes each object apart in the order in which a page would show it: heading, text, what is
// inside.
#include "indexer/readers/json/shapes/blocks.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;
using Kind = BlockText::Kind;

constexpr std::array heading_names = {"title", "heading", "headline", "subheading", "subheadline"};
// One text in several forms: the first that there is.
constexpr std::array text_names = {
    "text",        "rendered",    "html",        "value",    "content",     "body",
    "articlebody", "contenthtml", "contenttext", "bodyhtml", "bodytext",    "innerhtml",
    "raw",         "paragraph",   "markdown",    "quote",    "description", "summary"};
// What the blocks inside a block are kept in; the details are looked at if there is no text else.
constexpr std::array inner_names = {
    "text",       "content",         "body",        "value",       "paragraphs", "paragraph",
    "children",   "blocks",          "sections",    "parts",       "items",      "elements",
    "contents",   "contentelements", "rendered",    "innerblocks", "segments",   "slices",
    "components", "nodes",           "root",        "doc",         "chapters",   "updates",
    "rows",       "entries",         "articlebody", "p",           "main"};
constexpr std::array detail_names = {"data",  "attrs",   "attributes", "fields",
                                     "props", "primary", "item"};
constexpr std::array never_text = {"class", "classname", "style", "alt", "type", "id"};
constexpr std::array caption_names = {"caption", "fullcaption", "imagecaption"};

// Blocks whose words are no part of the story: pictures, players, advertising, the article's facts.
constexpr std::array other_types = {
    "image",  "img",           "picture", "photo",     "gallery", "video",   "audio", "embed",
    "oembed", "iframe",        "ad",      "advert",    "script",  "divider", "hr",    "separator",
    "date",   "advertisement", "byline",  "authorinfo"};
// Blocks whose parts are the runs of one paragraph.
constexpr std::array paragraph_types = {
    "paragraph", "p",  "heading", "header", "h1", "h2",       "h3",  "h4",
    "h5",        "h6", "lead",    "block",  "li", "unstyled", "lic", "listitemchild",
    "textblock"};
constexpr std::array run_types = {"text",   "span",   "link", "a",       "hyperlink", "inline",
                                  "strong", "em",     "bold", "b",       "i",         "mention",
                                  "emoji",  "italic", "code", "autolink"};
constexpr std::array break_types = {"hardbreak", "linebreak", "br"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<const char*, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

using Members = std::map<std::string, const json*>;

Members members_of(const json& object) {
  Members members;
  for (const auto& [name, value] : object.items()) members[plain_name(name)] = &value;
  return members;
}

const json* find(const Members& members, std::string_view name) {
  const auto found = members.find(std::string(name));
  return found == members.end() ? nullptr : found->second;
}

// "paragraph", "core/paragraph" and the "heading-2" of Contentful.
std::string type_of(const Members& members) {
  for (const char* name : {"type", "nodetype", "blockname"}) {
    const json* value = find(members, name);
    if (value == nullptr || !value->is_string()) continue;
    std::string type = plain_name(value->get_ref<const std::string&>());
    type.erase(0, type.find('/') + 1);
    return type.starts_with("heading") ? "heading" : type;
  }
  return {};
}

const std::string* string_in(const Members& members, std::string_view name) {
  const json* value = find(members, name);
  return value == nullptr ? nullptr : value->get_ptr<const std::string*>();
}

// The text of a block, under the names of blocks or of whole articles.
const std::string* text_in(const Members& members) {
  const auto text_of = [&](std::string_view name) {
    const std::string* text = string_in(members, name);
    return text == nullptr || is_blank_line(*text) ? nullptr : text;
  };
  for (const char* name : text_names) {
    if (const std::string* text = text_of(name)) return text;
  }
  for (const Alias& alias : declared_names()) {
    const std::string* text = alias.field == FieldOf::body ? text_of(alias.name) : nullptr;
    if (text != nullptr) return text;
  }
  return nullptr;
}

// A single word may be anything.
bool is_sentence(const json& value) {
  return value.is_string() &&
         tidy_line(value.get_ref<const std::string&>()).find(' ') != std::string::npos;
}

bool is_fact(std::string_view name) {
  return std::ranges::find(declared_names(), name, &Alias::name) != declared_names().end();
}

class Collector {
 public:
  Collector(std::vector<BlockText>& texts, std::size_t most) : texts_(texts), left_(most) {}

  void add(const json& value, Kind kind, bool runs = false) {
    if (left_ == 0) return;
    if (value.is_string()) add_text(value.get_ref<const std::string&>(), kind);
    if (value.is_number() && kind == Kind::paragraph) add_text(value.dump(), kind);
    if (value.is_array()) add_list(value, runs);
    if (value.is_object()) add_object(value, kind);
  }

 private:
  void add_text(const std::string& text, Kind kind) {
    if (left_ == 0 || is_blank_line(text)) return;
    if (kind == Kind::whole || kind == Kind::paragraph) --left_;
    texts_.push_back({kind, text});
  }

  void add_list(const json& list, bool runs) {
    if (are_runs(list, runs)) {
      std::string text;
      for (const json& run : list) text += text_of_run(run);
      return add_text(text, Kind::paragraph);
    }
    for (const json& element : list) add(element, Kind::paragraph);
  }

  void add_object(const json& object, Kind kind) {
    const Members members = members_of(object);
    const std::string type = type_of(members);
    for (const char* name : caption_names) {
      if (const std::string* caption = string_in(members, name)) add_text(*caption, Kind::caption);
    }
    if (is_one_of(type, other_types)) return;
    for (const char* name : heading_names) {
      const json* heading = find(members, name);
      if (heading != nullptr && !heading->is_array()) add(*heading, Kind::heading);
    }
    const std::size_t before = left_;
    if (const std::string* text = text_in(members)) add_text(*text, kind);
    const bool runs = is_one_of(type, paragraph_types);
    add_rich_text(find(members, "richtext"));
    for (const char* name : inner_names) add_inner(find(members, name), runs);
    if (left_ < before) return;
    // Notion keeps a block under the name of its type: {"type": "quote", "quote": {...}}.
    if (const std::string* own = string_in(members, "type")) {
      add_inner(find(members, plain_name(*own)), runs);
      if (left_ < before) return;
    }
    for (const char* name : detail_names) add_inner(find(members, name), runs);
    if (left_ == before) add_sentences(members);
  }

  // The runs of one paragraph in Notion; a document elsewhere.
  void add_rich_text(const json* value) {
    if (value == nullptr || !value->is_array() || !std::ranges::all_of(*value, is_run))
      return add_inner(value, false);
    std::string text;
    for (const json& run : *value) text += text_of_run(run);
    add_text(text, Kind::paragraph);
  }

  // A block whose text has a name that nobody knows: {"sentences": ["...", "..."]}.
  void add_sentences(const Members& members) {
    for (const auto& [name, value] : members) {
      if (is_one_of(name, heading_names) || is_one_of(name, never_text) || is_fact(name)) continue;
      const json list = value->is_array() ? *value : json::array({*value});
      for (const json& text : list) {
        if (is_sentence(text)) add_text(text.get_ref<const std::string&>(), Kind::paragraph);
      }
    }
  }

  void add_inner(const json* value, bool runs) {
    if (value != nullptr && value->is_structured()) add(*value, Kind::paragraph, runs);
  }

  // Whether a list holds pieces of one paragraph: that is what it is in a block that is one, and
  // where the pieces bring the spaces between them along.
  static bool are_runs(const json& list, bool in_paragraph) {
    if (list.size() < 2 || !std::ranges::all_of(list, is_run)) return false;
    if (in_paragraph) return true;
    bool spaced = false;
    std::string before;
    for (const json& run : list) {
      if (!run.is_object()) return false;
      const std::string text = text_of_run(run);
      spaced = spaced || before.ends_with(' ') || (!before.empty() && text.starts_with(' '));
      before = text;
    }
    return spaced;
  }

  static bool is_run(const json& value) {
    if (value.is_string()) return true;
    if (!value.is_object()) return false;
    const Members members = members_of(value);
    const std::string type = type_of(members);
    if (is_one_of(type, run_types) || is_one_of(type, break_types)) return true;
    const bool text =
        string_in(members, "text") != nullptr || string_in(members, "plaintext") != nullptr;
    return type.empty() && text && find(members, "children") == nullptr;
  }

  static std::string text_of_run(const json& run) {
    if (run.is_string()) return run.get<std::string>();
    if (run.is_array()) {
      std::string text;
      for (const json& inner : run) text += text_of_run(inner);
      return text;
    }
    if (!run.is_object()) return {};
    const Members members = members_of(run);
    if (is_one_of(type_of(members), break_types)) return "\n";
    for (const char* name : {"text", "value", "children", "content", "plaintext"}) {
      const json* value = find(members, name);
      if (value != nullptr && value->is_object()) return text_of_run(*value);
      if (value != nullptr && (value->is_string() || value->is_array())) return text_of_run(*value);
    }
    return {};
  }

  std::vector<BlockText>& texts_;
  std::size_t left_;  // to be found
};

// Where no name is known: {"en": "..."}, {"p1": "..."}.
void collect_sentences(const json& value, std::vector<BlockText>& texts) {
  if (is_sentence(value)) texts.push_back({Kind::paragraph, value.get<std::string>()});
  if (!value.is_structured()) return;
  for (const json& inner : value) collect_sentences(inner, texts);
}

}  // namespace

std::vector<BlockText> block_texts(const json& value, std::size_t most) {
  std::vector<BlockText> texts;
  Collector(texts, most).add(value, Kind::whole);
  if (texts.empty() && value.is_object() && type_of(members_of(value)).empty())
    collect_sentences(value, texts);
  return texts;
}

}  // namespace backfile

// Reads every <script type="application/ld+json"> of a page.
#include "indexer/readers/html/facts/json_ld_objects.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/readers/json/json_stream.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t most_objects = 10'000;

constexpr std::array article_types = {"NewsArticle",
                                      "ReportageNewsArticle",
                                      "AnalysisNewsArticle",
                                      "OpinionNewsArticle",
                                      "ReviewNewsArticle",
                                      "BackgroundNewsArticle",
                                      "AskPublicNewsArticle",
                                      "Article",
                                      "BlogPosting",
                                      "LiveBlogPosting",
                                      "SocialMediaPosting",
                                      "DiscussionForumPosting",
                                      "TechArticle",
                                      "ScholarlyArticle",
                                      "MedicalScholarlyArticle",
                                      "SatiricalArticle",
                                      "AdvertiserContentArticle",
                                      "Report",
                                      "Review"};

template <typename Types>
bool is_one_of(const json& object, const Types& types) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto matches = [&](const json& name) {
    if (!name.is_string()) return false;
    std::string_view plain = name.get_ref<const std::string&>();
    plain.remove_prefix(plain.rfind('/') == std::string_view::npos ? 0 : plain.rfind('/') + 1);
    return std::ranges::find(types, plain) != types.end();
  };
  return type->is_array() ? std::ranges::any_of(*type, matches) : matches(*type);
}

// Scripts are written by templates: raw line breaks inside strings, comments and CDATA around it
// all.
std::string mended(std::string_view script) {
  std::string text(script);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  for (const std::string_view fence : {"<![CDATA[", "]]>"}) {
    const std::size_t at = text.find(fence);
    if (at != std::string::npos) text.erase(at, fence.size());
  }
  const std::size_t first = text.find_first_of("{[");
  const std::size_t last = text.find_last_of("}]");
  if (first == std::string::npos || last == std::string::npos || last < first) return {};
  return text.substr(first, last - first + 1);
}

// What belongs to an article, or is said of it by others.
constexpr std::array not_listed = {"author",  "publisher", "creator",  "image",         "video",
                                   "comment", "isPartOf",  "citation", "about",         "mentions",
                                   "logo",    "review",    "editor",   "liveBlogUpdate"};
constexpr std::array of_page = {"@graph", "mainEntity", "mainEntityOfPage"};

template <typename Names>
bool is_name(std::string_view name, const Names& names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

JsonLdObjects::JsonLdObjects(const Page& page) {
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag != "script" || node.attribute("type").find("ld+json") == std::string_view::npos)
      continue;
    if (auto value = parse_json(mended(page.text_of(i)))) documents_.push_back(std::move(*value));
  }
  for (const json& document : documents_) collect(document);
  for (const json& document : documents_) collect_listed(document, true);
}

const json* JsonLdObjects::web_page() const {
  const auto found = std::ranges::find_if(
      objects_, [](const json* o) { return is_one_of(*o, std::array{"WebPage"}); });
  return found == objects_.end() ? nullptr : *found;
}

// Depth is bounded by the parser.
static void add_texts(const json& value, std::vector<std::string>& texts) {
  if (texts.size() >= most_objects) return;
  for (const auto& [name, member] : value.items()) {
    const bool told = name == "reviewBody" || name == "transcript" ||
                      (name == "text" && is_one_of(value, std::array{"Answer"}));
    if (told && member.is_string()) texts.push_back(member.get<std::string>());
    if (member.is_structured() && name != "comment") add_texts(member, texts);
  }
}

std::vector<std::string> JsonLdObjects::other_texts() const {
  std::vector<std::string> texts;
  for (const json& document : documents_) add_texts(document, texts);
  return texts;
}

json JsonLdObjects::resolved(json object) const {
  for (const char* name : {"author", "creator", "publisher"}) {
    const auto member = object.find(name);
    if (member == object.end()) continue;
    if (!member->is_array()) *member = json::array({*member});
    for (json& element : *member) element = json(resolve(element));
    // A reference to something the page does not define is not a name.
    std::erase_if(member->get_ref<json::array_t&>(), [](const json& element) {
      return element.is_object() && !element.contains("name");
    });
  }
  return object;
}

// What an object that is nothing but a reference stands for.
const json& JsonLdObjects::resolve(const json& value) const {
  if (!value.is_object() || value.contains("name")) return value;
  const auto id = value.find("@id");
  if (id == value.end() || !id->is_string()) return value;
  const auto found = by_id_.find(id->get<std::string>());
  return found == by_id_.end() ? value : *found->second;
}

// Depth is bounded by the parser.
void JsonLdObjects::collect(const json& value) {
  if (objects_.size() >= most_objects) return;
  if (value.is_array()) {
    for (const json& element : value) collect(element);
  } else if (value.is_object()) {
    objects_.push_back(&value);
    if (is_one_of(value, article_types)) articles_.push_back(&value);
    if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1)
      by_id_.emplace(id->get<std::string>(), &value);
    for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"}) {
      if (const auto member = value.find(name); member != value.end()) collect(*member);
    }
  }
}

// What collect() passes over: the items of a list, the posts of a blog.
void JsonLdObjects::collect_listed(const json& value, bool own) {
  if (listed_.size() >= most_objects) return;
  if (value.is_array()) {
    for (const json& element : value) collect_listed(element, own);
  } else if (value.is_object()) {
    if (!own && is_one_of(value, article_types)) listed_.push_back(&value);
    for (const auto& [name, member] : value.items()) {
      if (!is_name(name, not_listed)) collect_listed(member, own && is_name(name, of_page));
    }
  }
}

}  // namespace backfile

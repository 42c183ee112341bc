// schema.org in <script type="application/ld+json">.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/json_stream.h"
#include "indexer/text/unicode.h"

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

// Every object of the page's JSON-LD in the order of the page, and those that have an "@id" by it.
class Objects {
 public:
  explicit Objects(const Page& page) {
    for (std::size_t i = 0; i < page.nodes.size(); ++i) {
      const PageNode& node = page.nodes[i];
      if (node.tag != "script" || node.attribute("type").find("ld+json") == std::string_view::npos)
        continue;
      if (auto value = parse_json(mended(page.text_of(i)))) documents_.push_back(std::move(*value));
    }
    for (const json& document : documents_) collect(document);
  }

  const json* article() const {
    return first([](const json* o) { return is_one_of(*o, article_types); });
  }
  const json* web_page() const {
    return first([](const json* o) { return is_one_of(*o, std::array{"WebPage"}); });
  }

  // What an object that is nothing but a reference stands for.
  const json& resolve(const json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  template <typename Wanted>
  const json* first(Wanted wanted) const {
    const auto found = std::ranges::find_if(objects_, wanted);
    return found == objects_.end() ? nullptr : *found;
  }

  // Depth is bounded by the parser. What an article has under other names than these is not it.
  void collect(const json& value) {
    if (objects_.size() >= most_objects) return;
    if (value.is_array()) {
      for (const json& element : value) collect(element);
    } else if (value.is_object()) {
      objects_.push_back(&value);
      if (const auto id = value.find("@id");
          id != value.end() && id->is_string() && value.size() > 1) {
        by_id_.emplace(id->get<std::string>(), &value);
      }
      for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"}) {
        if (const auto member = value.find(name); member != value.end()) collect(*member);
      }
    }
  }

  std::vector<json> documents_;
  std::vector<const json*> objects_;
  std::map<std::string, const json*> by_id_;
};

json resolved(json object, const Objects& objects) {
  for (const char* name : {"author", "creator", "publisher"}) {
    const auto member = object.find(name);
    if (member == object.end()) continue;
    if (!member->is_array()) *member = json::array({*member});
    for (json& element : *member) element = json(objects.resolve(element));
    // A reference to something the page does not define is not a name.
    std::erase_if(member->get_ref<json::array_t&>(), [](const json& element) {
      return element.is_object() && !element.contains("name");
    });
  }
  return object;
}

// CSS selectors of the parts that only subscribers see: ".paywall, #rest" are two.
std::vector<std::string> paywalled_parts(const json& object) {
  std::vector<std::string> selectors;
  const auto parts = object.find("hasPart");
  if (parts == object.end()) return selectors;
  const json list = parts->is_array() ? *parts : json::array({*parts});
  for (const json& part : list) {
    const auto selector = part.is_object() ? part.find("cssSelector") : part.end();
    if (!part.is_object() || selector == part.end()) continue;
    const json all = selector->is_array() ? *selector : json::array({*selector});
    for (const json& one : all) {
      std::string text = one.is_string() ? one.get<std::string>() + ',' : std::string();
      for (std::size_t at = 0; at < text.size(); at = text.find(',', at) + 1) {
        std::string line = tidy_line(text.substr(at, text.find(',', at) - at));
        if (!line.empty()) selectors.push_back(std::move(line));
      }
    }
  }
  return selectors;
}

}  // namespace

std::vector<std::string> fill_from_json_ld(const Page& page, Article& article) {
  const Objects objects(page);
  const json* object = objects.article();
  if (object == nullptr) return {};
  std::vector<std::string> paywalled = paywalled_parts(*object);
  Article declared;
  if (!fill_declared(resolved(*object, objects), declared).empty()) return paywalled;
  // Some sites put the subject's short description where the headline belongs.
  const auto title = object->find("name");
  const bool named = title != object->end() && title->is_string() && *title != "";
  if (named && page_title(page).starts_with(title->get<std::string>())) declared.title = *title;
  declared.id.clear();
  declared.captions.clear();
  for (DateEvidence* evidence : {&declared.published_by, &declared.modified_by}) {
    if (evidence->where.starts_with('"')) evidence->where = "JSON-LD " + evidence->where;
  }
  article = std::move(declared);
  return paywalled;
}

void fill_dates_of_page_from_json_ld(const Page& page, Article& article) {
  if (!article.published.empty()) return;
  const Objects objects(page);
  const DayOrder order = day_order_of(article.language);
  if (const json* whole = objects.web_page()) {
    for (const char* name : {"datePublished", "dateModified"}) {
      const auto value = whole->find(name);
      if (value == whole->end() || !value->is_string()) continue;
      const std::string where = "JSON-LD \"" + std::string(name) + "\" of the page";
      (name == std::string_view("dateModified") ? offer_modified : offer_published)(
          article, where, value->get_ref<const std::string&>(), order);
    }
  }
}

}  // namespace backfile

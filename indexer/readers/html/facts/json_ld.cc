// schema.org's articles in <script type="application/ld+json">: which is the page's, and the rest.
#include "indexer/readers/html/facts/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/facts/json_ld_objects.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/facts/other_stories.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/json/declared.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

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

// All that a text says but for its spaces, which markup moves about.
void add_without_spaces(std::string_view text, std::string& all) {
  for (const char c : text) {
    if (!is_ascii_space(c)) all += c;
  }
}

std::string text_of(const Article& article) {
  std::string text;
  for (const std::string& paragraph : article.body) add_without_spaces(paragraph, text);
  return text;
}

// What a page shows: its title, its main headings, its text.
class Shown {
 public:
  explicit Shown(const Page& page) : page_(page), title_(page_title(page)) {
    constexpr std::size_t longest_heading = 400;
    for (std::size_t i = 1; i < page.nodes.size();) {
      const PageNode& node = page.nodes[i];
      if (is_never_text(node)) {
        i = node.end;
        continue;
      }
      if (node.tag == "h1") headlines_.push_back(page.line_of(i, longest_heading));
      if (node.tag == "h2" || node.tag == "h3")
        headings_.push_back(page.line_of(i, longest_heading));
      ++i;
    }
  }

  const std::string& title() const { return title_; }

  // Whether the title of the page or its main heading is this one.
  bool is_about(const std::string& headline) const {
    if (headline.empty()) return false;
    return same_title(title_, headline) ||
           same_title(without_site_name(title_, {}, {headline}), headline) ||
           has(headlines_, headline);
  }

  bool has_heading(const std::string& headline) const {
    return !headline.empty() && (has(headings_, headline) || has(headlines_, headline));
  }

  // Whether the page shows a text, or a part of it: what scripts say and what pages show may differ
  // in quotes and notes.
  bool has_text(const Article& article) {
    constexpr std::size_t probes = 5, longest = 40;
    const std::string text = text_of(article);
    if (text.empty()) return false;
    if (!text_) read_text();
    if (patience_ < text_->size()) return false;
    patience_ -= text_->size();
    const std::size_t length = std::min(longest, text.size());
    for (std::size_t i = 0; i < probes; ++i) {
      const std::size_t at = (text.size() - length) * i / (probes - 1);
      if (text_->find(text.substr(at, length)) != std::string::npos) return true;
    }
    return false;
  }

 private:
  void read_text() {
    text_.emplace();
    for (std::size_t i = 1; i < page_.nodes.size();) {
      const PageNode& node = page_.nodes[i];
      add_without_spaces(node.text, *text_);
      i = is_never_text(node) ? node.end : i + 1;
    }
  }

  static bool has(const std::vector<std::string>& lines, const std::string& headline) {
    return std::ranges::any_of(lines, [&](const std::string& line) {
      return !line.empty() && same_title(line, headline);
    });
  }

  const Page& page_;
  std::string title_;
  std::optional<std::string> text_;  // once somebody asks
  std::vector<std::string> headlines_, headings_;
  std::size_t patience_ = 200'000'000;  // bytes to be searched; no page has so many articles
};

// One object as an article; without a title and a body if it is none.
Article read_object(const json& given, const JsonLdObjects& objects,
                    const std::string& page_title) {
  Article article;
  const json object = objects.resolved(given);
  if (!fill_declared(object, article).empty()) return {};
  fill_body_from_blocks(object, article);
  // Some sites put the subject's short description where the headline belongs.
  const auto name = object.find("name");
  const bool named = name != object.end() && name->is_string() && *name != "";
  if (named && page_title.starts_with(name->get<std::string>())) article.title = *name;
  article.id.clear();
  article.captions.clear();
  for (DateEvidence* evidence : {&article.published_by, &article.modified_by}) {
    if (evidence->where.starts_with('"')) evidence->where = "JSON-LD " + evidence->where;
  }
  return article;
}

// A text, or HTML, as the paragraphs of an article.
Article as_body(const json& text) {
  Article article;
  fill_declared(json{{"articleBody", text}}, article);
  return article;
}

// Whether two objects tell of one article, the one perhaps no more than its beginning.
bool same_article(const Article& a, const Article& b) {
  const bool same_url = !a.url.empty() && a.url == b.url;
  if (!same_url && !same_title(a.title, b.title)) return false;
  const std::string one = text_of(a), other = text_of(b);
  return one.starts_with(other) || other.starts_with(one);
}

class Chooser {
 public:
  Chooser(const Page& page, const Metas& metas, const JsonLdObjects& objects)
      : page_(page), metas_(metas), shown_(page), own_(objects.articles().size()) {
    for (const auto* list : {&objects.articles(), &objects.listed()}) {
      for (const json* object : *list)
        all_.push_back(read_object(*object, objects, shown_.title()));
    }
  }

  // The number of the article that the page is about, among those given; their number if none is.
  std::size_t choose() {
    const auto named =
        std::ranges::find_if(all_, [&](const Article& one) { return shown_.is_about(one.title); });
    if (named != all_.end()) return static_cast<std::size_t>(named - all_.begin());
    if (own_ == 0) return all_.size();
    if (own_ == 1) return is_other_story(all_.front()) ? all_.size() : 0;
    const auto own_end = all_.begin() + static_cast<std::ptrdiff_t>(own_);
    const auto headings = std::count_if(
        all_.begin(), own_end, [&](const Article& one) { return shown_.has_heading(one.title); });
    if (headings > 1) return all_.size();
    const auto shown = std::find_if(all_.begin(), own_end,
                                    [&](const Article& one) { return shown_.has_text(one); });
    if (shown != own_end) return static_cast<std::size_t>(shown - all_.begin());
    if (!all_.front().body.empty()) return all_.size();
    const auto first = std::find_if(all_.begin(), own_end,
                                    [&](const Article& one) { return !is_other_story(one); });
    return first == own_end ? all_.size() : static_cast<std::size_t>(first - all_.begin());
  }

  // A review has its text under a name of its own.
  void read_review(const json& object, JsonLd& found) {
    const auto text = object.find("reviewBody");
    if (!found.article.body.empty() || text == object.end() || !text->is_string()) return;
    found.article.body = as_body(*text).body;
    found.is_shown = shown_.has_text(found.article);
  }

  JsonLd result(std::size_t chosen) {
    JsonLd found;
    found.is_about_one = chosen < all_.size();
    if (found.is_about_one) found.article = all_[chosen];
    std::unordered_set<std::string> texts;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      Article& one = all_[i];
      if (i == chosen || (one.title.empty() && one.body.empty())) continue;
      if (found.is_about_one && found.article.body.empty() &&
          same_title(one.title, found.article.title)) {
        found.article.body = one.body;
      }
      if (found.is_about_one && same_article(one, found.article)) continue;
      if (!one.body.empty() && !shown_.has_text(one) &&
          texts.insert(one.title + text_of(one)).second)
        found.apart.push_back(one);
      found.others.push_back(std::move(one));
    }
    found.is_shown = found.article.body.empty() || shown_.has_text(found.article);
    return found;
  }

 private:
  // A related story, which alone has JSON-LD on the page.
  bool is_other_story(const Article& one) {
    if (!claims_) claims_.emplace(page_, metas_);
    return claims_->is_other_story(one) && !shown_.has_text(one);
  }

  const Page& page_;
  const Metas& metas_;
  Shown shown_;
  std::optional<OwnClaims> claims_;  // once they are asked for
  std::size_t own_;
  std::vector<Article> all_;
};

}  // namespace

static std::vector<std::string> unread_texts(const Page& page, const JsonLdObjects& objects,
                                             const Article& own) {
  std::vector<std::string> unread;
  std::optional<Shown> shown;
  for (const std::string& text : objects.other_texts()) {
    const Article read = as_body(text);
    if (!shown) shown.emplace(page);
    if (read.body.empty() || read.body == own.body || shown->has_text(read)) continue;
    std::string line;
    for (const std::string& paragraph : read.body) line += paragraph + ' ';
    unread.push_back(tidy_line(line));
  }
  return unread;
}

static JsonLd read_articles(const Page& page, const Metas& metas, const JsonLdObjects& objects) {
  if (objects.articles().empty() && objects.listed().empty()) return {};
  Chooser chooser(page, metas, objects);
  const std::size_t chosen = chooser.choose();
  JsonLd found = chooser.result(chosen);
  const std::size_t own = objects.articles().size();
  if (!found.is_about_one) return found;
  const json& object = chosen < own ? *objects.articles()[chosen] : *objects.listed()[chosen - own];
  chooser.read_review(object, found);
  found.paywalled = paywalled_parts(object);
  const auto sections = object.find("articleSection");
  const bool several = sections != object.end() && sections->is_array() && sections->size() > 1;
  if (several && found.article.tags.size() == sections->size() - 1)
    found.other_sections = std::exchange(found.article.tags, {});
  return found;
}

JsonLd read_json_ld(const Page& page, const Metas& metas) {
  const JsonLdObjects objects(page);
  JsonLd found = read_articles(page, metas, objects);
  found.unread = unread_texts(page, objects, found.article);
  return found;
}

void fill_dates_of_page_from_json_ld(const Page& page, Article& article) {
  if (!article.published.empty()) return;
  const JsonLdObjects objects(page);
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

// <meta> and <link>: one table of names, the better first.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/facts/other_stories.h"
#include "indexer/readers/json/declared.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Name {
  std::string_view name;  // in lower case, ':' written '.', "dcterms." and "dcterm." as "dc."
  std::string Article::*field;
};

constexpr std::array names = {
    Name{"dc.title", &Article::title},
    Name{"og.title", &Article::title},
    Name{"citation_title", &Article::title},
    Name{"headline", &Article::title},
    Name{"parsely-title", &Article::title},
    Name{"sailthru.title", &Article::title},
    Name{"title", &Article::title},
    Name{"twitter.title", &Article::title},
    Name{"weibo.article.title", &Article::title},

    Name{"dc.description", &Article::subtitle},
    Name{"og.description", &Article::subtitle},
    Name{"dc.abstract", &Article::subtitle},
    Name{"description", &Article::subtitle},
    Name{"twitter.description", &Article::subtitle},
    Name{"weibo.article.description", &Article::subtitle},

    Name{"article.section", &Article::section},
    Name{"og.section", &Article::section},
    Name{"parsely-section", &Article::section},
    Name{"section", &Article::section},
    Name{"category", &Article::section},
    Name{"cg", &Article::section},

    Name{"dc.language", &Article::language},
    Name{"content-language", &Article::language},
    Name{"language", &Article::language},

    Name{"dc.license", &Article::license},
    Name{"license", &Article::license},
    Name{"dc.rights", &Article::license},
    Name{"rights", &Article::license},
    Name{"copyright", &Article::license},

    Name{"og.site_name", &Article::source},
    Name{"dc.publisher", &Article::source},
    Name{"citation_journal_title", &Article::source},
    Name{"publisher", &Article::source},
    Name{"application-name", &Article::source},
};

// Dates, the better first. Those of the page itself come last: a server may say the day on
// which it sent the page.
struct DateName {
  std::string_view name;
  bool modified = false;
};
constexpr std::array own_dates = {
    DateName{"datepublished"},
    DateName{"datemodified", true},
    DateName{"article.published_time"},
    DateName{"og.published_time"},
    DateName{"og.article.published_time"},
    DateName{"dc.date.issued"},
    DateName{"dc.issued"},
    DateName{"dc.created"},
    DateName{"dc.date.created"},
    DateName{"dc.date"},
    DateName{"citation_publication_date"},
    DateName{"citation_date"},
    DateName{"parsely-pub-date"},
    DateName{"sailthru.date"},
    DateName{"pubdate"},
    DateName{"pub_date"},
    DateName{"publish-date"},
    DateName{"publish_date"},
    DateName{"publishdate"},
    DateName{"publication_date"},
    DateName{"published-date"},
    DateName{"article.published"},
    DateName{"originalpublicationdate"},
    DateName{"displaydate"},
    DateName{"ptime"},
    DateName{"article.modified_time", true},
    DateName{"og.updated_time", true},
    DateName{"dc.date.modified", true},
    DateName{"dc.modified", true},
    DateName{"utime", true},
};
constexpr std::array page_dates = {
    DateName{"date"},
    DateName{"last-modified", true},
    DateName{"lastmod", true},
    DateName{"revised", true},
};

constexpr std::array author_names = {"dc.creator",
                                     "author",
                                     "citation_author",
                                     "parsely-author",
                                     "sailthru.author",
                                     "byl",
                                     "byline",
                                     "dc.contributor",
                                     "article.author",
                                     "og.article.author",
                                     "article.author_name"};
constexpr std::array tag_names = {"article.tag",   "og.article.tag", "keywords",
                                  "news_keywords", "parsely-tags",   "dc.subject"};

std::string normalized(std::string_view name) {
  std::string result;
  for (const char c : name) {
    result += c == ':' ? '.' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  for (const std::string_view prefix : {"dcterms.", "dcterm."}) {
    if (result.starts_with(prefix)) result.replace(0, prefix.size(), "dc.");
  }
  return result;
}

bool is_in_head(const Page& page, const PageNode& node) {
  std::size_t at = node.parent;
  while (at != 0 && page.nodes[at].tag != "head") at = page.nodes[at].parent;
  return at != 0;
}

// What the page's <meta> elements say, by name. An element may carry several names.
class Metas {
 public:
  // OpenGraph's `property` is written for others to read, `name` often for search engines alone:
  // where both say who wrote a story, they do not add up.
  explicit Metas(const Page& page) {
    for (const PageNode& node : page.nodes) {
      if (node.tag == "meta") add(node, "property", {});
    }
    std::set<std::string, std::less<>> declared;
    for (const auto& [name, values] : values_) declared.insert(name);
    const OtherScopes others(page, {});
    for (std::size_t i = 1; i < page.nodes.size(); ++i) {
      const PageNode& node = page.nodes[i];
      if (node.tag != "meta") continue;
      add(node, "name", declared);
      // What microdata says inside of a page is judged by its place there: dates.cc.
      if (is_in_head(page, node) || (!is_date(node.attribute("itemprop")) && !others.holds(i)))
        add(node, "itemprop", declared);
      // The date of HTTP is when a server sent the page.
      if (normalized(node.attribute("http-equiv")) != "date") add(node, "http-equiv", declared);
    }
  }

  const std::vector<std::string>& all(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = values_.find(name);
    return found == values_.end() ? none : found->second;
  }

 private:
  static bool is_date(std::string_view itemprop) {
    return itemprop.starts_with("datePublished") || itemprop.starts_with("dateModified");
  }

  void add(const PageNode& node, std::string_view attribute,
           const std::set<std::string, std::less<>>& declared) {
    if (node.attribute(attribute).empty()) return;
    const std::string text = plain_line(node.attribute("content"));
    if (text.empty()) return;
    const std::string list = tidy_line(node.attribute(attribute)) + ' ';
    for (std::size_t at = 0; at < list.size(); at = list.find(' ', at) + 1) {
      const std::size_t length = list.find(' ', at) - at;
      std::string name = normalized(std::string_view(list).substr(at, length));
      if (!declared.contains(name)) values_[std::move(name)].push_back(text);
    }
  }

  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// A person's name rather than an address or an account.
bool is_name(std::string_view text) {
  return !text.starts_with("http") && !text.starts_with('@') && !text.starts_with('/');
}

void fill_authors(const Metas& metas, Article& article) {
  for (const std::string_view name : author_names) {
    if (!article.author.empty()) return;
    for (const std::string& value : metas.all(name)) {
      if (!is_name(value)) continue;
      for (std::string& author : declared_authors(value))
        article.author.push_back(std::move(author));
    }
  }
}

void fill_tags(const Metas& metas, Article& article) {
  for (const std::string_view name : tag_names) {
    if (!article.tags.empty()) return;
    for (const std::string& value : metas.all(name)) {
      for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of(",;", at), value.size());
        article.tags.push_back(tidy_line(std::string_view(value).substr(at, end - at)));
        at = end + 1;
      }
    }
  }
}

void fill_url(const Page& page, const Metas& metas, Article& article) {
  for (const PageNode& node : page.nodes) {
    if (node.tag != "link" || !article.url.empty()) continue;
    if (normalized(node.attribute("rel")) == "canonical")
      article.url = web_address(node.attribute("href"));
  }
  for (const std::string_view name : {"og.url", "parsely-link", "twitter.url", "dc.identifier"}) {
    for (const std::string& value : metas.all(name)) {
      if (article.url.empty()) article.url = web_address(value);
    }
  }
}

template <typename Names>
void offer_dates(const Metas& metas, const Names& list, DayOrder order, Article& article) {
  for (const DateName& date : list) {
    for (const std::string& value : metas.all(date.name)) {
      const std::string where = "<meta " + std::string(date.name) + '>';
      (date.modified ? offer_modified : offer_published)(article, where, value, order);
    }
  }
}

}  // namespace

void fill_dates_from_meta(const Page& page, DateOf whose, Article& article) {
  const Metas metas(page);
  const DayOrder order = day_order_of(language_of(page));
  whose == DateOf::story ? offer_dates(metas, own_dates, order, article)
                         : offer_dates(metas, page_dates, order, article);
}

void fill_from_meta(const Page& page, Article& article) {
  const Metas metas(page);
  std::vector<std::string> other_sections;
  for (const Name& name : names) {
    std::string& field = article.*name.field;
    const std::vector<std::string>& values = metas.all(name.name);
    if (!field.empty() || values.empty()) continue;
    field = values.front();
    if (name.field == &Article::section) other_sections.assign(values.begin() + 1, values.end());
  }
  fill_authors(metas, article);
  fill_tags(metas, article);
  article.tags.insert(article.tags.end(), other_sections.begin(), other_sections.end());
  fill_url(page, metas, article);
}

}  // namespace backfile

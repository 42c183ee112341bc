// <meta> and <link>: one table of names, the better first.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/byline.h"
#include "indexer/readers/declared.h"
#include "indexer/readers/finish.h"
#include "indexer/readers/html_metadata.h"
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

    Name{"article.published_time", &Article::published},
    Name{"og.published_time", &Article::published},
    Name{"og.article.published_time", &Article::published},
    Name{"datepublished", &Article::published},
    Name{"dc.date.issued", &Article::published},
    Name{"dc.issued", &Article::published},
    Name{"dc.created", &Article::published},
    Name{"dc.date.created", &Article::published},
    Name{"dc.date", &Article::published},
    Name{"citation_publication_date", &Article::published},
    Name{"citation_date", &Article::published},
    Name{"parsely-pub-date", &Article::published},
    Name{"sailthru.date", &Article::published},
    Name{"pubdate", &Article::published},
    Name{"pub_date", &Article::published},
    Name{"publish-date", &Article::published},
    Name{"publish_date", &Article::published},
    Name{"publishdate", &Article::published},
    Name{"publication_date", &Article::published},
    Name{"published-date", &Article::published},
    Name{"article.published", &Article::published},
    Name{"originalpublicationdate", &Article::published},
    Name{"displaydate", &Article::published},
    Name{"ptime", &Article::published},
    Name{"date", &Article::published},

    Name{"article.modified_time", &Article::modified},
    Name{"og.updated_time", &Article::modified},
    Name{"datemodified", &Article::modified},
    Name{"dc.date.modified", &Article::modified},
    Name{"dc.modified", &Article::modified},
    Name{"last-modified", &Article::modified},
    Name{"lastmod", &Article::modified},
    Name{"utime", &Article::modified},

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
    for (const PageNode& node : page.nodes) {
      if (node.tag != "meta") continue;
      for (const std::string_view attribute : {"name", "itemprop", "http-equiv"})
        add(node, attribute, declared);
    }
  }

  const std::vector<std::string>& all(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = values_.find(name);
    return found == values_.end() ? none : found->second;
  }

 private:
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

// A person's name, no address and no account.
bool is_name(std::string_view text) {
  return !text.starts_with("http") && !text.starts_with('@') && !text.starts_with('/');
}

void fill_authors(const Metas& metas, Article& article) {
  for (const std::string_view name : author_names) {
    if (!article.author.empty()) return;
    for (const std::string& value : metas.all(name)) {
      if (!is_name(value)) continue;
      for (std::string& author : split_byline(value)) article.author.push_back(std::move(author));
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

}  // namespace

void fill_from_meta(const Page& page, Article& article) {
  const Metas metas(page);
  for (const Name& name : names) {
    std::string& field = article.*name.field;
    if (field.empty() && !metas.all(name.name).empty()) field = metas.all(name.name).front();
  }
  fill_authors(metas, article);
  fill_tags(metas, article);
  fill_url(page, metas, article);
}

}  // namespace backfile

// <meta> and <link>: one table of names, the better first.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/lists.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/json/declared.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Name {
  std::string_view name;  // as Metas has it
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
    if (node.tag == "link" && ascii_lowered(node.attribute("rel")) == "canonical")
      offer_url(article, node.attribute("href"));
  }
  for (const std::string_view name : {"og.url", "parsely-link", "twitter.url", "dc.identifier"}) {
    for (const std::string& value : metas.all(name)) offer_url(article, value);
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

void fill_dates_from_meta(const Page& page, const Metas& metas, DateOf whose, Article& article) {
  const DayOrder order = day_order_of(language_of(page));
  whose == DateOf::story ? offer_dates(metas, own_dates, order, article)
                         : offer_dates(metas, page_dates, order, article);
}

void fill_from_meta(const Page& page, const Metas& metas, Article& article) {
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
  append(article.tags, other_sections);
  fill_url(page, metas, article);
}

}  // namespace backfile

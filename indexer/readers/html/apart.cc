// Counts, explains or delivers what no block of the page shows.
#include "indexer/readers/html/apart.h"

#include <set>
#include <utility>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/text/unicode.h"

namespace backfile {

Apart::Apart(const JsonLd& json_ld, bool is_declared, const Article& page, const std::string& path,
             const std::string& prefix)
    : are_articles_(!json_ld.is_about_one || !is_declared),
      path_(path),
      articles_(json_ld.apart),
      texts_(json_ld.unread) {
  if (json_ld.is_about_one && !is_declared && !json_ld.is_shown)
    articles_.insert(articles_.begin(), json_ld.article);
  std::set<std::string> urls = {"", page.url};
  std::size_t number = 0;
  for (Article& article : articles_) {
    const std::string anchor = "json-ld-" + std::to_string(++number);
    article.id = prefix + anchor;
    article.path = path_;
    article.url = web_address(article.url);
    // What has the address of the page, or of another, needs one of its own.
    if (!urls.insert(article.url).second && !article.url.empty()) article.url += '#' + anchor;
    if (article.language.empty()) article.language = page.language;
    if (article.license.empty()) article.license = page.license;
    if (article.source.empty()) article.source = page.source;
  }
}

static void tell_line(std::string line, const std::string& why, Found& found, bool explain) {
  const std::uint32_t words = words_in(line);
  found.left.words[why] += words;
  found.left.prose += words;
  if (explain) found.explanation.blocks.push_back({"JSON-LD", why, words, std::move(line)});
}

void Apart::tell(Found& found, bool explain) const {
  for (const std::string& text : texts_)
    tell_line(text, std::string(reason_text(LeftOut::data)), found, explain);
  if (are_articles_) return;
  const std::string why(reason_text(LeftOut::other_article));
  for (const Article& article : articles_) {
    std::string line = article.title;
    for (const std::string& paragraph : article.body) line += ' ' + paragraph;
    tell_line(tidy_line(line), why, found, explain);
    ++found.left.articles;
  }
}

void Apart::deliver_all(const Sink& sink) {
  if (!are_articles_) return;
  for (Article& article : std::exchange(articles_, {})) deliver(std::move(article), {path_}, sink);
}

}  // namespace backfile

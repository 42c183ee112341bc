// What readers see around the headline, where the page declares nothing.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line = 2000;  // bytes

void fill_license(const Page& page, Article& article) {
  for (std::size_t i = 0; i < page.nodes.size() && article.license.empty(); ++i) {
    const PageNode& node = page.nodes[i];
    if ((node.tag != "a" && node.tag != "link") || node.attribute("rel") != "license") continue;
    article.license = web_address(node.attribute("href"));
    if (article.license.empty()) article.license = page.line_of(i, longest_line);
  }
}

// What readers see between headline and story says it better than a description for search engines.
void fill_standfirst(const Page& page, Article& article) {
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag.empty() || !is_standfirst(page.nodes[i])) continue;
    if (std::string line = page.line_of(i, longest_line); !line.empty()) {
      article.subtitle = std::move(line);
      return;
    }
  }
}

}  // namespace

std::string_view language_of(const Page& page) {
  for (const PageNode& node : page.nodes) {
    if (node.tag != "html" && node.tag != "body") continue;
    for (const std::string_view attribute : {"lang", "xml:lang"}) {
      if (!node.attribute(attribute).empty()) return node.attribute(attribute);
    }
  }
  return {};
}

void fill_from_page(const Page& page, const Metas& metas, Article& article) {
  if (article.language.empty()) article.language = language_of(page);
  fill_standfirst(page, article);
  const HeadlinePlace headline(page, article.title);
  const OtherScopes others(page, article.title);
  fill_author_from_page(page, headline, others, article);
  fill_license(page, article);
  fill_dates_from_page(page, headline, others, article);
  fill_dates_from_meta(page, metas, DateOf::page, article);
  fill_dates_of_page_from_json_ld(page, article);
}

}  // namespace backfile

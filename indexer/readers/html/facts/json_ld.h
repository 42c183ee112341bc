// The articles in the JSON-LD of a page: schema.org's NewsArticle, Article and their kin.
//
// One of them is the page's: the one that its title or its main heading names, else the only one,
// else one whose text it shows. A page that lists several, or is made of them by scripts, is about
// none; nor is a related story the page's, though it be the only one (other_stories.h).
// html_reader.cc asks for them first. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/html/facts/metas.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

struct JsonLd {
  bool is_about_one = false;
  Article article;                     // the page's; its text is the `body`
  bool is_shown = true;                // the page shows that text, if there is one
  std::vector<std::string> paywalled;  // parts of the page behind a paywall, as CSS selectors
  // Those of the page's article besides the first, where it states no tags: <meta> may have some.
  std::vector<std::string> other_sections;
  std::vector<Article> others;  // all but the page's
  std::vector<Article> apart;   // those of them whose text the page does not show
  // Texts that are no article's and that the page does not show: answers, what is said in a
  // recording.
  std::vector<std::string> unread;
};

JsonLd read_json_ld(const Page& page, const Metas& metas);

}  // namespace backfile

// Parses what lies between the beginnings of documents, and joins what does not tell a story.
#include "indexer/readers/html/page/documents.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/readers/html/page/guard.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {
namespace {

// A title or a headline, and a sentence below it.
bool tells_story(const Page& page) {
  constexpr std::size_t longest_title = 500;
  bool titled = false;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const std::string& tag = page.nodes[i].tag;
    const bool title = tag == "title" || tag == "h1" || tag == "h2";
    titled = titled || (title && !page.line_of(i, longest_title).empty());
    if (titled && !title && has_sentence(page, {i, i + 1})) return true;
  }
  return false;
}

}  // namespace

std::optional<std::vector<Page>> parse_documents(std::string_view html) {
  const auto guarded = guard_page(html);
  if (!guarded) return std::nullopt;
  const std::string_view all = guarded->html;
  std::vector<Page> pages;
  std::size_t begin = 0;                  // of the document that the pieces seen last make
  std::size_t patience = 4 * all.size();  // bytes to be parsed in vain
  for (std::size_t n = 0; n < guarded->documents.size(); ++n) {
    const std::size_t cut = guarded->documents[n];
    const bool last = n + 1 == guarded->documents.size();
    const std::size_t end = last ? all.size() : guarded->documents[n + 1];
    const auto next = parse_guarded(all.substr(cut, end - cut));
    if (!next || !tells_story(*next)) continue;
    if (patience < cut - begin) break;
    patience -= cut - begin;
    auto before = parse_guarded(all.substr(begin, cut - begin));
    if (!before || !tells_story(*before)) continue;
    pages.push_back(std::move(*before));
    begin = cut;
  }
  auto rest = parse_guarded(all.substr(begin));
  if (!rest) return std::nullopt;
  pages.push_back(std::move(*rest));
  return pages;
}

}  // namespace backfile

// Compares headlines by their words, addresses by host and path.
#include "indexer/readers/html/facts/other_stories.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using Words = std::set<std::string>;

constexpr std::size_t longest_heading = 400;  // bytes

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// Chinese, Japanese and Thai write no spaces: each pair of their characters counts as a word.
void add_word(std::string_view word, Words& words) {
  constexpr std::size_t wide = 3, shortest = 3;  // bytes
  const bool spaceless = word.size() > wide && static_cast<unsigned char>(word[0]) >= 0xE0;
  if (!spaceless) {
    if (word.size() >= shortest) words.emplace(word);
    return;
  }
  for (std::size_t at = 0; at + 2 * wide <= word.size(); at += wide)
    words.emplace(word.substr(at, 2 * wide));
}

Words words_of(std::string_view title) {
  const std::string line = fold(tidy_line(title.substr(0, longest_heading))).term;
  Words words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_letter(line[end])) ++end;
    if (end > at) add_word(std::string_view(line).substr(at, end - at), words);
    at = end + 1;
  }
  return words;
}

// Whether half of the words of the shorter title stand in the longer one.
bool are_variants(const Words& a, const Words& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  const auto shared =
      std::ranges::count_if(shorter, [&](const auto& word) { return longer.contains(word); });
  return 2 * static_cast<std::size_t>(shared) >= shorter.size();
}

// Host and path, without what names no other page: "www.", a query, a fragment, the last slash.
// Empty for the front page, which many sites give as the address of every article.
std::string address_key(std::string_view url) {
  if (const std::size_t at = url.find("://"); at != url.npos) url.remove_prefix(at + 3);
  url = url.substr(0, url.find_first_of("?#"));
  for (const std::string_view prefix : {"www.", "m.", "amp."}) {
    if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
  }
  while (url.ends_with('/')) url.remove_suffix(1);
  if (url.find('/') == url.npos) return {};

  return ascii_lowered(url);
}

// A heading that is or holds a link is another story's as often as not.
bool has_link(const Page& page, std::size_t i) {
  for (std::size_t k = i; k < page.nodes[i].end; ++k) {
    if (page.nodes[k].tag == "a") return true;
  }
  for (std::size_t k = i; k != 0; k = page.nodes[k].parent) {
    if (page.nodes[k].tag == "a") return true;
  }
  return false;
}

bool is_scope_of_article(const PageNode& node) {
  const std::string_view type = node.attribute("itemtype");
  return node.has_attribute("itemscope") &&
         (type.ends_with("Article") || type.ends_with("Posting"));
}

// What microdata call the headline of a scope, if it is a teaser: a page's own story is longer, or
// has the main heading inside.
std::string headline_of_teaser(const Page& page, std::size_t i) {
  constexpr std::size_t longest_teaser = 1000;  // bytes
  std::string headline;
  if (page.line_of(i, longest_teaser).empty()) return {};
  for (std::size_t k = i + 1; k < page.nodes[i].end; ++k) {
    const PageNode& node = page.nodes[k];
    if (node.tag == "h1") return {};
    const std::string_view names = node.attribute("itemprop");
    if (!headline.empty() || names.find("headline") == names.npos) continue;
    headline = node.tag == "meta" ? std::string(node.attribute("content"))
                                  : page.line_of(k, longest_heading);
  }
  return headline;
}

void add_title(std::string_view title, std::vector<Words>& titles) {
  if (Words words = words_of(title); !words.empty()) titles.push_back(std::move(words));
}

// <title>, og:title, the headings that lead nowhere else.
std::vector<Words> titles_of(const Page& page) {
  std::vector<Words> titles;
  add_title(page_title(page), titles);
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag == "meta" &&
        (node.attribute("property") == "og:title" || node.attribute("name") == "og:title"))
      add_title(node.attribute("content"), titles);
    const bool heading = node.tag == "h1" || node.tag == "h2" || node.tag == "h3";
    if (heading && (node.tag == "h1" || (!has_link(page, i) && !is_beside(node))))
      add_title(page.line_of(i, longest_heading), titles);
  }
  return titles;
}

// Whether the main heading says what <title> does, the name of the site aside.
bool repeats_title(const Page& page) {
  const std::string title = page_title(page);
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != "h1") continue;
    const std::string heading = page.line_of(i, longest_heading);
    if (heading.empty()) continue;
    if (same_title(heading, title) || same_title(heading, without_site_name(title, {}, {heading})))
      return true;
  }
  return false;
}

}  // namespace

OwnClaims::OwnClaims(const Page& page, const Metas& metas)
    : titles_(titles_of(page)), is_sure_(repeats_title(page)) {
  for (const PageNode& node : page.nodes) {
    const bool canonical = node.tag == "link" && node.attribute("rel") == "canonical";
    const bool declared = node.tag == "meta" && node.attribute("property") == "og:url";
    if (!canonical && !declared) continue;
    addresses_.insert(address_key(node.attribute(canonical ? "href" : "content")));
  }
  addresses_.erase("");
  Article own;
  fill_dates_from_meta(page, metas, DateOf::story, own);
  day_ = own.published.substr(0, std::string_view("2000-01-01").size());
}

bool OwnClaims::may_be_title(std::string_view headline) const {
  const Words words = words_of(headline);
  return words.empty() || titles_.empty() ||
         std::ranges::any_of(titles_, [&](const auto& own) { return are_variants(words, own); });
}

bool OwnClaims::is_other_story(const Article& article) const {
  const std::string address = address_key(article.url);
  if (address.empty() ? !is_sure_ : addresses_.contains(address)) return false;
  if (!day_.empty() && article.published.starts_with(day_)) return false;
  return !may_be_title(article.title);
}

OtherScopes::OtherScopes(const Page& page, std::string_view title) {
  std::vector<Words> own;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    if (!is_scope_of_article(page.nodes[i])) continue;
    const Words words = words_of(headline_of_teaser(page, i));
    if (words.empty()) continue;
    if (own.empty()) add_title(title, own);
    if (own.empty()) own = titles_of(page);
    if (own.empty()) return;  // nothing to compare with
    const auto is_variant = [&](const Words& other) { return are_variants(words, other); };
    if (std::ranges::any_of(own, is_variant)) continue;
    ranges_.push_back({i, page.nodes[i].end});
    i = page.nodes[i].end - 1;
  }
}

bool OtherScopes::holds(std::size_t node) const {
  const auto behind = std::ranges::upper_bound(ranges_, node, {}, &NodeRange::begin);
  return behind != ranges_.begin() && std::prev(behind)->holds(node);
}

}  // namespace backfile

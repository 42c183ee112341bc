// The byline that readers see, where the page declares no author.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/date_words.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/byline_text.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/readers/html/facts/byline_beside_date.h"
#include "indexer/readers/html/facts/byline_text.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_byline = 250;  // bytes
constexpr std::size_t longest_line = 2000;
constexpr std::size_t longest_plain_byline = 120;  // of a line that nothing but its words marks

// Inside a byline, the element that is the name alone, or the byline.
std::size_t name_node(const Page& page, std::size_t byline) {
  constexpr std::size_t most_nodes = 100;
  for (std::size_t i = byline; i < std::min(page.nodes[byline].end, byline + most_nodes); ++i) {
    const PageNode& node = page.nodes[i];
    const bool named = node.attribute("itemprop") == "name" || node.attribute("rel") == "author";
    if (named && !page.line_of(i, longest_line).empty()) return i;
  }
  return byline;
}

// How certainly an element is the byline of the story, best first.
enum class Sureness { declared, says_by, named };

// Called a dateline and nothing else: it names a place more often than a person.
bool is_dateline_alone(const PageNode& node) {
  return has_any(node, {" dateline "}) && !has_any(node, {" byline ", " author ", " authors "});
}

bool is_sure(const PageNode& node, std::string_view line, Sureness wanted) {
  switch (wanted) {
    case Sureness::declared:
      return node.attribute("rel") == "author" ||
             node.attribute("itemprop").find("author") != std::string_view::npos;
    case Sureness::says_by:
      return line.starts_with("By ") || line.starts_with("by ");
    case Sureness::named:
      return !is_dateline_alone(node) || says_who_wrote(line);
  }
  return false;
}

// Elements outside of comments, boxes and teasers that are called bylines, in the order of the
// page.
std::vector<std::size_t> candidates_on(const Page& page, const OtherScopes& others) {
  constexpr std::size_t most = 1000;  // each is read several times
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < page.nodes.size() && found.size() < most; ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    if (is_beside(node) || others.holds(i)) {
      i = node.end - 1;
    } else if (node.tag != "link" && node.tag != "meta" && is_byline(node)) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<std::string> authors_at(const Page& page, std::size_t i, Sureness wanted,
                                    DayOrder order) {
  const PageNode& node = page.nodes[i];
  if (node.tag.empty() || is_hidden(node)) return {};
  const std::string line = byline_text(page, name_node(page, i), longest_byline);
  if (!is_sure(node, line, wanted) || line.empty()) return {};
  const DatedLine dated = read_dated_line(line, order);
  const bool has_date = !dated.published.empty() || !dated.modified.empty();
  std::vector<std::string> names = split_byline(has_date ? dated.rest : line);
  constexpr std::ptrdiff_t most_spaces = 5;  // in a name; beyond, it is a sentence
  std::erase_if(
      names, [](const std::string& name) { return std::ranges::count(name, ' ') > most_spaces; });
  return names;
}

// Whether nothing but a comma or an "and" stands between the end of one node and another.
bool stand_together(const Page& page, std::size_t first, std::size_t second) {
  constexpr std::size_t longest = 60;  // bytes, with the indent of the source
  if (second < page.nodes[first].end) return false;
  std::string between;
  for (std::size_t i = page.nodes[first].end; i < second && between.size() <= longest; ++i)
    between += page.nodes[i].text;
  if (between.size() > longest) return false;
  const std::string word = tidy_line(between);
  return word.empty() || word == "," || word == "|" || word == "/" || word == "·" || word == "&" ||
         is_byline_word(BylineWord::conjunction, byline_key(word));
}

// One element for each author: those after the first with the same names and structure.
void add_authors_beside(const Page& page, const std::vector<std::size_t>& candidates,
                        std::size_t first, Sureness wanted, Article& article) {
  const DayOrder order = day_order_of(article.language);
  const PageNode& model = page.nodes[first];
  for (const std::size_t i : candidates) {
    const PageNode& node = page.nodes[i];
    if (i <= first || node.tag != model.tag) continue;
    const bool alike = node.attribute("class") == model.attribute("class") &&
                       node.attribute("rel") == model.attribute("rel") &&
                       node.attribute("itemprop") == model.attribute("itemprop");
    if (!alike || !stand_together(page, first, i)) return;
    first = i;
    const std::string_view href = node.attribute("href");
    if (!href.empty() && href == model.attribute("href")) continue;  // the same one again
    for (std::string& name : authors_at(page, i, wanted, order)) {
      if (is_person(name) && std::ranges::find(article.author, name) == article.author.end())
        article.author.push_back(std::move(name));
    }
  }
}

// The surest byline of the candidates that `wanted_node` takes.
template <typename Wanted>
void fill_author(const Page& page, const std::vector<std::size_t>& candidates, Wanted wanted_node,
                 Article& article) {
  if (!article.author.empty()) return;
  const DayOrder order = day_order_of(article.language);
  for (const Sureness wanted : {Sureness::declared, Sureness::says_by, Sureness::named}) {
    for (const std::size_t i : candidates) {
      if (!wanted_node(i)) continue;
      article.author = authors_at(page, i, wanted, order);
      if (article.author.empty()) continue;
      return add_authors_beside(page, candidates, i, wanted, article);
    }
  }
}

// "By Sunday it burnt again" names nobody: small words in names are short, as in "van der".
bool is_phrase(std::string_view name) {
  constexpr std::size_t longest_particle = 3;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (name[at] >= 'a' && name[at] <= 'z' && end - at > longest_particle) return true;
    at = end + 1;
  }
  return false;
}

// A line that is a byline by its words, whatever its element is called: "9 January 2017 by Una
// Vray".
std::vector<std::string> authors_said_at(const Page& page, std::size_t i, DayOrder order) {
  const PageNode& node = page.nodes[i];
  if (node.tag.empty() || is_hidden(node)) return {};
  const std::string line = byline_text(page, i, longest_plain_byline);
  if (line.empty()) return {};
  const DatedLine dated = read_dated_line(line, order);
  const bool has_date = !dated.published.empty() || !dated.modified.empty();
  const std::string& rest = has_date ? dated.rest : line;
  // A bar that stands for markup opens a part, and "Do Not Track" in a menu would be by "Not
  // Track".
  const std::string first = rest.substr(0, rest.find(" | "));
  const auto as_it_is = [&] { return page.line_of(i, longest_plain_byline); };
  const bool said = says_who_wrote(first) || (rest != first && says_who_wrote(as_it_is()));
  if (rest.ends_with('.') || !said) return {};
  std::vector<std::string> names = split_byline(rest);
  return std::ranges::any_of(names, is_phrase) ? std::vector<std::string>() : names;
}

}  // namespace

void fill_author_from_page(const Page& page, const HeadlinePlace& headline,
                           const OtherScopes& others, Article& article) {
  if (!article.author.empty()) return;
  const std::vector<std::size_t> candidates = candidates_on(page, others);
  fill_author(
      page, candidates, [&](std::size_t i) { return headline.stands_over(i); }, article);
  fill_author(
      page, candidates, [&](std::size_t i) { return headline.is_near(i); }, article);
  // An element of text alone first: what is around it may hold other facts as well.
  for (const bool text_alone : {true, false}) {
    for (std::size_t i = 1; i < page.nodes.size() && article.author.empty(); ++i) {
      if (is_beside(page.nodes[i])) {
        i = page.nodes[i].end - 1;
        continue;
      }
      const bool alone = page.nodes[i].end == i + 2;
      const std::size_t length = headline.text_in(i);
      if (length == 0 || length > longest_plain_byline) continue;
      if (alone == text_alone && (headline.stands_over(i) || headline.stands_under(i)))
        article.author = authors_said_at(page, i, day_order_of(article.language));
    }
  }
  // A list item called "bylines" far from the headline is one of a menu.
  fill_author(
      page, candidates, [&](std::size_t i) { return page.nodes[i].tag != "li"; }, article);
  if (article.author.empty()) fill_author_beside_date(page, headline, article);
}

}  // namespace backfile

// The byline that readers see, where the page declares no author.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/byline.h"
#include "indexer/readers/dated_line.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_names.h"
#include "indexer/readers/scraped_names.h"
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

// How sure it is that an element is the byline of the story, best first.
enum class Sureness { declared, says_by, named, beside_date };

bool is_sure(const PageNode& node, std::string_view line, Sureness wanted) {
  switch (wanted) {
    case Sureness::declared:
      return node.attribute("rel") == "author" ||
             node.attribute("itemprop").find("author") != std::string_view::npos;
    case Sureness::says_by:
      return line.starts_with("By ") || line.starts_with("by ");
    case Sureness::named:
    case Sureness::beside_date:
      return true;
  }
  return false;
}

// Elements outside of comments and boxes that may be the byline, in the order of the page.
struct Candidates {
  std::vector<std::size_t> named;         // called so
  std::vector<std::size_t> beside_dates;  // around a <time>

  const std::vector<std::size_t>& of(Sureness wanted) const {
    return wanted == Sureness::beside_date ? beside_dates : named;
  }
};

Candidates candidates_on(const Page& page) {
  Candidates found;
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    if (node.tag == "time") found.beside_dates.push_back(node.parent);
    if (is_beside(node)) {
      i = node.end - 1;
    } else if (node.tag != "link" && node.tag != "meta" && is_byline(node)) {
      found.named.push_back(i);
    }
  }
  std::ranges::sort(found.beside_dates);
  found.beside_dates.erase(std::unique(found.beside_dates.begin(), found.beside_dates.end()),
                           found.beside_dates.end());
  return found;
}

std::vector<std::string> authors_at(const Page& page, std::size_t i, Sureness wanted,
                                    DayOrder order) {
  const PageNode& node = page.nodes[i];
  if (node.tag.empty() || is_hidden(node)) return {};
  const std::string line = page.line_of(name_node(page, i), longest_byline);
  if (!is_sure(node, line, wanted) || line.empty()) return {};
  const DatedLine dated = read_dated_line(line, order);
  const bool has_date = !dated.published.empty() || !dated.modified.empty();
  std::vector<std::string> names = split_byline(has_date ? dated.rest : line);
  constexpr std::ptrdiff_t most_spaces = 5;  // in a name; beyond, it is a sentence
  std::erase_if(
      names, [](const std::string& name) { return std::ranges::count(name, ' ') > most_spaces; });
  return names;
}

// The surest byline of the candidates that `wanted_node` takes.
template <typename Wanted>
void fill_author(const Page& page, const Candidates& candidates, Wanted wanted_node,
                 Article& article) {
  for (const Sureness wanted :
       {Sureness::declared, Sureness::says_by, Sureness::named, Sureness::beside_date}) {
    for (const std::size_t i : candidates.of(wanted)) {
      if (!article.author.empty()) return;
      if (wanted_node(i))
        article.author = authors_at(page, i, wanted, day_order_of(article.language));
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

// A line that says so itself, whatever its element is called: "9 January 2017 by Una Vray".
std::vector<std::string> authors_said_at(const Page& page, std::size_t i, DayOrder order) {
  const PageNode& node = page.nodes[i];
  if (node.tag.empty() || is_hidden(node)) return {};
  const std::string line = page.line_of(i, longest_plain_byline);
  if (line.empty()) return {};
  const DatedLine dated = read_dated_line(line, order);
  const bool has_date = !dated.published.empty() || !dated.modified.empty();
  const std::string& rest = has_date ? dated.rest : line;
  if (rest.ends_with('.') || !says_who_wrote(rest)) return {};
  std::vector<std::string> names = split_byline(rest);
  return std::ranges::any_of(names, is_phrase) ? std::vector<std::string>() : names;
}

// The name of a section, a tag or the site, all of which stand beside dates as well.
bool names_section(const Page& page, const HeadlinePlace& headline, const Article& article,
                   std::string_view name) {
  if (name == article.section || name == article.source) return true;
  if (std::ranges::find(article.tags, name) != article.tags.end()) return true;
  const std::size_t length = code_point_length(name);
  std::size_t menu_end = 0;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    const NameKinds kinds = kinds_of_names(node);
    const bool in_menu = node.tag == "nav" || node.tag == "header" || node.tag == "footer" ||
                         ((kinds.sure | kinds.doubtful) & names::navigation) != 0;
    if (in_menu) menu_end = std::max(menu_end, node.end);
    if (i >= menu_end || node.tag != "a" || headline.text_in(i) != length) continue;
    if (page.line_of(i, longest_line) == name) return true;
  }
  return false;
}

// "Una Vray · 9 January 2017 · 6 min read": a name that a sign parts from a date, and nothing else
// but figures.
std::string name_before_date(const Page& page, std::size_t i, DayOrder order) {
  constexpr std::ptrdiff_t most_spaces = 3;
  if (page.nodes[i].tag.empty() || is_hidden(page.nodes[i])) return {};
  const std::string line = page.line_of(i, longest_plain_byline);
  const DatedLine dated = read_dated_line(line, order);
  if (dated.published.empty() || dated.labelled || !dated.modified.empty()) return {};
  const std::string name = dated.rest.substr(0, dated.rest.find(" | "));
  if (!is_name(name) || std::ranges::count(name, ' ') > most_spaces) return {};
  if (!line.starts_with(name) || split_byline(name) != std::vector{name}) return {};
  std::string_view behind = std::string_view(line).substr(name.size());
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  static constexpr std::array<std::string_view, 5> signs = {"·", "•", "|", "–", "—"};
  const bool parted =
      std::ranges::any_of(signs, [&](std::string_view sign) { return behind.starts_with(sign); });
  const std::string_view others = std::string_view(dated.rest).substr(name.size());
  const bool figures =
      others.empty() || others.find_first_of("0123456789") != std::string_view::npos;
  return parted && figures ? name : std::string();
}

// Where nothing on the page says who wrote it.
void fill_author_before_date(const Page& page, const HeadlinePlace& headline, Article& article) {
  const DayOrder order = day_order_of(article.language);
  std::string section;  // the last that was one: boxes in boxes have the same line
  for (std::size_t i = 1; i < page.nodes.size() && article.author.empty(); ++i) {
    if (is_beside(page.nodes[i])) {
      i = page.nodes[i].end - 1;
      continue;
    }
    const std::size_t length = headline.text_in(i);
    if (length == 0 || length > longest_plain_byline || !headline.stands_over(i)) continue;
    const std::string name =
        headline.may_hold_date(i) ? name_before_date(page, i, order) : std::string();
    if (name.empty() || name == section) continue;
    if (names_section(page, headline, article, name)) {
      section = name;
    } else {
      article.author = {name};
    }
  }
}

}  // namespace

void fill_author_from_page(const Page& page, const HeadlinePlace& headline, Article& article) {
  if (!article.author.empty()) return;
  const Candidates candidates = candidates_on(page);
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
  fill_author(
      page, candidates, [](std::size_t) { return true; }, article);
  fill_author_before_date(page, headline, article);
}

}  // namespace backfile

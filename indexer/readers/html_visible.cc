// What readers see of author and date, where the page declares nothing.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/date.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/finish.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_byline = 150;  // bytes
constexpr std::size_t longest_line = 2000;

// Months, days and what sites write before a date; the first three letters do for most.
bool begins_with_date_word(std::string_view text) {
  static constexpr std::array words = {"January",   "February",  "March",    "April",     "May",
                                       "June",      "July",      "August",   "September", "Sept",
                                       "October",   "November",  "December", "Monday",    "Tuesday",
                                       "Wednesday", "Thursday",  "Friday",   "Saturday",  "Sunday",
                                       "Updated",   "Published", "Posted"};
  const std::string_view first = text.substr(0, text.find_first_of(" .,:"));
  return std::ranges::any_of(words, [&](std::string_view word) {
    return first == word || (first.size() == 3 && word.starts_with(first));
  });
}

// A byline often carries the section, the date and the place as well.
std::string name_part(std::string_view byline) {
  std::string name(byline);
  if (const std::size_t by = name.rfind(" by "); by != std::string::npos) name.erase(0, by + 4);
  for (const std::string_view end :
       {"|", "•", "·", "/", " — ", " – ", " - ", " on ", " in ", " at "}) {
    name.erase(std::min(name.find(end), name.size()));
  }
  name.erase(std::min(name.find_first_of("0123456789"), name.size()));
  // What stood before the figures was a month.
  const bool cut = name.size() < byline.size();
  if (const std::size_t space = tidy_line(name).rfind(' '); cut && space != std::string::npos) {
    if (begins_with_date_word(name.substr(space + 1))) name.erase(space);
  }
  name = tidy_line(name);
  while (name.ends_with(',') || name.ends_with(' ')) name.pop_back();
  return begins_with_date_word(name) ? std::string() : name;
}

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

bool holds_time(const Page& page, std::size_t i) {
  for (std::size_t child = i + 1; child < page.nodes[i].end; child = page.nodes[child].end) {
    if (page.nodes[child].tag == "time") return true;
  }
  return false;
}

std::vector<std::string> authors_at(const Page& page, std::size_t i, Sureness wanted) {
  const PageNode& node = page.nodes[i];
  if (node.tag.empty() || node.tag == "link" || node.tag == "meta") return {};
  const bool byline = wanted == Sureness::beside_date ? holds_time(page, i) : is_byline(node);
  if (is_hidden(node) || !byline) return {};
  const std::string line = page.line_of(name_node(page, i), longest_byline);
  if (!is_sure(node, line, wanted) || line.empty() || parse_date(line)) return {};
  std::vector<std::string> names = split_byline(name_part(line));
  constexpr std::ptrdiff_t most_spaces = 5;  // in a name; beyond, it is a sentence
  std::erase_if(
      names, [](const std::string& name) { return std::ranges::count(name, ' ') > most_spaces; });
  return names;
}

// The surest byline outside of comments and boxes.
void fill_author(const Page& page, Article& article) {
  for (const Sureness wanted :
       {Sureness::declared, Sureness::says_by, Sureness::named, Sureness::beside_date}) {
    for (std::size_t i = 0; i < page.nodes.size() && article.author.empty(); ++i) {
      if (is_beside(page.nodes[i])) {
        i = page.nodes[i].end - 1;
      } else {
        article.author = authors_at(page, i, wanted);
      }
    }
  }
}

// A <time> or another element that states a date for machines, or shows nothing but one.
std::string date_at(const Page& page, std::size_t i) {
  const PageNode& node = page.nodes[i];
  for (const std::string_view attribute : {"datetime", "content", "title"}) {
    if (auto date = parse_date(node.attribute(attribute))) return *date;
  }
  return parse_date(page.line_of(i, longest_byline)).value_or(std::string());
}

bool names_date(const PageNode& node, std::string_view itemprop) {
  return node.attribute("itemprop").find(itemprop) != std::string_view::npos;
}

void fill_dates(const Page& page, Article& article) {
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (article.published.empty() && names_date(node, "datePublished"))
      article.published = date_at(page, i);
    if (article.modified.empty() && names_date(node, "dateModified"))
      article.modified = date_at(page, i);
  }
  for (std::size_t i = 0; i < page.nodes.size() && article.published.empty(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag == "time" && !names_date(node, "dateModified"))
      article.published = date_at(page, i);
  }
  for (std::size_t i = 0; i < page.nodes.size() && article.published.empty(); ++i) {
    if (!page.nodes[i].tag.empty() && is_dateline(page.nodes[i]))
      article.published = date_at(page, i);
  }
}

// ".../2015/03/12/..." in the address of the story itself.
std::string date_in(std::string_view url) {
  const auto is_date = [](std::string_view text) {
    return std::ranges::equal(text, std::string_view("/0000/00/00/"), [](char c, char form) {
      return form == '0' ? c >= '0' && c <= '9' : c == form;
    });
  };
  constexpr std::size_t length = 12;
  for (std::size_t i = 0; i + length <= url.size(); ++i) {
    const std::string_view part = url.substr(i, length);
    if (!is_date(part)) continue;
    std::string iso(part.substr(1, length - 2));
    std::ranges::replace(iso, '/', '-');
    return parse_date(iso).value_or(std::string());
  }
  return {};
}

void fill_license(const Page& page, Article& article) {
  for (std::size_t i = 0; i < page.nodes.size() && article.license.empty(); ++i) {
    const PageNode& node = page.nodes[i];
    if ((node.tag != "a" && node.tag != "link") || node.attribute("rel") != "license") continue;
    article.license = web_address(node.attribute("href"));
    if (article.license.empty()) article.license = page.line_of(i, longest_line);
  }
}

void fill_language(const Page& page, Article& article) {
  for (const PageNode& node : page.nodes) {
    if (!article.language.empty()) return;
    if (node.tag != "html" && node.tag != "body") continue;
    article.language = node.attribute("lang");
    if (article.language.empty()) article.language = node.attribute("xml:lang");
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

void fill_from_page(const Page& page, Article& article) {
  fill_standfirst(page, article);
  fill_author(page, article);
  fill_dates(page, article);
  if (article.published.empty()) article.published = date_in(article.url);
  fill_license(page, article);
  fill_language(page, article);
}

}  // namespace backfile

// Reads the lines of facts below a headline; see byline_beside_date.h.
#include "indexer/readers/html/facts/byline_beside_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/date_words.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/byline_text.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line_of_facts = 120;  // bytes

// Says a section, a time or what readers do, and is no part of a name beside a date.
bool holds_idle_word(std::string_view name) {
  static constexpr std::array<std::string_view, 99> words = {
      "news",      "opinion",    "travel",        "sport",       "sports",   "world",
      "politics",  "business",   "review",        "reviews",     "desk",     "warning",
      "culture",   "comment",    "comments",      "share",       "local",    "national",
      "videos",    "video",      "features",      "report",      "today",    "yesterday",
      "tagged",    "category",   "latest",        "breaking",    "style",    "tech",
      "science",   "health",     "arts",          "books",       "music",    "film",
      "food",      "climate",    "change",        "environment", "energy",   "education",
      "economy",   "markets",    "finance",       "estate",      "human",    "rights",
      "society",   "technology", "weather",       "press",       "release",  "blog",
      "middle",    "league",     "premier",       "supreme",     "images",   "agency",
      "reads",     "photos",     "council",       "team",        "guide",    "magazine",
      "archive",   "analysis",   "interview",     "interviews",  "podcast",  "newsletter",
      "events",    "jobs",       "property",      "motoring",    "football", "cricket",
      "rugby",     "tennis",     "golf",          "cycling",     "theatre",  "television",
      "radio",     "gardening",  "recipes",       "obituaries",  "letters",  "editorial",
      "crime",     "police",     "transport",     "housing",     "history",  "community",
      "lifestyle", "money",      "investigations"};
  for (const std::string& word : split_at(name, " ")) {
    const std::string key = byline_key(word);
    if (is_weekday(key) || month_named(key)) return true;
    if (std::ranges::find(words, key) != words.end()) return true;
  }
  return false;
}

// The name of a section, a tag or the site, all of which stand beside dates as well.
bool names_section(const Page& page, const HeadlinePlace& headline, const Article& article,
                   std::string_view name) {
  if (name == article.section || name == article.source) return true;
  if (article.title.find(name) != std::string::npos || holds_idle_word(name)) return true;
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
    if (page.line_of(i, longest_line_of_facts) == name) return true;
  }
  return false;
}

// A headline, a list, a box or a caption: a name there is of something else.
bool is_no_line_of_facts(const PageNode& node) {
  static constexpr std::array<std::string_view, 10> tags = {"aside", "ul", "ol", "h1", "h2",
                                                            "h3",    "h4", "h5", "h6", "table"};
  return std::ranges::find(tags, node.tag) != tags.end() || is_caption(node);
}

// A name that stands alone between signs, or at an end of the line.
bool is_parted(std::string_view line, std::string_view name) {
  static constexpr std::array<std::string_view, 7> signs = {"·", "•", "|", "–", "—", "/", "-"};
  const std::size_t at = line.find(name);
  if (at == std::string_view::npos) return false;
  std::string_view before = line.substr(0, at), behind = line.substr(at + name.size());
  const auto last = before.find_last_not_of(' ');
  before = before.substr(0, last == std::string_view::npos ? 0 : last + 1);
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  const auto any = [&](auto is_there) { return std::ranges::any_of(signs, is_there); };
  return (before.empty() || any([&](std::string_view sign) { return before.ends_with(sign); })) &&
         (behind.empty() || any([&](std::string_view sign) { return behind.starts_with(sign); }));
}

// "PORT AVERRIN - The ferry ...": what the text tells of is a place or a thing, not its author.
bool is_told_of(const Page& page, std::string_view name) {
  constexpr std::size_t sentence = 20, most = 200'000;  // bytes
  const auto same = [](char a, char b) { return ascii_lowered(a) == ascii_lowered(b); };
  std::size_t read = 0;
  for (std::size_t i = 1; i < page.nodes.size() && read < most; ++i) {
    const std::string& text = page.nodes[i].text;
    if (text.size() < name.size() + sentence || is_never_text(page.nodes[page.nodes[i].parent]))
      continue;
    read += text.size();
    const auto found = std::search(text.begin(), text.end(), name.begin(), name.end(), same);
    const bool own_line = text.find_first_of("0123456789") != text.npos &&
                          text.size() <= longest_line_of_facts && is_parted(tidy_line(text), name);
    if (found != text.end() && !own_line) return true;
  }
  return false;
}

// The line without its date, cut at the signs between its parts.
std::vector<std::string> parts_of(std::string rest) {
  for (const std::string_view sign : {"·", "•", " – ", " — ", " - ", " / "})
    replace_all(rest, sign, " | ");
  std::vector<std::string> parts;
  for (const std::string& part : split_at(rest, "|")) {
    if (std::string line = tidy_line(part); !line.empty()) parts.push_back(std::move(line));
  }
  return parts;
}

class LinesWithDate {
 public:
  LinesWithDate(const Page& page, const HeadlinePlace& headline, const Article& article)
      : page_(page), headline_(headline), article_(article) {}

  // "Una Vray · 9 January 2017 · 6 min read", "9 January 2017 | Una Vray | World": the only part
  // of the line that can be a name, beside figures and what is called by one word, as sections are.
  std::string name_in(std::size_t i) {
    if (page_.nodes[i].tag.empty() || is_hidden(page_.nodes[i])) return {};
    const std::string line = page_.line_of(i, longest_line_of_facts);
    if (line.empty() || line == last_line_) return {};  // boxes in boxes have the same line
    last_line_ = line;
    const DatedLine dated = read_dated_line(line, day_order_of(article_.language));
    if (dated.published.empty() || dated.labelled || !dated.modified.empty()) return {};
    std::string name;
    for (const std::string& part : parts_of(dated.rest)) {
      const bool idle = part.find_first_of("0123456789") != std::string::npos ||
                        is_one_capitalized_word(part) || is_section(part);
      if (idle) continue;
      if (!name.empty() || !may_be_author(part) || !is_parted(line, part)) return {};
      name = part;
    }
    return name.empty() || is_told_of(page_, name) ? std::string() : name;
  }

 private:
  static bool is_one_capitalized_word(const std::string& part) {
    return part.find(' ') == std::string::npos && is_name("X " + part);
  }

  static bool may_be_author(const std::string& part) {
    constexpr std::ptrdiff_t most_spaces = 3;
    return is_name(part) && std::ranges::count(part, ' ') <= most_spaces &&
           split_byline(part) == std::vector{part};
  }

  bool is_section(const std::string& part) const {
    return names_section(page_, headline_, article_, part);
  }

  const Page& page_;
  const HeadlinePlace& headline_;
  const Article& article_;
  std::string last_line_;
};

}  // namespace

void fill_author_beside_date(const Page& page, const HeadlinePlace& headline, Article& article) {
  LinesWithDate lines(page, headline, article);
  for (std::size_t i = 1; i < page.nodes.size() && article.author.empty(); ++i) {
    if (is_beside(page.nodes[i]) || is_no_line_of_facts(page.nodes[i])) {
      i = page.nodes[i].end - 1;
      continue;
    }
    const std::size_t length = headline.text_in(i);
    if (length == 0 || length > longest_line_of_facts || !headline.stands_over(i)) continue;
    if (!headline.may_hold_date(i)) continue;
    if (std::string name = lines.name_in(i); !name.empty()) article.author = {std::move(name)};
  }
}

}  // namespace backfile

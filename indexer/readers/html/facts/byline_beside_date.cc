// A line of facts below the headline is cut at the signs between its parts. The one part that holds
// names of people is the byline, unless the page uses the same name for a section, a tag or the
// site, or the story is about it.
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

// Words for sections, times and what readers do; no name beside a date has one.
bool holds_idle_word(std::string_view name) {
  static constexpr std::string_view words =
      " advertisement affairs africa african agency agriculture american americas "
      "analysis architecture archive article articles arts asian athletics atlantic "
      "aviation banking baseball basketball beauty blog books boxing breaking briefing "
      "briefs bulletin business campaign campaigns campus careers cars category celebrities "
      "celebrity championship change cinema city classical climate college columnists "
      "columns comment commentary comments community conflict congress conservation content "
      "cooking council county court courts coverage cricket crime crisis culture cup "
      "cycling dance data defence defense dentistry design desk dining diplomacy disaster "
      "disasters disease dispatches domestic drink drinks economics economy editorial "
      "education election elections employment energy engineering entertainment environment "
      "essays estate ethics europe european events exclusive explainer explainers factcheck "
      "families family farming fashion features film finance food football foreign "
      "gadgets games gaming gardening general global golf government guide health history "
      "hockey housing human images immigration index industries industry innovation "
      "insurance international interview interviews investigations investing jobs justice "
      "kingdom labor labour latest league letters life lifestyle live living local magazine "
      "markets medicine members membership middle money motoring movies music national "
      "nature neighbourhood neighbourhoods news newsletter notebook nursing obituaries "
      "oceania oceans olympics opera opinion page pandemic parenting parliament partner "
      "pensions perspectives philosophy photography photos podcast police politics "
      "posts poverty premier premium press promoted property psychology public racing radio "
      "railways reads real recipes regional release religion report republic retail review "
      "reviews rights roundup rugby safety schools science sciences section security senate "
      "share shopping society special sponsored sport sports startups states stories story "
      "student students style subscribe subscribers supreme swimming tagged tax taxes team "
      "tech technology television tennis terrorism theatre today town trade transport "
      "travel union unions universities university update updates vaccines video videos "
      "viewpoint viewpoints village war warning wars weather welfare wellbeing wildlife "
      "wine world wrestling yesterday ";
  static constexpr std::string_view phrases =
      "|white house|wall street|capitol hill|city hall|town hall|silicon valley|downing street|"
      "north korea|south korea|hong kong|new york|los angeles|new zealand|saudi arabia|sri lanka|"
      "middle east|far east|high street|royal family|formula one|latin america|north america|"
      "south america|central america|south asia|east asia|southeast asia|asia pacific|";
  if (phrases.find('|' + fold(name).term + '|') != phrases.npos) return true;
  for (const std::string& word : split_at(name, " ")) {
    const std::string key = byline_key(word);
    if (is_weekday(key) || month_named(key)) return true;
    if (words.find(' ' + key + ' ') != words.npos) return true;
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

// A headline, a list, a box or a caption: a name there belongs to something else.
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

// "PORT AVERRIN - The ferry ...": what the text is about is a place or a thing, not its author.
// `own` is the element that holds the line of facts, and `part` what stands in the line.
bool is_told_of(const Page& page, std::size_t own, std::string_view part, std::string_view name) {
  constexpr std::size_t sentence = 20, most = 200'000;  // bytes
  const auto same = [](char a, char b) { return ascii_lowered(a) == ascii_lowered(b); };
  std::size_t read = 0;
  for (std::size_t i = 1; i < page.nodes.size() && read < most; ++i) {
    if (i == own) {
      i = page.nodes[i].end - 1;
      continue;
    }
    const std::string& text = page.nodes[i].text;
    if (text.size() < name.size() + sentence || is_never_text(page.nodes[page.nodes[i].parent]))
      continue;
    read += text.size();
    const auto found = std::search(text.begin(), text.end(), name.begin(), name.end(), same);
    const bool own_line = text.find_first_of("0123456789") != text.npos &&
                          text.size() <= longest_line_of_facts && is_parted(tidy_line(text), part);
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

  // "Una Vray · 9 January 2017 · 6 min read", "9 January 2017 | Una Vray and Tom Vane | World": the
  // only part of the line that can be names, beside figures and single words such as sections. The
  // date may be an invalid one.
  std::vector<std::string> names_in(std::size_t i) {
    if (page_.nodes[i].tag.empty() || is_hidden(page_.nodes[i])) return {};
    const std::string line = page_.line_of(i, longest_line_of_facts);
    if (line.empty() || line == last_line_) return {};  // boxes in boxes have the same line
    last_line_ = line;
    const DatedLine dated = read_dated_line(line, day_order_of(article_.language));
    if (dated.labelled || !dated.modified.empty()) return {};
    if (dated.published.empty() && dated.impossible.empty()) return {};
    std::vector<std::string> names;
    for (const std::string& part : parts_of(dated.rest)) {
      const bool idle = part.find_first_of("0123456789") != std::string::npos ||
                        is_one_capitalized_word(part) || is_section(part);
      if (idle) continue;
      if (!names.empty() || !is_parted(line, part)) return {};
      names = authors_of(part);
      const bool told = std::ranges::any_of(
          names, [&](const std::string& name) { return is_told_of(page_, i, part, name); });
      if (names.empty() || told) return {};
    }
    return names;
  }

 private:
  static bool is_one_capitalized_word(const std::string& part) {
    return part.find(' ') == std::string::npos && is_name("X " + part);
  }

  // "Una Vray", "Una Vray and Tom Vane", "Una Vray, Staff Writer", "Una Vray in Oslo": people, and
  // nothing before the first of them.
  std::vector<std::string> authors_of(const std::string& part) const {
    std::vector<std::string> names = split_byline(part);
    if (names.empty() || !part.starts_with(names.front())) return {};
    const bool all = std::ranges::all_of(
        names, [&](const std::string& name) { return may_be_author(name) && !is_section(name); });
    return all ? names : std::vector<std::string>();
  }

  static bool may_be_author(const std::string& name) {
    constexpr std::ptrdiff_t most_spaces = 3;
    return is_name(name) && std::ranges::count(name, ' ') <= most_spaces &&
           split_byline(name) == std::vector{name};
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
    article.author = lines.names_in(i);
  }
}

}  // namespace backfile

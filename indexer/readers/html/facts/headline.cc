// Weighs the headings of a page against its title.
#include "indexer/readers/html/facts/headline.h"

#include <algorithm>
#include <initializer_list>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_heading = 1000;  // bytes
constexpr std::size_t longest_name = 80;

struct HeadingOnPage {
  std::string text;
  bool first_level = false;
  bool in_article = false;
  bool in_masthead = false;
  bool leads = false;  // text follows before the next heading
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::size_t words_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

// Leads to the front page.
bool is_home(const PageNode& node) {
  return node.tag == "a" &&
         (node.attribute("rel") == "home" ||
          is_one_of(node.attribute("href"), {"/", "./", "../", "index.html", "/index.html"}));
}

bool is_logo(const PageNode& node) {
  if (node.attributes.empty() || is_one_of(node.tag, {"html", "body"})) return false;
  return has_any(node, {"| logo |", "| site title |", "| site name |", "| sitename |",
                        "| site logo |", "| brand |", "| blog title |", "| site branding |"});
}

bool is_masthead(const PageNode& node) {
  if (node.tag == "header") return true;
  if (node.attributes.empty() || is_one_of(node.tag, {"html", "body"})) return false;
  return has_any(node, {"| masthead |", "| header |"});
}

// "© 2014 Kellby Post. All rights reserved": the name, or nothing.
std::string copyright_holder(std::string_view line) {
  const std::string_view sign = "©";
  const std::size_t at = line.find(sign);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + sign.size());
  line.remove_prefix(std::min(line.find_first_not_of(" 0123456789-,"), line.size()));
  return tidy_line(line.substr(0, line.find_first_of(".|,")));
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

// The heading without a kicker before it, where the page marks the part that is the headline.
std::string headline_in(const Page& page, std::size_t i) {
  std::string text;
  for (std::size_t inner = i; inner < page.nodes[i].end && text.size() < longest_heading; ++inner) {
    const PageNode& node = page.nodes[inner];
    if (inner > i && has_phrase(node, "| headline |")) {
      if (std::string part = page.line_of(inner, longest_heading); !part.empty()) return part;
    }
    text += node.tag == "br" ? " " : node.text;
  }
  return tidy_line(text);
}

// Headings that may be of the story, in the order of the page.
std::vector<HeadingOnPage> headings_on(const Page& page) {
  constexpr std::size_t some_text = 40;  // bytes
  std::vector<HeadingOnPage> headings;
  std::size_t article_end = 0;
  std::size_t logo_end = 0;
  std::size_t masthead_end = 0;
  std::size_t text = 0;
  for (std::size_t i = 1; i < page.nodes.size();) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) {
      text += is_blank(node.text) ? 0 : node.text.size();
      if (text >= some_text && !headings.empty()) headings.back().leads = true;
      ++i;
      continue;
    }
    if (is_one_of(node.tag, {"nav", "aside", "footer"}) || is_never_text(node) || is_hidden(node) ||
        is_beside(node)) {
      i = node.end;
      continue;
    }
    if (is_one_of(node.tag, {"article", "main"})) article_end = std::max(article_end, node.end);
    if (is_logo(node)) logo_end = std::max(logo_end, node.end);
    if (is_masthead(node)) masthead_end = std::max(masthead_end, node.end);
    if (!is_one_of(node.tag, {"h1", "h2", "h3"})) {
      ++i;
      continue;
    }
    bool home = i < logo_end;
    for (std::size_t inner = i; inner < node.end; ++inner)
      home = home || is_home(page.nodes[inner]);
    std::string line = headline_in(page, i);
    if (!home && !line.empty() && kind_of_heading(line) == 0)
      headings.push_back({std::move(line), node.tag == "h1", i < article_end,
                          i >= article_end && i < masthead_end, false});
    text = 0;
    i = std::max(node.end, i + 1);
  }
  return headings;
}

constexpr std::size_t shortest_line = 10;  // bytes

// Whether the title has the beginning of a text at its own, or the end at its end.
bool has_end_of(std::string_view title, std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  if (text.size() < shortest_line) return false;
  text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(blank) + 1));
  if (text.size() < shortest_line) return false;
  return title.starts_with(text.substr(0, shortest_line)) ||
         title.ends_with(text.substr(text.size() - shortest_line));
}

// Old pages write the headline in <FONT> or <B>: a line that the title has before or behind the
// name of the site; empty if both ends are such lines, or neither is.
std::string line_of_title(const Page& page, std::string_view title) {
  std::string first;
  std::string last;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    const PageNode& around = page.nodes[node.parent];
    if (!has_end_of(title, node.text)) continue;
    if (is_never_text(around)) continue;
    std::string line = tidy_line(node.text);
    if (line.size() >= title.size() || around.tag == "a") continue;
    if (page.line_of(node.parent, line.size()) != line) continue;
    if (title.starts_with(line)) first = line;
    if (title.ends_with(line)) last = line;
  }
  return first.empty() ? last : last.empty() ? first : std::string();
}

class Witnesses {
 public:
  Witnesses(const Page& page, std::string_view declared, std::string_view site)
      : declared_(declared), shown_(page_title(page)), names_(site_names(page, site)) {
    std::vector<HeadingOnPage> all = headings_on(page);
    find_names_in_headings(all);
    if (all.empty()) {
      if (std::string line = line_of_title(page, shown_); !line.empty())
        all.push_back({std::move(line), true, false, false, true});
    }
    for (HeadingOnPage& heading : all) {
      if (!is_name(heading.text)) headings_.push_back(std::move(heading));
    }
    for (const HeadingOnPage& heading : headings_) texts_.push_back(heading.text);
    declared_ = without_site_name(declared_, names_, texts_);
    shown_ = without_site_name(shown_, names_, texts_);
  }

  Headline choose() const {
    const HeadingOnPage* main = main_heading();
    if (!declared_.empty() && (is_heading(declared_) || is_variant_of(declared_, main)))
      return {declared_, "declared"};
    constexpr std::size_t shortest = 3;  // words; "News" may be a heading and a title
    const bool sure = declared_.empty() || words_of(shown_) >= shortest;
    if (!shown_.empty() && is_heading(shown_) && sure) return {shown_, "<title>"};
    const bool useless = declared_.empty() || is_name(declared_);
    if (!useless && (main == nullptr || may_be_of(declared_, *main)))
      return {declared_, "declared"};
    if (useless && !shown_.empty() && !is_name(shown_) &&
        (main == nullptr || may_be_of(shown_, *main))) {
      return {shown_, "<title>"};
    }
    if (main != nullptr) return {main->text, main->first_level ? "<h1>" : "<h2>"};
    return declared_.empty() ? Headline{shown_, "<title>"} : Headline{declared_, "declared"};
  }

 private:
  bool is_name(std::string_view text) const {
    return std::ranges::any_of(names_,
                               [&](const std::string& name) { return is_site_name(text, name); });
  }

  bool is_heading(std::string_view text) const {
    return std::ranges::any_of(
        texts_, [&](const std::string& heading) { return same_title(heading, text); });
  }

  // Where another heading leads the article, a short <h1> outside of it is the site's name if it
  // stands in the masthead, or if the title has it beside that other heading.
  void find_names_in_headings(const std::vector<HeadingOnPage>& all) {
    constexpr std::size_t longest = 5;  // words
    const auto leads = [](const HeadingOnPage& heading) {
      return heading.leads && heading.in_article;
    };
    const auto is_in_title = [&](const HeadingOnPage& heading) {
      return shown_.starts_with(heading.text) || shown_.ends_with(heading.text);
    };
    const auto lead = std::ranges::find_if(all, leads);
    if (lead == all.end()) return;
    for (const HeadingOnPage& heading : all) {
      if (!heading.first_level || heading.in_article || heading.leads) continue;
      if (words_of(heading.text) > longest || heading.text.size() > longest_name) continue;
      if (is_in_title(heading) && (heading.in_masthead || is_in_title(*lead)))
        names_.push_back(heading.text);
    }
  }

  // The heading that leads the story, as far as headings alone tell.
  const HeadingOnPage* main_heading() const {
    const auto find = [&](auto wanted) -> const HeadingOnPage* {
      const auto found = std::ranges::find_if(headings_, wanted);
      return found == headings_.end() ? nullptr : &*found;
    };
    using H = HeadingOnPage;
    const HeadingOnPage* main = find([](const H& h) { return h.first_level && h.in_article; });
    if (main == nullptr) main = find([](const H& h) { return h.first_level && h.leads; });
    if (main == nullptr) main = find([](const H& h) { return h.in_article && h.leads; });
    if (main == nullptr) main = find([](const H& h) { return h.leads; });
    return main == nullptr ? find([](const H& h) { return h.first_level; }) : main;
  }

  // Of the longer words of a title the share that a heading has, too.
  static double common(std::string_view title, const HeadingOnPage& heading) {
    const std::string words = ' ' + fold(heading.text).term + ' ';
    const std::string other = fold(title).term + ' ';
    constexpr std::size_t long_word = 4;
    double all = 0;
    double shared = 0;
    for (std::size_t at = 0; at < other.size(); at = other.find(' ', at) + 1) {
      const std::string word = other.substr(at, other.find(' ', at) - at);
      if (word.size() < long_word) continue;
      all += 1;
      shared += words.find(word) != std::string::npos ? 1 : 0;
    }
    return all > 0 ? shared / all : 0;
  }

  // The headline in other words, as for a list of stories.
  static bool is_variant_of(std::string_view title, const HeadingOnPage* heading) {
    constexpr double most = 0.6;
    return heading != nullptr && common(title, *heading) >= most;
  }

  // A title that has no word of a long heading is of the site, not of the story.
  static bool may_be_of(std::string_view title, const HeadingOnPage& heading) {
    constexpr std::size_t long_heading = 4;  // words
    return !heading.first_level || words_of(heading.text) < long_heading ||
           common(title, heading) > 0;
  }

  std::string declared_;
  std::string shown_;
  std::vector<std::string> names_;
  std::vector<HeadingOnPage> headings_;
  std::vector<std::string> texts_;
};

}  // namespace

Headline choose_headline(const Page& page, std::string_view declared, std::string_view site) {
  return Witnesses(page, declared, site).choose();
}

std::vector<std::string> site_names(const Page& page, std::string_view site) {
  constexpr std::size_t longest_notice = 500;
  constexpr std::size_t most_names = 20;
  std::vector<std::string> names;
  if (!site.empty()) names.emplace_back(site);
  for (std::size_t i = 1; i < page.nodes.size() && names.size() < most_names; ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    std::string name;
    if (is_home(node) || is_logo(node)) name = page.line_of(i, longest_name);
    if (node.tag == "footer") name = copyright_holder(page.line_of(i, longest_notice));
    if (!name.empty() && name.size() <= longest_name) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace backfile

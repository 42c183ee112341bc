// Chooses between the headlines of a page, and takes the site's name off.
#include "indexer/readers/html_title.h"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Between a headline and the name of a site. A colon is more often part of a headline.
constexpr auto separators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " » ", " « ", " · ", " :: ", " / ",
                                     " > ", " • ", " ~ ", " \\ ", " @ "});
// These part only what is known to be a name, or a heading.
constexpr auto weak_separators =
    std::to_array<std::string_view>({": ", "|", "｜", "_", "-", "–", "—", "：", " ("});

std::string folded(std::string_view text) {
  return fold(tidy_line(text)).term;
}

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool is_mark(char c) {
  return std::string_view(" .,:;!?'\"()[]|-").find(c) != std::string_view::npos;
}

// A title cut once, at one of its separators.
struct Cut {
  std::string_view before, after;
};

template <std::size_t size>
void add_cuts(std::string_view title, const std::array<std::string_view, size>& marks,
              std::vector<Cut>& cuts) {
  for (const std::string_view mark : marks) {
    for (std::size_t at = title.find(mark); at != std::string_view::npos;
         at = title.find(mark, at + 1)) {
      cuts.push_back({title.substr(0, at), title.substr(at + mark.size())});
    }
  }
  std::ranges::stable_sort(cuts, {}, [](const Cut& cut) { return cut.before.size(); });
}

// "an async task framework" is no name.
bool may_be_name(std::string_view text) {
  constexpr std::size_t longest = 4;
  return !text.empty() && !(text[0] >= 'a' && text[0] <= 'z') && count_words(text) <= longest;
}

// "kellbypost.example": one word with a dot inside.
bool is_host(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot > 0 && text.size() - dot > 2 &&
         text.find(' ') == std::string_view::npos;
}

std::string without_one_name(const std::string& title, const std::vector<std::string>& names,
                             const std::vector<std::string>& headings) {
  std::vector<Cut> cuts;
  add_cuts(title, separators, cuts);
  std::vector<Cut> all = cuts;
  add_cuts(title, weak_separators, all);
  const auto is_heading = [&](std::string_view part) {
    return std::ranges::any_of(
        headings, [&](const std::string& heading) { return folded(part) == folded(heading); });
  };
  const auto is_name = [&](std::string_view part) {
    return std::ranges::any_of(names,
                               [&](const std::string& name) { return is_site_name(part, name); });
  };
  if (all.empty() || is_heading(title)) return title;
  for (const Cut& cut : all) {
    if (is_name(cut.after)) return tidy_line(cut.before);
    if (is_name(cut.before)) return tidy_line(cut.after);
  }
  for (const Cut& cut : all) {
    if (is_heading(cut.before)) return tidy_line(cut.before);
    if (is_heading(cut.after)) return tidy_line(cut.after);
  }
  if (cuts.empty()) return title;
  const Cut& last = cuts.back();
  if (is_host(last.after)) return tidy_line(last.before);
  // Nobody says which part is which: a short part behind a long one is the name.
  constexpr std::size_t shortest_headline = 4;
  if (may_be_name(last.after) && count_words(last.before) >= shortest_headline)
    return tidy_line(last.before);
  return title;
}

}  // namespace

std::string page_title(const Page& page) {
  for (std::size_t i = 0; i < page.nodes.size();) {
    const PageNode& node = page.nodes[i];
    if (node.tag == "title") return tidy_line(page.text_of(i));
    i = node.tag == "svg" ? node.end : i + 1;  // drawings have titles of their own
  }
  return {};
}

bool same_title(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view title) {
    std::string text = folded(title);
    std::erase_if(text, is_mark);
    return text;
  };
  return plain(a) == plain(b);
}

bool is_site_name(std::string_view text, std::string_view name) {
  const auto plain = [](std::string_view words) {
    std::string line = folded(words);
    if (line.starts_with("the ")) line.erase(0, 4);
    return line;
  };
  const std::string line = plain(text);
  return !line.empty() && line == plain(name);
}

std::string without_site_name(std::string_view title, const std::vector<std::string>& names,
                              const std::vector<std::string>& headings) {
  constexpr int most_names = 4;
  std::string rest = tidy_line(title);
  for (int i = 0; i < most_names; ++i) {
    std::string shorter = without_one_name(rest, names, headings);
    if (shorter == rest || shorter.empty()) return rest;
    rest = std::move(shorter);
  }
  return rest;
}

}  // namespace backfile

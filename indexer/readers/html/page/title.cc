// Chooses between the headlines of a page, and takes the site's name off.
#include "indexer/readers/html/page/title.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Between a headline and the name of a site. A colon is more often part of a headline.
constexpr auto separators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " » ", " « ", " · ", " :: ", " / ",
                                     " > ", " • ", " ~ ", " \\ ", " @ "});
// These separate only what is known to be a name or a heading.
constexpr auto weak_separators =
    std::to_array<std::string_view>({": ", "|", "｜", "_", "-", "–", "—", "：", " ("});

std::string folded(std::string_view text) {
  return fold(tidy_line(text)).term;
}

std::string folded_name(std::string_view text) {
  std::string line = folded(text);
  if (line.starts_with("the ")) line.erase(0, 4);
  return line;
}

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool is_mark(char c) {
  return std::string_view(" .,:;!?'\"()[]|-").find(c) != std::string_view::npos;
}

// What two titles that say the same have in common.
std::string plain(std::string_view title) {
  std::string text = folded(title);
  std::erase_if(text, is_mark);
  return text;
}

// Whether two titles are the same, as far as their ASCII tells: a letter followed by ASCII does not
// change, whatever comes later.
enum class Alike { no, yes, unknown };

Alike compare_plainly(std::string_view a, std::string_view b) {
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto skip = [&](std::string_view& text) {
    const auto letter = std::ranges::find_if(
        text, [&](char c) { return is_high(c) || (c > ' ' && c != 0x7F && !is_mark(c)); });
    text.remove_prefix(static_cast<std::size_t>(letter - text.begin()));
  };
  const auto is_plain = [&](std::string_view text) {
    return !is_high(text[0]) && (text.size() == 1 || !is_high(text[1]));
  };
  for (;;) {
    skip(a);
    skip(b);
    if (a.empty() && b.empty()) return Alike::yes;
    if (a.empty() || b.empty()) {
      const std::string_view rest = a.empty() ? b : a;
      return is_plain(rest) ? Alike::no : Alike::unknown;
    }
    if (!is_plain(a) || !is_plain(b)) return Alike::unknown;
    if (ascii_lowered(a[0]) != ascii_lowered(b[0])) return Alike::no;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
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

// "an async task framework" is not a name.
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

// `names` and `headings` are folded.
std::string without_one_name(const std::string& title, const std::vector<std::string>& names,
                             const std::vector<std::string>& headings) {
  std::vector<Cut> cuts;
  add_cuts(title, separators, cuts);
  std::vector<Cut> all = cuts;
  add_cuts(title, weak_separators, all);
  const auto is_heading = [&](std::string_view part) {
    return !headings.empty() && std::ranges::find(headings, folded(part)) != headings.end();
  };
  const auto is_name = [&](std::string_view part) {
    const std::string line = names.empty() ? std::string() : folded_name(part);
    return !line.empty() && std::ranges::find(names, line) != names.end();
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
  // Nothing says which part is which: a short part behind a long one is the name.
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

// Most titles differ in their first letters, which need no folding.
bool same_title(std::string_view a, std::string_view b) {
  const Alike alike = compare_plainly(a, b);
  return alike == Alike::unknown ? plain(a) == plain(b) : alike == Alike::yes;
}

SameTitle::SameTitle(std::string_view title) : title_(title), plain_(plain(title)) {
}

bool SameTitle::operator()(std::string_view other) const {
  const Alike alike = compare_plainly(title_, other);
  return alike == Alike::unknown ? plain_ == plain(other) : alike == Alike::yes;
}

bool is_site_name(std::string_view text, std::string_view name) {
  const std::string line = folded_name(text);
  return !line.empty() && line == folded_name(name);
}

std::string without_site_name(std::string_view title, const std::vector<std::string>& names,
                              const std::vector<std::string>& headings) {
  constexpr int most_names = 4;
  std::vector<std::string> folded_names, folded_headings;
  std::ranges::transform(names, std::back_inserter(folded_names), folded_name);
  std::ranges::transform(headings, std::back_inserter(folded_headings), folded);
  std::string rest = tidy_line(title);
  for (int i = 0; i < most_names; ++i) {
    std::string shorter = without_one_name(rest, folded_names, folded_headings);
    if (shorter == rest || shorter.empty()) return rest;
    rest = std::move(shorter);
  }
  return rest;
}

}  // namespace backfile

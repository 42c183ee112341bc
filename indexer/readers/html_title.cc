// Chooses between the headlines of a page, and takes the site's name off.
#include "indexer/readers/html_title.h"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Between a headline and the name of a site. A colon is more often part of a headline.
constexpr std::array separators = {" | ",  " - ", " – ", " — ", " » ", " « ", " · ",
                                   " :: ", " / ", " > ", " • ", " ~ ", " \\ "};

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

std::vector<Cut> cuts_of(std::string_view title) {
  std::vector<Cut> cuts;
  for (const std::string_view separator : separators) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos;
         at = title.find(separator, at + 1)) {
      cuts.push_back({title.substr(0, at), title.substr(at + separator.size())});
    }
  }
  std::ranges::sort(cuts, {}, [](const Cut& cut) { return cut.before.size(); });
  return cuts;
}

// "an async task framework" is no name.
bool may_be_name(std::string_view text) {
  constexpr std::size_t longest = 4;
  return !text.empty() && !(text[0] >= 'a' && text[0] <= 'z') && count_words(text) <= longest;
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

std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& headings) {
  const std::vector<Cut> cuts = cuts_of(title);
  const auto is_heading = [&](std::string_view part) {
    return std::ranges::find(headings, folded(part), folded) != headings.end();
  };
  if (cuts.empty() || is_heading(title)) return std::string(title);
  for (const Cut& cut : cuts) {
    if (!site.empty() && folded(cut.after) == folded(site)) return std::string(cut.before);
    if (!site.empty() && folded(cut.before) == folded(site)) return std::string(cut.after);
  }
  for (const Cut& cut : cuts) {
    if (is_heading(cut.before)) return std::string(cut.before);
    if (is_heading(cut.after)) return std::string(cut.after);
  }
  // Nobody says which part is which: a short part behind a long one is the name.
  constexpr std::size_t shortest_headline = 4;
  const Cut& last = cuts.back();
  if (may_be_name(last.after) && count_words(last.before) >= shortest_headline) {
    return std::string(last.before);
  }
  return std::string(title);
}

}  // namespace backfile

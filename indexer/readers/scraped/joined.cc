// Looks at every line that may be a title, and at the few lines below it.
#include "indexer/readers/scraped/joined.h"

#include <algorithm>

#include "indexer/article/article.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/readers/scraped/lines.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_title = 200;  // bytes
constexpr std::size_t longest_fact = 200;
constexpr std::size_t most_facts = 4;         // lines
constexpr std::size_t most_lines_above = 12;  // of a masthead

// Without the marks of Markdown around a heading or a byline.
std::string plain(std::string_view line) {
  std::string text = tidy_line(line);
  text.erase(0, text.find_first_not_of("#*_ "));
  text.resize(text.find_last_not_of("#*_ ") + 1);
  return text;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("=-*_ ") == line.npos;
}

class Openings {
 public:
  Openings(const std::vector<std::string>& lines, Titles titles) : lines_(lines), titles_(titles) {}

  std::vector<std::size_t> find(bool opened) {
    std::vector<std::size_t> openings;
    std::size_t above = 0;
    bool fenced = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_blank(i)) continue;
      const bool fence = lines_[i].starts_with("```") || lines_[i].starts_with("~~~");
      if (titles_ == Titles::headed && fence) fenced = !fenced;
      if (fenced) continue;
      if (opened && lines_[i].size() <= longest_title && kind_of_heading(plain(lines_[i])) != 0)
        break;
      if (opens(i)) {
        if (opened) openings.push_back(i);
        opened = true;
      }
      if (!opened && ++above > most_lines_above) break;
    }
    return openings;
  }

 private:
  bool is_blank(std::size_t i) const {
    return lines_[i].find_first_not_of(" \t\r\f") == std::string::npos;
  }

  bool may_be_title(std::size_t i) const {
    const std::string& line = lines_[i];
    if (line.size() > longest_title || is_rule(line)) return false;
    if (i > 0 && !is_blank(i - 1) && !is_rule(lines_[i - 1])) return false;
    if (titles_ == Titles::any) return !ends_sentence(tidy_line(line));
    const bool underlined =
        i + 1 < lines_.size() && lines_[i + 1].size() >= 3 && is_rule(lines_[i + 1]);
    return line.starts_with('#') || underlined;
  }

  // A title, lines that name author and day, and a text.
  bool opens(std::size_t i) const {
    if (!may_be_title(i)) return false;
    Article stated;
    std::size_t facts = 0;
    for (std::size_t next = i + 1; next < lines_.size(); ++next) {
      if (is_blank(next) || (next == i + 1 && is_rule(lines_[next]))) continue;
      const bool fact = lines_[next].size() <= longest_fact && facts < most_facts &&
                        read_facts(plain(lines_[next]), stated) == Stated::wholly;
      if (!fact) return facts > 0 && is_told_by(stated) && is_text(next) && !is_fact(i);
      ++facts;
    }
    return false;
  }

  static bool is_told_by(const Article& stated) {
    constexpr std::size_t a_day = std::string_view("YYYY-MM-DD").size();
    return !stated.author.empty() && stated.published.size() >= a_day;
  }

  bool is_fact(std::size_t i) const {
    Article stated;
    return read_facts(plain(lines_[i]), stated) == Stated::wholly;
  }

  bool is_text(std::size_t i) const {
    return lines_[i].size() >= shortest_prose || ends_sentence(tidy_line(lines_[i]));
  }

  const std::vector<std::string>& lines_;
  Titles titles_;
};

}  // namespace

std::vector<std::size_t> further_articles(const std::vector<std::string>& lines, Titles titles,
                                          bool opened) {
  return Openings(lines, titles).find(opened);
}

}  // namespace backfile

// A line that stands both above and below the story is boilerplate.
//
// A line counts if all of this holds; if in doubt it belongs to the story, since a line too many is
// a lesser evil than a story cut short:
// - it stands in the first half and then not again before the second half, and within deepest_line
//   of the ends: a refrain or a slogan comes more often;
// - at most a title and a standfirst stand above it;
// - above the title: a line that could be a title follows, else it is itself the title;
// - below the title: it is neither a quotation nor a sentence with a full stop, which may be pulled
//   out of the story, and prose stands between, so that it is not the refrain of a short poem.
//
// What stands below it goes with it, unless that is prose enough to be a part of the story: a line
// of asterisks or the name of a section may part the story before its last paragraphs.
#include "indexer/readers/scraped/ends.h"

#include <algorithm>
#include <array>

#include "indexer/article/article.h"
#include "indexer/readers/scraped/facts.h"

namespace backfile {
namespace {

// Lines from each end; a long foot has ten, and menus are learnt, not repeated.
constexpr std::size_t deepest_line = 20;
constexpr std::size_t most_above = 2;

// How many times as long as the foot's prose (licences, rules for comments) a story is at least.
constexpr std::size_t story_to_foot = 5;

class Ends {
 public:
  Ends(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles)
      : lines_(lines), roles_(roles) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (roles[i] == LineRole::body && !lines[i].caption) kept_.push_back(i);
    }
    foot_ = kept_.size();
  }

  void mark() {
    const std::size_t depth = std::min(deepest_line, kept_.size() / 2);
    std::vector<std::size_t> heads;
    std::size_t above = 0;
    for (std::size_t head = 0; head < depth && above <= most_above; ++head) {
      const std::size_t repeat = next_same(head);
      const bool in_foot = repeat < kept_.size() && repeat >= kept_.size() - depth;
      const bool below_known_foot = in_foot && repeat >= foot_;
      if (below_known_foot || (in_foot && is_boilerplate(head, repeat, above))) {
        heads.push_back(head);
        if (!has_story_below(head, repeat)) foot_ = std::min(foot_, repeat);
      } else if (!is_fact(head)) {
        ++above;
      }
    }
    for (const std::size_t head : heads) mark_all_like(head);
    for (std::size_t i = foot_; i < kept_.size(); ++i) {
      if (roles_[kept_[i]] == LineRole::body) roles_[kept_[i]] = LineRole::below_foot;
    }
  }

 private:
  const std::string& text(std::size_t i) const { return lines_[kept_[i]].text; }

  // The next line of the same words, or the end.
  std::size_t next_same(std::size_t from) const {
    std::size_t i = from + 1;
    while (i < kept_.size() && text(i) != text(from)) ++i;
    return i;
  }

  bool is_fact(std::size_t i) const {
    Article scratch;
    return read_facts(text(i), scratch) != Stated::nothing;
  }

  bool is_notice(std::size_t i) const {
    Article scratch;
    read_notices(text(i), scratch);
    return !scratch.license.empty() || !scratch.source.empty();
  }

  bool is_boilerplate(std::size_t head, std::size_t repeat, std::size_t above) const {
    if (above == 0) return has_title_below(head, repeat);
    Article scratch;
    if (read_provenance(text(head), scratch)) return true;
    constexpr std::array quotes = {"\"", "“", "„", "«", "‘", "'"};
    const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](std::string_view quote) {
      return text(head).starts_with(quote);
    });
    return !quoted && could_be_title(lines_[kept_[head]]) && has_prose(head, repeat);
  }

  // A title, and something else, between a banner and its repeat. Other lines of the banner and
  // facts are passed over.
  bool has_title_below(std::size_t head, std::size_t repeat) const {
    for (std::size_t i = head + 1; i + 1 < repeat; ++i) {
      const bool banner = next_same(i) < kept_.size() && next_same(i) >= repeat;
      if (!banner && !is_fact(i)) return could_be_title(lines_[kept_[i]]);
    }
    return false;
  }

  bool has_prose(std::size_t head, std::size_t repeat) const {
    return bytes_of_prose(head + 1, repeat) > 0;
  }

  bool has_story_below(std::size_t head, std::size_t repeat) const {
    const std::size_t story = bytes_of_prose(head + 1, repeat);
    return bytes_of_prose(repeat + 1, kept_.size()) * story_to_foot > story;
  }

  std::size_t bytes_of_prose(std::size_t from, std::size_t to) const {
    std::size_t bytes = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (text(i).size() >= shortest_prose && !is_notice(i)) bytes += text(i).size();
    }
    return bytes;
  }

  void mark_all_like(std::size_t head) {
    for (std::size_t i = head; i < kept_.size(); ++i) {
      if (text(i) == text(head)) roles_[kept_[i]] = LineRole::both_ends;
    }
  }

  const std::vector<ScrapedLine>& lines_;
  std::vector<LineRole>& roles_;
  std::vector<std::size_t> kept_;
  std::size_t foot_;
};

}  // namespace

void mark_both_ends(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles) {
  Ends(lines, roles).mark();
}

}  // namespace backfile

// A line is boilerplate if it stands in many files.
//
// An archive may hold many sites, so a share of the whole archive means little. The first and the
// last lines of a file tell how large its site is; other lines are measured against that.
// - Foot: from the end upwards, while lines stand in a quarter of the site's files: promotions
//   change over the years, last sentences of stories hardly ever repeat. Headlines of other stories
//   in between go if a line of half the files stands above them.
// - Head: from the top downwards, while lines stand in a tenth of the site's files (sections above
//   titles, rotating banners), so many known lines open a third of its files, and a line that could
//   be a title is still to come, here as in most files that have the line. A series repeats its
//   title, too, but where other stories have theirs, and mostly its story follows at once.
// - A sentence ("Police are not looking for anyone else.") may be how many stories of one kind end.
//   It does not tell a site, and is boilerplate only if it stands above the foot in three quarters
//   of the files that have that foot, or below what the foot has anyhow. So is a label whose
//   figures differ from file to file ("Half-time: 0-1"), which may be a counter.
// - A sentence whose figures differ ("The final score was 3-1.") is how stories begin or end,
//   however many do, unless it stands below what the foot has anyhow: a counter.
// - Between title and story: lines of half the site's files ("Share this"). A columnist's "Dear
//   readers," stays as long as the site has other authors.
#include "indexer/readers/scraped/learnt.h"

#include <algorithm>

#include "indexer/article/article.h"
#include "indexer/readers/scraped/facts.h"

namespace backfile {
namespace {

// One file in so many.
constexpr std::uint64_t foot_share = 4;
constexpr std::uint64_t head_share = 10;
constexpr std::uint64_t wide_share = 2;
constexpr double opening_share = 1.0 / 3;
// An archive of this size whose files mostly open alike does so because of boilerplate, whatever
// follows.
constexpr std::uint64_t enough_to_be_sure = 10;
constexpr std::size_t longest_gap = 6;     // lines of the foot that differ from file to file
constexpr std::size_t longest_link = 120;  // bytes, of such a line

class Learnt {
 public:
  Learnt(const std::vector<ScrapedLine>& lines, const Spread& spread, std::vector<LineRole>& roles)
      : lines_(lines), spread_(spread), roles_(roles), facts_(lines.size()) {
    first_ = lines.empty() ? 0 : spread.files.front();
    last_ = files_that_end_alike();
    const std::uint64_t most = std::max(first_, last_), least = std::min(first_, last_);
    const bool both = least > 0 && 2 * least >= most;
    if (both || most >= sure_site || site_share * most >= spread.archive) site_ = most;
  }

  void mark() {
    const std::size_t story = mark_head();
    const std::size_t body = mark_between(story);
    mark_foot(body);
  }

 private:
  bool has_share(std::size_t i, std::uint64_t share, std::uint64_t of) const {
    return spread_.files[i] > 0 && of > 0 && share * spread_.files[i] >= of;
  }

  static bool nearly_all(std::uint64_t files, std::uint64_t of) {
    return of > 0 && 4 * files >= 3 * of;
  }

  bool is_wide(std::size_t i) const {
    const auto is_wide_in = [&](std::uint64_t of) {
      return spread_.of_story[i] ? nearly_all(spread_.files[i], of) : has_share(i, wide_share, of);
    };
    return is_wide_in(spread_.archive) || (first_ > 0 && is_wide_in(site_));
  }

  // The files that have the last line known from others, unless stories may end so. Such a line
  // counts only if the files that have it are those that open alike.
  std::uint64_t files_that_end_alike() {
    const auto is_known = [&](std::size_t i) { return spread_.files[i] > 0; };
    const std::size_t last = last_known(lines_.size(), is_known);
    if (last == lines_.size()) return 0;
    for (std::size_t i = last; is_known(i); --i) {
      if (!spread_.of_story[i] && !is_fact(i)) return spread_.files[i];
      if (i == 0) break;
    }
    const std::uint64_t files = spread_.files[last];
    const bool same = nearly_all(files, first_) && nearly_all(first_, files);
    return same && !spread_.of_story[0] && !is_fact(0) ? files : 0;
  }

  bool is_fact(std::size_t i) {
    if (facts_[i] == 0) {
      Article scratch;
      facts_[i] = read_facts(lines_[i].text, scratch) == Stated::nothing ? 1 : 2;
    }
    return facts_[i] == 2;
  }

  bool opens_site(std::size_t i) {
    const bool has_number = lines_[i].text.find_first_of("0123456789") != std::string::npos;
    const bool sure = spread_.archive >= enough_to_be_sure && !has_number;
    if (sure && has_share(i, wide_share, spread_.archive)) return true;
    const bool common = has_share(i, head_share, last_ > 0 ? site_ : spread_.archive);
    if (!common || !spread_.at_edges[i] || spread_.openings[i] < opening_share) return false;
    return has_title_below(lines_, i, [&](std::size_t below) { return is_wide(below); });
  }

  // Returns where the story begins: its title, or facts above it.
  std::size_t mark_head() {
    std::size_t story = 0;
    for (std::size_t i = 0; i < lines_.size() && !lines_[i].caption; ++i) {
      if (is_fact(i)) continue;  // a date or a name is read, however many files have it
      if (!opens_site(i)) break;
      roles_[i] = LineRole::learnt;
      story = i + 1;
    }
    return story;
  }

  // Returns the first line that the foot may take: all above it is title or standfirst.
  std::size_t mark_between(std::size_t story) {
    constexpr std::size_t title_and_standfirst = 2;
    std::size_t kept = 0, body = story;
    for (std::size_t i = story; i < lines_.size() && kept <= title_and_standfirst; ++i) {
      if (is_fact(i)) continue;
      if (kept > 0 && is_wide(i) && !spread_.tells_figures[i]) {
        roles_[i] = LineRole::learnt;
        continue;
      }
      if (++kept == 1) body = i + 1;
      if (kept > 1 && lines_[i].text.size() > longest_standfirst) break;  // the story has begun
    }
    return body;
  }

  void mark_foot(std::size_t body) {
    for (std::size_t i = lines_.size(); i > body; --i) {
      const std::size_t line = i - 1;
      if (is_of_foot(line)) {
        if (!is_sure(line) && !stands_below_foot(line, body)) return;
        roles_[line] = LineRole::learnt;
      } else if (roles_[line] == LineRole::body && !is_fact(line)) {
        const std::size_t above = boilerplate_above_gap(line, body);
        if (above == lines_.size()) return;
        for (std::size_t gap = above + 1; gap <= line; ++gap) roles_[gap] = LineRole::below_foot;
        i = above + 2;
      }
    }
    // Nothing but foot below what was taken for a title: a page without a story.
    if (body > 0 && body < lines_.size() && is_wide(body - 1)) roles_[body - 1] = LineRole::learnt;
  }

  bool is_of_foot(std::size_t i) const { return has_share(i, foot_share, site_) || is_wide(i); }

  // Of what is_of_foot(): whether no story would end with it.
  bool is_sure(std::size_t i) const {
    if (spread_.tells_figures[i]) return false;
    if (!spread_.of_story[i] || nearly_all(spread_.files[i], spread_.archive)) return true;
    const std::uint64_t below = i + 1 < lines_.size() ? spread_.files[i + 1] : 0;
    if (below == 0) return nearly_all(spread_.files[i], site_);
    // Other sites may have the line below as well.
    const std::uint64_t of = site_ > 0 ? std::min(below, site_) : below;
    return nearly_all(spread_.above_next[i], of) && is_sure(i + 1);
  }

  bool stands_below_foot(std::size_t line, std::size_t body) const {
    while (line > body && is_of_foot(line) && !is_sure(line)) --line;
    return is_of_foot(line) && is_sure(line);
  }

  // The line of half the site's files above some short lines that are no sentences, or the end.
  std::size_t boilerplate_above_gap(std::size_t from, std::size_t body) {
    for (std::size_t i = from; i >= body && from - i <= longest_gap; --i) {
      if (i < from && (is_wide(i) || has_share(i, wide_share, site_))) return i;
      const bool link = lines_[i].text.size() <= longest_link && could_be_title(lines_[i]);
      if (!link || i == 0) break;
    }
    return lines_.size();
  }

  const std::vector<ScrapedLine>& lines_;
  const Spread& spread_;
  std::vector<LineRole>& roles_;
  std::vector<char> facts_;  // 0: not asked yet, 1: no, 2: yes
  std::uint64_t first_ = 0, last_ = 0, site_ = 0;
};

}  // namespace

bool has_title_below(const std::vector<ScrapedLine>& lines, std::size_t i,
                     const std::function<bool(std::size_t)>& is_boilerplate) {
  for (++i; i < lines.size(); ++i) {
    if (lines[i].caption || is_boilerplate(i)) continue;
    Article scratch;
    if (read_facts(lines[i].text, scratch) == Stated::nothing) return could_be_title(lines[i]);
  }
  return false;
}

void mark_learnt(const std::vector<ScrapedLine>& lines, const Spread& spread,
                 std::vector<LineRole>& roles) {
  Learnt(lines, spread, roles).mark();
}

}  // namespace backfile

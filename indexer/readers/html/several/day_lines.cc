// Looks at what stands between the boxes of stories that have one parent.
#include "indexer/readers/html/several/day_lines.h"

#include <algorithm>
#include <set>

#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

bool is_day(const std::string& line) {
  if (!names_year(line)) return false;
  const DatedLine read = read_dated_line(line);
  return !read.published.empty() && read.rest.empty();
}

}  // namespace

std::vector<DayLine> day_lines(const Page& page, const std::vector<Candidate>& stories,
                               std::string_view title) {
  constexpr std::size_t longest = 60;  // bytes
  std::set<std::size_t> parents;
  std::vector<bool> inside(page.nodes.size());
  for (const Candidate& one : stories) {
    parents.insert(page.nodes[one.nodes.begin].parent);
    for (std::size_t i = one.nodes.begin; i < one.nodes.end; i = page.nodes[i].end)
      inside[i] = true;
  }
  std::vector<DayLine> days;
  for (const std::size_t parent : parents) {
    for (std::size_t i = parent + 1; i < page.nodes[parent].end; i = page.nodes[i].end) {
      if (page.nodes[i].tag.empty() || inside[i]) continue;
      std::string line = page.line_of(i, longest);
      if (is_day(line)) days.push_back({i, std::move(line)});
    }
  }
  if (days.size() == 1 && !is_headline(page.nodes[days.front().node]) &&
      read_dated_line(title).published != read_dated_line(days.front().text).published)
    days.clear();
  std::ranges::sort(days, {}, &DayLine::node);
  return days;
}

std::string day_above(const Page& page, const std::vector<DayLine>& days, const Candidate& story) {
  std::string day;
  for (const DayLine& one : days) {
    const bool beside = page.nodes[one.node].parent == page.nodes[story.nodes.begin].parent;
    if (beside && one.node < story.nodes.begin) day = one.text;
  }
  return day;
}

}  // namespace backfile

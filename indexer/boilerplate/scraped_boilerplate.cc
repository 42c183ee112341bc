// Counting the lines of an archive, and the order in which a file is cleaned.
#include "indexer/boilerplate/scraped_boilerplate.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "indexer/boilerplate/line_figures.h"
#include "indexer/readers/common/line_key.h"
#include "indexer/readers/scraped/ends.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/readers/scraped/learnt.h"
#include "indexer/readers/scraped/story.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Lines from each end that are counted: menus are long. Most stories are counted whole.
constexpr std::size_t deepest_line = 40;
// The most lines remembered, some 40 MB. Nearly all are lines of stories, never seen again.
constexpr std::size_t most_counted = 1'000'000;
constexpr std::size_t longest_sample = 300;

constexpr std::size_t most_sites = 20'000;
// In bytes; what stories of one kind may all end with is a sentence or two. Licences are longer.
constexpr std::size_t longest_closing = 200;
constexpr std::uint64_t whole_archive = 0;  // among the keys of sites

// Of two lines, one right above the other. Unlike that of a line by itself.
std::uint64_t pair_key(std::uint64_t above, std::uint64_t below) {
  return std::rotl(above, 17) * 3 + below;
}

std::vector<const ScrapedLine*> outer_lines(const std::vector<ScrapedLine>& lines) {
  std::vector<const ScrapedLine*> outer;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool inside = i >= deepest_line && lines.size() - i > deepest_line;
    if (!inside && !lines[i].caption) outer.push_back(&lines[i]);
  }
  return outer;
}

}  // namespace

// A story that is printed in several files repeats all its lines, none of them boilerplate. So a
// file counts only if it brings enough of its own, in lines or in bytes, beside lines that are not
// known yet to be common.
void ScrapedBoilerplate::learn(const std::vector<std::string>& raw) {
  const std::vector<ScrapedLine> lines = scraped_lines(raw);
  const std::vector<const ScrapedLine*> outer = outer_lines(lines);
  std::vector<std::uint64_t> keys;
  std::size_t own_lines = 0, own_bytes = 0, known_lines = 0, known_bytes = 0;
  std::size_t opening = 0, closing = 0;  // lines from each end, all seen before
  for (const ScrapedLine* line : outer) {
    const std::uint64_t key = line_key(line->text);
    const auto seen = counts_.find(key);
    if (seen == counts_.end()) {
      ++own_lines;
      own_bytes += line->text.size();
    } else if (seen->second.files < fewest_files) {
      ++known_lines;
      known_bytes += line->text.size();
    }
    keys.push_back(key);
    closing = seen == counts_.end() ? 0 : closing + 1;
    if (own_lines == 0) ++opening;
  }
  const bool copy = 2 * own_lines < known_lines && 2 * own_bytes < known_bytes;
  if (copy || own_lines == 0) return;
  ++files_;
  // The title of a series opens files, too, but its story follows at once.
  bool opens_title = false;
  if (opening > 0) {
    const std::ptrdiff_t last = outer[opening - 1] - lines.data();
    opens_title = has_title_below(lines, static_cast<std::size_t>(last), [&](std::size_t below) {
      return count_of(lines[below]).files > 0;
    });
  }
  std::vector<std::uint64_t> done;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (std::find(done.begin(), done.end(), keys[i]) != done.end()) continue;
    done.push_back(keys[i]);
    Count& known = counts_[keys[i]];
    ++known.files;
    if ((i < opening && opens_title) || i + closing >= keys.size()) ++known.edges;
    const Count count = known;
    const std::string& text = outer[i]->text;
    // From the second file on: nearly all sentences with figures stand in one alone.
    const std::uint64_t numbers = count.files > 1 ? numbers_key(text) : 0;
    if (numbers != 0) ++counts_[numbers].files;
    if (count.files > 1 && i + 1 < keys.size() && counts_.contains(keys[i + 1]))
      ++counts_[pair_key(keys[i], keys[i + 1])].files;
    if (count.files == fewest_files) {
      samples_[keys[i]] = text.substr(0, code_point_floor(text, longest_sample));
    }
  }
  count_opening(whole_archive, opening);
  if (const std::uint64_t site = site_of(lines); site != whole_archive)
    count_opening(site, opening);
  if (counts_.size() > most_counted) forget_the_rarest();
}

void ScrapedBoilerplate::count_opening(std::uint64_t site, std::size_t lines) {
  if (openings_.size() >= most_sites && !openings_.contains(site)) return;
  Openings& openings = openings_[site];
  openings.resize(std::max(openings.size(), lines + 1));
  ++openings[lines];
}

// The last line that other files have, too; further up, "Read 5 times" may stand on any site.
std::uint64_t ScrapedBoilerplate::site_of(const std::vector<ScrapedLine>& lines) const {
  const std::size_t last = last_known(lines.size(), [&](std::size_t i) {
    const auto count = counts_.find(line_key(lines[i].text));
    return count != counts_.end() && count->second.files > 1;
  });
  return last < lines.size() ? line_key(lines[last].text) : whole_archive;
}

void ScrapedBoilerplate::forget_the_rarest() {
  for (std::uint32_t rare = 1; counts_.size() > most_counted / 2; rare *= 2) {
    for (auto entry = counts_.begin(); entry != counts_.end();) {
      const bool forget = entry->second.files <= rare;
      if (forget) samples_.erase(entry->first);
      entry = forget ? counts_.erase(entry) : std::next(entry);
    }
  }
}

// Whether most of the files that share a line have other figures in it.
bool ScrapedBoilerplate::differs(const std::string& text, std::uint32_t files) const {
  const std::uint64_t numbers = numbers_key(text);
  if (numbers == 0) return false;
  const auto same = counts_.find(numbers);
  return tells_figures(same == counts_.end() ? 0 : same->second.files, files);
}

ScrapedBoilerplate::Count ScrapedBoilerplate::count_of(const ScrapedLine& line) const {
  const auto count = line.caption ? counts_.end() : counts_.find(line_key(line.text));
  return count == counts_.end() || count->second.files < fewest_files ? Count() : count->second;
}

std::uint64_t ScrapedBoilerplate::above_next(const std::vector<ScrapedLine>& lines,
                                             std::size_t i) const {
  if (i + 1 == lines.size()) return 0;
  const auto pair = counts_.find(pair_key(line_key(lines[i].text), line_key(lines[i + 1].text)));
  return pair == counts_.end() ? 0 : pair->second.files + 1;  // the first file was not counted
}

Spread ScrapedBoilerplate::spread_of(const std::vector<ScrapedLine>& lines) const {
  Spread spread;
  spread.archive = files_;
  for (const ScrapedLine& line : lines) {
    const Count count = count_of(line);
    spread.files.push_back(count.files);
    spread.at_edges.push_back(2 * count.edges >= count.files);
    const bool prose =
        count.files > 0 && line.text.size() <= longest_closing && reads_as_prose(line.text);
    const bool differ = count.files > 0 && differs(line.text, count.files);
    spread.of_story.push_back(prose || differ);
    spread.tells_figures.push_back(prose && differ);
    spread.above_next.push_back(count.files > 0 ? above_next(lines, spread.above_next.size()) : 0);
  }
  auto site = openings_.find(site_of(lines));
  if (site == openings_.end()) site = openings_.find(whole_archive);
  const Openings none;
  const Openings& openings = site == openings_.end() ? none : site->second;
  const double all = std::accumulate(openings.begin(), openings.end(), 0.0);
  double longer = all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < openings.size()) longer -= openings[i];
    spread.openings.push_back(all > 0 && i < openings.size() ? longer / all : 0);
  }
  return spread;
}

// Lines of a single file are of no use for cleaning.
ScrapedBoilerplate::Learnt ScrapedBoilerplate::learnt() const {
  Learnt learnt{.files = files_};
  for (const auto& [key, count] : counts_) {
    if (count.files < 2) continue;
    const auto sample = samples_.find(key);
    learnt.lines.push_back({key, count.files, count.edges, count.removed,
                            sample == samples_.end() ? std::string() : sample->second});
  }
  for (const auto& [key, openings] : openings_) learnt.sites.push_back({key, openings});
  std::ranges::sort(learnt.lines, {}, &Learnt::Line::key);
  std::ranges::sort(learnt.sites, {}, &Learnt::Site::key);
  return learnt;
}

ScrapedBoilerplate::ScrapedBoilerplate(const Learnt& learnt) : files_(learnt.files) {
  for (const Learnt::Line& line : learnt.lines) {
    counts_[line.key] = {line.files, line.edges, line.removed};
    if (!line.sample.empty()) samples_[line.key] = line.sample;
  }
  for (const Learnt::Site& site : learnt.sites) openings_[site.key] = site.openings;
}

// What the archive knows of a line takes precedence over what its file alone suggests.
std::vector<LineRole> ScrapedBoilerplate::roles_of(const std::vector<ScrapedLine>& lines,
                                                   Article& article) const {
  std::vector<LineRole> roles(lines.size(), LineRole::body);
  mark_learnt(lines, spread_of(lines), roles);
  mark_both_ends(lines, roles);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_boilerplate(roles[i]) && overrides_.keeps(lines[i].text)) roles[i] = LineRole::body;
    if (overrides_.removes(lines[i].text)) roles[i] = LineRole::learnt;
  }
  std::vector<LineRole> told = roles;
  Article story = article;
  tell_story(lines, told, story);
  const bool has_body = std::ranges::find(told, LineRole::body) != told.end();
  if (!has_body && !story.title.empty() && restore_prose(lines, roles)) {
    tell_story(lines, roles, article);
    return roles;
  }
  article = std::move(story);
  return told;
}

// Gives the sentences below the title back to the story, and the facts above the last of them.
bool ScrapedBoilerplate::restore_prose(const std::vector<ScrapedLine>& lines,
                                       std::vector<LineRole>& roles) const {
  const auto is_learnt = [](LineRole role) {
    return role == LineRole::learnt || role == LineRole::below_foot;
  };
  const auto title =
      static_cast<std::size_t>(std::ranges::find(roles, LineRole::body) - roles.begin());
  bool restored = false;
  for (std::size_t i = roles.size(); i-- > title;) {
    if (!is_learnt(roles[i]) || overrides_.removes(lines[i].text)) continue;
    Article scratch;
    const bool prose = reads_as_prose(lines[i].text);
    if (prose || (restored && read_facts(lines[i].text, scratch) != Stated::nothing))
      roles[i] = LineRole::body;
    restored = restored || prose;
  }
  return restored;
}

std::vector<ScrapedBoilerplate::Judged> ScrapedBoilerplate::clean(
    const std::vector<std::string>& raw, Article& article) const {
  const std::vector<ScrapedLine> lines = scraped_lines(raw);
  const std::vector<LineRole> roles = roles_of(lines, article);
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < lines.size(); ++i) judged.push_back({lines[i].text, roles[i]});
  return judged;
}

void ScrapedBoilerplate::count_removed(const std::vector<Judged>& file) {
  for (const Judged& line : file) {
    if (line.role != LineRole::learnt || overrides_.removes(line.text)) continue;
    const auto count = counts_.find(line_key(line.text));
    if (count != counts_.end()) ++count->second.removed;
  }
}

std::vector<ScrapedBoilerplate::Line> ScrapedBoilerplate::boilerplate() const {
  std::vector<Line> lines;
  for (const auto& [key, sample] : samples_) {
    const Count& count = counts_.at(key);
    if (count.removed > 0) lines.push_back({sample, count.files});
  }
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.files != b.files ? a.files > b.files : a.text < b.text;
  });
  return lines;
}

}  // namespace backfile

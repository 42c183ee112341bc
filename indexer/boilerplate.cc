// Counting the lines of an archive, and the order in which a file is cleaned; see boilerplate.h.
#include "indexer/boilerplate.h"

#include <algorithm>

#include "indexer/readers/scraped_ends.h"
#include "indexer/readers/scraped_learnt.h"
#include "indexer/readers/scraped_story.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Lines from each end that are counted: menus are long. Most stories are counted whole.
constexpr std::size_t kDepth = 40;
// Lines remembered at most, some 40 MB. Nearly all are lines of stories, never seen again.
constexpr std::size_t kMostCounted = 1'000'000;
constexpr std::size_t kLongestSample = 300;

std::vector<const ScrapedLine*> outer_lines(const std::vector<ScrapedLine>& lines) {
  std::vector<const ScrapedLine*> outer;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool inside = i >= kDepth && lines.size() - i > kDepth;
    if (!inside && !lines[i].caption) outer.push_back(&lines[i]);
  }
  return outer;
}

}  // namespace

// A story that is printed in several files repeats all its lines, none of them furniture. So a file
// counts only if it brings enough of its own, in lines or in bytes, beside lines that are not known
// yet to be common.
void Boilerplate::learn(const std::vector<std::string>& raw) {
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
    } else if (seen->second.files < kFewestFiles) {
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
  std::vector<std::uint64_t> done;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (std::find(done.begin(), done.end(), keys[i]) != done.end()) continue;
    done.push_back(keys[i]);
    Count& count = counts_[keys[i]];
    ++count.files;
    // The title of a series opens files, too, but its story follows at once.
    const bool opens = i < opening && i + 1 < outer.size() && could_be_title(*outer[i + 1]);
    if (opens || i + closing >= keys.size()) ++count.edges;
    const std::string& text = outer[i]->text;
    if (count.files == kFewestFiles) {
      samples_[keys[i]] = text.substr(0, code_point_floor(text, kLongestSample));
    }
  }
  if (counts_.size() > kMostCounted) forget_the_rarest();
}

void Boilerplate::forget_the_rarest() {
  for (std::uint32_t rare = 1; counts_.size() > kMostCounted / 2; rare *= 2) {
    for (auto entry = counts_.begin(); entry != counts_.end();) {
      const bool forget = entry->second.files <= rare;
      if (forget) samples_.erase(entry->first);
      entry = forget ? counts_.erase(entry) : std::next(entry);
    }
  }
}

std::uint64_t Boilerplate::files_with(const ScrapedLine& line) const {
  const auto count = counts_.find(line_key(line.text));
  if (line.caption || count == counts_.end() || count->second.files < kFewestFiles) return 0;
  return count->second.files;
}

// What the archive knows of a line comes before what one file says of itself.
std::vector<LineRole> Boilerplate::roles_of(const std::vector<ScrapedLine>& lines,
                                            Article& article) const {
  std::vector<LineRole> roles(lines.size(), LineRole::body);
  Spread spread{files_, {}};
  for (const ScrapedLine& line : lines) spread.files.push_back(files_with(line));
  mark_learnt(lines, spread, roles);
  mark_both_ends(lines, roles);
  tell_story(lines, roles, article);
  return roles;
}

void Boilerplate::clean(const std::vector<std::string>& raw, Article& article) const {
  roles_of(scraped_lines(raw), article);
}

std::vector<Boilerplate::Judged> Boilerplate::judge(const std::vector<std::string>& raw) const {
  const std::vector<ScrapedLine> lines = scraped_lines(raw);
  Article scratch;
  const std::vector<LineRole> roles = roles_of(lines, scratch);
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < lines.size(); ++i) judged.push_back({lines[i].text, roles[i]});
  return judged;
}

std::vector<Boilerplate::Line> Boilerplate::furniture() const {
  std::vector<Line> lines;
  for (const auto& [key, sample] : samples_) {
    const Count& count = counts_.at(key);
    const bool outermost = 2 * count.edges >= count.files;
    const bool site = count.files >= kSureSite || kSiteShare * count.files >= files_;
    if (2 * count.files >= files_ || (outermost && site)) lines.push_back({sample, count.files});
  }
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.files != b.files ? a.files > b.files : a.text < b.text;
  });
  return lines;
}

}  // namespace backfile

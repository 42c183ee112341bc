// Openings are found among the codes, compounds among the separators.
#include "query/matching/records/article_record.h"

#include <algorithm>
#include <iterator>

#include "indexer/forward/scan.h"

namespace backfile {
namespace {

const CodeSet& openings() {
  static const CodeSet set({1, 2, 3, 4, 5, 6});
  static_assert(last_opening == 6);
  return set;
}

}  // namespace

RecordRegion region_of(Opening opening) {
  switch (opening) {
    case Opening::title:
      return RecordRegion::title;
    case Opening::subtitle:
      return RecordRegion::subtitle;
    case Opening::byline:
      return RecordRegion::bylines;
    case Opening::caption:
      return RecordRegion::captions;
    case Opening::body:
    case Opening::paragraph:
      break;
  }
  return RecordRegion::body;
}

RecordRegion region_called(std::string_view field) {
  if (field == "title") return RecordRegion::title;
  if (field == "subtitle") return RecordRegion::subtitle;
  if (field == "body") return RecordRegion::body;
  if (field == "caption") return RecordRegion::captions;
  if (field == "author") return RecordRegion::bylines;
  return RecordRegion::text;
}

void ArticleRecord::read(std::uint32_t docid) {
  record_ = index_.record(docid);
  language_ = index_.lexicon().language_called(index_.facts(docid).language);
  read_openings();
  read_separators();
}

void ArticleRecord::read_openings() {
  std::vector<std::uint64_t> hits(mask_words(record_.codes.size()));
  find_codes(record_.codes, openings(), hits.data());
  paragraphs_.clear();
  for_each_bit(hits, [&](std::uint32_t position) { paragraphs_.push_back(position); });

  fields_.clear();
  for (std::vector<Interval>& region : regions_) region.clear();
  Opening before = Opening::paragraph;  // no field begins with one
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const std::uint32_t begin = paragraphs_[i];
    const auto end = static_cast<std::uint32_t>(i + 1 < paragraphs_.size() ? paragraphs_[i + 1]
                                                                           : record_.codes.size());
    const auto opening = static_cast<Opening>(record_.codes[begin]);
    const bool goes_on = opening == Opening::paragraph ||
                         (opening == Opening::caption && before == Opening::caption);
    if (!goes_on) fields_.push_back(begin);
    const RecordRegion region = region_of(opening);
    add_to_region(region, {begin, end - 1});
    if (region != RecordRegion::bylines) add_to_region(RecordRegion::text, {begin, end - 1});
    before = opening;
  }
}

// Neighbours become one, so that what lies in both lies in a region.
void ArticleRecord::add_to_region(RecordRegion region, Interval interval) {
  std::vector<Interval>& intervals = regions_[static_cast<std::size_t>(region)];
  if (!intervals.empty() && intervals.back().last + 1 == interval.first) {
    intervals.back().last = interval.last;
  } else {
    intervals.push_back(interval);
  }
}

void ArticleRecord::read_separators() {
  compounds_.clear();
  joints_.clear();
  shouted_.clear();
  bool shouts = false;
  SeparatorDecoder entries(record_.separators);
  for (SeparatorEntry entry; entries.next(entry);) {
    const std::uint8_t flags = index_.lexicon().separator(entry.separator).flags;
    const std::uint32_t next = entry.position + 1;
    if ((flags & begins_sentence) != 0) {
      if (shouts) shouted_.back().last = entry.position;
      shouts = (flags & begins_shouted) != 0;
      if (shouts) shouted_.push_back({next, static_cast<std::uint32_t>(record_.codes.size() - 1)});
    }
    if ((flags & joins_compound) == 0 || next >= record_.codes.size()) continue;
    joints_.push_back(entry);
    if (!compounds_.empty() && compounds_.back().last == entry.position) {
      compounds_.back().last = next;
    } else {
      compounds_.push_back({entry.position, next});
    }
  }
}

namespace {

bool is_in_one(const std::vector<Interval>& intervals, std::uint32_t position) {
  const auto behind = std::ranges::upper_bound(intervals, position, {}, &Interval::first);
  return behind != intervals.begin() && std::prev(behind)->last >= position;
}

}  // namespace

std::string_view ArticleRecord::joint(std::uint32_t position) const {
  const auto joint = std::ranges::lower_bound(joints_, position, {}, &SeparatorEntry::position);
  if (joint == joints_.end() || joint->position != position) return {};
  return index_.lexicon().separator(joint->separator).text;
}

void ArticleRecord::append_written(Interval compound, std::string& text) const {
  const Lexicon& lexicon = index_.lexicon();
  text += lexicon.text(index_.form_at(record_, compound.first));
  for (std::uint32_t position = compound.first + 1; position <= compound.last; ++position) {
    text += joint(position - 1);
    text += lexicon.text(index_.form_at(record_, position));
  }
}

std::vector<std::uint32_t> ArticleRecord::gaps() const {
  std::vector<std::uint32_t> gaps;
  SeparatorDecoder entries(record_.separators);
  for (SeparatorEntry entry; entries.next(entry);) {
    if (!index_.lexicon().separator(entry.separator).text.empty()) gaps.push_back(entry.position);
  }
  return gaps;
}

bool ArticleRecord::is_in(RecordRegion region, std::uint32_t position) const {
  return is_in_one(regions_[static_cast<std::size_t>(region)], position);
}

bool ArticleRecord::is_shouted(std::uint32_t position) const {
  if (!is_in_one(shouted_, position)) return false;
  // What opens a paragraph begins a sentence, too, of which there is no entry if it is as usual.
  const auto sentence =
      std::prev(std::ranges::upper_bound(shouted_, position, {}, &Interval::first));
  const auto opening = std::ranges::upper_bound(paragraphs_, position);
  return opening == paragraphs_.begin() || *std::prev(opening) < sentence->first;
}

}  // namespace backfile

// Rows of codes first; the record as a whole where they leave a doubt.
#include "query/matching/records/record_judge.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t scanned_at_once = 1024;  // a phrase is often found early

std::uint64_t frequency(const ForwardIndex& index, const RecordWord& word) {
  return std::accumulate(
      word.forms.begin(), word.forms.end(), std::uint64_t{0},
      [&](std::uint64_t sum, FormId form) { return sum + index.lexicon().row(form).documents; });
}

CodeSet codes_of(const RecordWord& word) {
  std::vector<WordCode> codes;
  codes.reserve(word.forms.size());
  for (const FormId form : word.forms) codes.push_back(code_of(form));
  return CodeSet(std::move(codes));
}

// Every record begins with an opening, if it has any words.
RecordRegion region_at(const Record& record, std::size_t position) {
  while (position > 0 && !is_opening(record.codes[position])) --position;
  return region_of(static_cast<Opening>(record.codes[position]));
}

}  // namespace

RecordJudge::RecordJudge(const ForwardIndex& index, std::vector<MatchPattern> patterns,
                         Analyzer& analyzer, const JoinedIn& joined_in)
    : index_(index), patterns_(std::move(patterns)), analyzer_(analyzer), forms_(index.lexicon()) {
  for (const MatchPattern& pattern : patterns_) rows_.push_back(row_of(pattern, joined_in));
}

RecordJudge::Row RecordJudge::row_of(const MatchPattern& pattern, const JoinedIn& joined_in) {
  Row row;
  row.words = record_words(pattern, forms_);
  row.region = region_called(pattern.field);
  std::uint64_t fewest = std::numeric_limits<std::uint64_t>::max();
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const RecordWord& word = row.words[i];
    row.codes.push_back(codes_of(word));
    const std::uint64_t count = frequency(index_, word);
    if (count < fewest) row.rarest = i;
    fewest = std::min(fewest, count);
    if (word.touches_next) row.found = Verdict::perhaps;
    if (word.pattern.pieces > 1 || word.pattern.family) {
      row.missing = Verdict::perhaps;
    } else if (word.may_be_compound) {  // the last one
      row.in_doubt = joined_in(word.pattern.term);
    }
  }
  return row;
}

bool RecordJudge::holds(std::uint32_t docid) {
  const Record record = index_.record(docid);
  bool in_doubt = false;
  for (const Row& row : rows_) {
    const Verdict verdict = judge(row, docid, record);
    if (verdict == Verdict::yes) return true;
    in_doubt |= verdict == Verdict::perhaps;
  }
  return in_doubt && is_found_whole(docid);
}

RecordJudge::Verdict RecordJudge::judge(const Row& row, std::uint32_t docid,
                                        const Record& record) const {
  if (row.words.empty()) return row.missing;
  std::array<std::uint64_t, mask_words(scanned_at_once)> hits;
  for (std::size_t begin = 0; begin < record.codes.size(); begin += scanned_at_once) {
    const auto codes =
        record.codes.subspan(begin, std::min(scanned_at_once, record.codes.size() - begin));
    find_codes(codes, row.codes[row.rarest], hits.data());
    for (std::size_t word = 0; word < mask_words(codes.size()); ++word) {
      for (std::uint64_t bits = hits[word]; bits != 0; bits &= bits - 1) {
        const std::size_t at = begin + word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        if (at >= row.rarest && stands_at(row, record, at - row.rarest)) return row.found;
      }
    }
  }
  return std::ranges::binary_search(row.in_doubt, docid) ? Verdict::perhaps : row.missing;
}

// No paragraph and no field can begin within it, since each opens with a code of its own.
bool RecordJudge::stands_at(const Row& row, const Record& record, std::size_t first) const {
  const std::size_t count = row.words.size();
  if (record.codes.size() - first < count) return false;
  const WordCode* codes = &record.codes[first];
  for (std::size_t i = row.rarest + 1; i < count; ++i) {
    if (!row.codes[i].contains(codes[i])) return false;
  }
  for (std::size_t i = row.rarest; i-- > 0;) {
    if (!row.codes[i].contains(codes[i])) return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_rare(codes[i])) continue;
    const FormId form = index_.form_at(record, static_cast<std::uint32_t>(first + i));
    if (!std::ranges::binary_search(row.words[i].forms, form)) return false;
  }
  const RecordRegion region = region_at(record, first);
  return row.region == region ||
         (row.region == RecordRegion::text && region != RecordRegion::bylines);
}

bool RecordJudge::is_found_whole(std::uint32_t docid) {
  if (!whole_) whole_.emplace(index_, patterns_, analyzer_);
  whole_->read(docid);
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (!whole_->found(i).empty()) return true;
  }
  return false;
}

}  // namespace backfile

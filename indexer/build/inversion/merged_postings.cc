// Two heaps of streams. What stands in front of both is taken from all streams that have it; they
// move on when the next term is asked for, as its postings lie in them until then.
#include "indexer/build/inversion/merged_postings.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace backfile {

MergedPostings::MergedPostings(const KnownTerms& known, const Inversion& inversion)
    : known_(known), twins_(*inversion.twins) {
  const std::vector<std::filesystem::path>& runs = inversion.runs;
  for (const std::filesystem::path& run : runs) {
    known_streams_.push_back(std::make_unique<Stream>(run.string() + ".known"));
    other_streams_.push_back(std::make_unique<Stream>(run.string() + ".others"));
  }
  for (std::uint32_t run = 0; run < runs.size(); ++run) taken_.push_back(run);
  took_known_ = true;
  advance();
  for (std::uint32_t run = 0; run < runs.size(); ++run) taken_.push_back(run);
  took_known_ = false;
  advance();
}

bool MergedPostings::read_known(Stream& stream) {
  if (stream.in.at_end()) return false;
  stream.rank += static_cast<std::uint32_t>(stream.in.take_number());
  if (stream.rank >= known_.size()) stream.in.damaged("a term is not known");
  read_entry(stream);
  return true;
}

bool MergedPostings::read_other(Stream& stream) {
  if (stream.in.at_end()) return false;
  stream.term = stream.in.take();
  read_entry(stream);
  return true;
}

void MergedPostings::read_entry(Stream& stream) {
  stream.documents = static_cast<std::uint32_t>(stream.in.take_number());
  stream.occurrences = stream.in.take_number();
  stream.postings = stream.in.take();
}

// The streams that were taken move on.
void MergedPostings::advance() {
  for (const std::uint32_t stream : taken_) {
    if (took_known_) {
      if (!read_known(*known_streams_[stream])) continue;
      known_heap_.push_back(std::uint64_t{known_streams_[stream]->rank} << 32 | stream);
      std::ranges::push_heap(known_heap_, std::greater());
    } else if (read_other(*other_streams_[stream])) {
      other_heap_.push_back(stream);
      std::ranges::push_heap(other_heap_, [this](std::uint32_t left, std::uint32_t right) {
        return is_behind(left, right);
      });
    }
  }
  if (took_known_ && !known_heap_.empty()) {
    next_known_ = known_.at_rank(static_cast<std::uint32_t>(known_heap_.front() >> 32));
  }
  taken_.clear();
}

bool MergedPostings::is_behind(std::uint32_t left, std::uint32_t right) const {
  const int order = other_streams_[left]->term.compare(other_streams_[right]->term);
  return order != 0 ? order > 0 : left > right;
}

bool MergedPostings::find_next_term() {
  advance();
  parts_.clear();
  next_part_ = 0;
  decoder_ = {};
  documents_ = 0;
  occurrences_ = 0;
  if (known_heap_.empty() && other_heap_.empty()) return false;
  took_known_ = other_heap_.empty() ||
                (!known_heap_.empty() && next_known_ < other_streams_[other_heap_.front()]->term);
  if (took_known_) {
    take_known();
  } else {
    take_others();
  }
  return true;
}

void MergedPostings::take_known() {
  term_ = next_known_;
  rank_ = static_cast<std::uint32_t>(known_heap_.front() >> 32);
  while (!known_heap_.empty() && known_heap_.front() >> 32 == rank_) {
    const auto stream = static_cast<std::uint32_t>(known_heap_.front());
    std::ranges::pop_heap(known_heap_, std::greater());
    known_heap_.pop_back();
    take(stream, *known_streams_[stream]);
  }
}

void MergedPostings::take_others() {
  term_ = other_streams_[other_heap_.front()]->term;
  while (!other_heap_.empty() && other_streams_[other_heap_.front()]->term == term_) {
    const std::uint32_t stream = other_heap_.front();
    std::ranges::pop_heap(other_heap_, [this](std::uint32_t left, std::uint32_t right) {
      return is_behind(left, right);
    });
    other_heap_.pop_back();
    take(stream, *other_streams_[stream]);
  }
}

void MergedPostings::take(std::uint32_t number, const Stream& stream) {
  taken_.push_back(number);
  documents_ += stream.documents;
  occurrences_ += stream.occurrences;
  parts_.emplace_back(stream.postings);
}

}  // namespace backfile

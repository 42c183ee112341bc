// Sixty-four articles at a time.
#include "query/docids/docid_set.h"

#include <algorithm>

namespace backfile {

DocidSet DocidSet::of_all(Docid last) {
  DocidSet all(last);
  std::ranges::fill(all.words_, ~std::uint64_t{0});
  all.words_.front() &= ~std::uint64_t{1};  // there is no article 0
  all.words_.back() &= ~std::uint64_t{0} >> (63 - last % 64);
  return all;
}

DocidSet& DocidSet::operator&=(const DocidSet& other) {
  for (std::size_t word = 0; word < words_.size(); ++word) words_[word] &= other.words_[word];
  return *this;
}

DocidSet& DocidSet::operator|=(const DocidSet& other) {
  for (std::size_t word = 0; word < words_.size(); ++word) words_[word] |= other.words_[word];
  return *this;
}

DocidSet& DocidSet::operator-=(const DocidSet& other) {
  for (std::size_t word = 0; word < words_.size(); ++word) words_[word] &= ~other.words_[word];
  return *this;
}

std::size_t DocidSet::count() const {
  std::size_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

bool DocidSet::empty() const {
  return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
}

DocidSet::Docid DocidSet::at_or_after(Docid docid) const {
  if (docid > last_) return 0;
  std::size_t word = docid / 64;
  std::uint64_t bits = words_[word] & ~std::uint64_t{0} << docid % 64;
  while (bits == 0) {
    if (++word == words_.size()) return 0;
    bits = words_[word];
  }
  return static_cast<Docid>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

DocidSet::Docid DocidSet::at_or_before(Docid docid) const {
  docid = std::min(docid, last_);
  std::size_t word = docid / 64;
  std::uint64_t bits = words_[word] & ~std::uint64_t{0} >> (63 - docid % 64);
  while (bits == 0) {
    if (word == 0) return 0;
    bits = words_[--word];
  }
  return static_cast<Docid>(word * 64 + 63 - static_cast<std::size_t>(std::countl_zero(bits)));
}

}  // namespace backfile

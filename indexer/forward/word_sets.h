// Several sets of forms to be looked for at once, and where a record has them.
//
// A query word is a set of forms (lexicon.h); a question has a few of them, which may overlap.
// Codes are scanned for all sets together, eight or more at a time (scan.h); a hit is then looked
// up for the sets it belongs to, and a rare code's hit for the form it really is. What patterns are
// built on. Immutable once made: shared by all threads.
//
//   const std::array storm = {lexicon.family("en", "storm"), lexicon.family("en", "hit")};
//   const WordSets sets(storm);
//   sets.for_each_hit(index, record, [](std::uint32_t position, std::uint64_t sets) { ... });
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/forward/format.h"
#include "indexer/forward/forward_index.h"
#include "indexer/forward/rare_forms.h"
#include "indexer/forward/scan.h"

namespace backfile {

class WordSets {
 public:
  static constexpr std::size_t most = 64;

  // At most 64 sets, each in any order.
  explicit WordSets(std::span<const std::span<const FormId>> sets);

  // Calls visit(position, sets) for each word of the record that is in a set, in order: bit k for
  // set k.
  template <class Visit>
  void for_each_hit(const ForwardIndex& index, const Record& record, const Visit& visit) const {
    thread_local std::vector<std::uint64_t> hits;
    hits.resize(mask_words(record.codes.size()));
    find_codes(record.codes, codes_, hits.data());
    RareForms rare(index, record);
    for_each_bit(hits, [&](std::uint32_t position) {
      const WordCode code = record.codes[position];
      const std::uint64_t sets = is_rare(code) ? sets_of_rare(rare.at(position, every_rare_code_))
                                               : combinations_[by_code_[code]];
      if (sets != 0) visit(position, sets);
    });
  }

  const CodeSet& codes() const { return codes_; }

 private:
  // A slot of a hash table with linear probing; form 0: free.
  struct RareMember {
    FormId form = 0;
    std::uint32_t combination = 0;
  };
  std::uint64_t sets_of_rare(FormId form) const {
    if (!rare_bits_.empty() && !has_rare_bit(form)) return 0;
    std::size_t slot = rare_slot(form);
    while (rare_[slot].form != form && rare_[slot].form != 0)
      slot = (slot + 1) & (rare_.size() - 1);
    return combinations_[rare_[slot].combination];
  }
  std::size_t rare_slot(FormId form) const {
    return (form * 0x9E3779B1u >> 7) & (rare_.size() - 1);
  }
  bool has_rare_bit(FormId form) const {
    const std::size_t bit = form - first_rare_code;
    return bit / 64 < rare_bits_.size() && (rare_bits_[bit / 64] >> bit % 64 & 1) != 0;
  }
  void add_rare(FormId form, std::uint64_t sets);
  void set_rare_bits(FormId last);
  std::uint16_t combination(std::uint64_t sets);

  CodeSet codes_;
  std::vector<std::uint16_t> by_code_;       // which combination of sets a short code belongs to
  std::vector<std::uint64_t> combinations_;  // the first is none
  std::vector<RareMember> rare_;             // a power of two of them, half of them free
  // Where there are many rare members every rare word is a hit, and most are of no set: a bit for
  // each form says so from less memory than the hash table takes.
  std::vector<std::uint64_t> rare_bits_;
  bool every_rare_code_ = false;
};

}  // namespace backfile

// A set of articles: a bit for each docid.
//
// What a question comes to once it is evaluated (evaluation.h). Totals, facets and pages by date are
// read from it. An eighth of a byte an article, whatever is in it. A plain value.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace backfile {

class DocidSet {
 public:
  using Docid = std::uint32_t;

  // Empty; for the docids [1, last].
  explicit DocidSet(Docid last = 0) : last_(last), words_(last / 64 + 1) {}
  static DocidSet of_all(Docid last);

  Docid last() const { return last_; }
  bool contains(Docid docid) const { return docid <= last_ && (words_[docid / 64] & bit(docid)); }
  // Those beyond the last are left out.
  void insert(Docid docid) {
    if (docid <= last_) words_[docid / 64] |= bit(docid);
  }
  void erase(Docid docid) {
    if (docid <= last_) words_[docid / 64] &= ~bit(docid);
  }

  // With another of the same docids.
  DocidSet& operator&=(const DocidSet& other);
  DocidSet& operator|=(const DocidSet& other);
  DocidSet& operator-=(const DocidSet& other);

  std::size_t count() const;
  bool empty() const;
  // The first one that is `docid` or greater; 0 if there is none.
  Docid at_or_after(Docid docid) const;
  // The last one that is `docid` or smaller; 0 if there is none.
  Docid at_or_before(Docid docid) const;

  // Calls visit(docid) for each, ascending.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t word = 0; word < words_.size(); ++word) {
      for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1) {
        visit(static_cast<Docid>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
      }
    }
  }

  friend bool operator==(const DocidSet&, const DocidSet&) = default;

 private:
  static std::uint64_t bit(Docid docid) { return std::uint64_t{1} << docid % 64; }

  Docid last_;
  std::vector<std::uint64_t> words_;  // bit d % 64 of word d / 64
};

}  // namespace backfile

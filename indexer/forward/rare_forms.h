// The forms of a record's rare codes, asked for in the order of their positions.
//
// The first is found through the directory of all records (records.h), each later one by counting
// the rare codes in between. For one thread.
#pragma once

#include <cstdint>

#include "indexer/forward/forward_index.h"
#include "indexer/forward/scan.h"

namespace backfile {

class RareForms {
 public:
  RareForms(const ForwardIndex& index, const Record& record) : index_(index), record_(record) {}

  // `position` has a rare code and is behind the one asked for last; with `next` it is the very
  // next that has one.
  FormId at(std::uint32_t position, bool next = false) {
    if (begun_ && next) {
      ++before_;
    } else if (begun_) {
      before_ += count_rare(record_.codes.subspan(counted_, position - counted_));
    } else {
      before_ = index_.rare_before(record_, position);
      begun_ = true;
    }
    counted_ = position;
    return index_.rare_form(before_, record_.codes[position]);
  }

 private:
  const ForwardIndex& index_;
  const Record& record_;
  std::size_t before_ = 0;  // rare codes of all records before `counted_`
  std::uint32_t counted_ = 0;
  bool begun_ = false;
};

}  // namespace backfile

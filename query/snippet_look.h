// A quick look over characters: where in a long text the words of a question may stand.
//
// Compares folded code points with the beginnings of words, at about the speed of reading; it may
// be wrong both ways, so that it only decides where the analyzer is sent. Used by
// snippet_reading.h. Immutable once made; safe on any thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/leaf.h"

namespace backfile {

class QuickLook {
 public:
  QuickLook(std::span<const Leaf> leaves, const std::string& language);

  // How many of the wanted words seem to stand in `text`.
  std::size_t count(std::string_view text) const;

 private:
  std::vector<std::u32string> wanted_;
  std::array<bool, 256> begins_{};  // by the low byte of a first character
};

}  // namespace backfile

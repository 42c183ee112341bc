// What people know better than the learner: lines to keep, lines to remove.
//
// Given in backfile.toml or as flags, held against whole lines by scraped_boilerplate.h and
// boilerplate.h, and stored with the rules. Plain values; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Patterns of whole lines. Case, numbers and dates are ignored; * stands for anything, or nothing.
struct BoilerplateOverrides {
  std::vector<std::string> keep;    // never boilerplate
  std::vector<std::string> remove;  // boilerplate wherever it stands, in every source

  bool keeps(std::string_view line) const;
  // Whether it is to be removed; what is to be kept as well is not.
  bool removes(std::string_view line) const;

  friend bool operator==(const BoilerplateOverrides&, const BoilerplateOverrides&) = default;
};

}  // namespace backfile

// What every floor does with lists: writing one as a line, and appending one to another.
//
// Pure; safe on any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The parts with the separator between each two of them. Empty parts are kept: "a", "", "b" by ","
// is "a,,b".
std::string joined(std::span<const std::string> parts, std::string_view separator);

// Adds copies of all elements of `from` at the end of `to`; these must be two different lists.
template <class Element>
void append(std::vector<Element>& to, const std::vector<Element>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace backfile

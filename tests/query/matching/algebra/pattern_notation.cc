#include "tests/query/matching/algebra/pattern_notation.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace backfile {
namespace {

class Notation {
 public:
  explicit Notation(std::string_view text) : rest_(text) {}

  WrittenPattern read() {
    pattern_.whole = unit();
    if (!rest_.empty()) fail();
    return std::move(pattern_);
  }

 private:
  Unit unit() {
    if (!take("(")) return {leaf()};
    Unit read{kind(), {}};
    while (take(" ")) read.below.push_back(unit());
    if (!take(")")) fail();
    return read;
  }

  Leaf leaf() {
    const std::string spellings(rest_.substr(0, rest_.find_first_of(" )")));
    if (spellings.empty()) fail();
    rest_.remove_prefix(spellings.size());
    const auto known = std::find(pattern_.sets.begin(), pattern_.sets.end(), spellings);
    const auto set = static_cast<std::size_t>(known - pattern_.sets.begin());
    if (known == pattern_.sets.end()) pattern_.sets.push_back(spellings);
    return {set};
  }

  UnitKind kind() {
    if (take("or")) return AnyUnit{};
    if (take("row")) return ExactPhrase{};
    if (take("w/")) return pair(false);
    if (take("pre/")) return pair(true);
    if (take("~")) return Window{static_cast<std::uint32_t>(number())};
    if (take("atleast")) return Repeated{number()};
    if (take("in")) return Inside{number()};
    fail();
  }

  Pair pair(bool ordered) {
    Pair read;
    read.ordered = ordered;
    if (!rest_.empty() && '0' <= rest_[0] && rest_[0] <= '9')
      read.distance = static_cast<std::uint32_t>(number());
    if (take("p")) read.scope = Scope::paragraph;
    if (take("s")) read.scope = Scope::sentence;
    return read;
  }

  std::size_t number() {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) fail();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  [[noreturn]] void fail() const {
    throw std::invalid_argument("no pattern from here: " + std::string(rest_));
  }

  std::string_view rest_;
  WrittenPattern pattern_;
};

}  // namespace

WrittenPattern pattern_of(std::string_view notation) {
  return Notation(notation).read();
}

}  // namespace backfile

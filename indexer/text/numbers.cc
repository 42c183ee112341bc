// Groups of digits and the signs between them: which are thousands, which a fraction.
#include "indexer/text/numbers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Languages in which 1.000 is a thousand. (1,000 is a thousand everywhere: three places behind a
// decimal comma are rare.)
constexpr std::array point_for_thousands = {"da"sv, "de"sv, "es"sv, "fi"sv, "id"sv, "it"sv,
                                            "nl"sv, "no"sv, "pt"sv, "ro"sv, "sv"sv, "tr"sv};

struct Group {
  std::string_view digits;
  std::string_view separator;  // that stands behind it
};

// Anything that is not a separator in use is taken for a digit, whatever its script.
std::size_t separator_length(std::string_view rest) {
  for (const std::string_view separator : {","sv, "."sv, "'"sv, "’"sv}) {
    if (rest.starts_with(separator)) return separator.size();
  }
  return 0;
}

std::vector<Group> groups_of(std::string_view word) {
  std::vector<Group> groups;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t length = separator_length(word.substr(i));
    if (length != 0) {
      groups.push_back({word.substr(begin, i - begin), word.substr(i, length)});
      begin = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  groups.push_back({word.substr(begin), {}});
  return groups;
}

// Whether the groups before `end` are thousands, all parted by the same sign.
bool are_thousands(const std::vector<Group>& groups, std::size_t end) {
  const std::string_view first = groups[0].digits;
  if (end < 2 || first.size() > 3 || first.starts_with('0')) return false;
  return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Group& group) { return group.digits.size() == 3; }) &&
         std::all_of(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                     [&](const Group& group) { return group.separator == groups[0].separator; });
}

bool is_point(std::string_view separator) {
  return separator == "." || separator == ",";
}

}  // namespace

std::string plain_number(std::string_view word, std::string_view language) {
  const std::vector<Group> groups = groups_of(word);
  if (groups.size() == 1) return std::string(word);
  const std::string_view last_separator = groups[groups.size() - 2].separator;
  std::size_t whole = groups.size();  // groups before the decimal point

  const bool one_sign = last_separator == groups[0].separator;
  if (one_sign && are_thousands(groups, groups.size())) {
    const bool decimal_point = groups.size() == 2 && last_separator == "." &&
                               std::find(point_for_thousands.begin(), point_for_thousands.end(),
                                         language) == point_for_thousands.end();
    if (decimal_point) --whole;
  } else if ((groups.size() == 2 && is_point(last_separator)) ||
             (!one_sign && is_point(last_separator) && are_thousands(groups, groups.size() - 1))) {
    --whole;
  } else {
    return {};
  }
  std::string number;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == whole) number += '.';
    number += groups[i].digits;
  }
  return number;
}

}  // namespace backfile

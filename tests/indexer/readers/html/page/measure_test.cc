// How many characters, commas and bytes that may be of a number a run of text holds: ASCII digits,
// and what begins a character of Arabic or of a script behind it.
#include "indexer/readers/html/page/measure.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(HtmlMeasures, CountCharactersWithSpacesInARowAsOne) {
  const struct {
    std::string text;
    std::uint32_t characters, commas, numerals;
  } cases[] = {
      {"", 0, 0, 0},
      {"\n\t\t  ", 0, 0, 0},
      {"weir", 4, 0, 0},
      {"\n    The weir,  the ford,\r\n\tthe 2 mills \n", 31, 2, 1},
      {",", 1, 1, 0},
      {"3 May 2014", 10, 0, 5},
      {"Fähre, Wehr", 11, 1, 0},
      {"渡し船、堰、水車", 8, 2, 8},
      {"٣ مايو ٢٠١٤، فجر", 16, 1, 9},
      {"a\u00A0\u00A0b", 4, 0, 0},
      {std::string(300, 'x') + ", " + std::string(300, '7'), 602, 1, 300},
  };
  for (const auto& c : cases) {
    PageNode node;
    node.text = c.text;
    read_measure(node);
    EXPECT_EQ(node.characters, c.characters) << c.text;
    EXPECT_EQ(node.commas, c.commas) << c.text;
    EXPECT_EQ(node.numerals, c.numerals) << c.text;
  }
}

}  // namespace
}  // namespace backfile

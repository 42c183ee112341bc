// How the size of an index is put into words.
#include "indexer/index/stats.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Stats, CompareAnIndexWithATextOfSomeSizeOnly) {
  EXPECT_EQ(size_of_index(17'300'000, 6'500'000), "17.3 MB, 2.66 times the text");
  EXPECT_EQ(size_of_index(2'000'000, 1'000'000), "2.0 MB, 2.00 times the text");
  EXPECT_EQ(size_of_index(34'300, 449), "34.3 kB");
  EXPECT_EQ(size_of_index(34'300, 6), "34.3 kB") << "a page of one word";
  EXPECT_EQ(size_of_index(34'300, 0), "34.3 kB") << "titles alone";
}

}  // namespace
}  // namespace backfile

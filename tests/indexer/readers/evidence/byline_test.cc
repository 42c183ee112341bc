// Bylines of invented people, as papers in some twenty languages print them.
#include "indexer/readers/evidence/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/lists.h"
#include "tests/indexer/readers/table.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SplitByline, FindsTheNamesOfTheTable) {
  const auto rows = table_of("bylines.tsv", 4);
  ASSERT_EQ(rows.size(), 160u);
  for (const auto& row : rows) EXPECT_EQ(joined(split_byline(row[1]), "; "), row[2]) << row[1];
}

TEST(SplitByline, LeavesANameAsItIsPrinted) {
  for (const char* name :
       {"Jane Doe", "J. R. Hartwell-Pym", "Ludwig van der Meer", "JANE DOE", "orla", "Doe, Jane",
        "Jong, Michiel de", "King, Jr.", "李晓岚", "김하늘", "سلمى الطريفي", "Kreis & Söhne"}) {
    EXPECT_THAT(split_byline(name), ElementsAre(name));
  }
}

TEST(SplitByline, IsNoMatterOfSpacesOrLength) {
  EXPECT_THAT(split_byline(""), IsEmpty());
  EXPECT_THAT(split_byline(" \t\n"), IsEmpty());
  EXPECT_THAT(split_byline(std::string(100'000, 'x')), IsEmpty());
  EXPECT_THAT(split_byline("By  Jane \n Doe"), ElementsAre("Jane Doe"));
}

TEST(DeclaredAuthors, MayBeAnOfficeButNoAccount) {
  EXPECT_THAT(declared_authors("Contributors to the Lowmark Atlas"),
              ElementsAre("Contributors to the Lowmark Atlas"));
  EXPECT_THAT(declared_authors("By Jane Doe, Staff Writer"), ElementsAre("Jane Doe"));
  EXPECT_THAT(declared_authors("By Reuters Staff"), ElementsAre("Reuters Staff"));
  for (const char* nobody :
       {"7", "5f1e0d2c", "CC7567", "admin", "Staff", "Photograph: Nils Hask", "Credit: Nils Hask",
        "By our Berlin correspondent", "Kellby Post Reporter", "Our Correspondent in Velmouth",
        "Photo credit: Ann Bell", "Staff Writer"}) {
    EXPECT_THAT(declared_authors(nobody), IsEmpty()) << nobody;
  }
}

}  // namespace
}  // namespace backfile

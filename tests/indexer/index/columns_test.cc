// Columns have what the slots of the documents have.
#include "indexer/index/columns.h"

#include <gtest/gtest.h>

#include <map>

#include "indexer/index/schema.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

class ColumnsTest : public testing::Test {
 protected:
  std::shared_ptr<const Columns> load() {
    database_.commit();
    return Columns::load(database_);
  }

  TemporaryDirectory directory_;
  Xapian::WritableDatabase database_{directory_.path().string(), Xapian::DB_CREATE_OR_OVERWRITE};
};

std::vector<std::string> values(const ValueColumn& column, Xapian::docid docid) {
  std::vector<std::string> texts;
  for (const std::uint32_t number : column.of(docid)) texts.push_back(column.values()[number]);
  return texts;
}

using Texts = std::vector<std::string>;

TEST_F(ColumnsTest, HoldWhatEachArticleHas) {
  Xapian::Document document;
  document.add_value(slot_day, encode_day(20190331));
  document.add_value(field_of(FieldId::section).values->slot, "World");
  document.add_value(field_of(FieldId::author).values->slot,
                     "Ann\x1f"
                     "Bo");
  database_.replace_document(3, document);
  document.add_value(field_of(FieldId::author).values->slot, "Bo");
  document.remove_value(field_of(FieldId::section).values->slot);
  document.add_value(slot_day, "broken");
  database_.replace_document(7, document);

  const auto columns = load();
  EXPECT_EQ(columns->day(3), 20190331U);
  EXPECT_EQ(columns->day(7), 0U);
  EXPECT_EQ(values(columns->of(FieldId::section), 3), Texts{"World"});
  EXPECT_EQ(values(columns->of(FieldId::section), 7), Texts{});
  EXPECT_EQ(values(columns->of(FieldId::author), 3), (Texts{"Ann", "Bo"}));
  EXPECT_EQ(values(columns->of(FieldId::author), 7), Texts{"Bo"});
  EXPECT_EQ(columns->of(FieldId::author).values().size(), 2U);
  EXPECT_EQ(values(columns->of(FieldId::tag), 3), Texts{});
}

TEST_F(ColumnsTest, HoldNothingForDocidsThatAreNot) {
  database_.replace_document(5, Xapian::Document());
  const auto columns = load();
  for (const Xapian::docid docid : {0U, 4U, 5U, 6U, 7U, 1'000'000U, 0xffffffffU}) {
    SCOPED_TRACE(docid);
    EXPECT_EQ(columns->day(docid), 0U);
    EXPECT_TRUE(columns->of(FieldId::section).of(docid).empty());
  }
}

TEST_F(ColumnsTest, LoadFromAnEmptyDatabase) {
  const auto columns = load();
  EXPECT_EQ(columns->day(1), 0U);
  EXPECT_TRUE(columns->of(FieldId::language).values().empty());
}

TEST_F(ColumnsTest, AgreeWithTheSlotsOfManyDocuments) {
  std::map<Xapian::docid, Texts> expected;
  for (Xapian::docid docid = 1; docid < 3000; docid += 1 + docid % 3) {
    Xapian::Document document;
    std::string list;
    for (unsigned i = 0; i < docid % 4; ++i) {
      const std::string tag = "tag " + std::to_string(docid * 7 % 50 + i);
      list += (list.empty() ? "" : "\x1f") + tag;
      expected[docid].push_back(tag);
    }
    document.add_value(field_of(FieldId::tag).values->slot, list);
    database_.replace_document(docid, document);
  }
  const auto columns = load();
  for (const auto& [docid, tags] : expected)
    EXPECT_EQ(values(columns->of(FieldId::tag), docid), tags) << docid;
}

}  // namespace
}  // namespace backfile

// The table of fields: what its rows must have, and the values that articles have in each.
// fields.cc checks the order of the rows, their prefixes as it is compiled.
#include "indexer/article/fields.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Fields, ThatFilterOrAreCountedSayWhatForAndHow) {
  for (const Field& field : fields) {
    SCOPED_TRACE(field.name);
    EXPECT_FALSE(field.label.empty());
    EXPECT_TRUE(!field.is(for_words) || field.words.has_value());
    if (field.is(for_filters)) {
      ASSERT_TRUE(field.values.has_value());
      EXPECT_FALSE(field.scope.empty());
    }
    EXPECT_TRUE(!field.is(for_facets) || field.id == FieldId::year || field.values.has_value());
  }
}

TEST(Fields, AreFoundByBothNamesForTheirUsesAlone) {
  EXPECT_EQ(find_field("lang", for_filters)->id, FieldId::language);
  EXPECT_EQ(find_field("language", for_facets)->id, FieldId::language);
  EXPECT_EQ(find_field("title", for_words)->id, FieldId::title);
  EXPECT_EQ(find_field("title", for_filters), nullptr);
  EXPECT_EQ(find_field("year", for_filters), nullptr);
  EXPECT_EQ(find_field("", for_facets), nullptr);
}

TEST(Fields, HaveTheValuesOfAnArticle) {
  Article article;
  article.title = "Salt";
  article.author = {"Ann Lee", "Bob Ray"};
  const auto values = [&](FieldId id) {
    const auto found = values_of(field_of(id), article);
    return std::vector<std::string>(found.begin(), found.end());
  };
  EXPECT_EQ(values(FieldId::title), std::vector<std::string>{"Salt"});
  EXPECT_EQ(values(FieldId::author), article.author);
  EXPECT_EQ(values(FieldId::section), std::vector<std::string>{""});
  EXPECT_TRUE(values(FieldId::tag).empty());
  EXPECT_TRUE(values(FieldId::year).empty());
}

TEST(Fields, AreNamedInTheOrderOfTheirRows) {
  EXPECT_EQ(names_of_fields(for_facets), "section, year, author, tag, language and source");
  EXPECT_EQ(names_of_fields(for_words, " or "), "title, subtitle or caption");
}

}  // namespace
}  // namespace backfile

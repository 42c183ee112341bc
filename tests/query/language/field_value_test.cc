// Signs between a field's colon and its value: what they become, and what is said of it.
#include "query/language/field_value.h"

#include <gtest/gtest.h>

#include <string>

#include "query/language/parser.h"

namespace backfile {
namespace {

struct Case {
  const char *query, *tree;
};

TEST(ValueSigns, ThatNegateExcludeWithANote) {
  const struct {
    const char *query, *tree, *note;
  } cases[] = {
      {"tag:!crude oil", R"((all (exclude (filter tag "crude")) (word "oil")))", "“!”"},
      {"tag:(!crude OR gas)", R"((any (exclude (filter tag "crude")) (filter tag "gas")))", "“!”"},
      {"lang:<>en oil", R"((all (exclude (filter lang "en")) (word "oil")))", "“<>”"},
      {"title:!=opec oil", R"((all (exclude (word title "opec")) (word "oil")))", "“!=”"},
      {"date:!=2014 oil", R"((all (exclude (dates 20140000 20149999)) (word "oil")))", "“!=”"},
      {"date:<>2014 oil", R"((all (exclude (dates 20140000 20149999)) (word "oil")))", "“<>”"},
      {"date:(!2014) oil", R"((all (exclude (dates 20140000 20149999)) (word "oil")))", "“!”"},
      {"-date:!2014 oil", R"((all (dates 20140000 20149999) (word "oil")))", "“!”"},
      {"after:!2014 oil", R"((all (exclude (dates 20150000 open)) (word "oil")))", "“!”"},
  };
  for (const auto& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree) << c.query;
    ASSERT_EQ(parsed.notes.size(), 1U) << c.query;
    EXPECT_EQ(parsed.notes[0].message,
              std::string(c.note) + " was read as “-”, which leaves out what follows.");
  }
}

TEST(ValueSigns, OfComparisonMayStandTheOtherWayRound) {
  const Case cases[] = {
      {"date:=>2014", "(dates 20140000 open)"},
      {"date:>=2014", "(dates 20140000 open)"},
      {"date:=<2014-03-12", "(dates open 20140312)"},
      {R"(date:=>"March 2014")", "(dates 20140300 open)"},
      {"date:==2014", "(dates 20140000 20149999)"},
      {"title:=opec", R"((word title exact "opec"))"},
      {"tag:-crude", R"((exclude (filter tag "crude")))"},
  };
  for (const Case& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree) << c.query;
    EXPECT_TRUE(parsed.notes.empty()) << c.query << ": " << parsed.notes[0].message;
  }
}

TEST(ValueSigns, ThatMakeNoSenseMakeNoDate) {
  for (const char* query : {"date:><2014", "date:>>2014", "date:>=>2014", "date:!>2014",
                            "date:>March-2014", "before:>2014", "date:2014-W10", "date:2014-H1"}) {
    const Parsed parsed = parse(query);
    EXPECT_EQ(dump(parsed.tree), "(nothing)") << query;
    ASSERT_EQ(parsed.notes.size(), 1U) << query;
    EXPECT_NE(parsed.notes[0].message.find("is not a date"), std::string::npos) << query;
  }
}

}  // namespace
}  // namespace backfile

// Signs between a field's colon and its value: what they become, and the notes about it.
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

TEST(ValueSigns, ThatAreAHyphenAreReadBeforeTheField) {
  const struct {
    const char *query, *tree, *note;
  } cases[] = {
      {"title:-dam", R"((exclude (word title "dam")))",
       "“title:-” was read as “-title:”, which leaves out what follows."},
      {"tag:-crude", R"((exclude (filter tag "crude")))",
       "“tag:-” was read as “-tag:”, which leaves out what follows."},
      {"oil date:-2014", R"((all (word "oil") (exclude (dates 20140000 20149999))))",
       "“date:-” was read as “-date:”, which leaves out what follows."},
  };
  for (const auto& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree) << c.query;
    ASSERT_EQ(parsed.notes.size(), 1U) << c.query;
    EXPECT_EQ(parsed.notes[0].message, c.note);
  }
  EXPECT_TRUE(parse("-title:dam").notes.empty());
  EXPECT_TRUE(parse("title:(-dam flood)").notes.empty());
}

TEST(ValueSigns, OfComparisonMayStandTheOtherWayRound) {
  const Case cases[] = {
      {"date:=>2014", "(dates 20140000 open)"},
      {"date:>=2014", "(dates 20140000 open)"},
      {"date:=<2014-03-12", "(dates open 20140312)"},
      {R"(date:=>"March 2014")", "(dates 20140300 open)"},
      {"date:==2014", "(dates 20140000 20149999)"},
      {"title:=opec", R"((word title exact "opec"))"},
  };
  for (const Case& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree) << c.query;
    EXPECT_TRUE(parsed.notes.empty()) << c.query << ": " << parsed.notes[0].message;
  }
}

TEST(DateValues, ThatAreNoDatesAreLeftOutWithTheReason) {
  const struct {
    const char *query, *tree, *note;
  } cases[] = {
      {"date:yesterday flood", R"((word "flood"))",
       "“yesterday” is not a date and was left out; write “2019”, “\"March 2019\"”, "
       "“3/2019”, “2019-03-31” or “2019..2021”."},
      {"after:0850 flood", R"((word "flood"))",
       "“0850” is not a date and was left out. Years go from 1000 to 9998."},
      {"before:5/3/2019 flood", R"((word "flood"))",
       "“5/3/2019” could be two days and was left out; write “2019-03-05” or "
       "“2019-05-03”."},
      {"date:31/2/2014 flood", R"((word "flood"))",
       "“31/2/2014” cannot be a date and was left out. February 2014 has 28 days."},
      {"before:2014-13 flood", R"((word "flood"))",
       "“2014-13” cannot be a date and was left out. Months go from 1 to 12."},
  };
  for (const auto& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree) << c.query;
    ASSERT_EQ(parsed.notes.size(), 1U) << c.query;
    EXPECT_EQ(parsed.notes[0].message, c.note);
    EXPECT_EQ(parsed.notes[0].position, std::string_view(c.query).find(':') + 1);
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

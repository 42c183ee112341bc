// Dates and languages in the words of the pages.
#include "server/pages/wording.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(Wording, WritesAsMuchOfADateAsIsKnown) {
  const struct {
    std::string iso, text;
  } cases[] = {
      {"2015-06-11", "11 June 2015"},
      {"2015-06-11T10:00:00+02:00", "11 June 2015"},
      {"2015-06", "June 2015"},
      {"2015", "2015"},
      {"", ""},
      {"yesterday", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.iso);
    EXPECT_EQ(written_date(c.iso), c.text);
  }
}

// As readers of files call them (evidence/dating.h).
TEST(Wording, TellsWhereADateWasReadInPlainWords) {
  const struct {
    std::string where, place;
  } cases[] = {
      {"JSON-LD \"datePublished\"", "the page’s data for search engines"},
      {"JSON-LD \"dateModified\" of the page", "the page’s data for search engines"},
      {"<meta article:published_time>", "the page’s data for search engines"},
      {"itemprop=datePublished", "the page’s data for search engines"},
      {"<time> below the headline", "a line below the headline"},
      {"<time> of the page", "a line elsewhere on the page"},
      {"a date above the headline", "a line above the headline"},
      {"a line named as date or byline below the headline", "a line below the headline"},
      {"a line of the page", "a line elsewhere on the page"},
      {"a line beside the title", "a line beside the headline"},
      {"the name of the file", "the name of its file"},
      {"the address", "the address of the original"},
      {"the article", "the article’s data"},
      {"\"pubDate\"", "the field “pubDate” of its data"},
      {"somewhere new", "somewhere new"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(place_of_date(c.where), c.place);
}

TEST(Wording, KnowsWhereALanguageBegins) {
  EXPECT_EQ(direction("ar"), "rtl");
  EXPECT_EQ(direction("he"), "rtl");
  EXPECT_EQ(direction("en"), "ltr");
  EXPECT_EQ(direction(""), "auto");
  EXPECT_EQ(shown_value(field_of(FieldId::language), "de"), "German");
  EXPECT_EQ(shown_value(field_of(FieldId::section), "de"), "de");
}

}  // namespace
}  // namespace backfile

// Lines that name two days, or the hour of an event, and lines that only look like that.
#include "indexer/readers/evidence/date_spans.h"

#include <gtest/gtest.h>

#include "indexer/readers/evidence/dated_line.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

TEST(DateSpans, DateNothing) {
  for (const char* line :
       {"March 5, 1899 - June 7, 1970", "March 5, 1899 – June 7, 1970", "12 May – 30 June 2018",
        "12 May - 30 June 2018", "12 - 30 June 2018", "3. – 17. Oktober 2018",
        "May 12 - June 30, 2018", "05 Mar 2019 - 07 Jun 2021", "5 March 1899–7 June 1970",
        "1899-03-05 - 1970-06-07", "May – June 2018", "Saturday 12 May – Sunday 30 June 2018",
        "b. 5 March 1899, d. 7 June 1970", "born 5 March 1899, died 7 June 1970"}) {
    const DatedLine read = read_dated_line(line);
    EXPECT_EQ(read.published + read.modified, "") << line;
  }
}

TEST(DateSpans, AreNoneWhereADashPartsOtherThings) {
  const struct {
    const char *line, *published, *modified;
  } cases[] = {
      {"Page 3 - 12 May 2018", "2018-05-12", ""},
      {"Jane Doe - 12 May 2018", "2018-05-12", ""},
      {"12 May 2018 - Jane Doe", "2018-05-12", ""},
      {"12 May 2018 - 10:00", "2018-05-12T10:00", ""},
      {"12 May 2018 - 5 min read", "2018-05-12", ""},
      {"Published 12 May 2018 - Updated 30 June 2018", "2018-05-12", "2018-06-30"},
      {"Published 12 May 2018 – 30 June 2018", "2018-05-12", ""},
  };
  for (const auto& one : cases) {
    const DatedLine read = read_dated_line(one.line);
    EXPECT_EQ(read.published, one.published) << one.line;
    EXPECT_EQ(read.modified, one.modified) << one.line;
  }
}

TEST(DateSpans, AreNotTheDaysOfEvents) {
  for (const char* line :
       {"Saturday 12 May 2018, 7pm, Town Hall", "Saturday, May 12, 2018, 7:00 PM, Town Hall",
        "Saturday 12 May 2018, 7.30pm at the Town Hall", "12 May 2018, 10:00 - 12:00",
        "12. Mai 2018, 19 Uhr, Stadthalle", "Saturday 12 May 2018, 8pm, Velmouth",
        "Sat, 12 May 2018 | Town Hall | 8 pm", "Sat, 12 May 2018 | 20:00 | Old Library",
        "Opens 12 May 2018", "Exhibition opens 12 May 2018"}) {
    EXPECT_EQ(read_dated_line(line).published, "") << line;
  }
  for (const char* line :
       {"Updated 12 May 2018, 7pm", "Published Saturday 12 May 2018, 7pm, Town Hall",
        "Saturday 12 May 2018, 7pm", "12 May 2018 | Town Hall", "Sat, 12 May 2018 | 8 pm",
        "Sat, 12 May 2018 | By Jane Hall | 8 pm", "12 May 2018 19:00 | Velmouth",
        "Velmouth, 12 May 2018", "May 12, 2018 7:00 PM by Jane Hall"}) {
    const DatedLine read = read_dated_line(line);
    EXPECT_EQ((read.published + read.modified).substr(0, 10), "2018-05-12") << line;
  }
}

TEST(DateSpans, DateNoArticleInAnyFormat) {
  const std::string prose =
      "The lamp of Kellby is shown in the hall of the harbour office, beside the rope. It may be "
      "looked at, but it may not be lit.";
  for (const std::string line :
       {"March 5, 1899 - June 7, 1970", "12 May – 30 June 2018",
        "<span>March 5, 1899</span> - <span>June 7, 1970</span>",
        "<time datetime=\"2018-05-12\">12 May</time> – <time>30 June 2018</time>",
        "<time>Saturday 12 May 2018</time>, 7pm, Town Hall"}) {
    const Article page =
        read_one("a.html",
                 "<html lang=en><head><title>Ada Quist</title></head><body><h1>Ada Quist"
                 "</h1><p>" +
                     line + "</p><p>" + prose + "</p><p>" + prose + "</p></body></html>");
    EXPECT_EQ(page.published, "") << line;
    EXPECT_EQ(page.body.size(), 3u) << line;
    const Article post =
        read_one("a.md", "# Ada Quist\n\n" + line + "\n\n" + prose + "\n\n" + prose + "\n");
    EXPECT_EQ(post.published, "") << line;
  }
  const Article event = read_one(
      "a.html",
      "<html lang=en><head><title>Ada Quist</title></head><body><h1>Ada Quist</h1>"
      "<p class=\"event-date\">12 May 2018</p><p><span itemprop=\"startDate\">12 May 2018</span>"
      "</p><p>" +
          prose + "</p></body></html>");
  EXPECT_EQ(event.published, "");
}

}  // namespace
}  // namespace backfile

// The headline of a page, not the site's name: a table of pages, each in one line.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/indexer/readers/read_text.h"
#include "tests/places.h"

namespace backfile {
namespace {

// titles.tsv: page, title, remark; the first line names the columns.
TEST(HtmlHeadline, IsToldFromTheNameOfTheSite) {
  std::ifstream in(std::string(source_dir) + "/tests/indexer/readers/titles.tsv");
  std::string line;
  std::getline(in, line);
  int rows = 0;
  while (std::getline(in, line)) {
    std::istringstream columns(line);
    std::string html, title, remark;
    std::getline(columns, html, '\t');
    std::getline(columns, title, '\t');
    std::getline(columns, remark);
    EXPECT_EQ(read_one("a.html", html).title, title) << remark;
    ++rows;
  }
  EXPECT_EQ(rows, 60);
}

TEST(HtmlHeadline, KeepsWhatItsWriterPutBetweenBarsAndDashes) {
  const struct {
    std::string title, site, expected;
  } cases[] = {
      {"Lunn - Ostrey in nine hours", "Kellby Post", "Lunn - Ostrey in nine hours"},
      {"Pike | perch | eel", "Kellby Post", "Pike | perch | eel"},
      {"Kellby Post: what we print", "Kellby Post", "what we print"},
      {"What we print - kellbypost.example", "", "What we print"},
      {"S-bahn_plan für Kellby", "Bote", "S-bahn_plan für Kellby"},
  };
  for (const auto& row : cases) {
    const std::string site =
        row.site.empty() ? "" : "<meta property=\"og:site_name\" content=\"" + row.site + "\">";
    EXPECT_EQ(read_one("a.html", "<html><head><title>" + row.title + "</title>" + site +
                                     "</head><body><p>The mate had the key in his coat, and the "
                                     "coat was at the tailor's. Nobody asked.</p></body></html>")
                  .title,
              row.expected);
  }
}

TEST(HtmlHeadline, IsALineOfTheTitleWhereThePageHasNoHeadings) {
  const struct {
    std::string title, headline, expected;
  } cases[] = {
      {"The Kellby Post - The vane that no longer turns",
       "<font size=\"5\"><b>The vane that no longer "
       "turns</b></font><br>",
       "The vane that no longer turns"},
      {"The vane that no longer turns_Weather_Kellby",
       "<div class=\"t\">The vane that no longer "
       "turns</div>",
       "The vane that no longer turns"},
      {"The Kellby Post - The vane that no longer turns", "",
       "The Kellby Post - The vane that no longer turns"},
  };
  for (const auto& row : cases) {
    EXPECT_EQ(
        read_one("a.html", "<html><head><title>" + row.title +
                               "</title></head><body><table>"
                               "<tr><td>" +
                               row.headline +
                               "<p>The mate had the key in his coat, and the coat was at "
                               "the tailor's. Nobody asked.</p></td></tr></table></body></html>")
            .title,
        row.expected);
  }
}

}  // namespace
}  // namespace backfile

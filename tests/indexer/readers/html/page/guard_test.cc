// A comment, script or style sheet that is never closed does not take the rest of the page along.
#include "indexer/readers/html/page/guard.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string first =
    "The lamp of Tarn End failed at nine, and again at ten, when nobody was there to see it fail.";
const std::string second =
    "The keeper says that it was a spider, which has been moved to the other end of the harbour.";

std::string body_of(const std::string& between) {
  return in_one_line(read_one("a.html",
                              "<html lang=en><head><title>The lamp</title></head><body>"
                              "<h1>The lamp</h1><p>" +
                                  first + "</p>" + between + "<p>" + second + "</p>")
                         .body);
}

TEST(GuardedPage, ReadsOnBehindWhatIsNeverClosed) {
  for (const std::string open :
       {"<!-- ad start ", "<!--", "<script>var a = 1;</scrip>", "<script src=\"a.js\">\n",
        "<script>if (a < b) { c = '<p>'; }\n", "<style>p { color: red }\n",
        "<script>a = \"<p>These are the words of a script and of nobody who reads it</p>\";\n"})
    EXPECT_EQ(body_of(open), first + " / " + second) << open;
}

TEST(GuardedPage, ShowsNothingOfWhatIsClosedOrIsCode) {
  for (const std::string closed :
       {"<!-- <p>It was not a spider, and the keeper was not asked, nor the harbour.</p> -->",
        "<script>var a = '<p>It was not a spider, and the keeper was not asked.</p>';</script>",
        "<style>p:after { content: 'It was not a spider, and nobody was asked' }</style>"})
    EXPECT_EQ(body_of(closed), first + " / " + second) << closed;
  const std::string cut =
      "<html lang=en><head><title>The lamp</title></head><body><h1>The lamp</h1>"
      "<p>" +
      first + "</p><p>" + second + "</p><script>var rest = {a: '<p>";
  EXPECT_EQ(in_one_line(read_one("a.html", cut).body), first + " / " + second);
}

TEST(GuardedPage, TakesNoLongerForManyThatAreNeverClosed) {
  std::string page = "<html><body><p>" + first + "</p>";
  for (int i = 0; i < 100'000; ++i) page += "<!-- a <script> b <style> ";
  EXPECT_TRUE(guard_page(page).has_value());
}

}  // namespace
}  // namespace backfile

// Where front matter begins and ends, and what only looks like it.
#include <gtest/gtest.h>

#include "indexer/readers/markdown/front_matter.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// "Tide (2014-02-03): It rose. / It fell.", and what was said besides.
std::string told(const std::string& text, const std::string& path = "post.md") {
  const ReadText all = read_text_as(path, text);
  std::string line;
  for (const Article& one : all.articles) {
    line += (line.empty() ? "" : "; ") + one.title;
    if (!one.published.empty()) line += " (" + one.published + ')';
    line += ": " + in_one_line(one.body);
  }
  for (const Rejected& one : all.rejected)
    line += "; " + one.place + (one.reason == front_matter_broken ? " is broken" : one.reason);
  return line;
}

TEST(FrontMatter, IsFoundBehindWhatMayStandBeforeIt) {
  const std::string post = "---\ntitle: Tide\ndate: 2014-02-03\n---\n\nIt rose.\n";
  for (const char* before :
       {"", "\n", "\n\n \n", "\xef\xbb\xbf", "\xef\xbb\xbf\n\n", "\n\xef\xbb\xbf",
        "<!-- licence -->\n", "<!-- a\n\nb: c\n-->\n\n<!-- d -->\n", "  "}) {
    SCOPED_TRACE(before);
    EXPECT_EQ(told(before + post), "Tide (2014-02-03): It rose.");
    EXPECT_EQ(told(before + post, "post.html"), "Tide (2014-02-03): It rose.");
  }
  const std::string crs = "---\rtitle: Tide\rdate: 2014-02-03\r---\r\rIt rose.\r\rIt fell.\r";
  EXPECT_EQ(told(crs), "Tide (2014-02-03): It rose. / It fell.");
  EXPECT_EQ(told(crs, "post.html"), "Tide (2014-02-03): It rose. It fell.");
  EXPECT_EQ(told("\r\n---\r\ntitle: Tide\r\n---\r\n\r\nIt rose.\r\n"), "Tide: It rose.");
  // What says something is no such thing.
  EXPECT_EQ(told("Mind:\n\n" + post), ": Mind: / title: Tide date: 2014-02-03 / It rose.");
  EXPECT_EQ(told("<!-- never closed\n" + post).find("Tide (2014"), std::string::npos);
}

TEST(FrontMatter, CountsTheLinesBeforeIt) {
  EXPECT_EQ(told("\n<!--\n-->\n---\ntitle: Tide\nsubtitle: a: b\n---\nIt rose.\n"),
            "Tide: It rose.; line 6 is broken");
}

TEST(FrontMatter, IsReadInJson) {
  const std::pair<const char*, const char*> cases[] = {
      {"{\n\"title\":\"Tide\",\"date\":\"2014-02-03\"\n}\n\nIt rose.\n",
       "Tide (2014-02-03): It rose."},
      {"{\"title\": \"Tide {a}\\\"}\"}\nIt rose.\n", "Tide {a}\"}: It rose."},
      {"\n{ \"params\": {\"title\": \"Tide\"}, \"date\": 1391385600 }\n\nIt rose.\n",
       "Tide (2014-02-03T00:00:00Z): It rose."},
      {";;;\n{ \"title\": \"Tide\" }\n;;;\nIt rose.\n", "Tide: It rose."},
      {";;;\n\"title\": \"Tide\",\n\"date\": \"2014-02-03\"\n;;;\nIt rose.\n",
       "Tide (2014-02-03): It rose."},
      {"---json\n{ \"title\": \"Tide\" }\n---\nIt rose.\n", "Tide: It rose."},
      {"---toml\ntitle = \"Tide\"\n---\nIt rose.\n", "Tide: It rose."},
      {"---yaml\ntitle: Tide\n---\nIt rose.\n", "Tide: It rose."},
      {"{\n\"title\": \"Tide\",\n}\nIt rose.\n", "Tide: It rose.; line 1 is broken"},
      {"{ \"title\": \"Tide\", \"body\": \"It rose.\" }\n", "Tide: It rose."},
      // Text that begins with a brace.
      {"{\"a\": 1}\n\nIt rose.\n", ": {\"a\": 1} / It rose."},
      {"{\"title\": \"Tide\"} is how it begins.\n\nIt rose.\n",
       ": {\"title\": \"Tide\"} is how it begins. / It rose."},
      {"{\"title\": \"Tide\"\n\nIt rose.\n", ": {\"title\": \"Tide\" / It rose."},
      {";;;\n\nIt rose.\n\n;;;\n", ": ;;; / It rose. / ;;;"},
      {"{% raw %}\n\nIt rose.\n", ": It rose."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(told(text), expected) << text;
}

TEST(FrontMatter, IsNoTextBetweenTwoRules) {
  const std::string sentence = "The market carried the factory near the old station on that day";
  const std::string prose = sentence + ", and nobody saw it; " + sentence + ", and all did. " +
                            sentence + " and the next.";
  const std::pair<std::string, std::string> cases[] = {
      {"---\n\nIt rose.\n\n---\n\nIt fell.\n", ": It rose. / It fell."},
      {"---\n\nA note: it was kept by hand.\n\nIt rose.\n\n---\n\nIt fell.\n",
       ": A note: it was kept by hand. / It rose. / It fell."},
      {"---\n\nA note: it was kept by hand.\n\n---\n\nIt fell.\n",
       ": A note: it was kept by hand. / It fell."},
      {"---\n\nNote: it was kept by hand.\n\n---\n\nIt fell.\n",
       ": Note: it was kept by hand. / It fell."},
      {"---\n\nStory: it was a dark night.\n\n---\n\nIt fell.\n",
       ": Story: it was a dark night. / It fell."},
      {"---\nShe said: \"Come in: it rose.\"\n\nIt rose.\n\n---\n\nIt fell.\n",
       ": She said: \"Come in: it rose.\" / It rose. / It fell."},
      {"---\n" + prose + "\n---\n\nIt fell.\n", ": " + prose + " / It fell."},
      {"---\n\n# Tide\n\n---\n\nIt fell.\n", "Tide: It fell."},
      {"---\n\n- It rose.\n\n---\n\nIt fell.\n", ": It rose. / It fell."},
      {"---\n\nhttps://pier.example\n\n---\n\nIt fell.\n", ": https://pier.example / It fell."},
      {"+++\n\nIt rose.\n\n+++\n\nIt fell.\n", ": +++ / It rose. / +++ / It fell."},
      {"---\n\nIt rose: at last.\n", ": It rose: at last."},
      {"---\nNote: it was kept by hand.\n\nIt fell.\n", ": Note: it was kept by hand. / It fell."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(told(text), expected) << text;
}

TEST(FrontMatter, EndsWhereTheTextBegins) {
  const std::pair<const char*, const char*> cases[] = {
      // Never closed; a rule in the text does not.
      {"---\ntitle: Tide\ndate: 2014-02-03\n\nIt rose.\n\n---\n\nIt fell.\n",
       "Tide (2014-02-03): It rose. / It fell."},
      {"---\ntitle: Tide\n\n# High water\n\nShe said: it rose.\n\n---\n\nIt fell.\n",
       "Tide: High water / She said: it rose. / It fell."},
      {"---\ntitle: Tide\n\nNote: it was kept by hand.\n\n---\n\nIt fell.\n",
       "Tide: Note: it was kept by hand. / It fell."},
      // Blank lines, comments, further lines, unknown names and quotation marks are no text.
      {"---\n\ntitle: Tide\n\ndate: 2014-02-03\n\n---\n\nIt fell.\n",
       "Tide (2014-02-03): It fell."},
      {"---\n# Mind: this is ours.\ntitle: Tide\n# And this.\ndate: 2014-02-03\n---\nIt fell.\n",
       "Tide (2014-02-03): It fell."},
      {"---\ntitle: Tide\nand: ebb: both\ngo on\ndate: 2014-02-03\n---\nIt fell.\n",
       "Tide (2014-02-03): It fell.; line 3 is broken"},
      {"---\nlayout: post\n---\nIt fell.\n", ": It fell."},
      {"---\nlayout: A page. For all of us.\n---\nIt fell.\n", ": It fell."},
      {"---\n\"title\": Tide: a tale\n---\nIt fell.\n", "Tide: a tale: It fell.; line 2 is broken"},
      {"---\nDate Published: 2014-02-03\nTitle: Tide\n---\nIt fell.\n",
       "Tide (2014-02-03): It fell."},
      {"---\nMeta description: A guide to the tide.\ntitle: Tide\n---\nIt fell.\n",
       "Tide: It fell."},
      {"---\ntitle: Tide\ndescription: |\n  High.\n\n  Low water.\n\ndate: 2014-02-03\n---\nIt "
       "fell.\n",
       "Tide (2014-02-03): It fell."},
      {"---\ntitle: \"Tide\n\n  of a day\"\n---\nIt fell.\n", "Tide of a day: It fell."},
      {"---\n---\nIt fell.\n", ": It fell."},
      {"---\n\n---\nIt fell.\n", ": It fell."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(told(text), expected) << text;
}

}  // namespace
}  // namespace backfile

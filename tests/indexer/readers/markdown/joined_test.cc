// Files of several posts, and files of one post that only look like several.
#include "indexer/readers/markdown/joined.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// "day.md Ferry waits: The ferry waits. / ...".
std::string told(const std::string& text) {
  const ReadText all = read_text_as("day.md", text);
  std::string line;
  for (const Article& one : all.articles)
    line += (line.empty() ? "" : "; ") + one.id + ' ' + one.title + ": " + in_one_line(one.body);
  for (const Rejected& one : all.rejected) line += "; " + one.place + ": " + one.reason;
  return line;
}

TEST(JoinedPosts, AreEachRead) {
  const std::string front = "---\ntitle: Ferry waits\ndate: 2011-03-05\n---\nIt waits.\n";
  const struct {
    const char* what;
    std::string text;
    std::string expected;
  } cases[] = {
      {"two front matters", front + "\n---\ntitle: Cat found\ntags:\n  - cats\n---\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"in TOML",
       "+++\ntitle = \"Ferry waits\"\n+++\nIt waits.\n\n+++\ntitle = \"Cat found\"\n+++\nOh.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: Oh."},
      {"of either form", front + "\n+++\ntitle = \"Cat found\"\n+++\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"without a blank line before the second", front + "---\nTitle: Cat found\n---\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"behind what may stand before the first",
       "\xef\xbb\xbf<!-- a -->\n" + front + "\n---\n\ntitle: Cat found\n\n---\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"lines of CR",
       "---\rtitle: Ferry waits\r---\rIt waits.\r\r---\rtitle: Cat found\r---\rIt was.\r",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"broken", front + "\n---\ntitle: Cat: found\n---\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat: found: It was.; article 2: " +
           std::string(front_matter_broken)},
      {"three, the second never closed",
       front + "\n---\ntitle: Cat found\ndate: 2011-03-06\n\nIt was.\n\n---\nheadline: Dog "
               "found\n---\nOh.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was.; day.md#3 Dog found: Oh."},
      {"a rule before a line with a colon", front + "\n---\ntitle: a word\n\nIt goes.\n",
       "day.md Ferry waits: It waits. / title: a word / It goes."},
      {"headings with bylines",
       "# Ferry waits\n\nBy Una Vray, 5 March 2011\n\nIt waits.\n\n---\n\n# Cat found\n\nBy Orrin "
       "Blythe, 6 March 2011\n\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"a heading with a byline below front matter",
       front + "\n# Cat found\nBy Orrin Blythe\n6 March 2011\n\nIt was.\n",
       "day.md Ferry waits: It waits.; day.md#2 Cat found: It was."},
      {"a draft among them", front + "\n---\ntitle: Cat found\ndraft: true\n---\nIt was.\n",
       "day.md Ferry waits: It waits.; article 2: marked as a draft"},
      {"a rule", front + "\n---\n\nIt goes.\n", "day.md Ferry waits: It waits. / It goes."},
      {"a table of fields between rules", front + "\n---\nfrom: Kellby\nto: Dunsk\n---\nIt goes.\n",
       "day.md Ferry waits: It waits. / from: Kellby to: Dunsk / It goes."},
      {"front matter as code", front + "\n```yaml\n\n---\ntitle: Cat found\n---\n```\n",
       "day.md Ferry waits: It waits. / ---|title: Cat found|---"},
      {"chapters",
       "# Ferry waits\n\nBy Una Vray, 5 March 2011\n\nIt waits.\n\n# The tide\n\nIt ebbs.\n",
       "day.md Ferry waits: It waits. / The tide / It ebbs."},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.expected) << one.what;
}

}  // namespace
}  // namespace backfile

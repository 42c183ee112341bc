// Fields at the head of a post without a fence above them, and text that only looks like it.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// "Tide (2014-02-03) by Jane Tarn, Ole Harn; in Sea; tags a, b: It rose. / It fell."
std::string told(const std::string& text, const std::string& path = "post.md") {
  const ReadText all = read_text_as(path, text);
  std::string line;
  const auto listed = [](const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts) list += (list.empty() ? "" : ", ") + part;
    return list;
  };
  for (const Article& one : all.articles) {
    line += (line.empty() ? "" : " | ") + one.title;
    if (!one.published.empty()) line += " (" + one.published + ')';
    if (!one.author.empty()) line += " by " + listed(one.author);
    if (!one.section.empty()) line += "; in " + one.section;
    if (!one.tags.empty()) line += "; tags " + listed(one.tags);
    line += ": " + in_one_line(one.body);
  }
  for (const Rejected& one : all.rejected) line += "; " + one.place + one.reason;
  return line;
}

TEST(FrontMatterHeader, IsReadWithoutAFenceAboveIt) {
  const std::pair<const char*, const char*> cases[] = {
      // Pelican
      {"Title: Tide\nDate: 2014-02-03\nCategory: Sea\nTags: a, b\nAuthor: Jane Tarn\nSlug: tide\n"
       "\nIt rose.\n\nIt fell.\n",
       "Tide (2014-02-03) by Jane Tarn; in Sea; tags a, b: It rose. / It fell."},
      {"Title: Tide: a diary\nDate: 2014-02-03 10:00\nAuthors: Jane Tarn, Ole Harn\n\nIt rose.\n",
       "Tide: a diary (2014-02-03T10:00) by Jane Tarn, Ole Harn: It rose."},
      {"\xef\xbb\xbf\nTITLE: Tide\r\nDATE: 2014-02-03\r\n\r\nIt rose.\r\n",
       "Tide (2014-02-03): It rose."},
      {"Title: \"Nobody knows\", he said\nStatus: published\n\nIt rose.\n",
       "\"Nobody knows\", he said: It rose."},
      // MultiMarkdown: values go on in lines that are indented, names have spaces
      {"Title: The Tide\n    of the North\nAuthor: Jane Tarn  \nBase Header Level: 2\n"
       "Date: February 3, 2014\n\nIt rose.\n",
       "The Tide of the North (2014-02-03) by Jane Tarn: It rose."},
      // Nikola, and in a comment as well
      {".. title: Tide\n.. slug: tide\n.. date: 2014-02-03 10:00:00 UTC\n.. previewimage: a.png\n"
       "\nIt rose.\n",
       "Tide (2014-02-03T10:00:00Z): It rose."},
      {"<!--\n.. title: Tide\n.. date: 2014-02-03\n.. tags: a, b\n.. author: Jane Tarn\n-->\n\n"
       "It rose.\n",
       "Tide (2014-02-03) by Jane Tarn; tags a, b: It rose."},
      {"<!-- licence -->\n<!-- \n.. title: Tide\n-->\nIt rose.\n", "Tide: It rose."},
      // Hexo: YAML above a fence
      {"title: Tide\ndate: 2014-02-03\n---\n\nIt rose.\n", "Tide (2014-02-03): It rose."},
      {"layout: post\ntitle: \"Tide\"\ndate: 2014-02-03\ntags:\n- a\n- b\n---\nIt rose.\n",
       "Tide (2014-02-03); tags a, b: It rose."},
      {"title: Tide\ndate: 2014-02-03\n---\n\nIt rose.\n\n---\n\nIt fell.\n",
       "Tide (2014-02-03): It rose. / It fell."},
      {"Title: Tide\nDate: 2014-02-03\n", "Tide (2014-02-03): "},
      // names of somebody's own
      {"Title: Tide\nDate: 2014-02-03\nMy_custom: yes\nAuthor: Jane Tarn\n\nIt rose.\n",
       "Tide (2014-02-03) by Jane Tarn: It rose."},
      {"header_image: a.jpg\nTitle: Tide\nLocation: Penmoor\nDate: 2014-02-03\nOn front page: no\n"
       "\nIt rose.\n",
       "Tide (2014-02-03): It rose."},
      {"Title: Tide\nDate: 05/03/2019\nMy_custom: yes\n\nIt rose.\n",
       "Tide: It rose.; the date \"05/03/2019\" may be read in two ways; write it as YYYY-MM-DD"},
      {"Title: Tide\nDate: 2014-02-03\nMy_custom: yes\nStatus: draft\n\nIt rose.\n",
       "; marked as a draft"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(told(text), expected) << text;
}

TEST(FrontMatterHeader, IsNoTextThatHasColons) {
  const std::pair<const char*, const char*> cases[] = {
      {"Note: this was kept by hand.\n\nIt rose.\n", ": Note: this was kept by hand. / It rose."},
      {"Title: Tide\nand what it left\n\nIt rose.\n", ": Title: Tide and what it left / It rose."},
      {"Summary: it rose.\nSource: a diary\n\nIt fell.\n",
       ": Summary: it rose. Source: a diary / It fell."},
      {"Name: Jane\nBy: the sea\n\nIt rose.\n", ": Name: Jane By: the sea / It rose."},
      {"Title: Tide\nVerdict: it is high\n\nIt rose.\n",
       ": Title: Tide Verdict: it is high / It rose."},
      {"Date: the fruit of a palm\nTag: a game of children\n\nIt rose.\n",
       ": Date: the fruit of a palm Tag: a game of children / It rose."},
      {"Title: what I wanted.\nStory: what I got.\n\nIt rose.\n",
       ": Title: what I wanted. Story: what I got. / It rose."},
      {"Title: Tide\nDate: soon\nVerdict: it is high\n\nIt rose.\n",
       ": Title: Tide Date: soon Verdict: it is high / It rose."},
      {"Title: Tide\nDate: 2014-02-03\nHe said to me: it rose.\n",
       ": Title: Tide Date: 2014-02-03 He said to me: it rose."},
      {"Title: Tide\nDate: 2014-02-03\nStory: it rose.\n",
       ": Title: Tide Date: 2014-02-03 Story: it rose."},
      {"Title: Tide\nDate: 2014-02-03\nNote: It rose in the night, and by the morning it stood in "
       "the "
       "hall of the harbour office. It fell at noon, when nobody was there.\n",
       ": Title: Tide Date: 2014-02-03 Note: It rose in the night, and by the morning it stood in "
       "the "
       "hall of the harbour office. It fell at noon, when nobody was there."},
      {"It rose: nobody saw it.\n---\n\nIt fell.\n", "It rose: nobody saw it.: It fell."},
      {"<!-- title: Tide -->\n\nIt rose.\n", ": It rose."},
      {".. note:: it rose\n\nIt fell.\n", ": .. note:: it rose / It fell."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(told(text), expected) << text;
}

// Scraped text finds such lines by itself, once the archive is known; what only a generator writes
// is front matter in any file.
TEST(FrontMatterHeader, IsThatOfAGeneratorInAnyFile) {
  const std::string nikola = ".. title: Tide\n.. date: 2014-02-03\n";
  for (const char* path : {"post.txt", "post.html", "post"}) {
    EXPECT_EQ(told(nikola + "\nIt rose.\n", path), "Tide (2014-02-03): It rose.") << path;
    EXPECT_EQ(told("<!--\n" + nikola + "-->\n\nIt rose.\n", path), "Tide (2014-02-03): It rose.")
        << path;
  }
}

}  // namespace
}  // namespace backfile

// Text files in which databases, mailboxes and blogs export many articles, cut where each begins.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/open.h"

namespace backfile {
namespace {

// "Tide (2014-02-03) by Jane Tarn; in Sea: It rose. / It fell. | Wind: ..."
std::string told(const std::string& text) {
  std::string line;
  const auto take = [&](Found&& found) {
    ScrapedBoilerplate().clean(found.lines, found.article);
    EXPECT_FALSE(finish_article(found.article));
    const Article& one = found.article;
    line += (line.empty() ? "" : " | ") + one.title;
    if (!one.published.empty()) line += " (" + one.published + ')';
    for (const std::string& author : one.author) line += " by " + author;
    if (!one.section.empty()) line += "; in " + one.section;
    if (!one.source.empty()) line += "; from " + one.source;
    std::string body;
    for (const std::string& paragraph : one.body) body += (body.empty() ? "" : " / ") + paragraph;
    line += ": " + body;
  };
  const Sink sink{take,
                  [&](Rejected&& lost) { line += " [" + lost.place + ' ' + lost.reason + ']'; }};
  std::istringstream in(text);
  choose_reader(text, "all.txt")->read(in, "all.txt", sink);
  return line;
}

const std::string rose = "The water rose in the night and stood a metre deep in the cellars.";
const std::string fell = "The water fell in the morning and nobody knew where it had gone to.";

TEST(Exports, AreReadFromMovableType) {
  const std::string first =
      "TITLE: Tide\nAUTHOR: Jane\nDATE: 03/05/2019 10:00:00 PM\nPRIMARY CATEGORY: Sea\n"
      "STATUS: Publish\n-----\nBODY:\n<p>" +
      rose + "</p>\n-----\nEXTENDED BODY:\n" + fell +
      "\n-----\nEXCERPT:\n\n-----\nCOMMENT:\n"
      "AUTHOR: Bob\nDATE: 03/16/2019 10:00:00 AM\nWell said.\n-----\n--------\n";
  const std::string second = "AUTHOR: Ole\nTITLE: Wind\nDATE: 03/16/2019 10:00:00\n-----\nBODY:\n" +
                             fell + "\n-----\n--------\n";
  const std::string tide = "Tide (2019-03-05T22:00:00) by Jane; in Sea: " + rose + " / " + fell;
  const std::string wind = "Wind (2019-03-16T10:00:00) by Ole: " + fell;
  EXPECT_EQ(told(first + second), tide + " | " + wind);
  EXPECT_EQ(told(first), tide);
  std::string draft = second;
  draft.insert(0, "STATUS: Draft\n");
  EXPECT_EQ(told(first + draft), tide + " [article 2 marked as a draft]");
}

TEST(Exports, CountReadersComments) {
  const std::string text = "TITLE: Tide\n-----\nBODY:\n" + rose +
                           "\n-----\nEXCERPT:\nIt rose\n-----\n" +
                           "COMMENT:\nAUTHOR: Bob\nWell said.\n-----\n--------\n";
  std::vector<Found> all;
  const Sink sink{[&](Found&& found) { all.push_back(std::move(found)); }, [](Rejected&&) {}};
  std::istringstream in(text);
  choose_reader(text, "all.txt")->read(in, "all.txt", sink);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].left.words.at("readers' comments"), 4U);
  EXPECT_EQ(all[0].article.subtitle, " It rose");
}

TEST(Exports, AreReadFromAMailbox) {
  const std::string first =
      "From jane@x.example Tue Mar  5 10:00:00 2019\nFrom: Jane Tarn <jane@x.example>\n"
      "Subject: The tide of\n the north\nDate: Tue, 5 Mar 2019 10:00:00 +0000\nX-Mailer: none\n\n" +
      rose + "\n\n";
  const std::string second =
      "From ole@x.example Wed Mar  6 10:00:00 2019\nFrom: \"Ole Harn\" <ole@x.example>\n"
      "Subject: Wind\nDate: Wed, 6 Mar 2019 10:00:00 +0000\n\n>From the north it came.\n\n" +
      fell + "\n";
  EXPECT_EQ(told(first + second),
            "The tide of the north (2019-03-05T10:00:00Z) by Jane Tarn: " + rose +
                " | Wind (2019-03-06T10:00:00Z) by Ole Harn: From the north it came. / " + fell);
}

TEST(Exports, AreReadFromNexis) {
  const std::string first =
      "                               1 of 2 DOCUMENTS\n\n              The Averrin Lantern\n\n"
      "            March 5, 2019 Tuesday\n              First Edition\n\nThe tide of the north\n\n"
      "BYLINE: Jane Tarn\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 45 words\n\n" +
      rose + "\n\n" + fell +
      "\n\nLOAD-DATE: March 6, 2019\n\nLANGUAGE: ENGLISH\n\nCopyright 2019 Averrin Lantern Ltd\n\n";
  const std::string second =
      "                               2 of 2 DOCUMENTS\n\n              The Averrin Lantern\n\n"
      "            March 7, 2019 Thursday\n\nWind\n\nLENGTH: 45 words\n\n" +
      fell + "\n";
  EXPECT_EQ(told(first + second),
            "The tide of the north (2019-03-05) by Jane Tarn; in NEWS; from The Averrin Lantern: " +
                rose + " / " + fell + " | Wind (2019-03-07); from The Averrin Lantern: " + fell);
}

TEST(Exports, AreReadFromFactiva) {
  const std::string first =
      "The tide of the north\n\nJane Tarn\n312 words\n5 March 2019\nAverrin "
      "Lantern\nAVLA\n3\nEnglish\n(c) 2019 Averrin Lantern\n\n" +
      rose + "\n\n" + fell + "\n\nDocument AVLA000020190305ef3500001\n\n";
  const std::string second =
      "Wind\n\n1,300 words\n6 March 2019\nAverrin Lantern\nAVLA\nEnglish\nCopyright 2019\n\n" +
      fell + "\n\nDocument AVLA000020190306ef3600002\n";
  EXPECT_EQ(told(first + second),
            "The tide of the north (2019-03-05) by Jane Tarn; from Averrin "
            "Lantern: " +
                rose + " / " + fell + " | Wind (2019-03-06); from Averrin Lantern: " + fell);
  EXPECT_EQ(told("Tide\n\n" + rose + "\n\nDocument AVLA000020190305ef3500001\n").substr(0, 6),
            "Tide: ");
}

TEST(Exports, AreReadFromProQuest) {
  const std::string rule(60, '_');
  const std::string text = rule +
                           "\n\nThe tide of the north\nAuthor: Tarn, Jane; Harn, Ole\nPublication "
                           "info: Averrin Lantern ; "
                           "Averrin [Averrin]. 05 Mar 2019: A.1.\n\nFull text: " +
                           rose + "\n\n" + fell + "\n\nSubject: Tides\n" + rule +
                           "\n\nWind\nFull text: " + fell + "\n\n" + rule + "\n";
  EXPECT_EQ(told(text),
            "The tide of the north (2019-03-05) by Jane Tarn by Ole Harn; from Averrin Lantern: " +
                rose + " / " + fell + " | Wind: " + fell);
  EXPECT_EQ(told(rule + "\n\nTide\n\n" + rose + "\n\n" + rule + "\n\nWind\n\n" + fell).find(" | "),
            std::string::npos);
}

TEST(Exports, AreNoTextsThatOnlyMentionTheirMarks) {
  const std::pair<const char*, std::string> cases[] = {
      {"a letter", "From the north it came\n\n" + rose + "\n\nFrom me to you in 2019\n\n" + fell},
      {"a rule", "Tide\n\n" + rose + "\n\n-----\n\n" + fell + "\n--------\n"},
      {"a count", "Tide\n\n1 of 2 documents\n\n" + rose},
      {"a field", "Title: Tide\nDate: 2019-03-05\n\n" + rose},
  };
  for (const auto& [what, text] : cases)
    EXPECT_EQ(told(text).find(" | "), std::string::npos) << what;
}

}  // namespace
}  // namespace backfile

// Which lines are sentences, and which have figures of their own.
#include "indexer/boilerplate/line_figures.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(FiguresKey, IsOfSentencesWithNumbers) {
  for (const char* line :
       {"The final score was 3-1.", "The match was watched by 1,204 people.",
        "Das Spiel endete 3:1.", "It ended 3-1 on 3 May 2014.",
        "\"We lost by 12 points,\" he said.", "Half-time: 0-1.", "Price: £5.99. Serves 2.",
        "High water 03:21 and 15:33.", "The score of 2014 was 3 and 4.",
        "比赛在下雨的港口以三比一结束，一共有1204人观看。"})
    EXPECT_NE(figures_key(line), 0U) << line;
}

TEST(FiguresKey, IsNoneOfLabelsDatesAndNotices) {
  for (const char* line :
       {"", "Read 1,204 times", "Page 3 of 10.", "No. 12.", "The final score was 3-1",
        "The bridge was shut again.", "This story was last updated on 3 May 2014.",
        "This story was last updated on 2014-05-03.", "Esta nota se publicó el 3 de mayo de 2014.",
        "Diese Seite wurde am 03.05.2014 geändert.", "Copyright 2014 by the Tidewater Post.",
        "All of this is © 2014 The Tidewater Post.", "Call us at 555 or write to a@b.example.",
        "The ferries of 2014 are these:"})
    EXPECT_EQ(figures_key(line), 0U) << line;
}

TEST(FiguresKey, IsOfLabelsAsWellWhereTheNumbersAreAsked) {
  EXPECT_NE(numbers_key("Half-time: 0-1"), 0U);
  EXPECT_NE(numbers_key("Read 1,204 times"), 0U);
  EXPECT_EQ(numbers_key("Posted on 3 May 2014"), 0U);
  EXPECT_EQ(numbers_key("© 2014 The Tidewater Post, 12 Pier Street"), 0U);
}

TEST(Prose, IsASentenceAndNoLabelOrNotice) {
  for (const char* line : {"Police are not looking for anyone else.", "Half-time: 0-1.",
                           "警方没有寻找其他嫌疑人。", "“We shall see,” he said."})
    EXPECT_TRUE(reads_as_prose(line)) << line;
  for (const char* line :
       {"", "Share this story", "Read more.", "SUPPORT US TODAY.", "Half-time: 0-1",
        "All rights reserved by The Lantern.", "Sign up for our morning letter.",
        "Alle Rechte sind vorbehalten.", "Tous droits réservés par le journal.",
        "Write to us at a@b.example.", "Read these next:"})
    EXPECT_FALSE(reads_as_prose(line)) << line;
}

TEST(FiguresKey, DiffersWithTheFigures) {
  EXPECT_EQ(figures_key("The final score was 3-1."), figures_key("The final score was 3-1."));
  EXPECT_NE(figures_key("The final score was 3-1."), figures_key("The final score was 2-1."));
  EXPECT_TRUE(tells_figures(1, 12));
  EXPECT_TRUE(tells_figures(6, 12));
  EXPECT_FALSE(tells_figures(7, 12));
}

}  // namespace
}  // namespace backfile

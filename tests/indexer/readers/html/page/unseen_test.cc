// Prose that a page hides in its story is not lost without a word.
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string seen =
    "<p>The dam at Tarn End is to be eleven metres high, if it is built at all. The water board "
    "says that it must be, and has bought the spades.</p>";
const std::string rest =
    "<p>There are forty-one houses below the line of the flood. Nine of them are lived in the "
    "whole year, the others for a week at Easter.</p>"
    "<p>The council votes in March. Six are for it, six are against it, and the thirteenth is in "
    "hospital with his wife's permission.</p>";

Leftovers left_of(const std::string& body) {
  const std::string html =
      "<html lang=\"en\"><head><title>The dam</title></head><body>" + body + "</body></html>";
  std::vector<Found> all;
  const Sink sink{[&](Found&& one) { all.push_back(std::move(one)); }, [](Rejected&&) {}};
  std::istringstream in(html);
  choose_reader(html, "a.html")->read(in, "a.html", sink);
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Leftovers{} : all.front().left;
}

TEST(HtmlUnseen, StoryThatIsMostlyHiddenIsMostlyLeftOut) {
  const struct {
    std::string tag, end;
  } cases[] = {
      {"<div style=\"display:none\">", "</div>"},
      {"<div hidden class=\"rest\">", "</div>"},
      {"<div class=\"more\"><div style=\"visibility: hidden\">", "</div></div>"},
      {"<noscript>", "</noscript>"},
      {"<template>", "</template>"},
  };
  for (const auto& one : cases) {
    const std::string hidden = one.tag + rest + one.end;
    EXPECT_TRUE(
        left_of("<article><h1>The dam</h1>" + seen + hidden + "</article>").has_most_prose())
        << one.tag;
    EXPECT_TRUE(left_of("<article><h1>The dam</h1><div class=\"body\">" + seen + "</div>" + hidden +
                        "</article>")
                    .has_most_prose())
        << one.tag << " beside the body";
    EXPECT_TRUE(left_of("<main><h1>The dam</h1>" + seen + hidden + "</main>").has_most_prose())
        << one.tag << " without an article";
  }
}

TEST(HtmlUnseen, StoryForBrowsersWithoutScriptsIsMissedWhereverItStands) {
  for (const char* tag : {"noscript", "template", "noframes"}) {
    const std::string open = std::string("<") + tag + ">", close = std::string("</") + tag + ">";
    EXPECT_TRUE(left_of("<article><h1>The dam</h1>" + seen + "</article>" + open + rest + close)
                    .has_most_prose())
        << tag;
    EXPECT_FALSE(left_of("<article><h1>The dam</h1>" + seen + "</article>" + open +
                         "<p>Please turn on JavaScript to read this page.</p>" + close)
                     .has_most_prose())
        << tag;
  }
}

TEST(HtmlUnseen, TextOfFramesOrFieldsIsTheStoryOfAPageThatHasNoOther) {
  const std::string frames =
      "<html><head><title>The dam</title></head><frameset cols=\"20,*\"><frame src=a><noframes>"
      "<body><h1>The dam</h1>" +
      rest + "</body></noframes></frameset></html>";
  EXPECT_EQ(read_one("a.html", frames).body.size(), 2u);
  const std::string field =
      "<html><head><title>The dam</title></head><body><nav><a href=/>Home</a> <a href=/s>Sport</a>"
      "</nav><h1>The dam</h1><textarea id=story style=\"display:none\">The dam is to be eleven "
      "metres high, and the water board has bought the spades.\n\nNine of the houses below it are "
      "lived in the whole year.</textarea></body></html>";
  EXPECT_EQ(
      in_one_line(read_one("a.html", field).body),
      "The dam is to be eleven metres high, and the water board has bought the spades. / Nine "
      "of the houses below it are lived in the whole year.");
}

TEST(HtmlUnseen, WhatIsHiddenElsewhereOrIsNoProseIsNotMissed) {
  const std::string links =
      "<ul hidden><li><a href=\"/a\">Dam at Tarn End opens to all who would see it</a></li>"
      "<li><a href=\"/b\">Spades of the water board are sold at a loss in May</a></li></ul>";
  const std::string bodies[] = {
      "<article><h1>The dam</h1>" + seen + "</article><div hidden>" + rest + "</div>",
      "<article><h1>The dam</h1>" + seen + links + "</article>",
      "<article><h1>The dam</h1>" + seen + "<div hidden class=\"comments\">" + rest +
          "</div></article>",
      "<article><h1>The dam</h1>" + seen + "<div class=\"newsletter\" hidden>" + rest +
          "</div></article>",
      "<article><h1>The dam</h1>" + seen + "<script>var a = '" + rest + "';</script></article>",
      "<article><h1>The dam</h1>" + seen + rest + "<div hidden>" + seen + "</div></article>",
  };
  for (const std::string& body : bodies) EXPECT_FALSE(left_of(body).has_most_prose()) << body;
}

}  // namespace
}  // namespace backfile

// No prose of a story is lost because of the name of its class; what is not story is still removed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/readers/html/askings.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/page/prose.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string before =
    "<p>The dam at Tarn End is to be eleven metres high, if it is built at all. The water board "
    "says that it must be, and has bought the spades.</p>"
    "<p>There are forty-one houses below the line of the flood. Nine of them are lived in the "
    "whole year, the others for a week at Easter.</p>";
const std::string behind =
    "<p>The council votes in March. Six are for it, six are against it, and the thirteenth is in "
    "hospital with his wife's permission.</p>";
const std::string prose =
    "The home for the old, which stands lowest of all, has nineteen beds, a garden and a hen "
    "house. Its matron has asked three times where they are to go.";

std::string page(const std::string& article, const std::string& after = "") {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>The dam</title></head><body><main>"
         "<article><h1>The dam</h1>" +
         article + "</article>" + after + "</main></body></html>";
}

std::string body_of(const std::string& html) {
  return in_one_line(read_one("a.html", html).body);
}

TEST(HtmlNames, AreReadAsWholeWords) {
  const struct {
    std::string name, words;
  } cases[] = {
      {"mainNav", "| main nav |"},
      {"social-care", "| social care |"},
      {"article__body--lead", "| article body lead |"},
      {"HTMLBody top_2", "| html body | top 2 |"},
      {"", ""},
  };
  for (const auto& row : cases) {
    const auto parsed = parse_page("<p class=\"" + row.name + "\">x</p>");
    ASSERT_TRUE(parsed);
    for (const PageNode& node : parsed->nodes) {
      if (node.tag == "p") {
        EXPECT_EQ(name_words(node), row.words) << row.name;
      }
    }
  }
}

TEST(HtmlSentences, AreToldByHowTheyEnd) {
  const struct {
    std::string block;
    std::uint32_t words;
  } cases[] = {
      {"<p>The weir is shut.</p>", 4},
      {"<p>The weir is shut</p>", 0},
      {"<p>The weir is shut. <span></span>\n\t</p>", 4},
      {"<p>“The weir is <b>shut.</b>”</p>", 4},
      {"<p>(The weir is shut!)\v</p>", 4},
      {"<p>The weir is shut&#133;</p>", 4},
      {"<p>The weir is shut.&nbsp;&#x200f;</p>", 4},
      {"<p>The weir is shut.<br>Page 9</p>", 0},
      {"<p>The weir is shut.<b> </b>é</p>", 0},
      {"<p>Shut.</p>", 0},
      {"<p> </p>", 0},
      {"<p><a href=\"/weir\">The weir is shut.</a></p>", 0},
  };
  for (const auto& row : cases) {
    const auto parsed = parse_page(row.block);
    ASSERT_TRUE(parsed);
    for (std::size_t i = 1; i < parsed->nodes.size(); ++i) {
      if (parsed->nodes[i].tag == "p") {
        EXPECT_EQ(words_of_sentence(*parsed, i), row.words) << row.block;
      }
    }
  }
}

// Names that hold the letters of a word of boilerplate, or the word, in boxes and in paragraphs.
TEST(HtmlProse, StaysInTheStoryWhateverItsClassIsCalled) {
  for (const std::string name :
       {"extract",   "remarks",     "social-care",  "share-price",     "paywall",
        "community", "extra",       "header-quote", "contact-tracing", "tool",
        "media",     "comment",     "social",       "promo",           "widget",
        "adventure", "banner-year", "footnote",     "related-work",    "sidebar",
        "sponsor",   "meta",        "commentary",   "subscribers",     "menu-change",
        "scrolling", "breadcrumb",  "shopping"}) {
    for (const std::string& box :
         {"<div class=\"" + name + "\"><p>" + prose + "</p></div>",
          "<p class=\"" + name + "\">" + prose + "</p>",
          "<blockquote class=\"" + name + "\"><p>" + prose + "</p></blockquote>",
          "<section id=\"" + name + "\"><p>" + prose + "</p></section>"}) {
      EXPECT_THAT(body_of(page(before + box + behind)), HasSubstr(prose)) << box;
    }
  }
}

TEST(HtmlProse, StaysBehindAPaywall) {
  const std::string declared =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The dam\","
      "\"isAccessibleForFree\":false,\"hasPart\":{\"@type\":\"WebPageElement\","
      "\"isAccessibleForFree\":\"False\",\"cssSelector\":\".locked\"}}</script>";
  for (const std::string& part :
       {"<p class=\"paywall\" aria-hidden=\"true\">" + prose + "</p>",
        "<div class=\"paywall\"><p>" + prose + "</p></div>",
        "<div class=\"premium-content metered\" aria-hidden=\"true\"><p>" + prose + "</p></div>",
        declared + "<div class=\"locked\" style=\"display: none\"><p>" + prose + "</p></div>"}) {
    EXPECT_THAT(body_of(page(before + behind + part)), HasSubstr(prose)) << part;
  }
  EXPECT_THAT(body_of(page(before + "<p class=\"locked\" style=\"display:none\">" + prose + "</p>" +
                           behind)),
              Not(HasSubstr(prose)));
}

TEST(HtmlProse, StaysWhereAParagraphIsOneLink) {
  const std::string linked = "<p><a href=\"/home\">" + prose + "</a></p>";
  EXPECT_THAT(body_of(page(before + linked + behind)), HasSubstr(prose));
  EXPECT_THAT(body_of(page(before + "<div>" + linked + "</div>" + behind)), HasSubstr(prose));
}

// No part of such a page outweighs the others: all of it is the story.
TEST(HtmlProse, OfAPageInManySmallPartsIsReadWhole) {
  const auto part = [](const std::string& name, const std::string& text) {
    return "<li><h2>" + name + "</h2><p>" + text + "</p><p><a href=\"/more\">More about the " +
           name + "</a></p></li>";
  };
  const std::string intro =
      "<section><ul>" +
      part("ferry", "The ferry carries two men, a cow and the post on every day but Sunday.") +
      part("tram",
           "The tram climbs to the church, and waits there for whoever has run behind it.") +
      "</ul><div><h4>Important</h4><p>Bring small coins, for the ferryman has none to give back, "
      "and "
      "the conductor of the tram will not take paper of any colour.</p></div></section>";
  const std::string more =
      "<section><div><h2>And then</h2><ul>" +
      part("baths", "The baths open at six, and are warm by noon when the stoker has had bread.") +
      part("library", "The library lends a book for nine days, and a ladder to those who ask.") +
      part("market", "The market sells eels on Thursday, hats on Friday, and then what is left.") +
      part("lamp", "The lamp on the mole burns all night, and the keeper writes down every ship.") +
      part("band", "The band plays on the green in June, unless the geese are there before it.") +
      "</ul></div></section>";
  const std::string body = body_of(
      "<html lang=\"en\"><head><title>Kellby at a glance</title></head><body><main><h1>Kellby at a "
      "glance</h1>" +
      intro + more + "</main></body></html>");
  for (const std::string text : {"carries two men", "run behind it", "small coins", "warm by noon",
                                 "a ladder", "sells eels", "burns all night", "the geese"})
    EXPECT_THAT(body, HasSubstr(text));
}

// What no story is, in boxes that say so by their name and their words.
TEST(HtmlProse, IsNoStoryWhereItAsksSellsOrAnswers) {
  const std::string boxes[] = {
      "<div class=\"subscribe-box\"><p>Subscribe for one zloty a week and read on without "
      "limits on every device.</p></div>",
      "<div class=\"newsletter-signup\"><p>Sign up for the zloty letter. It comes on Fridays, and "
      "it costs you nothing at all. You can leave when you like.</p></div>",
      "<div class=\"paywall-offer subscription\"><p>Subscribe now to read the whole zloty story. "
      "It costs a crown a week. Already a subscriber? Log in.</p></div>",
      "<section class=\"comments\"><h2>3 Comments</h2><div class=\"comment\"><p>First! This is "
      "the best zloty that I have read, and I have read them all since the "
      "war.</p></div></section>",
      "<div id=\"comments\"><div class=\"comment\"><p>A zloty piece, and I say so as one who lives "
      "there. We have two cows.</p></div><div class=\"comment\"><p>I beg to differ with the one "
      "above, who has no cows.</p></div></div>",
      "<div class=\"related-articles\"><h3>Related articles</h3><ul><li><a href=\"/1\">Zloty falls "
      "again, says bank</a></li><li><a href=\"/2\">Pike seen at Mudwick</a></li></ul></div>",
      "<div class=\"advert\"><p>Filby's zloty boots. They last longer than you.</p></div>",
      "<div class=\"share-buttons\"><a href=\"/s\">Share the zloty</a></div>",
      "<section><h2>Kommentare</h2><div><p>Ein guter zloty Beitrag, und so ist es bei uns auch. "
      "Danke dafür.</p></div></section>",
  };
  for (const std::string& box : boxes) {
    EXPECT_THAT(body_of(page(before + behind + box)), Not(HasSubstr("loty"))) << box;
    EXPECT_THAT(body_of(page(before + behind, box)), Not(HasSubstr("loty"))) << box;
  }
}

// A box called after a paywall holds the story in one paper, in the next the offer, or both.
TEST(HtmlProse, StaysInABoxOfWhichTheOfferGoes) {
  for (const std::string name : {"paywall", "premium", "gate gate--subscribe", "regwall-box"}) {
    for (
        const std::string offer :
        {"<h3>Read on with Kellby Plus</h3><p>This story is for zloty readers only. Log in or take "
         "out a trial month for one zloty and cancel whenever you like.</p><p><a "
         "href=\"/l\">Log in</a> <a href=\"/z\">See zloty offers</a></p>",
         "<p>Already a subscriber? Sign in to save this zloty story and to read it aloud.</p><form>"
         "<input name=\"mail\"><button>Sign in</button></form>",
         "<p>Sie haben bereits ein Abo? Dann zahlen Sie keinen zloty mehr. Wir freuen uns.</p>",
         "<p>Déjà abonné ? Identifiez-vous pour lire la suite sans payer un zloty de plus.</p>"}) {
      const std::string open = "<div class=\"" + name + "\">";
      for (const std::string& article :
           {before + open + offer + "</div>" + behind, before + behind + open + offer + "</div>"}) {
        const std::string body = body_of(page(article));
        EXPECT_THAT(body, Not(HasSubstr("zloty"))) << article;
        EXPECT_THAT(body, HasSubstr("thirteenth is in hospital")) << article;
      }
      const std::string mixed =
          before + open + "<p>" + prose + "</p><p>" + prose + "</p></div>" + behind;
      EXPECT_THAT(body_of(page(mixed)), HasSubstr(prose)) << mixed;
    }
    const std::string end = before + behind + "<div class=\"" + name + "\"><p>" + prose +
                            "</p><p>Subscribe for one zloty a week.</p></div>";
    EXPECT_THAT(body_of(page(end)), HasSubstr(prose)) << end;
    EXPECT_THAT(body_of(page(end)), Not(HasSubstr("zloty"))) << end;
  }
}

TEST(HtmlProse, LeavesOutLinesThatLeadElsewhere) {
  for (const std::string pointer :
       {"<p><a href=\"/z\">Read more: Ferrymen buy zloty hats</a></p>",
        "<p>See also: <a href=\"/z\">Ferrymen buy zloty hats</a></p>",
        "<p><strong>Related:</strong> <a href=\"/z\">Zloty hats</a>, <a href=\"/y\">zloty "
        "boots</a></p>",
        "<div><b><a href=\"/z\">Lesen Sie auch: Fährleute kaufen zloty Hüte</a></b></div>",
        "<p><a href=\"/z\">Lire aussi : Les passeurs achètent des chapeaux zloty</a></p>",
        "<p><a href=\"/z\">Читайте также: Паромщики купили zloty</a></p>",
        "<p><a href=\"/z\">延伸阅读：zloty</a></p>",
        "<div>Seen on the dam.<hr><font size=\"1\"><a href=\"/p\">Print zloty</a> | <a "
        "href=\"/m\">Mail zloty</a></font></div>"}) {
    const std::string body = body_of(page(before + pointer + behind));
    EXPECT_THAT(body, Not(testing::ContainsRegex("[Zz]loty"))) << pointer;
    EXPECT_THAT(body, HasSubstr("The council votes")) << pointer;
  }
  for (const std::string prose_line :
       {"<p><a href=\"/z\">The ferrymen have bought hats, read more of them than of any zloty, and "
        "wear them to bed in the winter.</a></p>",
        "<p>Related by marriage: the ferrymen, who have bought <a href=\"/z\">zloty hats</a>.</p>",
        "<p>Sewn by <i><a href=\"/a\">Ada Zloty</a>, <a href=\"/b\">Bo zloty</a></i></p>"}) {
    EXPECT_THAT(body_of(page(before + prose_line + behind)), HasSubstr("zloty")) << prose_line;
  }
}

// Names of boilerplate in the languages of the corpus, in the midst of the story.
TEST(HtmlProse, IsNoStoryWhereItIsCalledBoilerplateInAnyLanguage) {
  for (const std::string name :
       {"advertentie", "reklama", "werbung", "publicite", "audio-player", "nieuwsbrief"}) {
    const std::string box = "<div class=\"" + name + "\"><p>Zloty boots, now for two.</p></div>";
    EXPECT_THAT(body_of(page(before + box + behind)), Not(HasSubstr("Zloty"))) << name;
  }
  EXPECT_THAT(body_of(page("<p class=\"disclosure\">This post may contain links for which we are "
                           "paid a zloty. <a href=\"/p\">Our policy</a>.</p>" +
                           before + behind)),
              Not(HasSubstr("zloty")));
}

TEST(HtmlPhrases, TellHeadingsOfBoilerplateFromOthers) {
  const struct {
    std::string line;
    std::uint32_t kind;
  } cases[] = {
      {"3 Comments", names::comments},
      {"Comments (12)", names::comments},
      {"Lesen Sie auch:", names::related},
      {"À lire aussi", names::related},
      {"Читайте также", names::related},
      {"网友评论", names::comments},
      {"» Next story", names::related},
      {"Commenting on the flood", 0},
      {"The relatives", 0},
      {"", 0},
  };
  for (const auto& row : cases) EXPECT_EQ(kind_of_heading(row.line), row.kind) << row.line;
  EXPECT_TRUE(asks("The tide is high. Subscribe for more."));
  EXPECT_FALSE(asks("Nobody would subscribe to that, he said."));
  EXPECT_FALSE(asks("Subscribers to the theatre met in the yard."));
  EXPECT_TRUE(begins_asking("Bereits Abonnentin? Hier geht es weiter."));
  EXPECT_FALSE(begins_asking("The tide is high. Subscribe for more."));
}

}  // namespace
}  // namespace backfile

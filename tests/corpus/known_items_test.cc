// Queries with one right answer that a person knows, run on the sample archive as readers type
// them.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/build/builder.h"
#include "query/search/searcher.h"
#include "tests/places.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

struct KnownItem {
  std::string query;
  std::string title;  // of the article that must stand first
};

const std::vector<KnownItem> known_items = {
    // Words of the story, not of its headline.
    {"sea left silt in my hall and in the piano", "Who Owns the Silt?"},
    {"bridge tolls abolished", "Tolls on the Harbour Bridge End at Midnight"},
    {"stolen chronometer baker", "Stolen Chronometer Turns Up in a Baker's Oven, Still Going"},
    {"Duggan appointed manager", "Rovers Appoint Duggan, Who Asks for a Chair"},
    {"correction pier four", "Correction: The Crack in Pier Four"},
    // One article is about it, others mention it.
    {"herring quota", "Herring Quota Cut by a Third, and the Boats Stay In"},
    {"museum reopens", "The Museum of Navigation Reopens, Having Found Its Way"},
    {"nurses strike", "Nurses at St Brannoc's Walk Out for the First Time in 94 Years"},
    {"treaty of ostrel signed",
     "Eight Years, Four Ministers, One River: The Treaty of Ostrel Is Signed"},
    {"covid 19", "Ward 9 Is Emptied for Covid-19, and Waits"},
    {"quilts for people who died of AIDS", "Forty Quilts and Four Hundred Names"},
    // Acronyms, and the words they collide with.
    {"US consul", "Consul Says the US Is Not Against Us"},
    {"nine days without IT", "Nine Days Without It: How the Council's IT Broke, and Who Noticed"},
    // Nothing but stop words.
    {"to be or not to be", "To Be or Not to Be a Bridge"},
    {"its all about us", "It's All About Us"},
    // Designations and hyphens, spelled in another way.
    {"s-400 ropewalk", "S-400 Pumps Reach the Ropewalk and Begin to Drink the Harbour"},
    {"a320 neo ladder", "First A320neo Lands at Port Averrin, Watched by Everyone With a Ladder"},
    {"longterm email outage", "Long-term E-mail Outage “Not Long”, Says Council"},
    // A phrase.
    {"\"a fifth of a second\"", "A Fifth of a Second"},
    {"\"slowest bell\" OR \"slow bell\"",
     "“A Bridge Is a Very Slow Bell”: A Conversation With Oona Brackwater"},
    // Other languages, with and without their accents, inflected.
    {"sequia capilla", "La sequía saca a la luz la capilla de Kettle Glen"},
    {"pont fermée nuits", "Le pont du port fermé la nuit pendant deux ans"},
    {"Острельского договора",
     "Восемь лет, четыре министра, одна река: Острельский договор подписан"},
    {"Sturmflut Unterstadt", "Die Nacht, in der das Meer in die Unterstadt kam"},
    {"港口大桥", "港口大桥终于通车"},
    {"灯籠", "雨の灯籠行列、それでも八千の灯がともる"},
    {"مدرسة اللغة", "عشر سنوات في شارع لينيت: مدرسة اللغة التي أنقذها صوت واحد"},
};

TEST(SampleArchive, AnswersWithTheArticleThatAPersonExpects) {
  const TemporaryDirectory directory;
  BuildOptions options;
  options.sources = {std::string(source_dir) + "/corpus/articles"};
  options.index = (directory.path() / "index").string();
  build(options);
  Searcher searcher(open_archive(options.index));
  for (const KnownItem& item : known_items) {
    SCOPED_TRACE(item.query);
    Request request;
    request.query = item.query;
    const Answer answer = searcher.search(request);
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_EQ(answer.hits.front().article.title, item.title);
  }
}

}  // namespace
}  // namespace backfile

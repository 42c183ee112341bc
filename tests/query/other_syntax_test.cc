// Forms of other search languages get a note, ordinary text none.
#include "query/other_syntax.h"

#include <gtest/gtest.h>

#include <string>

#include "query/parser.h"

namespace backfile {
namespace {

std::string notes_on(std::string_view query) {
  std::string out;
  for (const Note& note : parse(query).notes) {
    out += std::to_string(note.position) + ": " + note.message + '\n';
  }
  return out;
}

// As people paste them from a page or type them as they think.
constexpr const char* ordinary[] = {
    "Author: I never meant it",
    "Tag: the oldest game",
    "Title: unknown",
    "Section: a life in quarters",
    "Date: a love story",
    "Before: nothing. After: everything",
    "Source: people close to the talks",
    "The author: a portrait in six letters",
    "On this date: the night the pier fell",
    "Stop the press!",
    "What a match!",
    "Goal!",
    "Mamma Mia! lang:en",
    "Help! section:letters",
    "Mamma Mia! returns to the Grand",
    "Oil price surprise!",
    "Help! My cellar is under water",
    "Surprise! Surprise!",
    "please help me!",
    "oh no, not again!",
    "give us back our bus!!!",
    "\"Stop the presses!\"",
    "\"We won!\" says the mayor",
    "\"Who shot the mayor?\"",
    "who won?",
    "Why did the bridge fall? What we know",
    "\"What now?\" \"Nothing.\"",
    "What the f*** happened at the harbour",
    "\"What the f**k\" said the mayor",
    "Four stars **** for the new hotel",
    "A 5* hotel on the quay",
    "M*A*S*H ends after eleven years",
    "24/7 care on ward 9",
    "The 9/11 report",
    "9 /11 attacks remembered",
    "50/50 chance of rain",
    "km/h limit on the bridge",
    "he/she or they",
    "w/o sugar",
    "SHIP SINKS NEAR COAST",
    "FERRY HITS QUAY, CAPTAIN UNHURT",
    "A house near the sea, but not too near",
    "small but not forgotten",
    "Last but not least: the ferry",
    "Author(s) unknown",
    "The company(ies) concerned",
    "Au(III) complexes in cancer care",
    "City (pop. 40,000) votes again",
    "Body of work (1999)",
    "The headline (and what it hides)",
    "f(x) = y",
    "Call of the wild (film)",
    "US$ at a record low, C$ follows",
    "C# or F#: which to learn",
    "E=mc2 explained",
    "length of the new bridge",
    "Der Kapitän: „Ich war es nicht!“",
    "Hilfe, mein Keller steht unter Wasser!",
    "Mon Dieu! Le pont est tombé",
    "¡Viva el puente!",
    "Кто победил? Наши!",
    "大桥通车！",
    "Perché no? Il ponte è aperto!",
    "Het water komt!",
    "Tag der offenen Tür: alle kommen",
};

// As researchers paste them from another service.
constexpr const char* professional[] = {
    "\"oil price*\"",
    "\"pric* of oil\"",
    "\"wom?n in parliament\"",
    "\"wom!n vote\"",
    "\"oil pric!\"",
    "\"*flation target\"",
    "pric!",
    "oil pric!",
    "regulat! bank",
    "(regulat! OR supervis!) AND bank",
    "Regulat! AND bank",
    "title:(pric! oil)",
    "environment! w/10 damag!",
    "wom!n",
    "pric$ oil",
    "wom#n",
    "pric[*5]",
    "term*",
    "te?t",
    "oil /5 price",
    "oil /25 (price OR cost)",
    "\"crude oil\" /3 price",
    "oil /n5/ price",
    "oil w/5 price",
    "oil W/S price",
    "oil w/para price",
    "oil pre/3 price",
    "oil n/5 price",
    "oil NEAR/5 price",
    "oil p/4 price",
    "oil +s price",
    "oil ADJ price",
    "oil adj price",
    "oil ADJ5 price",
    "oil adj5 price",
    "OPEC ADJ3 quota",
    "oil near5 price",
    "oil NEAR price",
    "oil SAME price",
    "oil N5 price",
    "oil NOT w/5 price",
    "hlead(opec)",
    "HLEAD(opec)",
    "headline(opec)",
    "HEADLINE(opec)",
    "HEADLINE (opec) and saudi",
    "headline(opec w/5 saudi)",
    "lead(opec) AND byline(tew)",
    "body(opec)",
    "section(business)",
    "ALLCAPS(us)",
    "allcaps(us)",
    "nocaps(aids)",
    "ATLEAST5(opec)",
    "atleast5 opec",
    "plural(rock)",
    "ti(opec)",
    "TI(opec) AND AB(saudi)",
    "su(oil) AND pub(gazette)",
    "noft(opec)",
    "ti.exact(\"oil price\")",
    "first50(opec)",
    "date(geq (1/1/2019))",
    "opec and date aft 2019",
    "opec AROUND(5) saudi",
    "hd=opec",
    "hd=(opec or saudi)",
    "opec and la=en",
    "opec wc>500",
    "opec length>800",
    "opec length > 800",
    "opec BUT NOT saudi",
    "(opec OR saudi) BUT NOT iran",
    "HEADLINE:opec",
    "author: \"tew\"",
    "author: tew",
    "-title: flood",
    "date: 2019",
    "storm AND title: flood",
    "lang:en author: tew",
    "!saudi opec",
};

TEST(OtherSyntax, LeavesOrdinaryTextAlone) {
  static_assert(std::size(ordinary) >= 60);
  for (const char* query : ordinary) EXPECT_EQ(notes_on(query), "") << query;
}

TEST(OtherSyntax, IsNeverPassedOverInSilence) {
  static_assert(std::size(professional) >= 60);
  for (const char* query : professional) EXPECT_NE(notes_on(query), "") << query;
}

}  // namespace
}  // namespace backfile

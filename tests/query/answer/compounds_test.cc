// Which words of a query are compounds, what is told of them, and the query without them.
#include "query/answer/compounds.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/language/parser.h"

namespace backfile {
namespace {

TEST(Compounds, AreWordsWithASignBetweenTheirParts) {
  const struct {
    const char *query, *apart;
  } cases[] = {
      {"bridge/harbour", "bridge harbour"},
      {"bridge_harbour storm", "bridge harbour storm"},
      {"out-of-date^2", "out^2 of^2 date^2"},
      {"title:bridge/harbour", "title:bridge title:harbour"},
      {"dam OR bridge/harbour", "dam OR (bridge harbour)"},
  };
  for (const auto& c : cases) {
    const Node tree = parse(c.query).tree;
    EXPECT_EQ(compounds_of(tree).size(), 1U) << c.query;
    EXPECT_EQ(to_query(with_parts_apart(tree)), c.apart);
  }
}

TEST(Compounds, AreNeitherNumbersNorAddressesNorWhatIsQuotedOrExcluded) {
  for (const char* query : {"bridge harbour", "1987/88 2019-03-05", "http://x.org/a-b", "C++ R&B",
                            "\"bridge/harbour\"", "dam -bridge/harbour"}) {
    const Node tree = parse(query).tree;
    EXPECT_TRUE(compounds_of(tree).empty()) << query;
    EXPECT_EQ(to_query(with_parts_apart(tree)), to_query(tree));
  }
}

TEST(Compounds, AreToldOfWhereTheyStand) {
  std::vector<Note> notes;
  tell_compounds(parse("dam bridge/harbour").tree, notes);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].position, 4U);
  EXPECT_EQ(notes[0].message,
            "The parts of “bridge/harbour” were looked for side by side. With a space between them "
            "they may stand anywhere.");
}

}  // namespace
}  // namespace backfile

// Conditions against a look at every article, and what a query says of the set that it was given.
#include "query/docids/evaluation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace backfile {
namespace {

using Docid = DocidSet::Docid;

constexpr Docid articles = 300;
// Term "t" is in every article that its own share lets have it.
const std::vector<std::pair<std::string, unsigned>> terms = {
    {"all", 1}, {"half", 2}, {"few", 20}, {"two", 200}, {"none", 1000}};

bool has(Docid docid, unsigned share) {
  return (docid * 2654435761U >> 8) % share == 0;
}

// Passes every third article; counts how many it has been shown.
class Thirds : public ArticleTest {
 public:
  void keep_passing(DocidSet& candidates) override {
    seen += candidates.count();
    candidates.for_each([&](Docid docid) {
      if (docid % 3 != 0) candidates.erase(docid);
    });
  }
  bool reads_articles() const override { return true; }
  std::string description() const override { return "thirds"; }

  std::size_t seen = 0;
};

class EvaluationTest : public testing::Test {
 protected:
  EvaluationTest() {
    for (Docid docid = 1; docid <= articles; ++docid) {
      Xapian::Document document;
      for (const auto& [term, share] : terms) {
        if (has(docid, share)) document.add_term(term);
      }
      database_.add_document(document);
    }
  }

  Condition term(const std::string& name) const {
    return Condition::has_term(name, database_.get_termfreq(name));
  }
  std::vector<Docid> found(const Condition& condition, const DocidSet* within = nullptr) const {
    std::vector<Docid> docids;
    evaluate(condition, database_, within).for_each([&](Docid docid) { docids.push_back(docid); });
    return docids;
  }
  std::vector<Docid> matching(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    std::vector<Docid> docids;
    const Xapian::MSet matches = enquire.get_mset(0, articles);
    for (auto match = matches.begin(); match != matches.end(); ++match) docids.push_back(*match);
    std::ranges::sort(docids);
    return docids;
  }

  // A random condition, and whether each article satisfies it.
  struct Drawn {
    Condition condition;
    std::vector<bool> holds;
  };
  Drawn draw(std::mt19937& random, int depth) const;

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

EvaluationTest::Drawn EvaluationTest::draw(std::mt19937& random, int depth) const {
  std::vector<bool> holds(articles + 1);
  const std::size_t kind = depth == 0 ? random() % 2 : random() % 6;
  if (kind == 0 && random() % 4 == 0) {
    holds.assign(articles + 1, true);
    return {Condition::everything(articles), holds};
  }
  if (kind <= 1) {
    const auto& [name, share] = terms[random() % terms.size()];
    for (Docid docid = 1; docid <= articles; ++docid) holds[docid] = has(docid, share);
    return {term(name), holds};
  }
  const Drawn one = draw(random, depth - 1), other = draw(random, depth - 1);
  for (Docid docid = 1; docid <= articles; ++docid) {
    const bool left = one.holds[docid], right = other.holds[docid];
    holds[docid] = kind == 2   ? left && right
                   : kind == 3 ? left || right
                   : kind == 4 ? left && !right
                               : left && docid % 3 == 0;
  }
  switch (kind) {
    case 2:
      return {Condition::all_of({one.condition, other.condition}), holds};
    case 3:
      return {Condition::any_of({one.condition, other.condition}), holds};
    case 4:
      return {Condition::all_but(one.condition, other.condition), holds};
    default:
      return {Condition::passing(one.condition, std::make_shared<Thirds>()), holds};
  }
}

TEST_F(EvaluationTest, FindsWhatALookAtEveryArticleFinds) {
  std::mt19937 random(13);
  for (int round = 0; round < 3000; ++round) {
    const Drawn drawn = draw(random, 4);
    const std::size_t share = random() % 40 + 1;
    DocidSet some(articles);
    std::vector<Docid> all, within;
    for (Docid docid = 1; docid <= articles; ++docid) {
      if (random() % share == 0) some.insert(docid);
      if (!drawn.holds[docid]) continue;
      all.push_back(docid);
      if (some.contains(docid)) within.push_back(docid);
    }
    ASSERT_EQ(found(drawn.condition), all) << drawn.condition.description();
    ASSERT_EQ(found(drawn.condition, &some), within) << drawn.condition.description();
    ASSERT_GE(drawn.condition.matches(), double(all.size())) << drawn.condition.description();
    ASSERT_EQ(matching(query_of(drawn.condition)), all) << drawn.condition.description();
  }
}

TEST_F(EvaluationTest, TestsOnlyArticlesThatPassEverythingElse) {
  const auto thirds = std::make_shared<Thirds>();
  const Condition tested = Condition::passing(term("all"), thirds);
  found(Condition::all_of({tested, term("half"), term("few")}));
  EXPECT_EQ(thirds->seen, found(Condition::all_of({term("half"), term("few")})).size());
}

TEST_F(EvaluationTest, GivesEveryArticleOfASetItsWeightInAQuery) {
  const auto few = std::make_shared<const DocidSet>(evaluate(term("few"), database_));
  const Xapian::Query half(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query("half"), 0);
  Xapian::Enquire enquire(database_);
  enquire.set_query({Xapian::Query::OP_AND_MAYBE, half, query_of(few, 2.5)});
  const Xapian::MSet matches = enquire.get_mset(0, articles);
  ASSERT_EQ(matches.size(), database_.get_termfreq("half"));
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    EXPECT_EQ(match.get_weight(), few->contains(*match) ? 2.5 : 0.0);
  }
}

TEST_F(EvaluationTest, IsNothingWhereNoArticleCanSatisfyIt) {
  EXPECT_TRUE(Condition().is_nothing());
  EXPECT_TRUE(term("none").is_nothing());
  EXPECT_TRUE(Condition::all_of({term("half"), term("none")}).is_nothing());
  EXPECT_TRUE(Condition::any_of({term("none"), Condition()}).is_nothing());
  EXPECT_TRUE(Condition::all_but(term("none"), term("half")).is_nothing());
  EXPECT_EQ(found(Condition()), std::vector<Docid>());
}

TEST_F(EvaluationTest, IsDescribedAsItIsEvaluated) {
  const Condition condition = Condition::all_but(
      Condition::all_of({Condition::passing(term("few"), std::make_shared<Thirds>()),
                         Condition::any_of({term("half"), term("all")})}),
      term("two"));
  EXPECT_EQ(condition.description(), "(((half OR all) AND (few IF thirds)) BUT NOT two)");
}

}  // namespace
}  // namespace backfile

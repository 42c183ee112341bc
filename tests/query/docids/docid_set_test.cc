// Sets of articles against std::set.
#include "query/docids/docid_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace backfile {
namespace {

using Docid = DocidSet::Docid;

Docid number(std::mt19937& random) {
  return static_cast<Docid>(random());
}

std::set<Docid> members(const DocidSet& set) {
  std::set<Docid> members;
  set.for_each([&](Docid docid) { members.insert(docid); });
  return members;
}

TEST(DocidSet, HoldsAllArticlesAndNoOther) {
  for (const Docid last : {0U, 1U, 62U, 63U, 64U, 127U, 128U, 1000U}) {
    const DocidSet all = DocidSet::of_all(last);
    EXPECT_EQ(all.count(), last);
    EXPECT_FALSE(all.contains(0));
    EXPECT_FALSE(all.contains(last + 1));
    EXPECT_EQ(all.empty(), last == 0);
    EXPECT_EQ(all.at_or_before(last + 100), last);
    EXPECT_EQ(all.at_or_after(0), last == 0 ? 0U : 1U);
  }
}

TEST(DocidSet, LeavesOutWhatIsBeyondTheLast) {
  DocidSet set(64);
  set.insert(65);
  set.insert(4'000'000'000);
  EXPECT_TRUE(set.empty());
  EXPECT_EQ(set.at_or_after(65), 0U);
}

TEST(DocidSet, DoesWhatASortedSetDoes) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const Docid last = number(random) % 400 + 1;
    DocidSet one(last), other(last);
    std::set<Docid> in_one, in_other;
    for (Docid i = 0; i < last / (number(random) % 5 + 1); ++i) {
      const Docid a = number(random) % last + 1, b = number(random) % last + 1;
      one.insert(a);
      in_one.insert(a);
      other.insert(b);
      in_other.insert(b);
    }
    EXPECT_EQ(members(one), in_one);
    EXPECT_EQ(one.count(), in_one.size());
    for (Docid docid = 0; docid <= last + 1; ++docid) {
      EXPECT_EQ(one.contains(docid), in_one.contains(docid));
      const auto after = in_one.lower_bound(docid);
      EXPECT_EQ(one.at_or_after(docid), after == in_one.end() ? 0 : *after);
      const auto behind = in_one.upper_bound(docid);
      EXPECT_EQ(one.at_or_before(docid), behind == in_one.begin() ? 0 : *std::prev(behind));
    }
    std::set<Docid> both, either, rest;
    std::ranges::set_intersection(in_one, in_other, std::inserter(both, both.end()));
    std::ranges::set_union(in_one, in_other, std::inserter(either, either.end()));
    std::ranges::set_difference(in_one, in_other, std::inserter(rest, rest.end()));
    EXPECT_EQ(members(DocidSet(one) &= other), both);
    EXPECT_EQ(members(DocidSet(one) |= other), either);
    EXPECT_EQ(members(DocidSet(one) -= other), rest);
    for (const Docid docid : in_other) one.erase(docid);
    EXPECT_EQ(members(one), rest);
  }
}

}  // namespace
}  // namespace backfile

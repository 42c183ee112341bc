// What Xapian does with a database that was written directly: it searches, joins and compacts it, and
// reads all data back.
#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/glass/both_ways.h"
#include "tests/indexer/build/glass/database_dump.h"
#include "tests/indexer/build/glass/random_documents.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

// Words that are looked for together, in the ways that there are.
std::vector<Xapian::Query> random_queries(const std::vector<std::string>& terms,
                                          std::size_t count) {
  std::mt19937 random(7);
  const auto term = [&] { return Xapian::Query(terms[random() % terms.size()]); };
  constexpr Xapian::Query::op ways[] = {Xapian::Query::OP_OR, Xapian::Query::OP_AND,
                                        Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_AND_NOT,
                                        Xapian::Query::OP_SYNONYM};
  std::vector<Xapian::Query> queries;
  for (std::size_t i = 0; i < count; ++i) {
    const Xapian::Query::op way = ways[i % std::size(ways)];
    Xapian::Query query(way, term(), term());
    if (i % 3 != 0) query = Xapian::Query(Xapian::Query::OP_OR, query, term());
    queries.push_back(query);
  }
  return queries;
}

// Documents, scores to the last bit, and what is said of how many there are.
std::vector<std::string> answer(const Xapian::Database& database, const Xapian::Query& query,
                                const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet found = enquire.get_mset(0, 50);
  std::vector<std::string> lines = {std::to_string(found.get_matches_estimated()),
                                    std::to_string(found.get_matches_lower_bound()),
                                    std::to_string(found.get_matches_upper_bound()),
                                    Xapian::sortable_serialise(found.get_max_possible())};
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    lines.push_back(std::to_string(*hit) + ' ' + Xapian::sortable_serialise(hit.get_weight()));
  }
  return lines;
}

void expect_the_same_answers(const Xapian::Database& one, const Xapian::Database& other,
                             const std::vector<std::string>& terms) {
  std::size_t hits = 0;
  for (const Xapian::Query& query : random_queries(terms, 300)) {
    const auto expected = answer(other, query, Xapian::BM25Weight());
    hits += expected.size();
    EXPECT_EQ(answer(one, query, Xapian::BM25Weight()), expected) << query.get_description();
    EXPECT_EQ(answer(one, query, Xapian::BM25PlusWeight()),
              answer(other, query, Xapian::BM25PlusWeight()))
        << query.get_description();
    EXPECT_EQ(answer(one, query, Xapian::TfIdfWeight("ntn")),
              answer(other, query, Xapian::TfIdfWeight("ntn")))
        << query.get_description();
  }
  EXPECT_GT(hits, 2000U) << "there was little to compare";
}

TEST(GlassReading, GivesTheSameScores) {
  for (const std::uint32_t seed : {31U, 32U, 33U}) {
    SCOPED_TRACE(seed);
    const TemporaryDirectory directory;
    const auto documents = random_documents(seed);
    write_by_api(documents, directory / "api");
    write_directly(documents, directory / "direct");
    expect_the_same_answers(Xapian::Database(directory / "direct"),
                            Xapian::Database(directory / "api"), terms_of(documents));
  }
}

TEST(GlassReading, SearchesSeveralDatabasesAsOne) {
  const TemporaryDirectory directory;
  Xapian::Database api, direct, mixed;
  std::vector<PlainDocument> all;
  for (const std::uint32_t seed : {41U, 42U, 43U}) {
    const auto documents = random_documents(seed);
    all.insert(all.end(), documents.begin(), documents.end());
    const std::string name = std::to_string(seed);
    write_by_api(documents, directory / (name + "-api"));
    write_directly(documents, directory / name);
    api.add_database(Xapian::Database(directory / (name + "-api")));
    direct.add_database(Xapian::Database(directory / name));
    mixed.add_database(Xapian::Database(directory / (seed == 42 ? name : name + "-api")));
  }
  EXPECT_EQ(first_difference(dump_of(direct), dump_of(api)), "");
  expect_the_same_answers(direct, api, terms_of(all));
  expect_the_same_answers(mixed, api, terms_of(all));

  direct.compact(directory / "one");
  api.compact(directory / "one-api");
  EXPECT_EQ(faults_of(directory / "one"), "");
  EXPECT_EQ(differing_file(directory / "one", directory / "one-api", directory / "compacted")
                .value_or("none"),
            "none");
}

// Xapian's reader takes some data for cut off that Xapian itself deflates (deflater.cc).
TEST(GlassReading, GetsAllDataBackThatWasDeflated) {
  const TemporaryDirectory directory;
  std::vector<PlainDocument> documents;
  const auto add = [&](std::string data) {
    documents.push_back({static_cast<std::uint32_t>(documents.size() + 1), {}, std::move(data)});
  };
  for (std::size_t size = 8100; size < 8700; ++size) add(std::string(size, 'a'));
  for (std::size_t size = 16'300; size < 16'700; ++size) add(std::string(size, 'q'));
  std::mt19937 random(1);
  for (std::size_t i = 0; i < 2000; ++i) {
    std::string text;
    while (text.size() < 8192 + i % 600) text += std::to_string(random() % 100'000) + " word ";
    add(text.substr(0, 8192 + i % 600));
  }
  add(std::string(1'000'000, 'x'));
  for (const bool deflate : {true, false}) {
    SCOPED_TRACE(deflate);
    const std::string name = directory / (deflate ? "deflated" : "plain");
    write_directly(documents, name, {.deflate = deflate, .sync = false});
    Xapian::Database database(name);
    for (const PlainDocument& document : documents) {
      EXPECT_TRUE(database.get_document(document.docid).get_data() == document.data)
          << document.data.size();
    }
    EXPECT_EQ(faults_of(name), "");
    database.compact(name + "-compacted");
    EXPECT_EQ(Xapian::Database(name + "-compacted").get_document(1).get_data(), documents[0].data);
  }
  EXPECT_LT(std::filesystem::file_size(directory / "deflated/docdata.glass") * 2,
            std::filesystem::file_size(directory / "plain/docdata.glass"));
}

}  // namespace
}  // namespace backfile

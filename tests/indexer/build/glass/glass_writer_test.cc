// A database written directly is the one that Xapian writes.
#include "indexer/build/glass/glass_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "indexer/build/glass/both_ways.h"
#include "tests/indexer/build/glass/database_dump.h"
#include "tests/indexer/build/glass/random_documents.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// Written both ways, the documents are the same for all who read them, and, once compacted, the same
// bytes.
void expect_the_same(const std::vector<PlainDocument>& documents) {
  const TemporaryDirectory directory;
  write_by_api(documents, directory / "api");
  write_directly(documents, directory / "direct");
  EXPECT_EQ(faults_of(directory / "direct"), "");
  EXPECT_EQ(first_difference(dump_of(directory / "direct"), dump_of(directory / "api")), "");
  EXPECT_EQ(
      differing_file(directory / "api", directory / "direct", directory / "compacted").value_or(""),
      "");
  EXPECT_EQ(faults_of(directory / "compacted/other"), "");
  EXPECT_EQ(first_difference(dump_of(directory / "compacted/other"), dump_of(directory / "api")),
            "");
}

TEST(GlassWriter, WritesNoDocuments) {
  expect_the_same({});
}

TEST(GlassWriter, WritesOneDocument) {
  expect_the_same({{1, {{"storm", 3}, {"a", 1}, {"Zen:storm", 0}}, "the data"}});
}

TEST(GlassWriter, WritesDocumentsWithoutTermsAndWithoutData) {
  expect_the_same({{1}, {2, {{"a", 1}}}, {3, {}, "data"}, {4}});
  expect_the_same({{1}, {2}, {3}});
}

TEST(GlassWriter, WritesTermsOfAnyBytes) {
  PlainDocument document{1, {}, "x"};
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    document.terms[std::string(1, c)] = 1;
    document.terms["a"s + c] = 2;
    document.terms["a"s + c + "b"] = 3;
    document.terms["\0"s + c] = 4;
    document.terms["\0\xFF"s + c] = 5;
  }
  expect_the_same({document, {2, document.terms}});
}

TEST(GlassWriter, WritesTheLongestTerms) {
  PlainDocument document{1, {}, "x"};
  for (std::size_t size = 235; size <= 245; ++size) document.terms[std::string(size, 'a')] = 1;
  document.terms[std::string(122, '\0')] = 1;
  document.terms["a" + std::string(122, '\0')] = 2;
  std::vector<PlainDocument> documents;
  for (std::uint32_t docid = 1; docid <= 3000; ++docid)
    documents.push_back({docid, document.terms});
  expect_the_same(documents);
}

TEST(GlassWriter, WritesAHundredThousandDocumentsOfOneTerm) {
  std::vector<PlainDocument> documents;
  for (std::uint32_t docid = 1; docid <= 100'000; ++docid) {
    documents.push_back({docid, {{"term", docid % 300}}, std::to_string(docid)});
  }
  expect_the_same(documents);
}

TEST(GlassWriter, WritesNumbersThatNeedAllTheirBits) {
  expect_the_same({{1, {{"a", 0xFFFFFFFE}}}, {2, {{"b", 0xFFFFFFFE}}}, {3, {{"a", 1}, {"b", 1}}}});
  expect_the_same({{1, {{"a", 1}}},
                   {0x7FFF, {{"a", 2}}},
                   {0x8000, {{"a", 3}}, "1"},
                   {0x3FFFFF, {{"b", 1}}, "2"},
                   {0x400000, {{"a", 4}}, "3"},
                   {0x1FFFFFFF, {{"a", 5}}, "4"},
                   {0x20000000, {{"b", 6}}, "5"},
                   {0xFFFFFFFE, {{"a", 6}}, "6"}});
}

TEST(GlassWriter, WritesDataLargerThanABlock) {
  std::mt19937 random(1);
  std::vector<PlainDocument> documents;
  const std::size_t sizes[] = {1,    18,   19,   2000, 2030, 2040,   2050,   4000,
                               4063, 4064, 8191, 8192, 8193, 16'384, 60'000, 1'000'000};
  for (const std::size_t size : sizes) {
    const auto docid = static_cast<std::uint32_t>(documents.size() + 1);
    documents.push_back({docid, {{"a", 1}}, random_bytes(random, size)});
  }
  expect_the_same(documents);
}

TEST(GlassWriter, WritesMetadata) {
  const TemporaryDirectory directory;
  const std::map<std::string, std::string> metadata = {{"contents", "\0\xFF 16 bytes"s},
                                                       {"z", std::string(3000, 'x')}};
  const std::vector<PlainDocument> documents = {{1, {{"storm", 3}, {"\0"s, 1}}, "the data"}};
  write_directly(documents, directory / "direct", {.metadata = metadata});
  {
    Xapian::WritableDatabase database(directory / "api",
                                      Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    for (const auto& [key, value] : metadata) database.set_metadata(key, value);
    Xapian::Document document;
    document.set_data("the data");
    document.add_term("storm", 3);
    document.add_term("\0"s, 1);
    database.add_document(document);
  }
  const Xapian::Database database(directory / "direct");
  for (const auto& [key, value] : metadata) EXPECT_EQ(database.get_metadata(key), value);
  EXPECT_EQ(faults_of(directory / "direct"), "");
  EXPECT_EQ(
      differing_file(directory / "api", directory / "direct", directory / "compacted").value_or(""),
      "");
}

TEST(GlassWriter, WritesRandomArchives) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    expect_the_same(random_documents(seed));
  }
}

TEST(GlassWriter, WritesTheSameBytesHoweverTermsAreDivided) {
  const TemporaryDirectory directory;
  const auto documents = random_documents(20);
  write_directly(documents, directory / "whole");
  for (const std::size_t ranges : {1U, 2U, 3U, 50U, 5000U}) {
    SCOPED_TRACE(ranges);
    const std::string name = std::to_string(ranges);
    write_directly(documents, directory / name, {}, ranges);
    for (const char* file : {"iamglass", "postlist.glass", "docdata.glass"}) {
      EXPECT_TRUE(directory.read("whole/"s + file) == directory.read(name + '/' + file)) << file;
    }
  }
}

TEST(GlassWriter, TakesRangesThatThreadsMade) {
  const TemporaryDirectory directory;
  constexpr std::uint32_t documents = 5000, terms = 2000;
  const auto term = [](std::uint32_t number) { return "term" + std::to_string(10'000 + number); };
  const auto add_terms = [&](auto& postlist, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      postlist.begin_term(term(i), documents / 10, documents / 10 * 2);
      for (std::uint32_t j = 0; j < documents / 10; ++j)
        postlist.add_posting(10 * j + 1 + i % 10, 2);
    }
  };
  const auto write = [&](const std::string& name, auto add) {
    GlassWriter writer(directory / name);
    for (std::uint32_t i = 1; i <= documents; ++i) writer.add_document(i, terms / 10 * 2, {});
    add(writer);
    writer.finish({1, 2, 3});
  };
  write("alone", [&](GlassWriter& writer) { add_terms(writer, 0, terms); });
  write("together", [&](GlassWriter& writer) {
    // Twice each, as threads would that take up the next range.
    PostlistRange first(directory / "together"), second(directory / "together");
    for (std::uint32_t begin = 0; begin < terms; begin += terms / 2) {
      const std::uint32_t middle = begin + terms / 4, end = begin + terms / 2;
      std::thread other([&] { add_terms(second, middle, end); });
      add_terms(first, begin, middle);
      other.join();
      writer.add(first);
      writer.add(second);
    }
  });
  for (const auto& entry : std::filesystem::directory_iterator(directory / "alone")) {
    const std::string name = entry.path().filename();
    EXPECT_TRUE(directory.read("alone/" + name) == directory.read("together/" + name)) << name;
  }
  EXPECT_EQ(Xapian::Database(directory / "together").get_collection_freq(term(7)), 1000U);
}

TEST(GlassWriter, LeavesNothingBesideTheTables) {
  const TemporaryDirectory directory;
  write_directly({{1, {{"a", 1}}, "data"}}, directory / "new/database");
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory / "new/database")) {
    names.insert(entry.path().filename());
  }
  EXPECT_EQ(names, (std::set<std::string>{"docdata.glass", "iamglass", "postlist.glass"}));
  EXPECT_EQ(Xapian::Database(directory / "new/database").get_uuid(),
            "011e3b58-7592-afcc-e906-23405d7a97b4");
}

}  // namespace
}  // namespace backfile

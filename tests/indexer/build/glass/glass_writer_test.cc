// A database written directly is the one that Xapian writes.
#include "indexer/build/glass/glass_writer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/build/glass/both_ways.h"
#include "tests/indexer/build/glass/database_dump.h"
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
  const auto ours = compacted_files(directory / "direct", directory / "direct.compact");
  const auto theirs = compacted_files(directory / "api", directory / "api.compact");
  for (const auto& [name, bytes] : theirs) {
    EXPECT_TRUE(ours.contains(name) && ours.at(name) == bytes) << name << " differs";
  }
  EXPECT_EQ(ours.size(), theirs.size());
  EXPECT_EQ(faults_of(directory / "direct.compact"), "");
  EXPECT_EQ(first_difference(dump_of(directory / "direct.compact"), dump_of(directory / "api")),
            "");
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
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
                   {0x1FFFFF, {{"b", 1}}, "2"},
                   {0x200000, {{"a", 4}}, "3"},
                   {0x0FFFFFFF, {{"a", 5}}, "4"},
                   {0x10000000, {{"b", 6}}, "5"},
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

}  // namespace
}  // namespace backfile

// What a term and its postings must be.
#include "indexer/build/glass/postlist_range.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// What is wrong with it, and how the program would end.
std::string fault_of(const std::function<void(PostlistRange&)>& fill) {
  PostlistRange range("/nowhere");
  try {
    fill(range);
    range.finish();
  } catch (const Failure& failure) {
    return std::to_string(static_cast<int>(failure.code())) + ": " + failure.what();
  }
  return "none";
}

TEST(PostlistRange, RefusesWhatDoesNotAddUp) {
  const struct {
    std::function<void(PostlistRange&)> fill;
    const char* fault;
  } cases[] = {
      {[](PostlistRange& range) { range.begin_term("", 1, 1); }, "a term is empty"},
      {[](PostlistRange& range) { range.begin_term("a", 0, 0); }, "\"a\" is in no document"},
      {[](PostlistRange& range) { range.add_posting(1, 1); }, "comes before the first term"},
      {[](PostlistRange& range) {
         range.begin_term("b", 1, 1);
         range.add_posting(1, 1);
         range.begin_term("b", 1, 1);
       },
       "the term \"b\" comes after \"b\""},
      {[](PostlistRange& range) {
         range.begin_term("b\xFF", 1, 1);
         range.add_posting(1, 1);
         range.begin_term("b\x01", 1, 1);
       },
       "the term \"b%01\" comes after \"b%FF\""},
      {[](PostlistRange& range) {
         range.begin_term("b", 1, 1);
         range.add_posting(0, 1);
       },
       "document 0 of the term \"b\" comes after 0"},
      {[](PostlistRange& range) {
         range.begin_term("b", 3, 2);
         range.add_posting(7, 1);
         range.add_posting(7, 1);
       },
       "document 7 of the term \"b\" comes after 7"},
      {[](PostlistRange& range) {
         range.begin_term("b", 1, 1);
         range.add_posting(1, 1);
         range.add_posting(2, 1);
       },
       "\"b\" has more documents than it should"},
      {[](PostlistRange& range) {
         range.begin_term("b", 3, 1);
         range.add_posting(1, 1);
       },
       "\"b\" lacks 2 of its documents"},
      {[](PostlistRange& range) {
         range.begin_term("b", 1, 3);
         range.add_posting(1, 2);
         range.begin_term("c", 1, 1);
       },
       "\"b\" occurs 2 times, not 3"},
      {[](PostlistRange& range) {
         range.begin_term("b", 1, 1);
         range.add_posting(1, 1);
         range.finish();
         range.add_posting(2, 1);
       },
       "comes before the first term"},
  };
  for (const auto& c : cases) {
    const std::string fault = fault_of(c.fill);
    EXPECT_THAT(fault, testing::StartsWith("7: cannot write /nowhere/postlist.glass: "));
    EXPECT_THAT(fault, testing::HasSubstr(c.fault));
  }
}

TEST(PostlistRange, RefusesTermsThatAreTooLongForAKey) {
  const auto fault = [](const std::string& term) {
    return fault_of([&](PostlistRange& range) {
      range.begin_term(term, 1, 1);
      range.add_posting(1, 1);
    });
  };
  EXPECT_EQ(fault(std::string(245, 'a')), "none");
  EXPECT_THAT(fault(std::string(246, 'a')), testing::HasSubstr("aaa...\" is too long"));
  EXPECT_EQ(fault(std::string(122, '\0') + "a"), "none");
  EXPECT_THAT(fault(std::string(123, '\0')), testing::HasSubstr("%00%00...\" is too long"));
}

TEST(PostlistRange, RefusesTermsThatOccurMoreOftenThanXapianCounts) {
  const auto fault = [](std::uint32_t last) {
    return fault_of([&](PostlistRange& range) {
      range.begin_term("a", 2, std::uint64_t{0x80000000} + last);
      range.add_posting(1, 0x80000000);
      range.add_posting(2, last);
    });
  };
  EXPECT_EQ(fault(0x7FFFFFFF), "none");
  EXPECT_THAT(fault(0x80000000), testing::StartsWith("8: the archive has more than 4,294,967,295 "
                                                     "occurrences of one word"));
}

TEST(PostlistRange, SaysWhatItHoldsInMemory) {
  PostlistRange range("/nowhere");
  range.begin_term("a", 100'000, 100'000);
  for (std::uint32_t docid = 1; docid <= 100'000; ++docid) range.add_posting(docid, 1);
  range.finish();
  EXPECT_GT(range.bytes(), 200'000U);
  EXPECT_LT(range.bytes(), 210'000U);
}

}  // namespace
}  // namespace backfile

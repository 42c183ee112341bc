// What cannot be written, and what must not be.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/base/failure.h"
#include "indexer/build/glass/both_ways.h"
#include "indexer/build/glass/glass_writer.h"
#include "tests/indexer/build/glass/random_documents.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// As long as it lives no file of this process grows beyond a size: a disk that is full.
class LargestFile {
 public:
  explicit LargestFile(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~LargestFile() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  LargestFile(const LargestFile&) = delete;
  LargestFile& operator=(const LargestFile&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

// How the work would end, and what it says.
std::string failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return std::to_string(static_cast<int>(failure.code())) + ": " + failure.what();
  }
  return "none";
}

// Tables of more than a megabyte, at which they begin to be written, and some more.
void write_tables(GlassWriter& writer) {
  std::mt19937 random(1);
  for (std::uint32_t docid = 1; docid <= 1000; ++docid) {
    writer.add_document(docid, 1000, random_bytes(random, 2500));
  }
  for (std::uint32_t term = 1000; term < 2000; ++term) {
    writer.begin_term("term" + std::to_string(term), 1000, 1000);
    for (std::uint32_t docid = 1; docid <= 1000; ++docid) writer.add_posting(docid, 1);
  }
}

TEST(GlassFailure, NamesTheFileThatTheDiskHasNoRoomFor) {
  const TemporaryDirectory directory;
  const struct {
    rlim_t room;
    bool with_data;
    const char* file;
  } cases[] = {{0, true, "docdata.glass"},         {8192, true, "docdata.glass"},
               {2'000'001, true, "docdata.glass"}, {0, false, "postlist.glass"},
               {8191, false, "postlist.glass"},    {1'500'000, false, "postlist.glass"}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.room);
    const std::string place = directory / std::to_string(&c - cases);
    const LargestFile limit(c.room);
    const std::string failure = failure_of([&] {
      GlassWriter writer(place);
      if (c.with_data) {
        write_tables(writer);
      } else {
        writer.add_document(1, 1'000'000, {});
        for (std::uint32_t term = 1'000'000; term < 2'000'000; ++term) {
          writer.begin_term("term" + std::to_string(term), 1, 1);
          writer.add_posting(1, 1);
        }
      }
      writer.finish(uuid_of(1));
    });
    EXPECT_THAT(failure, testing::StartsWith("8: cannot write " + place + '/' + c.file +
                                             " (File too large); make room"));
    EXPECT_FALSE(fs::exists(place + "/iamglass"));
  }
}

TEST(GlassFailure, NamesTheVersionFile) {
  const TemporaryDirectory directory;
  const auto finish_with = [&](const std::string& name, const std::string& in_the_way) {
    return failure_of([&] {
      GlassWriter writer(directory / name);
      directory.write(name + '/' + in_the_way, "in the way");
      writer.finish(uuid_of(1));
    });
  };
  EXPECT_THAT(finish_with("one", "v.tmp/file"),
              testing::StartsWith("8: cannot create " + directory / "one/v.tmp"));
  EXPECT_THAT(finish_with("two", "iamglass/file"),
              testing::StartsWith("8: cannot create " + directory / "two/iamglass"));
}

TEST(GlassFailure, SaysWhereNoDirectoryCanBe) {
  const TemporaryDirectory directory;
  directory.write("file", "");
  EXPECT_THAT(failure_of([&] { GlassWriter writer(directory / "file/database"); }),
              testing::StartsWith("8: cannot create " + directory / "file/database"));
}

TEST(GlassFailure, NeverWritesOverADatabase) {
  const TemporaryDirectory directory;
  write_directly({{1, {{"a", 1}}}}, directory / "database");
  const std::string before = directory.read("database/postlist.glass");
  EXPECT_THAT(failure_of([&] { GlassWriter writer(directory / "database"); }),
              testing::StartsWith("8: cannot create " + directory / "database/postlist.glass"));
  EXPECT_EQ(directory.read("database/postlist.glass"), before);
}

TEST(GlassFailure, RefusesDocumentsAndTermsOutOfTurn) {
  const TemporaryDirectory directory;
  const struct {
    std::function<void(GlassWriter&)> write;
    const char* fault;
  } cases[] = {
      {[](GlassWriter& writer) { writer.add_document(0, 1, {}); }, "document 0 comes after 0"},
      {[](GlassWriter& writer) {
         writer.add_document(2, 1, {});
         writer.add_document(2, 1, {});
       },
       "document 2 comes after 2"},
      {[](GlassWriter& writer) {
         writer.begin_term("a", 1, 1);
         writer.add_document(1, 1, {});
       },
       "a document comes after the first term"},
      {[](GlassWriter& writer) { writer.add_document(1, 0xFFFFFFFF, {}); },
       "more than 4,294,967,294 words in one article"},
      {[](GlassWriter& writer) {
         writer.add_document(1, 2, {});
         PostlistRange range("/nowhere");
         range.begin_term("a", 1, 1);
         range.add_posting(1, 1);
         writer.begin_term("b", 1, 1);
         writer.add_posting(1, 1);
         writer.add(range);
       },
       "its keys are out of order"},
      {[](GlassWriter& writer) {
         writer.add_document(1, 1, {});
         writer.begin_term("a", 1, 1);
         writer.add_posting(2, 1);
         writer.finish({});
       },
       "a term is in a document that is not there"},
      {[](GlassWriter& writer) {
         writer.add_document(1, 3, {});
         writer.begin_term("a", 1, 2);
         writer.add_posting(1, 2);
         writer.finish({});
       },
       "its words are 2, those of its documents 3"},
      {[](GlassWriter& writer) {
         writer.add_document(1, 2, {});
         writer.add_document(2, 2, {});
         writer.begin_term("a", 2, 4);
         writer.add_posting(1, 1);
         writer.add_posting(2, 3);
         writer.finish({});
       },
       "a word occurs more often in a document than this is long"},
      {[](GlassWriter& writer) {
         writer.add_document(1, 2, {});
         writer.begin_term("a", 2, 2);
         writer.add_posting(1, 2);
         writer.finish({});
       },
       "\"a\" lacks 1 of its documents"},
  };
  for (const auto& c : cases) {
    const std::string place = directory / std::to_string(&c - cases);
    EXPECT_THAT(failure_of([&] {
                  GlassWriter writer(place);
                  c.write(writer);
                }),
                testing::HasSubstr(c.fault));
    EXPECT_FALSE(fs::exists(place + "/iamglass"));
  }
}

}  // namespace
}  // namespace backfile

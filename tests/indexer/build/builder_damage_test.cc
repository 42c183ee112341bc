// What a disk or a memory does to the files of a build before they are read back: it is noticed
// before anything is published, or it changed nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/build/builder.h"
#include "tests/indexer/build/built_index.h"
#include "tests/indexer/files/damage.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// Calls `work` when a build comes to the stage.
BuildOptions when_it_comes_to(const std::string& stage, const std::function<void()>& work) {
  BuildOptions options;
  options.jobs = 2;
  options.progress = [=, come = false](const Progress& now) mutable {
    if (come || now.stage != stage) return;
    come = true;
    work();
  };
  return options;
}

// The files of an unfinished build that are read again, by their paths in it. Xapian's tables were
// compared with what was written when they were finished (glass_damage_test.cc).
Names files_in(const fs::path& building) {
  Names names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(building)) {
    const std::string name = entry.path().lexically_relative(building);
    if (!entry.is_regular_file() || entry.file_size() == 0 || name.starts_with("articles/"))
      continue;
    if (name != "rejected.jsonl" && name != "boilerplate.zst") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class BuilderDamage : public testing::Test {
 protected:
  BuilderDamage() {
    write_mixed_archive(built_, 40);
    built_.build();
    published_ = built_.generation();
    articles_ = built_.stored();
    dump_ = built_.dump();
  }

  // One bit of the file, somewhere but in the end of a run, which only says that nothing follows.
  void turn_a_bit(const std::string& name) {
    const fs::path file = building_ / name;
    const std::string bytes = contents_of(file);
    constexpr std::size_t end = 16;
    ASSERT_GT(bytes.size(), end);
    const std::size_t at = random_() % (bytes.size() - end);
    test::put(file, at, static_cast<char>(bytes[at] ^ 1 << random_() % 8));
  }

  // Whether a build that finds the file damaged at that stage refuses to publish it.
  bool is_refused(const std::string& stage, const std::string& name) {
    try {
      built_.build(when_it_comes_to(stage, [&] { turn_a_bit(name); }));
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::corrupt) << failure.what();
      EXPECT_EQ(built_.generation(), published_);
      EXPECT_EQ(BuiltIndex::names_in(built_.index()), (Names{"current", "generations", "lock"}));
      return true;
    }
    EXPECT_TRUE(built_.stored() == articles_);
    EXPECT_EQ(built_.dump(), dump_);
    published_ = built_.generation();
    return false;
  }

  BuiltIndex built_;
  const fs::path building_ = built_.index() / "building";
  std::string published_, dump_;
  std::vector<Article> articles_;
  std::mt19937 random_{7};
};

TEST_F(BuilderDamage, OfAnyFileIsNoticedBeforeItIsPublished) {
  for (const char* stage : {"joining", "inverting", "checking"}) {
    Names names;
    built_.build(when_it_comes_to(stage, [&] { names = files_in(building_); }));
    published_ = built_.generation();
    EXPECT_GE(names.size(), 4U) << stage;
    for (const std::string& name : names) {
      SCOPED_TRACE(name + ", " + stage);
      EXPECT_TRUE(is_refused(stage, name));
    }
  }
  EXPECT_NO_THROW(built_.build());
  EXPECT_EQ(built_.dump(), dump_);
}

}  // namespace
}  // namespace backfile

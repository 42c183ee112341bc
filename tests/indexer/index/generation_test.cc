// Generations: published, opened, pruned, and refused with an explanation.
#include "indexer/index/generation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <optional>

#include "indexer/base/failure.h"
#include "indexer/index/schema.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

class GenerationTest : public testing::Test {
 protected:
  // A generation that holds one file; returns its name.
  std::string publish_one(const std::string& text = "text") {
    const IndexLock lock(index_);
    const fs::path building = begin_generation(index_);
    std::ofstream(building / "file") << text;
    Manifest manifest;
    manifest.schema = schema_version;
    manifest.analyzer = analyzer_version;
    manifest.documents = 7;
    manifest.languages = {{"en", 6}, {"", 1}};
    manifest.sources = {"articles/"};
    manifest.settings = {{"jobs", "2"}};
    publish(index_, manifest);
    return manifest.generation;
  }

  std::optional<Exit> code_of_opening() {
    try {
      read_manifest(current_generation(index_));
      return std::nullopt;
    } catch (const Failure& failure) {
      message_ = failure.what();
      return failure.code();
    }
  }

  // As another version of the program would have written it.
  void rewrite_manifest(const std::function<void(Manifest&)>& change) {
    const fs::path generation = current_generation(index_);
    Manifest manifest = parse_manifest(generation);
    change(manifest);
    std::ofstream(generation / "manifest.json") << to_json(manifest);
  }

  TemporaryDirectory directory_;
  fs::path index_ = directory_.path() / "archive.index";
  std::string message_;
};

TEST_F(GenerationTest, IsFoundOncePublished) {
  const std::string name = publish_one("first");
  EXPECT_EQ(current_generation(index_), index_ / "generations" / name);
  EXPECT_EQ(directory_.read("archive.index/generations/" + name + "/file"), "first");
  EXPECT_FALSE(fs::exists(index_ / "building"));
  EXPECT_EQ(directory_.read("archive.index/current"), name + "\n");
}

TEST_F(GenerationTest, ManifestComesBackWhole) {
  const std::string name = publish_one("abc");
  const Manifest manifest = read_manifest(current_generation(index_));
  EXPECT_EQ(manifest.generation, name);
  EXPECT_EQ(manifest.documents, 7U);
  EXPECT_EQ(manifest.languages.at(""), 1U);
  EXPECT_EQ(manifest.sources, std::vector<std::string>{"articles/"});
  EXPECT_EQ(manifest.settings.at("jobs"), "2");
  EXPECT_EQ(manifest.files.size(), 1U);
  EXPECT_EQ(manifest.files.at("file").sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(manifest.built_at.size(), 20U);
}

TEST_F(GenerationTest, ANewOneTakesThePlaceOfTheOldWhichStays) {
  const std::string first = publish_one();
  const std::string second = publish_one();
  EXPECT_NE(first, second);
  EXPECT_EQ(current_generation(index_).filename(), second);
  EXPECT_TRUE(fs::exists(index_ / "generations" / first / "file"));
}

TEST_F(GenerationTest, PruningKeepsTheNewestByNumber) {
  std::vector<std::string> names;
  for (int i = 0; i < 12; ++i) names.push_back(publish_one());
  const IndexLock lock(index_);
  prune(index_, 3);
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(fs::exists(index_ / "generations" / names[i]), i >= 9) << names[i];
  }
}

TEST_F(GenerationTest, PruningNeverRemovesTheCurrentOne) {
  const std::string first = publish_one();
  publish_one();
  publish_one();
  std::ofstream(index_ / "current") << first << "\n";  // as a rollback leaves it
  const IndexLock lock(index_);
  prune(index_, 1);
  EXPECT_EQ(current_generation(index_).filename(), first);
}

// After a rollback the generation in use is not among the newest.
TEST_F(GenerationTest, PruningKeepsWhatWasInUseBefore) {
  const std::string used = publish_one();
  const std::string bad = publish_one();
  const std::string worse = publish_one();
  std::ofstream(index_ / "current") << used << "\n";
  const std::string newest = publish_one();
  const IndexLock lock(index_);
  prune(index_, 3, used);
  EXPECT_TRUE(fs::exists(index_ / "generations" / newest));
  EXPECT_TRUE(fs::exists(index_ / "generations" / used));
  EXPECT_TRUE(fs::exists(index_ / "generations" / worse));
  EXPECT_FALSE(fs::exists(index_ / "generations" / bad));
}

TEST_F(GenerationTest, WhatAnUnfinishedBuildLeftIsRemoved) {
  publish_one();
  const IndexLock lock(index_);
  std::ofstream(begin_generation(index_) / "left over") << "x";
  EXPECT_TRUE(fs::is_empty(begin_generation(index_)));
}

// As a build leaves it that is killed after it named its generation.
TEST_F(GenerationTest, OneThatNobodyEverUsedIsRemovedByTheNextBuild) {
  const std::string used = publish_one(), current = publish_one();
  const fs::path generations = index_ / "generations";
  const std::string unused = "20990101T000000Z-3";
  fs::copy(generations / current, generations / unused);
  const std::string names[] = {unused, current, "../generations/" + used, "x", ""};
  for (const std::string& named : names) {
    SCOPED_TRACE(named);
    std::ofstream(index_ / "publishing") << named << "\n";
    const IndexLock lock(index_);
    begin_generation(index_);
    EXPECT_FALSE(fs::exists(generations / unused));
    EXPECT_FALSE(fs::exists(index_ / "publishing"));
    EXPECT_EQ(generation_names(index_), (std::vector<std::string>{current, used}));
  }
}

TEST_F(GenerationTest, LeavesNothingWhereItCannotBePublished) {
  const std::string first = publish_one();
  fs::remove(index_ / "current");
  fs::create_directory(index_ / "current");
  fs::create_directory(index_ / "current" / "not empty");
  const fs::path building = begin_generation(index_);
  Manifest manifest;
  EXPECT_THROW(publish(index_, manifest), Failure);
  EXPECT_EQ(generation_names(index_), std::vector<std::string>{first});
  EXPECT_FALSE(fs::exists(index_ / "publishing"));
}

TEST_F(GenerationTest, OpeningExplainsWhatIsWrong) {
  EXPECT_EQ(code_of_opening(), Exit::corrupt);  // nothing there
  EXPECT_NE(message_.find("there is no index at"), std::string::npos) << message_;

  fs::create_directories(index_);
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  EXPECT_NE(message_.find("no finished index"), std::string::npos) << message_;

  publish_one();
  EXPECT_EQ(code_of_opening(), std::nullopt);
  for (const char* name : {"", "../../etc", "20261124T000000Z-9", "x/20261124T000000Z-1", "\n"}) {
    SCOPED_TRACE(name);
    const std::string before = directory_.read("archive.index/current");
    std::ofstream(index_ / "current") << name;
    EXPECT_EQ(code_of_opening(), Exit::corrupt);
    EXPECT_NE(message_.find("names no generation"), std::string::npos) << message_;
    std::ofstream(index_ / "current") << before;
  }
}

TEST_F(GenerationTest, OpeningNamesWhatMayNotBeRead) {
  publish_one();
  const fs::path generation = current_generation(index_);
  fs::create_directory(generation / "articles");
  std::ofstream(generation / "articles" / "postlist.glass") << "text";
  // Nothing is beyond root's reach, so that it becomes nobody.
  constexpr uid_t nobody = 65534;
  const bool is_root = ::geteuid() == 0;
  fs::permissions(directory_.path(), fs::perms(0755));
  for (const fs::path& path : {index_, index_ / "current", index_ / "generations", generation,
                               generation / "manifest.json", generation / "articles",
                               generation / "articles" / "postlist.glass"}) {
    SCOPED_TRACE(path);
    const fs::perms before = fs::status(path).permissions();
    fs::permissions(path, fs::perms::none);
    ASSERT_EQ(is_root ? ::seteuid(nobody) : 0, 0);
    const std::optional<Exit> code = code_of_opening();
    ASSERT_EQ(is_root ? ::seteuid(0) : 0, 0);
    fs::permissions(path, before);
    EXPECT_EQ(code, Exit::corrupt);
    EXPECT_TRUE(message_.starts_with("cannot read " + path.string())) << message_;
    EXPECT_TRUE(message_.ends_with(
        "(Permission denied); have it made readable for you, or name another with --index"))
        << message_;
  }
  EXPECT_EQ(code_of_opening(), std::nullopt);
}

TEST_F(GenerationTest, OpeningRefusesOtherVersions) {
  publish_one();
  rewrite_manifest([](Manifest& manifest) { manifest.schema += 1; });
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  EXPECT_NE(message_.find("another version of backfile (schema"), std::string::npos) << message_;
  EXPECT_NE(message_.find("rebuild it with"), std::string::npos) << message_;
  publish_one();
  rewrite_manifest([](Manifest& manifest) { manifest.analyzer = 0; });
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  publish_one();
  rewrite_manifest([](Manifest& manifest) { manifest.documents += 1; });
  EXPECT_EQ(code_of_opening(), std::nullopt);
}

TEST_F(GenerationTest, OpeningRefusesADamagedManifest) {
  publish_one();
  for (const char* text : {"", "{", "[]", "null", "{\"schema\": [[[["}) {
    SCOPED_TRACE(text);
    std::ofstream(current_generation(index_) / "manifest.json") << text;
    EXPECT_EQ(code_of_opening(), Exit::corrupt);
    EXPECT_NE(message_.find("manifest.json is damaged"), std::string::npos) << message_;
  }
  fs::remove(current_generation(index_) / "manifest.json");
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  EXPECT_NE(message_.find("manifest.json is missing"), std::string::npos) << message_;
  fs::create_directory(current_generation(index_) / "manifest.json");
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  EXPECT_NE(message_.find("manifest.json is not a file; rebuild"), std::string::npos) << message_;
}

// Bytes that mean the same, such as the last line's end, as well.
TEST_F(GenerationTest, OpeningRefusesAManifestWithAnyOtherByte) {
  publish_one();
  const fs::path file = current_generation(index_) / "manifest.json";
  const std::string whole = contents_of(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1 << at % 8);
    std::ofstream(file) << changed;
    EXPECT_THROW(parse_manifest(file.parent_path()), Failure) << at;
    std::ofstream(file) << whole.substr(0, at);
    EXPECT_THROW(parse_manifest(file.parent_path()), Failure) << at;
  }
  std::ofstream(file) << whole << "\n";
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  std::ofstream(file) << whole;
  EXPECT_EQ(code_of_opening(), std::nullopt);
}

TEST_F(GenerationTest, AFolderInPlaceOfCurrentIsSaidPlainlyToReadersAndWriters) {
  publish_one();
  fs::remove(index_ / "current");
  fs::create_directory(index_ / "current");
  EXPECT_EQ(code_of_opening(), Exit::corrupt);
  EXPECT_NE(message_.find("current is not a file; move it away; rebuild"), std::string::npos)
      << message_;
  EXPECT_THROW(IndexLock{index_}, Failure);
}

TEST_F(GenerationTest, OneWriterAtATime) {
  const IndexLock lock(index_);
  // Another process, as the builder of a second command would be.
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      const IndexLock second(index_);
      ::_exit(0);
    } catch (const Failure& failure) {
      ::_exit(static_cast<int>(failure.code()));
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(Exit::locked));
}

TEST_F(GenerationTest, TheLockIsFreeAgainAfterwards) {
  { const IndexLock lock(index_); }
  EXPECT_NO_THROW(IndexLock{index_});
}

TEST_F(GenerationTest, AFolderOfOtherFilesIsNotTakenOver) {
  directory_.write("archive.index/letter.txt", "dear reader");
  EXPECT_THROW(IndexLock{index_}, Failure);
  EXPECT_EQ(directory_.read("archive.index/letter.txt"), "dear reader");
  EXPECT_FALSE(fs::exists(index_ / "lock"));
}

TEST_F(GenerationTest, AFileIsNoPlaceForAnIndex) {
  directory_.write("archive.index", "a file");
  EXPECT_ANY_THROW(IndexLock{index_});
}

}  // namespace
}  // namespace backfile

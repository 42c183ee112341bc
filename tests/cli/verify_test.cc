// `backfile verify`, and what is noticed of a damaged index without it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "run_program.h"

namespace backfile {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

class Verify : public ::testing::Test {
 protected:
  // The folder of the generation that this publishes.
  fs::path build(const std::string& title) const {
    fs::create_directories(scratch_ / "articles");
    std::ofstream(scratch_ / "articles/a.jsonl")
        << nlohmann::json{{"id", "1"}, {"title", title}, {"body", "It came by night."}} << "\n";
    EXPECT_EQ(run_program({"index", "--index", index(), scratch_ / "articles"}).code, 0);
    std::string name = contents_of(index() + "/current");
    name.pop_back();
    return fs::path(index()) / "generations" / name;
  }
  std::string index() const { return scratch_ / "archive.index"; }
  Ran verify() const { return run_program({"verify", "--index", index()}); }
  Ran search() const { return run_program({"search", "--index", index(), "night"}); }

  TemporaryDirectory scratch_;
};

TEST_F(Verify, FindsAnIndexWholeThatWasNotTouched) {
  const fs::path generation = build("Storm");
  const Ran ran = verify();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("files of the generation " + generation.filename().string()));
  const auto report =
      nlohmann::json::parse(run_program({"verify", "--format=json", "--index", index()}).out);
  EXPECT_GE(report["files"], 11);
  EXPECT_TRUE(report["faults"].empty());
}

TEST_F(Verify, NamesEachFileThatIsChangedMissingOrNew) {
  const fs::path generation = build("Storm");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation)) {
    const std::string name = entry.path().lexically_relative(generation);
    if (!entry.is_regular_file() || entry.file_size() == 0 || name == "manifest.json") continue;
    SCOPED_TRACE(name);
    const std::string whole = contents_of(entry.path());
    std::string changed = whole;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    std::ofstream(entry.path(), std::ios::binary) << changed;
    const Ran ran = verify();
    EXPECT_EQ(ran.code, 7);
    EXPECT_THAT(ran.out + ran.err, HasSubstr(name));
    EXPECT_THAT(ran.err, HasSubstr("; rebuild it with `backfile index"));
    fs::remove(entry.path());
    EXPECT_EQ(verify().code, 7);
    std::ofstream(entry.path(), std::ios::binary) << whole;
  }
  EXPECT_EQ(verify().code, 0);
  std::ofstream(generation / "articles/termlist.glass") << "";
  EXPECT_THAT(verify().out, HasSubstr("articles/termlist.glass was not there"));
}

TEST_F(Verify, IsNotNeededToNoticePartsOfAnotherGeneration) {
  const fs::path older = build("Storm");
  const fs::path newer = build("Flood");
  for (const char* part : {"articles", "forward", "columns", "manifest.json"}) {
    SCOPED_TRACE(part);
    const fs::path aside = scratch_ / "aside";
    fs::rename(newer / part, aside);
    fs::copy(older / part, newer / part, fs::copy_options::recursive);
    const Ran ran = search();
    EXPECT_EQ(ran.code, 7) << ran.out;
    EXPECT_THAT(ran.err, HasSubstr(newer.string()));
    EXPECT_THAT(ran.err, HasSubstr("rebuild "));
    fs::remove_all(newer / part);
    fs::rename(aside, newer / part);
  }
  EXPECT_EQ(search().code, 0);
}

// Of archives of the same shape, so that sizes tell little.
TEST_F(Verify, IsNotNeededToNoticeAnyOneFileOfAnotherIndex) {
  build("Storm");
  const fs::path other = scratch_ / "other.index";
  fs::rename(index(), other);
  const fs::path strange =
      other / "generations" / fs::directory_iterator(other / "generations")->path().filename();
  const fs::path generation = build("Mrots");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(strange)) {
    const std::string name = entry.path().lexically_relative(strange);
    if (!entry.is_regular_file() || name == "rejected.jsonl" || name == "boilerplate.zst") continue;
    const std::string own = contents_of(generation / name);
    if (contents_of(entry.path()) == own) continue;
    SCOPED_TRACE(name);
    fs::copy_file(entry.path(), generation / name, fs::copy_options::overwrite_existing);
    for (const Ran& ran : {search(), run_program({"stats", "--index", index()})}) {
      EXPECT_EQ(ran.code, 7) << ran.out;
      // A manifest of the same second has the same name; then it is the others that differ.
      EXPECT_THAT(ran.err,
                  HasSubstr((name == "manifest.json" ? generation : generation / name).string()));
      EXPECT_THAT(ran.err, HasSubstr("rebuild "));
    }
    std::ofstream(generation / name, std::ios::binary) << own;
  }
  EXPECT_EQ(search().code, 0);
}

TEST_F(Verify, IsNotNeededToNoticeAFolderInPlaceOfAFile) {
  const fs::path generation = build("Storm");
  std::vector<fs::path> files = {fs::path(index()) / "current"};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation)) {
    const std::string name = entry.path().filename();
    if (entry.is_regular_file() && name != "rejected.jsonl") files.push_back(entry.path());
  }
  for (const fs::path& file : files) {
    SCOPED_TRACE(file);
    fs::rename(file, scratch_ / "aside");
    fs::create_directory(file);
    const bool read = file.filename() != "boilerplate.zst";
    for (const Ran& ran :
         {read ? search() : run_program({"boilerplate", "--index", index()}), verify()}) {
      EXPECT_EQ(ran.code, 7) << ran.out;
      EXPECT_THAT(ran.err, HasSubstr(file.filename().string() + " is "));
      EXPECT_THAT(ran.err, testing::Not(HasSubstr("should not")));
    }
    fs::remove(file);
    fs::rename(scratch_ / "aside", file);
  }
  EXPECT_EQ(verify().code, 0);
}

// Its tables differ in a few of their pages.
TEST_F(Verify, IsNotNeededToNoticePostingsOfAnArchiveThatDiffersInOneWord) {
  const auto build_with = [&](const std::string& word) {
    fs::create_directories(scratch_ / "articles");
    std::ofstream out(scratch_ / "articles/many.jsonl");
    for (int i = 0; i < 2000; ++i) {
      const std::string own = i == 300 ? word : "word" + std::to_string(i);
      out << nlohmann::json{{"id", std::to_string(i)}, {"title", "Storm"}, {"body", "night " + own}}
          << "\n";
    }
    out.close();
    return build("Storm") / "articles/postlist.glass";
  };
  const fs::path older = build_with("word1500"), newer = build_with("word1501");
  ASSERT_EQ(fs::file_size(older), fs::file_size(newer));
  EXPECT_EQ(search().code, 0);
  fs::copy_file(older, newer, fs::copy_options::overwrite_existing);
  const Ran ran = search();
  EXPECT_EQ(ran.code, 7) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr(newer.string() + " is damaged, or belongs to another generation"));
}

// In the middle, where opening does not look.
TEST_F(Verify, IsNotNeededToBeToldWhereDamageIsThatASearchMeets) {
  fs::create_directories(scratch_ / "articles");
  std::ofstream out(scratch_ / "articles/many.jsonl");
  for (int i = 0; i < 2000; ++i) {
    out << nlohmann::json{{"id", std::to_string(i)},
                          {"title", "Storm"},
                          {"body", "night word" + std::to_string(i)}}
        << "\n";
  }
  out.close();
  const fs::path generation = build("Storm");
  const fs::path table = generation / "articles/postlist.glass";
  const std::string whole = contents_of(table);
  std::string damaged = whole;
  constexpr std::size_t block = 8192;
  const std::size_t blocks = whole.size() / block;
  for (std::size_t i = 1; i + 1 < blocks; ++i) {
    if (i == blocks / 4 || i == blocks / 2 || i == blocks * 3 / 4) continue;
    std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(i * block), block, '\xff');
  }
  std::ofstream(table, std::ios::binary) << damaged;
  const Ran ran = search();
  EXPECT_EQ(ran.code, 7) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr((generation / "articles").string()));
  EXPECT_THAT(ran.err, HasSubstr("; rebuild it with `backfile index"));
}

TEST_F(Verify, SaysHowToGoOnWhereNothingIsNamedAsCurrent) {
  const fs::path generation = build("Storm");
  fs::remove(index() + "/current");
  const Ran ran = search();
  EXPECT_EQ(ran.code, 7);
  EXPECT_THAT(ran.err, HasSubstr("current is missing"));
  EXPECT_THAT(ran.err, HasSubstr("echo " + generation.filename().string() + " > "));
}

}  // namespace
}  // namespace backfile

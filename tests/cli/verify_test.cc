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
    EXPECT_THAT(ran.out + ran.err, HasSubstr(name == "articles/iamglass" ? "articles" : name));
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

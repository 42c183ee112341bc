// A published index, and builds of another that do not come to their end: what readers see of it.
//
// For the tests of `backfile index` killed, refused room and failed by the system. BACKFILE_CRASHES
// names how often each of them is to try; the default is what a test run can bear.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "run_program.h"
#include "started_program.h"

namespace backfile {

class IndexCrash : public ::testing::Test {
 protected:
  static constexpr int before = 40, after = 300;

  void SetUp() override {
    write_articles(scratch_ / "before.jsonl", before, "lemon");
    write_articles(scratch_ / "after.jsonl", after, "olive");
    ASSERT_EQ(run_program(indexing("before.jsonl")).code, 0);
    look();
  }

  static int crashes(int usual) {
    const char* wanted = std::getenv("BACKFILE_CRASHES");
    return wanted != nullptr ? std::atoi(wanted) : usual;
  }

  // Articles enough that a build takes long enough to be hit; all say "steady", and each `marker`.
  static void write_articles(const std::string& path, int count, const std::string& marker) {
    std::mt19937 random(7);
    std::ofstream out(path);
    for (int i = 0; i < count; ++i) {
      out << "{\"id\":\"" << i << "\",\"title\":\"Steady " << marker << " " << i
          << "\",\"body\":\"";
      for (int word = 0; word < 100; ++word) out << "word" << random() % 5000 << ' ';
      out << "\"}\n";
    }
  }

  std::vector<std::string> indexing(const std::string& source) const {
    return {"index", "--index", index_, "--jobs=2", "--keep=2", scratch_ / source};
  }
  // How many articles answer to a word, or why none could be asked.
  std::string count(const std::string& word) const {
    const Ran ran = run_program({"search", "--index", index_, "--limit=1", "--format=json", word});
    if (ran.code > 1) return ran.err;
    return nlohmann::json::parse(ran.out)["total"]["value"].dump();
  }
  // What some searches print; empty if one of them fails.
  std::string answers() const {
    std::string all;
    for (const char* query : {"lemon OR olive", "steady word17"}) {
      const Ran ran =
          run_program({"search", "--index", index_, "--limit=40", "--format=tsv", query});
      if (ran.code > 1) return {};
      all += ran.out;
    }
    return all;
  }
  std::string current() const { return contents_of(index_ + "/current"); }

  // Remembers what is published now.
  void look() {
    published_ = current();
    answers_ = answers();
  }
  // It still is, and every byte of it, and answers as it did.
  void expect_as_before() const {
    EXPECT_EQ(current(), published_);
    EXPECT_EQ(answers(), answers_);
    const Ran verified = run_program({"verify", "--index", index_});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
  }
  // Either that, or the new one was published and is whole; then goes back to the old articles.
  // True if it was.
  bool expect_old_or_new(const std::string& new_answers) {
    if (current() == published_) {
      expect_as_before();
      return false;
    }
    EXPECT_EQ(answers(), new_answers) << "neither the old nor the new index";
    EXPECT_EQ(run_program({"verify", "--index", index_}).code, 0);
    expect_next_build();
    return true;
  }
  void expect_next_build() {
    const Ran next = run_program(indexing("before.jsonl"));
    EXPECT_EQ(next.code, 0) << next.err;
    EXPECT_EQ(answers(), answers_);
    expect_no_rubbish();
    EXPECT_EQ(names_in(index_ + "/generations").size(), 2U);
    look();
  }
  // What a build of the new articles answers.
  std::string answers_of_new() {
    EXPECT_EQ(run_program(indexing("after.jsonl")).code, 0);
    const std::string new_answers = answers();
    EXPECT_NE(new_answers, answers_);
    expect_next_build();
    return new_answers;
  }

  static std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const std::filesystem::directory_entry& entry :
         std::filesystem::directory_iterator(folder)) {
      names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
  }
  void expect_no_rubbish() const {
    EXPECT_EQ(names_in(index_), (std::vector<std::string>{"current", "generations", "lock"}));
  }
  // Waits until a build has done something, so that what follows hits it at work.
  void wait_for_work() const {
    for (int i = 0; i < 2000 && !std::filesystem::exists(index_ + "/building/raw"); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }

  TemporaryDirectory scratch_;
  std::string index_ = scratch_ / "archive.index";
  std::string published_, answers_;
};

}  // namespace backfile

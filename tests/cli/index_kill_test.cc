// `backfile index` killed at any moment of any stage: what was published still answers byte for
// byte, and the next build succeeds and leaves nothing behind.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <thread>

#include "crash_fixture.h"

namespace backfile {
namespace {

using Seconds = std::chrono::duration<double>;

// The stages that take any time, by the names that --progress json gives them.
constexpr const char* stages[] = {"reading",   "indexing", "joining",
                                  "inverting", "checking", "publishing"};

class IndexKill : public IndexCrash {
 protected:
  // How long each stage takes.
  nlohmann::json stage_seconds() {
    std::vector<std::string> words = indexing("after.jsonl");
    words.push_back("--format=json");
    const Ran ran = run_program(words);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return nlohmann::json::parse(ran.out)["seconds"];
  }

  // The stage that a build came to.
  static std::string last_stage(const std::string& progress) {
    const std::size_t line = progress.rfind("{\"stage\":\"");
    if (line == std::string::npos) return "starting";
    const std::size_t begin = line + std::string_view("{\"stage\":\"").size();
    return progress.substr(begin, progress.find('"', begin) - begin);
  }

  // Kills a build so long after the stage began; where it was, or "finished".
  std::string kill_in(const std::string& stage, Seconds later) const {
    std::vector<std::string> words = indexing("after.jsonl");
    words.push_back("--progress=json");
    StartedProgram program(words);
    const std::string mark = '"' + stage + '"';
    for (int i = 0; i < 20'000 && program.err().find(mark) == std::string::npos; ++i) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    std::this_thread::sleep_for(later);
    program.signal(SIGKILL);
    const Ran ran = program.wait();
    return ran.code == 128 + SIGKILL ? last_stage(ran.err) : "finished";
  }
};

TEST_F(IndexKill, AtAnyMomentOfAnyStageTheOldOneAnswers) {
  const nlohmann::json seconds = stage_seconds();
  expect_next_build();
  const std::string new_answers = answers_of_new();
  std::mt19937 random(20);
  std::map<std::string, int> killed;
  const int kills = crashes(18);
  for (int round = 0; round < kills; ++round) {
    const std::string stage = stages[static_cast<std::size_t>(round) % std::size(stages)];
    SCOPED_TRACE(stage + ", " + std::to_string(round));
    // A little past the end, too: the last one publishes and then prunes.
    const double part = std::uniform_real_distribution<>(0, 1.1)(random);
    ++killed[kill_in(stage, Seconds(double(seconds[stage]) * part))];
    if (!expect_old_or_new(new_answers) && round % 6 == 5) expect_next_build();
  }
  std::cout << "killed while";
  for (const auto& [stage, times] : killed) std::cout << ' ' << stage << ' ' << times;
  std::cout << '\n';
  EXPECT_GE(kills - killed["finished"], kills / 3) << "the kills came too late to prove anything";
  EXPECT_GE(killed["joining"] + killed["inverting"] + killed["publishing"], 1);
}

}  // namespace
}  // namespace backfile

// One service for all tests of a suite, started by the first of them.
#include "tests/browser/site_visit.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "tests/places.h"
#include "tests/running_program.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

// The program, serving an index of the sample archive that it made.
class SampleArchive {
 public:
  explicit SampleArchive(const std::string& base_path) : base_path_(base_path) {
    const std::string index = directory_.path() / "archive.index";
    RunningProgram indexer(
        program_path, {"index", source_dir + std::string("/corpus/articles"), "--index", index});
    indexer.rest();
    if (indexer.exit_code() != 0) throw std::runtime_error("the sample archive is not indexed");
    program_.emplace(program_path,
                     std::vector<std::string>{"serve", "--index", index, "--port", "0", "--title",
                                              "The Averrin Lantern", "--quiet", "--base-url",
                                              "https://lantern.example" + base_path});
    port_ = program_->number_after("127.0.0.1:");
  }
  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + base_path_; }

 private:
  std::string base_path_;
  TemporaryDirectory directory_;
  std::optional<RunningProgram> program_;
  int port_ = 0;
};

std::unique_ptr<SampleArchive>& archive() {
  static std::unique_ptr<SampleArchive> archive;
  return archive;
}

}  // namespace

std::vector<std::string> pages_of_every_kind() {
  return {"/",
          "/search?q=harbour+bridge",
          "/search?q=flood+barrier&match=topic",
          "/search?q=the&page=2&sort=newest",
          "/search?q=bridge&from=2014&to=2024-04&section=News&lang=en&section=Culture",
          "/search?q=parrot+volcano+barrier",
          "/search?q=%E6%A1%A5",
          "/search?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1",
          "/search?q=xylophonist",
          "/search?q=flood&from=yesterday",
          "/search?q=",
          "/search?q=bridge&page=99",
          "/article/toxq4dagf6ukr6kw?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1#m1",
          "/article/hecvgqavu4hfo5d4?q=%E6%A1%A5#m2"};
}

void SiteVisit::TearDownTestSuite() {
  archive().reset();
}

void SiteVisit::SetUp() {
  std::string reason;
  browser_ = Browser::start(reason);
  if (!browser_) GTEST_SKIP() << reason;
  if (!archive()) archive() = std::make_unique<SampleArchive>(base_path());
  browser_->size(wide, 800);
  browser_->dark(false);
}

void SiteVisit::TearDown() {
  if (!browser_) return;
  EXPECT_THAT(browser_->complaints(), ::testing::IsEmpty());
}

std::string SiteVisit::address(const std::string& path) {
  return archive()->address() + path;
}

std::string SiteVisit::path() {
  const std::string here = browser().address(), site = archive()->address();
  return here.starts_with(site) ? here.substr(site.size()) : "elsewhere: " + here;
}

void SiteVisit::ask(const std::string& query) {
  browser().click("input[name=q]");
  browser().run("document.activeElement.select()");
  browser().type(query);
  browser().press({key::enter});
  if (!browser().waits_for("return document.readyState === 'complete' && "
                           "document.querySelector('.results')"))
    throw std::runtime_error("no results came for " + query);
}

std::vector<std::string> SiteVisit::faults(const std::string& function) {
  std::ifstream file(source_dir + std::string("/tests/browser/audit.js"));
  const std::string audit{std::istreambuf_iterator<char>(file), {}};
  return browser().run(audit + "\nreturn audit." + function + "();");
}

}  // namespace backfile

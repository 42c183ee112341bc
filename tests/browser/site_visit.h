// The sample archive as visitors see it: indexed and served by the program itself, and opened in a
// browser. The fixture of all tests in this folder.
//
// Index and service are made once for all tests of a run, a browser for each test. A page that
// complains in the console fails its test.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/browser/browser.h"

namespace backfile {

// Pages of every kind, of few and many hits, in several scripts.
std::vector<std::string> pages_of_every_kind();

class SiteVisit : public ::testing::Test {
 protected:
  static constexpr int wide = 1280, phone = 390, narrowest = 320;

  static void TearDownTestSuite();
  void SetUp() override;
  void TearDown() override;

  // Where the archive is served, for tests of one that is not at the root of its host: "/archive".
  // The same for all tests of a suite.
  virtual std::string base_path() const { return ""; }

  static std::string address(const std::string& path);  // "/search?q=storm"
  void open(const std::string& path) { browser().open(address(path)); }
  std::string path();  // where the browser is now
  Browser& browser() { return *browser_; }

  // Searches as people do, from the box on the page.
  void ask(const std::string& query);

  // Faults that one of the functions of audit.js finds in the page.
  std::vector<std::string> faults(const std::string& function);

 private:
  std::unique_ptr<Browser> browser_;
};

}  // namespace backfile

// A damaged file is an error that names the file, never a crash and never another text in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/base/failure.h"
#include "tests/indexer/files/damage.h"
#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using test::overwrite;
using test::put;
using testing::AnyOf;
using testing::HasSubstr;

namespace fs = std::filesystem;

std::vector<Article> some_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 5; ++i) {
    articles.push_back(test::article_of(i == 4 ? "zh" : "en", "Storm " + std::to_string(i),
                                        {"It hit the S-400 base, they said. Yes!", "大桥通车"}));
  }
  return articles;
}

// What went wrong when something was done with the index, if anything did.
template <class Do>
std::string outcome(const fs::path& directory, const Do& what) {
  try {
    const ForwardIndex index(directory);
    what(index);
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::corrupt);
    return failure.what();
  }
  return "sound";
}

std::string verify(const fs::path& directory) {
  return outcome(directory, [](const ForwardIndex& index) { index.verify([] {}); });
}

// Reads all that a search could ask for.
std::string use(const fs::path& directory) {
  return outcome(directory, [](const ForwardIndex& index) {
    std::vector<FormId> ids;
    for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
      Article article;
      index.read_text(docid, article);
      index.read_ids(index.record(docid), ids);
      index.reader_called(index.facts(docid).reader);
      for (const FormId id : ids) {
        if (id > last_opening) index.lexicon().family_of(id), index.lexicon().folded(id);
      }
    }
    for (const char* word : {"storm", "the", "大", "zz"}) {
      for (const FormId form : index.lexicon().with_prefix(word)) index.lexicon().language(form);
      index.lexicon().family("en", word);
    }
  });
}

TEST(ForwardDamage, IsNoticedAtEveryByte) {
  const test::BuiltForward built(some_articles());
  ASSERT_EQ(verify(built.path()), "sound");
  for (const char* name : test::forward_files) {
    const fs::path file = built.path() / name;
    const std::string sound = contents_of(file);
    for (std::size_t at = 0; at < sound.size(); at += at < 512 ? 1 : 3) {
      put(file, at, static_cast<char>(sound[at] ^ 1 << at % 8));
      use(built.path());
      EXPECT_THAT(verify(built.path()), HasSubstr("/" + std::string(name) + " ")) << "byte " << at;
      put(file, at, sound[at]);
    }
  }
  EXPECT_EQ(verify(built.path()), "sound");
}

TEST(ForwardDamage, IsNoticedAtEveryLength) {
  const test::BuiltForward built(some_articles());
  for (const char* name : test::forward_files) {
    const fs::path file = built.path() / name;
    const std::string sound = contents_of(file);
    for (std::size_t length = sound.size(); length > 0;) {
      length -= length < 400 ? 1 : std::min<std::size_t>(7, length);
      fs::resize_file(file, length);
      EXPECT_THAT(use(built.path()), HasSubstr("/" + std::string(name) + " is damaged"));
    }
    overwrite(file, sound + std::string(64, '\0'));
    EXPECT_THAT(use(built.path()), HasSubstr("has grown"));
    overwrite(file, sound);
  }
}

TEST(ForwardDamage, IsNoticedWhereAFileIsMissingOrForeign) {
  const test::BuiltForward built(some_articles()), other(std::vector<Article>{});
  for (const char* name : test::forward_files) {
    const fs::path file = built.path() / name;
    const std::string sound = contents_of(file);
    const std::string begin = "/" + std::string(name);
    fs::remove(file);
    EXPECT_THAT(use(built.path()), HasSubstr(begin + " is damaged: it is missing"));
    overwrite(file, contents_of(other.path() / name));
    EXPECT_THAT(use(built.path()), HasSubstr("it belongs to another lexicon"));
    overwrite(file, contents_of(built.path() / (std::string(name) == "rare" ? "codes" : "rare")));
    EXPECT_THAT(use(built.path()), HasSubstr(begin + " is damaged: it is another file"));
    overwrite(file, "#!/bin/sh" + std::string(2000, '\n'));
    EXPECT_THAT(use(built.path()), HasSubstr("no file of an index"));
    std::string older = sound;
    older[8] = 1;
    overwrite(file, older);
    EXPECT_THAT(use(built.path()),
                AllOf(HasSubstr(begin + " is of format 1, not 5"), HasSubstr("`backfile index")));
    overwrite(file, sound);
  }
}

}  // namespace
}  // namespace backfile

// Damaged columns are an error that names the file, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/index/columns.h"
#include "tests/indexer/files/damage.h"
#include "tests/indexer/index/built_columns.h"

namespace backfile {
namespace {

using test::overwrite;
using test::put;
using testing::AnyOf;
using testing::HasSubstr;

namespace fs = std::filesystem;

std::vector<Article> some_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 6; ++i) {
    Article article = test::article_of("en", "Café " + std::to_string(i), {"A naïve rosé."});
    article.author = {"Ann Lee", "Zoë Brandt " + std::to_string(i)};
    article.tags = {"sea", "wind"};
    article.section = i % 2 == 0 ? "World" : "Sport";
    article.published = i == 3 ? "" : "201" + std::to_string(i);
    articles.push_back(std::move(article));
  }
  return articles;
}

// What went wrong when something was done with the columns, if anything did.
std::string outcome(const test::BuiltColumns& built,
                    const std::function<void(const Columns&)>& what) {
  try {
    what(built.open());
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::corrupt);
    return failure.what();
  }
  return "sound";
}

std::string verify(const test::BuiltColumns& built) {
  return outcome(built, [](const Columns& columns) { columns.verify(); });
}

// Reads all that a search could ask for.
std::string use(const test::BuiltColumns& built) {
  return outcome(built, [&](const Columns& columns) {
    for (std::uint32_t docid = 0; docid <= built.forward().size() + 1; ++docid) {
      columns.day(docid);
      for (const Field& field : fields) {
        const ValueColumn& column = columns.of(field.id);
        for (const std::uint32_t number : column.of(docid)) column.value(number);
      }
    }
    for (const Field& field : fields) {
      for (const auto value : columns.of(field.id).values()) {
        columns.of(field.id).find(value.folded);
      }
    }
    for (const char* word : {"ann", "zoe", "3", "zz", "cafe", "naive", "rose", "rosé"}) {
      for (const std::uint32_t author : columns.authors_called(word)) {
        columns.of(FieldId::author).value(author);
      }
      columns.accented_forms(word);
    }
  });
}

TEST(ColumnsDamage, IsNoticedAtEveryByte) {
  const test::BuiltColumns built(some_articles());
  ASSERT_EQ(verify(built), "sound");
  ASSERT_EQ(use(built), "sound");
  const std::string sound = contents_of(built.file());
  for (std::size_t at = 0; at < sound.size(); ++at) {
    put(built.file(), at, static_cast<char>(sound[at] ^ 1 << at % 8));
    use(built);
    EXPECT_THAT(verify(built), HasSubstr("/columns ")) << "byte " << at;
    put(built.file(), at, sound[at]);
  }
  EXPECT_EQ(verify(built), "sound");
}

// What a checksum would find is left standing: nothing reads it before a number is followed.
TEST(ColumnsDamage, OfManyBytesLeadsNowhere) {
  const test::BuiltColumns built(some_articles());
  const std::string sound = contents_of(built.file());
  for (std::size_t at = sizeof(FileHeader); at + 4 <= sound.size(); at += 4) {
    for (const char byte : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string damaged = sound;
      std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(at), 4, byte);
      for (std::size_t i = 0; i < 4; ++i) put(built.file(), at + i, damaged[at + i]);
      EXPECT_THAT(use(built), AnyOf("sound", HasSubstr("/columns is damaged")));
      for (std::size_t i = 0; i < 4; ++i) put(built.file(), at + i, sound[at + i]);
    }
  }
}

TEST(ColumnsDamage, IsNoticedAtEveryLength) {
  const test::BuiltColumns built(some_articles());
  const std::string sound = contents_of(built.file());
  for (std::size_t length = sound.size(); length > 0;) {
    length -= std::min<std::size_t>(7, length);
    fs::resize_file(built.file(), length);
    EXPECT_THAT(use(built), HasSubstr("/columns is damaged"));
  }
  overwrite(built.file(), sound + std::string(64, '\0'));
  EXPECT_THAT(use(built), HasSubstr("has grown"));
}

TEST(ColumnsDamage, IsNoticedWhereTheFileIsMissingOrForeign) {
  const test::BuiltColumns built(some_articles()), other(std::vector<Article>{});
  fs::remove(built.file());
  EXPECT_THAT(use(built), HasSubstr(built.file().string() + " is damaged: it is missing"));
  overwrite(built.file(), contents_of(other.file()));
  EXPECT_THAT(use(built), HasSubstr("it belongs to another lexicon"));
  overwrite(built.file(), "#!/bin/sh" + std::string(2000, '\n'));
  EXPECT_THAT(use(built), HasSubstr("no file of an index"));
}

}  // namespace
}  // namespace backfile

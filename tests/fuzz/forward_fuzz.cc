// A small forward index, its columns and its catalogue, damaged as the input says: every use of them ends well or
// in a Failure.
//
// The first byte says whether checksums are put right again, so that damage gets past them: 1 that
// of the header, 2 that of the contents. Then an edit for every five bytes: which file (and, from
// 128 on, that it is cut off there), where (three bytes), and what is exclusive-ored.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/forward/forward_index.h"
#include "indexer/forward/word_sets.h"
#include "indexer/index/building/catalogue_run.h"
#include "indexer/index/building/columns_run.h"
#include "indexer/index/building/join_catalogue.h"
#include "indexer/index/building/join_columns.h"
#include "indexer/index/catalogue.h"
#include "indexer/index/columns.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;
namespace fs = std::filesystem;

constexpr std::array file_names = {"lexicon", "codes", "rare",    "separators",
                                   "offsets", "facts", "columns", "catalogue"};
using Files = std::array<std::string, file_names.size()>;

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Article some_article(int number) {
  Article article;
  article.id = std::to_string(number);
  article.language = number % 4 == 3 ? "zh" : number % 4 == 2 ? "de" : "en";
  article.title = "Storm " + std::to_string(number) + " hits S-400 base";
  article.author = {"Ada Quill", "Zoë Ray " + std::to_string(number)};
  article.published = number % 5 == 0 ? "" : "2019-03-0" + std::to_string(1 + number % 9);
  article.tags = {"Sea", "wind " + std::to_string(number % 3)};
  article.body = {"It hit the U.S. base café, they said. Yes! 1,000 of them.", "大桥通车。", ""};
  for (int word = 0; word < 30; ++word) {
    article.body.back() += "w" + std::to_string(number * 30 + word) + ' ';
  }
  return article;
}

// Built once; removed at the end.
class Target {
 public:
  Target() : directory_(fs::temp_directory_path() / ("fuzz-" + std::to_string(::getpid()))) {
    fs::create_directories(directory_);
    const std::vector<fs::path> runs = {directory_ / "run"};
    ForwardRun run(runs[0]);
    ColumnsRun columns(runs[0]);
    CatalogueRun catalogue(runs[0]);
    for (int number = 0; number < 12; ++number) {
      run.add(some_article(number), {{}, "fuzz"});
      columns.add(some_article(number));
      catalogue.add(some_article(number));
    }
    run.finish();
    columns.finish();
    catalogue.finish();
    join_runs(runs, directory_, "fuzz", [] {});
    const Lexicon lexicon(directory_);
    join_columns(runs, directory_, lexicon, [] {});
    join_catalogue(runs, directory_, lexicon, [] {});
    for (std::size_t i = 0; i < sound_.size(); ++i) {
      sound_[i] = contents_of(directory_ / file_names[i]);
    }
  }
  ~Target() {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
  }

  const Files& sound() const { return sound_; }
  const fs::path& path() const { return directory_; }

  void put(const Files& files) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (files[i] == lying_[i]) continue;
      std::ofstream(directory_ / file_names[i], std::ios::binary | std::ios::trunc) << files[i];
      lying_[i] = files[i];
    }
  }

 private:
  fs::path directory_;
  Files sound_, lying_;
};

void repair(std::string& file, unsigned what) {
  if (file.size() < sizeof(FileHeader)) return;
  FileHeader header;
  std::memcpy(static_cast<void*>(&header), file.data(), sizeof header);
  if ((what & 2) != 0) {
    header.checksum = checksum(std::string_view(file).substr(sizeof header));
  }
  if ((what & 1) != 0) {
    header.header_checksum =
        checksum({reinterpret_cast<const char*>(&header), offsetof(FileHeader, header_checksum)});
  }
  std::memcpy(file.data(), static_cast<const void*>(&header), sizeof header);
}

Files damaged(const Files& sound, const std::uint8_t* data, std::size_t size) {
  Files files = sound;
  for (std::size_t at = 1; at + 5 <= size; at += 5) {
    std::string& file = files[data[at] % files.size()];
    const std::size_t place = data[at + 1] + 256U * data[at + 2] + 65536U * data[at + 3];
    if (data[at] >= 128) {
      file.resize(std::min(file.size(), place));
    } else if (!file.empty()) {
      char& byte = file[place % file.size()];
      byte = static_cast<char>(byte ^ data[at + 4]);
    }
  }
  for (std::string& file : files) repair(file, data[0]);
  return files;
}

void use_lexicon(const Lexicon& lexicon, FormId form) {
  lexicon.text(form);
  lexicon.folded(form);
  lexicon.language(form);
  lexicon.family_of(form);
  lexicon.number(form);
}

template <class Do>
void expect_failure_at_most(const Do& what) {
  try {
    what();
  } catch (const Failure& failure) {
    demand(failure.code() == Exit::corrupt, "damage is called damage");
  }
}

void use_columns(const Columns& columns) {
  for (const Field& field : fields) {
    const ValueColumn& column = columns.of(field.id);
    for (std::uint32_t docid = 1; docid < 100; ++docid) {
      columns.day(docid);
      expect_failure_at_most([&] {
        for (const std::uint32_t number : column.of(docid)) column.value(number);
      });
    }
    expect_failure_at_most([&] { column.find("sea"); });
  }
  for (const char* word : {"ada", "ray", "7", "zz", "cafe"}) {
    expect_failure_at_most([&] {
      for (const std::uint32_t author : columns.authors_called(word)) {
        columns.of(FieldId::author).value(author);
      }
    });
    expect_failure_at_most([&] { columns.accented_forms(word); });
  }
  expect_failure_at_most([&] { columns.verify(); });
}

void use_catalogue(const Catalogue& catalogue) {
  for (std::uint32_t docid = 0; docid < 100; ++docid) {
    expect_failure_at_most([&] { catalogue.facts(docid); });
    expect_failure_at_most([&] { catalogue.find(article_key(Identity(std::to_string(docid)))); });
  }
  catalogue.called("7");
  expect_failure_at_most([&] { catalogue.verify([] {}); });
}

void use(const fs::path& directory) {
  const ForwardIndex index(directory);
  for (std::uint32_t docid = 1; docid <= index.size() && docid < 100; ++docid) {
    expect_failure_at_most([&] {
      Article article;
      index.read_text(docid, article);
    });
    expect_failure_at_most([&] {
      std::vector<FormId> ids;
      index.read_ids(index.record(docid), ids);
      for (const FormId id : ids) {
        if (id > last_opening) use_lexicon(index.lexicon(), id);
      }
    });
  }
  for (const char* prefix : {"w", "storm", "大", "zz"}) {
    expect_failure_at_most([&] {
      const auto forms = index.lexicon().with_prefix(prefix);
      for (const FormId form : forms) use_lexicon(index.lexicon(), form);
      const WordSets sets(std::vector<std::span<const FormId>>{forms});
      for (std::uint32_t docid = 1; docid <= index.size() && docid < 100; ++docid) {
        sets.for_each_hit(index, index.record(docid), [](std::uint32_t, std::uint64_t) {});
      }
    });
  }
  expect_failure_at_most([&] { index.lexicon().numbers_between(0, 1e9); });
  expect_failure_at_most([&] { index.lexicon().family("en", "hit"); });
  expect_failure_at_most([&] { index.verify([] {}); });
  expect_failure_at_most([&] { use_columns(Columns(directory, index)); });
  expect_failure_at_most([&] { use_catalogue(Catalogue(directory, index)); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Target target;
  if (size == 0) return 0;
  target.put(damaged(target.sound(), data, size));
  expect_failure_at_most([&] { use(target.path()); });
  return 0;
}

// Reads the runs once, then writes section after section.
#include "indexer/index/building/join_columns.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article/fields.h"
#include "indexer/files/key_table.h"
#include "indexer/files/run_files.h"
#include "indexer/files/section_file.h"
#include "indexer/files/string_sets.h"
#include "indexer/index/building/column_writer.h"
#include "indexer/index/building/spellings_writer.h"
#include "indexer/index/columns.h"
#include "indexer/index/name_words.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t steps = 4096;

fs::path file_of(const fs::path& run) {
  return run.string() + ".columns";
}

// What all runs hold.
class Gathered {
 public:
  explicit Gathered(const fs::path& directory) {
    for (const Field& field : fields) {
      if (has_column(field)) columns.emplace_back(field.id, directory);
    }
  }

  void read(const fs::path& run, const std::function<void()>& progress) {
    RunReader in(file_of(run));
    while (!in.at_end()) {
      days.push_back(static_cast<PackedDay>(in.take_number()));
      for (auto& [field, column] : columns) {
        const auto values = static_cast<std::uint32_t>(in.take_number());
        column.begin_article(values);
        for (std::uint32_t left = values; left > 0; --left) column.add(in.take());
      }
      if (days.size() % steps == 0) progress();
    }
  }

  ColumnFacts facts() const {
    ColumnFacts facts;
    facts.articles = static_cast<std::uint32_t>(days.size());
    for (const PackedDay day : days) {
      if (day == 0) continue;
      ++facts.dated;
      facts.last_day = std::max(facts.last_day, day);
      facts.first_day = facts.first_day == 0 ? day : std::min(facts.first_day, day);
    }
    return facts;
  }

  std::vector<PackedDay> days;
  std::deque<std::pair<FieldId, ColumnWriter>> columns;  // in the order of fields.h
};

// The authors by each word of their names.
StringSetsWriter names_of(const ColumnWriter& authors) {
  KeyTable words;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // word, author
  std::vector<std::string> name;
  std::uint32_t author = 0;
  authors.visit([&](std::string_view folded) {
    name.clear();
    add_name_words(folded, most_words_of_name, name);
    for (const std::string& word : name) pairs.emplace_back(words.number_of(word), author);
    ++author;
  });
  StringSetsWriter names;
  names.add_all(words, std::move(pairs));
  return names;
}

}  // namespace

void join_columns(std::span<const fs::path> runs, const fs::path& directory, const Lexicon& lexicon,
                  const std::function<void()>& progress) {
  Gathered gathered(directory);
  for (const fs::path& run : runs) {
    gathered.read(run, progress);
    fs::remove(file_of(run));
  }
  SectionFileWriter out(directory, FileKind::columns);
  ColumnFacts facts = gathered.facts();
  const SpellingsWriter spellings(lexicon, progress);
  facts.accented_forms = spellings.size();
  out.begin_section();
  out.append_number(facts);
  out.begin_section();
  out.append_numbers(std::span<const PackedDay>(gathered.days));
  for (auto& [field, column] : gathered.columns) column.merge();
  for (const auto& [field, column] : gathered.columns) {
    if (field == FieldId::author) names_of(column).write(out);
  }
  spellings.write(out);
  for (; !gathered.columns.empty(); gathered.columns.pop_front()) {
    gathered.columns.front().second.write(out, progress);
  }
  out.finish(lexicon.file().header().checksum);
}

}  // namespace backfile

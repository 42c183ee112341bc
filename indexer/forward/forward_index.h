// Reads a forward index: the record of an article, its forms, its text.
//
// Opening maps the files and checks their headers, that they belong together, and that offsets
// rise: some milliseconds for a million articles. Nothing that is read later is trusted either: a
// damaged file is a Failure{corrupt} that names it, never a crash. Files are described in format.h,
// lexicon.h and records.h. Immutable: shared by all threads.
//
//   const ForwardIndex index(directory);
//   const Record record = index.record(docid);
//   index.lexicon().text(index.form_at(record, 5));
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/files/section_file.h"
#include "indexer/forward/format.h"
#include "indexer/forward/lexicon.h"
#include "indexer/forward/records.h"

namespace backfile {

// An article's words. Views of mapped files, valid as long as their index; codes may be scanned
// (scan.h).
struct Record {
  std::uint32_t first = 0;  // position of its first code among those of all records
  std::span<const WordCode> codes;
  std::string_view separators;  // entries for a SeparatorDecoder
};

class ForwardIndex {
 public:
  explicit ForwardIndex(const std::filesystem::path& directory);

  // Articles have the docids [1, size()].
  std::uint32_t size() const { return static_cast<std::uint32_t>(facts_rows_.size()); }
  const Lexicon& lexicon() const { return lexicon_; }

  Record record(std::uint32_t docid) const;
  // What stands at a position of the record: a form, or an opening as its number.
  FormId form_at(const Record& record, std::uint32_t position) const;
  // The same of a rare code, of which `before` stand before it in all records.
  FormId rare_form(std::size_t before, WordCode code) const;
  // How many codes before the one at `position` of the record are rare, in all records.
  std::size_t rare_before(const Record& record, std::uint32_t position) const;
  // All of them, in place of what `ids` held.
  void read_ids(const Record& record, std::vector<FormId>& ids) const;

  // Title, subtitle, authors, body and captions, in place of what the article has; the rest of it
  // stays.
  void read_text(std::uint32_t docid, Article& article) const;

  // Throws Failure{corrupt}: what stands in the record does not fit together.
  [[noreturn]] void damaged_record() const;

  const RecordFacts& facts(std::uint32_t docid) const;
  std::string_view reader_called(std::uint32_t number) const;
  std::string_view analyzer() const { return facts_.bytes(2); }

  std::uint64_t positions() const { return codes_.size(); }
  std::uint64_t rare_positions() const { return rare_.size(); }
  std::uint64_t bytes(FileKind kind) const;

  // Reads everything, and every article's text against its hash. `progress` is called now and then.
  template <class Progress>
  void verify(const Progress& progress) const {
    verify_files();
    for (std::uint32_t docid = 1; docid <= size(); ++docid) {
      verify_record(docid);
      progress();
    }
  }

  // Has the system read the codes, which are wanted at once.
  void read_ahead() const { codes_file_.read_ahead(); }

 private:
  void check_sections() const;
  void check_offsets() const;
  void verify_files() const;
  void verify_record(std::uint32_t docid) const;
  ArticleParts text(std::uint32_t docid) const;

  Lexicon lexicon_;
  SectionFile codes_file_, rare_file_, separators_file_, offsets_file_, facts_;
  std::span<const WordCode> codes_;
  std::span<const FormId> rare_;
  std::span<const std::uint32_t> rare_before_;
  std::string_view separators_;
  std::span<const RecordOffset> offsets_;
  std::span<const RecordFacts> facts_rows_;
  std::vector<std::string> readers_;
};

}  // namespace backfile

// Every number is held to its bounds before it is followed.
#include "indexer/forward/forward_index.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "indexer/files/varint.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/scan.h"

namespace backfile {

ForwardIndex::ForwardIndex(const std::filesystem::path& directory)
    : lexicon_(directory),
      codes_file_(directory, FileKind::codes, 1),
      rare_file_(directory, FileKind::rare, 2),
      separators_file_(directory, FileKind::separators, 1),
      offsets_file_(directory, FileKind::offsets, 1),
      facts_(directory, FileKind::facts, 3),
      codes_(codes_file_.numbers<WordCode>(0)),
      rare_(rare_file_.numbers<FormId>(0)),
      rare_before_(rare_file_.numbers<std::uint32_t>(1)),
      separators_(separators_file_.bytes(0)),
      offsets_(offsets_file_.numbers<RecordOffset>(0)),
      facts_rows_(facts_.numbers<RecordFacts>(0)) {
  check_sections();
  check_offsets();
  for (std::string_view rest = facts_.bytes(1); !rest.empty();) {
    const auto reader = take_counted(rest);
    if (!reader) facts_.damaged("the list of readers is broken");
    readers_.emplace_back(*reader);
  }
}

void ForwardIndex::check_sections() const {
  const std::uint64_t lexicon = lexicon_.file().header().checksum;
  for (const SectionFile* file :
       {&codes_file_, &rare_file_, &separators_file_, &offsets_file_, &facts_}) {
    if (file->header().lexicon != lexicon) file->damaged("it belongs to another lexicon");
  }
  if (offsets_.size() != facts_rows_.size() + 1) offsets_file_.damaged("articles are missing");
  if (rare_before_.size() != (codes_.size() + rare_block - 1) / rare_block) {
    rare_file_.damaged("its directory is of another length");
  }
}

void ForwardIndex::check_offsets() const {
  bool rising = offsets_.front().codes == 0 && offsets_.front().separators == 0;
  for (std::size_t i = 0; i + 1 < offsets_.size(); ++i) {
    rising &= offsets_[i].codes <= offsets_[i + 1].codes;
    rising &= offsets_[i].separators <= offsets_[i + 1].separators;
  }
  const RecordOffset& end = offsets_.back();
  if (!rising || end.codes != codes_.size() || end.separators != separators_.size()) {
    offsets_file_.damaged("its offsets do not rise to the end");
  }
}

Record ForwardIndex::record(std::uint32_t docid) const {
  if (docid == 0 || docid > size()) throw std::out_of_range("no article has this docid");
  const RecordOffset begin = offsets_[docid - 1], end = offsets_[docid];
  return {begin.codes, codes_.subspan(begin.codes, end.codes - begin.codes),
          separators_.substr(begin.separators, end.separators - begin.separators)};
}

std::size_t ForwardIndex::rare_before(const Record& record, std::uint32_t in_record) const {
  const std::uint32_t position = record.first + in_record;
  const std::uint32_t block = position / rare_block;
  const std::size_t counted = std::size_t{block} * rare_block;
  return rare_before_[block] + count_rare(codes_.subspan(counted, position - counted));
}

FormId ForwardIndex::rare_form(std::size_t before, WordCode code) const {
  if (before >= rare_.size()) rare_file_.damaged("a form is missing");
  const FormId form = rare_[before];
  if (form < first_rare_code || form >= lexicon_.end_form() || code_of(form) != code) {
    rare_file_.damaged("a form is not that of its code");
  }
  return form;
}

FormId ForwardIndex::form_at(const Record& record, std::uint32_t position) const {
  const WordCode code = record.codes[position];
  if (is_rare(code)) return rare_form(rare_before(record, position), code);
  if (code >= lexicon_.end_form()) codes_file_.damaged("a code stands for no form");
  return code;
}

void ForwardIndex::read_ids(const Record& record, std::vector<FormId>& ids) const {
  ids.assign(record.codes.begin(), record.codes.end());
  std::size_t next_rare = 0;
  bool begun = false, beyond = false;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    const auto code = static_cast<WordCode>(ids[i]);
    beyond |= !is_rare(code) && code >= lexicon_.end_form();
    if (!is_rare(code)) continue;
    if (!std::exchange(begun, true)) next_rare = rare_before(record, i);
    ids[i] = rare_form(next_rare++, code);
  }
  if (beyond) codes_file_.damaged("a code stands for no form");
}

ArticleParts ForwardIndex::text(std::uint32_t docid) const {
  const Record record = this->record(docid);
  std::vector<FormId> ids;
  read_ids(record, ids);
  auto parts = put_together(ids, record.separators, lexicon_);
  if (!parts) damaged_record();
  return std::move(*parts);
}

void ForwardIndex::damaged_record() const {
  separators_file_.damaged("its entries do not fit their article");
}

void ForwardIndex::read_text(std::uint32_t docid, Article& article) const {
  set_text(article, text(docid));
}

const RecordFacts& ForwardIndex::facts(std::uint32_t docid) const {
  if (docid == 0 || docid > size()) throw std::out_of_range("no article has this docid");
  return facts_rows_[docid - 1];
}

std::string_view ForwardIndex::reader_called(std::uint32_t number) const {
  if (number >= readers_.size()) facts_.damaged("a reader is beyond its list");
  return readers_[number];
}

std::uint64_t ForwardIndex::bytes(FileKind kind) const {
  const SectionFile* const files[] = {&lexicon_.file(),  &codes_file_,   &rare_file_,
                                      &separators_file_, &offsets_file_, &facts_};
  return files[static_cast<std::size_t>(kind) - 1]->size();
}

void ForwardIndex::verify_files() const {
  lexicon_.verify();
  for (const SectionFile* file :
       {&codes_file_, &rare_file_, &separators_file_, &offsets_file_, &facts_}) {
    file->verify();
  }
  std::size_t rare = 0;
  for (std::size_t block = 0; block < rare_before_.size(); ++block) {
    if (rare_before_[block] != rare) rare_file_.damaged("its directory does not count right");
    const std::size_t begin = block * rare_block;
    rare +=
        count_rare(codes_.subspan(begin, std::min<std::size_t>(rare_block, codes_.size() - begin)));
  }
  if (rare != rare_.size()) rare_file_.damaged("its directory does not count right");
}

void ForwardIndex::verify_record(std::uint32_t docid) const {
  const ArticleParts parts = text(docid);
  const RecordFacts& facts = this->facts(docid);
  lexicon_.language_called(facts.language);
  reader_called(facts.reader);
  if (hash_of(std::span(parts)) != facts.text_hash) {
    separators_file_.damaged("the text of article " + std::to_string(docid) +
                             " is not what was stored");
  }
}

}  // namespace backfile

// A code for each id, and the id itself where the code does not say it.
#include "indexer/forward/building/record_writer.h"

#include "indexer/files/varint.h"

namespace backfile {

RecordWriter::RecordWriter(const std::filesystem::path& directory, const ForwardLimits& limits)
    : limits_(limits),
      codes_(directory, FileKind::codes),
      rare_(directory, FileKind::rare),
      separators_(directory, FileKind::separators),
      offsets_(directory, FileKind::offsets),
      facts_(directory, FileKind::facts) {
  for (SectionFileWriter* file : {&codes_, &separators_, &offsets_, &facts_}) file->begin_section();
  // The directory of rare forms is only known at the end; their ids come first.
  rare_.begin_section();
}

void RecordWriter::add(std::span<const FormId> ids, std::string_view separators,
                       const RecordFacts& facts) {
  hold_to(limits_.positions, position_ + ids.size(), "words");
  hold_to(limits_.separator_bytes, separator_bytes_ + separators.size(), "bytes of separators");
  offsets_.append_number(RecordOffset{static_cast<std::uint32_t>(position_),
                                      static_cast<std::uint32_t>(separator_bytes_)});
  facts_.append_number(facts);
  separators_.append(separators);
  separator_bytes_ += separators.size();
  codes_buffer_.clear();
  rare_buffer_.clear();
  for (const FormId id : ids) {
    if (position_++ % rare_block == 0) rare_before_.push_back(rare_count_);
    const WordCode code = codes_buffer_.emplace_back(code_of(id));
    if (!is_rare(code)) continue;
    rare_buffer_.push_back(id);
    ++rare_count_;
  }
  codes_.append_numbers(std::span<const WordCode>(codes_buffer_));
  rare_.append_numbers(std::span<const FormId>(rare_buffer_));
}

void RecordWriter::finish(std::uint64_t lexicon, std::span<const std::string> readers,
                          std::string_view analyzer) {
  hold_to(std::uint16_t{0xFFFF}, readers.size(), "readers");
  offsets_.append_number(RecordOffset{static_cast<std::uint32_t>(position_),
                                      static_cast<std::uint32_t>(separator_bytes_)});
  rare_.begin_section();
  rare_.append_numbers(std::span<const std::uint32_t>(rare_before_));
  facts_.begin_section();
  std::string list;
  for (const std::string& reader : readers) append_counted(list, reader);
  facts_.append(list);
  facts_.begin_section();
  facts_.append(analyzer);
  for (SectionFileWriter* file : {&codes_, &rare_, &separators_, &offsets_, &facts_}) {
    file->finish(lexicon);
  }
}

}  // namespace backfile

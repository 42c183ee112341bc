// From units to numbers, and back again to see that nothing was lost.
#include "indexer/forward/building/forward_run.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/files/varint.h"
#include "indexer/forward/building/form_key.h"

namespace backfile {
namespace {

Side side_of(const TextUnit& unit) {
  return unit.kind == WordKind::ideographic ? Side::character : Side::word;
}

std::uint8_t flags_between(const TextUnit* left, const TextUnit* right) {
  unsigned flags = 0;
  if (right && right->sentence_start) flags |= begins_sentence;
  if (right && right->sentence_start && right->shouted) flags |= begins_shouted;
  if (left && left->joined) flags |= joins_compound;
  return static_cast<std::uint8_t>(flags);
}

std::string separator_key(Separator separator) {
  std::string key(1, static_cast<char>(separator.flags));
  key += separator.text;
  return key;
}

// A run's own numbers, as put_together() wants them.
class RunDictionary {
 public:
  RunDictionary(const KeyTable& forms, const KeyTable& separators)
      : forms_(forms), separators_(separators) {}

  WrittenForm form(FormId id) const {
    const FormKey key = decode_form_key(forms_.key(id - first_form));
    return {key.text, key.kind == WordKind::ideographic};
  }
  Separator separator(SeparatorId id) const {
    const std::string_view key = separators_.key(id);
    return {key.substr(1), static_cast<std::uint8_t>(key[0])};
  }

 private:
  const KeyTable& forms_;
  const KeyTable& separators_;
};

}  // namespace

ForwardRun::ForwardRun(const std::filesystem::path& path, const ForwardLimits& limits)
    : limits_(limits), records_(path.string() + ".records"), keys_(path.string() + ".keys") {
}

std::size_t ForwardRun::memory() const {
  return forms_.bytes() + separators_.bytes() +
         (form_counts_.capacity() + separator_counts_.capacity()) * sizeof(Count);
}

void ForwardRun::add(const Article& article, const RecordOrigin& origin) {
  ++documents_;
  ids_.clear();
  entries_.clear();
  const auto parts = text_of(article);
  for (const auto& part : parts) add_part(part, article.language);
  positions_ += ids_.size();
  hold_to(limits_.positions, positions_, "words");
  hold_to(limits_.forms, forms_.size(), "written forms");
  hold_to(limits_.separators, separators_.size(), "separators");
  if (!comes_back(parts)) {
    throw Failure(Exit::corrupt, "the article " + article.id +
                                     " does not come back as it was stored; check the memory of "
                                     "this machine and run the command again");
  }
  write_record(article, origin, hash_of(std::span(parts)));
}

void ForwardRun::add_part(const ArticlePart<std::string_view>& part, std::string_view language) {
  ids_.push_back(static_cast<FormId>(part.opening));
  const TextUnit* left = nullptr;
  std::size_t end = 0;
  const auto add_gap = [&](const TextUnit* right, std::size_t begin) {
    const Separator found = {part.text.substr(end, begin - end), flags_between(left, right)};
    const Side before = left ? side_of(*left) : Side::edge;
    const Side behind = right ? side_of(*right) : Side::edge;
    if (found == expected_separator(before, behind, part.opening)) return;
    const std::uint32_t number = count(separators_, separator_counts_, separator_key(found));
    entries_.add({static_cast<std::uint32_t>(ids_.size() - 1), number});
  };
  for (const TextUnit& unit : reader_.read(part.text, language)) {
    add_gap(&unit, unit.range.begin);
    ids_.push_back(number_form(part.text, unit, language));
    end = unit.range.end;
    left = &unit;
  }
  add_gap(nullptr, part.text.size());
}

FormId ForwardRun::number_form(std::string_view text, const TextUnit& unit,
                               std::string_view language) {
  const std::string_view written = slice(text, unit.range);
  const std::string_view spelling = unit.spelling == written ? std::string_view() : unit.spelling;
  encode({written, language, unit.kind, unit.dotted, spelling}, key_);
  return first_form + count(forms_, form_counts_, key_);
}

std::uint32_t ForwardRun::count(KeyTable& table, std::vector<Count>& counts, std::string_view key) {
  const std::uint32_t number = table.number_of(key);
  if (number == counts.size()) counts.emplace_back();
  Count& count = counts[number];
  ++count.occurrences;
  if (std::exchange(count.last_document, documents_) != documents_) ++count.documents;
  return number;
}

bool ForwardRun::comes_back(std::span<const ArticlePart<std::string_view>> parts) const {
  const auto again = put_together(ids_, entries_.bytes(), RunDictionary(forms_, separators_));
  return again && std::ranges::equal(*again, parts, [](const auto& left, const auto& right) {
           return left.opening == right.opening && left.text == right.text;
         });
}

void ForwardRun::write_record(const Article& article, const RecordOrigin& origin,
                              std::uint64_t text_hash) {
  record_.assign(reinterpret_cast<const char*>(&text_hash), sizeof text_hash);
  record_.append(reinterpret_cast<const char*>(origin.content_hash.data()),
                 origin.content_hash.size());
  append_varint(record_, languages_.number_of(article.language));
  append_varint(record_, readers_.number_of(origin.reader));
  append_counted(record_, entries_.bytes());
  for (const FormId id : ids_) append_varint(record_, id);
  records_.add(record_);
}

void ForwardRun::finish() {
  records_.finish();
  for (const KeyTable* names : {&languages_, &readers_}) {
    keys_.add_number(names->size());
    for (std::uint32_t name = 0; name < names->size(); ++name) keys_.add(names->key(name));
  }
  const auto add_sorted = [&](const KeyTable& table, const std::vector<Count>& counts) {
    keys_.add_number(table.size());
    for (const std::uint32_t number : table.sorted()) {
      keys_.add(table.key(number));
      keys_.add_number(number);
      keys_.add_number(counts[number].occurrences);
      keys_.add_number(counts[number].documents);
    }
  };
  add_sorted(forms_, form_counts_);
  add_sorted(separators_, separator_counts_);
  keys_.finish();
}

}  // namespace backfile

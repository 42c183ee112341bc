// From units to numbers, and back again to see that nothing was lost.
#include "indexer/forward/building/forward_run.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/files/prefix_sort.h"
#include "indexer/files/varint.h"
#include "indexer/forward/building/form_key.h"
#include "indexer/forward/building/run_dictionary.h"

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

// Holds what a record reads to the texts it was made of.
class Comparison {
 public:
  Comparison(std::span<const ArticlePart<std::string_view>> parts, const TextTable& forms)
      : parts_(parts), forms_(forms) {}

  void open(Opening opening, std::uint32_t) {
    same_ = same_ && at_ == text_.size() && !parts_.empty() && parts_.front().opening == opening;
    if (!same_) return;
    text_ = parts_.front().text;
    at_ = 0;
    parts_ = parts_.subspan(1);
  }
  void word(FormId id, std::string_view text, std::uint32_t, std::uint8_t) {
    const std::uint32_t number = id - first_form;
    const bool alone = (forms_.tag(number) & has_spelling) == 0;
    same_ = same_ && (alone ? forms_.stands_at(number, text_, at_) : stands_here(text));
    at_ += same_ ? text.size() : 0;
  }
  void between(std::string_view text) {
    same_ = same_ && stands_here(text);
    at_ += same_ ? text.size() : 0;
  }

  bool is_same() const { return same_ && at_ == text_.size() && parts_.empty(); }

 private:
  bool stands_here(std::string_view text) const {
    if (text.size() == 1) return at_ < text_.size() && text_[at_] == text[0];  // nearly always
    return text_.substr(at_).starts_with(text);
  }

  std::span<const ArticlePart<std::string_view>> parts_;  // still to come
  const TextTable& forms_;
  std::string_view text_;  // of the one at hand
  std::size_t at_ = 0;     // how far it is the same
  bool same_ = true;
};

}  // namespace

ForwardRun::ForwardRun(const std::filesystem::path& path, const ForwardLimits& limits)
    : limits_(limits), records_(path.string() + ".records"), keys_(path.string() + ".keys") {
}

std::size_t ForwardRun::memory() const {
  return forms_.bytes() + separators_.bytes();
}

void ForwardRun::add(const Article& article, const RecordOrigin& origin) {
  ++documents_;
  ids_.clear();
  entries_.clear();
  const std::uint32_t language = languages_.number_of(article.language);
  const auto parts = text_of(article);
  for (const auto& part : parts) add_part(part, article.language, language);
  positions_ += ids_.size();
  hold_to(limits_.positions, positions_, "words");
  hold_to(limits_.forms, forms_.size(), "written forms");
  hold_to(limits_.separators, separators_.size(), "separators");
  if (!comes_back(parts)) {
    throw Failure(Exit::corrupt, "the article " + article.id +
                                     " does not come back as it was stored; check the memory of "
                                     "this machine and run the command again");
  }
  write_record(language, origin, hash_of(std::span(parts)));
}

void ForwardRun::add_part(const ArticlePart<std::string_view>& part, std::string_view language,
                          std::uint32_t language_number) {
  ids_.push_back(static_cast<FormId>(part.opening));
  const std::vector<TextUnit>& units = reader_.read(part.text, language);
  add_gaps(part, units);
  seek_forms(part.text, units, language_number);
  number_forms(part.text);
}

// What stands before, between and behind the units of a part.
void ForwardRun::add_gaps(const ArticlePart<std::string_view>& part,
                          std::span<const TextUnit> units) {
  auto position = static_cast<std::uint32_t>(ids_.size() - 1);
  const TextUnit* left = nullptr;
  std::uint32_t end = 0;
  const auto add_gap = [&](const TextUnit* right, Range gap) {
    const Separator found = {slice(part.text, gap), flags_between(left, right)};
    const Side before = left ? side_of(*left) : Side::edge;
    const Side behind = right ? side_of(*right) : Side::edge;
    if (found == expected_separator(before, behind, part.opening)) return;
    const std::uint32_t number =
        separators_.count(separators_.seek(part.text, gap, found.flags), found.text, documents_);
    entries_.add({position, number});
  };
  for (const TextUnit& unit : units) {
    add_gap(&unit, {end, unit.range.begin});
    end = unit.range.end;
    left = &unit;
    ++position;
  }
  add_gap(nullptr, {end, static_cast<std::uint32_t>(part.text.size())});
}

void ForwardRun::seek_forms(std::string_view text, std::span<const TextUnit> units,
                            std::uint32_t language) {
  sought_.clear();
  spelled_.clear();
  for (const TextUnit& unit : units) {
    const std::uint32_t tag = tag_of(unit, language);
    const std::string_view written = slice(text, unit.range);
    if (unit.spelling.empty() || unit.spelling == written) {
      sought_.push_back({forms_.seek(text, unit.range, tag), unit.range, false});
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(spelled_.size());
    spelled_.append(written).append(1, '\0').append(unit.spelling);
    const Range range = {begin, static_cast<std::uint32_t>(spelled_.size())};
    sought_.push_back({forms_.seek(spelled_, range, tag | has_spelling), range, true});
  }
}

void ForwardRun::number_forms(std::string_view text) {
  constexpr std::size_t ahead = 8;  // measured: 4 and 16 are as good
  for (std::size_t i = 0; i < sought_.size(); ++i) {
    if (i + ahead < sought_.size()) forms_.approach(sought_[i + ahead].form);
    const SoughtForm& sought = sought_[i];
    const std::string_view written = slice(sought.is_spelled ? spelled_ : text, sought.range);
    ids_.push_back(first_form + forms_.count(sought.form, written, documents_));
  }
}

bool ForwardRun::comes_back(std::span<const ArticlePart<std::string_view>> parts) const {
  Comparison comparison(parts, forms_);
  return read_through(ids_, entries_.bytes(), RunDictionary(forms_, separators_), comparison) &&
         comparison.is_same();
}

void ForwardRun::write_record(std::uint32_t language, const RecordOrigin& origin,
                              std::uint64_t text_hash) {
  record_.assign(reinterpret_cast<const char*>(&text_hash), sizeof text_hash);
  record_.append(reinterpret_cast<const char*>(origin.content_hash.data()),
                 origin.content_hash.size());
  append_varint(record_, language);
  append_varint(record_, readers_.number_of(origin.reader));
  append_counted(record_, entries_.bytes());
  append_ids();
  records_.add(record_);
}

void ForwardRun::append_ids() {
  const std::size_t begin = record_.size();
  record_.resize(begin + ids_.size() * longest_varint_32);
  char* end = record_.data() + begin;
  for (const FormId id : ids_) end = put_varint(end, id);
  record_.resize(static_cast<std::size_t>(end - record_.data()));
}

void ForwardRun::finish() {
  records_.finish();
  for (const KeyTable* names : {&languages_, &readers_}) {
    keys_.add_number(names->size());
    for (std::uint32_t name = 0; name < names->size(); ++name) keys_.add(names->key(name));
  }
  write_forms();
  write_separators();
  keys_.finish();
}

// In the order of their keys.
void ForwardRun::write_forms() {
  std::vector<std::uint32_t> numbers(forms_.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  sort_by_key(
      numbers, [this](std::uint32_t number) { return written_form(forms_, number); },
      [this](std::uint32_t left, std::uint32_t right) {
        const FormKey a = form_key(forms_, left, languages_);
        const FormKey b = form_key(forms_, right, languages_);
        return std::tie(a.language, a.kind, a.dotted, a.spelling) <
               std::tie(b.language, b.kind, b.dotted, b.spelling);
      });
  keys_.add_number(numbers.size());
  for (const std::uint32_t number : numbers) {
    encode(form_key(forms_, number, languages_), key_);
    write_key(forms_, number);
  }
}

void ForwardRun::write_separators() {
  std::vector<std::uint32_t> numbers(separators_.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::ranges::sort(numbers, std::ranges::less(), [this](std::uint32_t number) {
    return std::pair(separators_.tag(number), separators_.text(number));
  });
  keys_.add_number(numbers.size());
  for (const std::uint32_t number : numbers) {
    key_.assign(1, static_cast<char>(separators_.tag(number))).append(separators_.text(number));
    write_key(separators_, number);
  }
}

void ForwardRun::write_key(const TextTable& table, std::uint32_t number) {
  keys_.add(key_);
  keys_.add_number(number);
  keys_.add_number(table.occurrences(number));
  keys_.add_number(table.documents(number));
}

}  // namespace backfile

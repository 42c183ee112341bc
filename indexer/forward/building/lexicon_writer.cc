// Keys on disk, sorted places in memory.
#include "indexer/forward/building/lexicon_writer.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "indexer/files/prefix_sort.h"
#include "indexer/files/sorted_strings.h"
#include "indexer/files/string_sets.h"
#include "indexer/files/varint.h"
#include "indexer/forward/lexicon.h"

namespace backfile {
namespace {

// The first sixteen bytes as two numbers, which are ordered as the bytes are: nearly all comparisons
// need no more.
using FirstBytes = std::array<std::uint64_t, 2>;

FirstBytes first_bytes(std::string_view text) {
  constexpr std::size_t half = 8;
  return {prefix_of(text), prefix_of(text.substr(std::min(text.size(), half)))};
}

// Whether a text that begins so, and has no NUL, cannot be longer.
bool is_all(const FirstBytes& begin) {
  return (begin[1] & 0xFF) == 0;
}

struct Member {
  FirstBytes begin;
  std::uint32_t place;
};

std::vector<std::uint32_t> first_numbers(std::size_t size) {
  std::vector<std::uint32_t> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

}  // namespace

// An entry of the store: what its row and its strings are made of.
struct LexiconWriter::Entry {
  std::string_view text, folded, family, spelling;
  std::uint64_t occurrences = 0, documents = 0, language = 0, flags = 0;
};

LexiconWriter::LexiconWriter(const std::filesystem::path& directory,
                             std::vector<std::string> languages, const ForwardLimits& limits)
    : languages_(std::move(languages)),
      limits_(limits),
      out_(directory, FileKind::lexicon),
      store_(directory) {
  hold_to(std::uint16_t{0xFFFF}, languages_.size(), "languages");
}

void LexiconWriter::add_form(std::string_view bytes, std::uint64_t occurrences,
                             std::uint64_t documents) {
  hold_to(limits_.forms, places_.size() + 1, "written forms");
  const FormKey key = decode_form_key(bytes);
  const FormFacts facts = facts_.read(key);
  const auto language = std::ranges::lower_bound(languages_, key.language);
  buffer_.clear();
  append_counted(buffer_, key.text);
  append_counted(buffer_, facts.folded);
  append_counted(buffer_, facts.family);
  append_counted(buffer_, key.spelling);
  append_varint(buffer_, occurrences);
  append_varint(buffer_, documents);
  append_varint(buffer_, static_cast<std::uint64_t>(language - languages_.begin()));
  append_varint(buffer_, facts.flags);
  if (facts.number) {
    numbers_.push_back({*facts.number, static_cast<std::uint32_t>(places_.size())});
  }
  if (!key.spelling.empty()) spelled_.push_back(static_cast<std::uint32_t>(places_.size()));
  occurrences_.push_back(static_cast<std::uint32_t>(occurrences));
  places_.push_back(store_.add(buffer_));
}

void LexiconWriter::add_separator(std::string_view key, std::uint64_t occurrences) {
  hold_to(limits_.separators, separators_.size() + 1, "separators");
  separators_.emplace_back(key);
  separator_occurrences_.push_back(occurrences);
}

LexiconWriter::Entry LexiconWriter::entry(std::uint32_t place) const {
  std::string_view rest = store_.from(places_[place]);
  Entry entry;
  for (std::string_view* text : {&entry.text, &entry.folded, &entry.family, &entry.spelling}) {
    *text = *take_counted(rest);
  }
  for (std::uint64_t* number :
       {&entry.occurrences, &entry.documents, &entry.language, &entry.flags}) {
    *number = *take_varint(rest);
  }
  return entry;
}

std::string_view LexiconWriter::name(std::uint32_t place, Name which) const {
  std::string_view rest = store_.from(places_[place]);
  take_counted(rest);  // the text
  if (which == Name::family) take_counted(rest);
  return *take_counted(rest);
}

void LexiconWriter::number_forms() {
  by_frequency_ = first_numbers(places_.size());
  std::ranges::stable_sort(by_frequency_, std::ranges::greater(),
                           [this](std::uint32_t place) { return occurrences_[place]; });
  occurrences_ = {};
  form_ids_.resize(places_.size());
  for (std::uint32_t i = 0; i < by_frequency_.size(); ++i) {
    form_ids_[by_frequency_[i]] = first_form + i;
  }
}

// The sections of StringSets: all forms that have the same name; an empty family is none.
void LexiconWriter::write_sets(Name which, std::vector<std::uint32_t>& set_of) {
  std::vector<Member> members;
  members.reserve(by_frequency_.size());
  for (const std::uint32_t place : by_frequency_) {
    const std::string_view text = name(place, which);
    if (which == Name::folded || !text.empty()) members.push_back({first_bytes(text), place});
  }
  std::ranges::sort(members, [&](const Member& left, const Member& right) {
    if (left.begin != right.begin) return left.begin < right.begin;
    if (!is_all(left.begin)) {
      const int order = name(left.place, which).compare(name(right.place, which));
      if (order != 0) return order < 0;
    }
    return form_ids_[left.place] < form_ids_[right.place];
  });
  SortedStringsWriter strings;
  std::vector<std::uint32_t> firsts;
  std::string last;
  set_of.assign(places_.size(), no_family);
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const std::string_view text = name(members[i].place, which);
    if (i == 0 || text != last) {
      strings.add(text);
      firsts.push_back(i);
      last = text;
    }
    set_of[members[i].place] = strings.size() - 1;
  }
  firsts.push_back(static_cast<std::uint32_t>(members.size()));
  strings.write(out_);
  write_set_begins(out_, firsts);
  out_.begin_section();
  for (const Member& member : members) out_.append_number(form_ids_[member.place]);
}

void LexiconWriter::write_rows() {
  out_.begin_section();
  for (FormId reserved = 0; reserved < first_form; ++reserved) out_.append_number(FormRow{});
  for (const std::uint32_t place : by_frequency_) {
    const Entry entry = this->entry(place);
    out_.append_number(FormRow{
        folded_of_[place], family_of_[place], static_cast<std::uint32_t>(entry.documents),
        static_cast<std::uint16_t>(entry.language), static_cast<std::uint16_t>(entry.flags)});
  }
}

void LexiconWriter::write_texts() {
  std::uint64_t begin = 0;
  const auto append_begin = [&](bool is_character) {
    hold_to(limits_.form_bytes, begin, "bytes of written forms");
    out_.append_number(static_cast<std::uint32_t>(begin << 1 | (is_character ? 1 : 0)));
  };
  out_.begin_section();
  for (FormId reserved = 0; reserved < first_form; ++reserved) append_begin(false);
  for (const std::uint32_t place : by_frequency_) {
    const Entry entry = this->entry(place);
    append_begin((entry.flags & form_is_character) != 0);
    begin += entry.text.size();
  }
  append_begin(false);
  out_.begin_section();
  for (const std::uint32_t place : by_frequency_) out_.append(entry(place).text);
}

void LexiconWriter::write_numbers() {
  std::ranges::sort(numbers_, [this](const NumberOf& left, const NumberOf& right) {
    if (left.value != right.value) return left.value < right.value;
    return form_ids_[left.place] < form_ids_[right.place];
  });
  out_.begin_section();
  for (const NumberOf& number : numbers_) out_.append_number(form_ids_[number.place]);
}

void LexiconWriter::write_languages() {
  out_.begin_section();
  buffer_.clear();
  for (const std::string& language : languages_) append_counted(buffer_, language);
  out_.append(buffer_);
}

void LexiconWriter::write_separators() {
  std::vector<std::uint32_t> order = first_numbers(separators_.size());
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [this](std::uint32_t place) { return separator_occurrences_[place]; });
  separator_ids_.resize(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) separator_ids_[order[i]] = i;
  std::uint64_t begin = 0;
  out_.begin_section();
  for (const std::uint32_t place : order) {
    out_.append_number(static_cast<std::uint32_t>(begin));
    begin += separators_[place].size() - 1;
    hold_to(limits_.separator_bytes, begin, "bytes of separators");
  }
  out_.append_number(static_cast<std::uint32_t>(begin));
  out_.begin_section();
  for (const std::uint32_t place : order) out_.append(separators_[place].substr(0, 1));
  out_.begin_section();
  for (const std::uint32_t place : order) out_.append(separators_[place].substr(1));
}

void LexiconWriter::write_spellings() {
  std::ranges::sort(spelled_, {}, [this](std::uint32_t place) { return form_ids_[place]; });
  std::uint64_t begin = 0;
  out_.begin_section();
  for (const std::uint32_t place : spelled_) out_.append_number(form_ids_[place]);
  out_.begin_section();
  for (const std::uint32_t place : spelled_) {
    out_.append_number(static_cast<std::uint32_t>(begin));
    begin += entry(place).spelling.size();
    hold_to(limits_.form_bytes, begin, "bytes of spellings");
  }
  out_.append_number(static_cast<std::uint32_t>(begin));
  out_.begin_section();
  for (const std::uint32_t place : spelled_) out_.append(entry(place).spelling);
}

std::uint64_t LexiconWriter::finish() {
  store_.map();
  number_forms();
  write_sets(Name::folded, folded_of_);
  write_sets(Name::family, family_of_);
  write_rows();
  folded_of_ = {};
  family_of_ = {};
  write_texts();
  write_numbers();
  write_languages();
  write_separators();
  write_spellings();
  return out_.finish();
}

}  // namespace backfile

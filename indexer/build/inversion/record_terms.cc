// Part by part; within a part words, compounds, then runs of scripts without spaces.
#include "indexer/build/inversion/record_terms.h"

#include <algorithm>
#include <utility>

#include "indexer/files/limits.h"

namespace backfile {
namespace {

constexpr std::uint8_t has_text = 0x80;  // beside the flags of separators.h
static_assert((has_text & (begins_sentence | joins_compound | begins_shouted)) == 0);

const Field& field_behind(FormId opening) {
  switch (static_cast<Opening>(opening)) {
    case Opening::title:
      return field_of(FieldId::title);
    case Opening::subtitle:
      return field_of(FieldId::subtitle);
    case Opening::byline:
      return field_of(FieldId::author);
    case Opening::caption:
      return field_of(FieldId::caption);
    case Opening::body:
    case Opening::paragraph:
      break;
  }
  return field_of(FieldId::body);
}

std::vector<std::uint8_t> flags_of_separators(const Lexicon& lexicon) {
  std::vector<std::uint8_t> flags(lexicon.separator_count());
  for (SeparatorId id = 0; id < flags.size(); ++id) {
    const Separator separator = lexicon.separator(id);
    flags[id] =
        static_cast<std::uint8_t>(separator.flags | (separator.text.empty() ? 0 : has_text));
  }
  return flags;
}

}  // namespace

RecordTerms::RecordTerms(const ForwardIndex& index, const KnownTerms& known)
    : index_(index),
      known_(known),
      numbers_(known),
      memo_(numbers_),
      separator_flags_(flags_of_separators(index.lexicon())),
      known_counts_(known.size()) {
}

void RecordTerms::forget() {
  numbers_.forget_others();
  memo_.forget();
  other_counts_.clear();
}

void RecordTerms::read(std::uint32_t docid, std::span<const std::string> filters) {
  const Record record = index_.record(docid);
  index_.read_ids(record, ids_);
  language_ = index_.lexicon().language_called(index_.facts(docid).language);
  ++articles_;
  read_entries(record);
  for (std::uint32_t begin = 0; begin < ids_.size();) {
    if (ids_[begin] > last_opening) index_.damaged_record();
    std::uint32_t end = begin + 1;
    while (end < ids_.size() && ids_[end] > last_opening) ++end;
    count_part({begin, end, field_behind(ids_[begin])});
    begin = end;
  }
  for (const std::string& filter : filters) add_other({numbers_.number_of_other(filter), 0});
  gather();
}

void RecordTerms::read_entries(const Record& record) {
  entries_.clear();
  SeparatorDecoder entries(record.separators);
  for (SeparatorEntry entry; entries.next(entry);) {
    if (entry.separator >= separator_flags_.size() || entry.position >= ids_.size()) {
      index_.damaged_record();
    }
    entries_.push_back(entry);
  }
  if (entries.damaged()) index_.damaged_record();
}

void RecordTerms::count_part(const Part& part) {
  const auto first = std::ranges::lower_bound(entries_, part.begin, {}, &SeparatorEntry::position);
  const auto last =
      std::ranges::lower_bound(first, entries_.end(), part.end, {}, &SeparatorEntry::position);
  const std::span<const SeparatorEntry> entries(first, last);
  read_joints_and_shouting(part, entries);
  const bool plain = part.field.id == FieldId::body;
  const bool has_characters = plain ? count_plain_words(part) : count_words(part);
  count_compounds(part);
  if (has_characters) count_runs(part, entries);
}

std::uint8_t RecordTerms::flags_of(const SeparatorEntry& entry) const {
  return separator_flags_[entry.separator];
}

void RecordTerms::read_joints_and_shouting(const Part& part,
                                           std::span<const SeparatorEntry> entries) {
  joints_.clear();
  shouted_.clear();
  bool shouts = false;
  for (const SeparatorEntry& entry : entries) {
    const std::uint8_t flags = flags_of(entry);
    const std::uint32_t next = entry.position + 1;
    if ((flags & joins_compound) != 0 && next < part.end) joints_.push_back(entry);
    if ((flags & begins_sentence) == 0) continue;
    if (shouts) shouted_.back().end = next;
    shouts = (flags & begins_shouted) != 0;
    if (shouts) shouted_.push_back({next, part.end});
  }
}

bool RecordTerms::is_shouted(std::uint32_t position) const {
  return std::ranges::any_of(shouted_, [&](const Interval& sentence) {
    return sentence.begin <= position && position < sentence.end;
  });
}

void RecordTerms::make_room(std::size_t terms) {
  if (seen_.size() < seen_size_ + terms) seen_.resize(2 * (seen_size_ + terms));
}

// Most words of most articles: kept free of what others need. Both return whether the part has
// characters of scripts without spaces, which are left for count_runs().
bool RecordTerms::count_plain_words(const Part& part) {
  const std::uint32_t weight = part.field.words->weight;
  bool has_characters = false;
  make_room(2 * std::size_t{part.end - part.begin});
  for (std::uint32_t position = part.begin + 1; position < part.end; ++position) {
    const FormId form = ids_[position];
    const FormTerms terms = known_.of(form);
    if (terms.more()) [[unlikely]] {
      if ((known_.lexicon().row(form).flags & form_is_character) != 0) {
        has_characters = true;
        continue;
      }
      add(memo_.of_form(form, part.field, is_shouted(position)));
      make_room(2 * std::size_t{part.end - position});
      continue;
    }
    // Without branches, which nobody could predict: whether a word is new to its article.
    std::uint32_t& word = known_counts_[terms.word()];
    seen_[seen_size_] = terms.word();
    seen_size_ += word == 0 ? 1 : 0;
    word += 1;
    std::uint32_t& stem = known_counts_[terms.stem()];
    seen_[seen_size_] = terms.stem();
    seen_size_ += stem == 0 ? 1 : 0;
    stem += weight;
  }
  return has_characters;
}

bool RecordTerms::count_words(const Part& part) {
  bool has_characters = false;
  for (std::uint32_t position = part.begin + 1; position < part.end; ++position) {
    const FormId form = ids_[position];
    if ((known_.lexicon().row(form).flags & form_is_character) != 0) {
      has_characters = true;
    } else {
      add(memo_.of_form(form, part.field, is_shouted(position)));
    }
  }
  return has_characters;
}

// As compound.h has it: without what joins the pieces, but for ampersands.
void RecordTerms::count_compounds(const Part& part) {
  const Lexicon& lexicon = known_.lexicon();
  for (auto joint = joints_.begin(); joint != joints_.end();) {
    const std::uint32_t first = joint->position;
    spelling_ = lexicon.spelled(ids_[first]);
    std::uint32_t last = first;
    for (; joint != joints_.end() && joint->position == last; ++joint) {
      if (lexicon.separator(joint->separator).text.starts_with('&')) spelling_ += '&';
      spelling_ += lexicon.spelled(ids_[++last]);
    }
    add(memo_.of_spelling(spelling_, language_, part.field, is_shouted(first), last - first + 1));
  }
}

// Characters that touch make a run.
void RecordTerms::count_runs(const Part& part, std::span<const SeparatorEntry> entries) {
  const Lexicon& lexicon = known_.lexicon();
  auto entry = entries.begin();
  run_.clear();
  for (std::uint32_t position = part.begin + 1; position < part.end; ++position) {
    while (entry != entries.end() && entry->position + 1 < position) ++entry;
    const bool parted = entry != entries.end() && entry->position + 1 == position &&
                        (flags_of(*entry) & has_text) != 0;
    const bool is_character = lexicon.form(ids_[position]).is_character;
    if (parted || !is_character) count_run(part.field);
    if (is_character) run_.push_back(ids_[position]);
  }
  count_run(part.field);
}

void RecordTerms::count_run(const Field& field) {
  if (run_.empty()) return;
  spelling_.clear();
  for (std::size_t i = 0; i < run_.size(); ++i) {
    spelling_ += known_.lexicon().text(run_[i]);
    add(memo_.of_characters(run_[i], i + 1 < run_.size() ? run_[i + 1] : 0, field));
  }
  for (const Range word : memo_.words_of_run(spelling_)) {
    add(memo_.of_spelling(slice(spelling_, word), language_, field, false));
  }
  run_.clear();
}

void RecordTerms::add(std::span<const TermCount> counts) {
  for (const TermCount& count : counts) {
    if (!numbers_.is_known(count.term)) {
      add_other(count);
      continue;
    }
    std::uint32_t& known = known_counts_[count.term];
    if (known == 0) {
      make_room(1);
      seen_[seen_size_++] = count.term;
    }
    known += count.wdf;
  }
}

void RecordTerms::add_other(TermCount count) {
  const std::size_t place = count.term - known_.size();
  if (place >= other_counts_.size()) other_counts_.resize(place + 1 + place / 2);
  OtherCount& other = other_counts_[place];
  if (std::exchange(other.article, articles_) != articles_) {
    other.wdf = 0;
    seen_others_.push_back(count.term);
  }
  other.wdf += count.wdf;
}

void RecordTerms::gather() {
  terms_.clear();
  std::uint64_t length = 0;
  for (const TermNumber term : std::span(seen_).first(seen_size_)) {
    const std::uint32_t wdf = std::exchange(known_counts_[term], 0);
    length += wdf;
    terms_.push_back({term, wdf});
  }
  for (const TermNumber term : seen_others_) {
    const std::uint32_t wdf = other_counts_[term - known_.size()].wdf;
    length += wdf;
    terms_.push_back({term, wdf});
  }
  seen_size_ = 0;
  seen_others_.clear();
  hold_to(ForwardLimits::in_32_bits, length, "words in one article");
  length_ = static_cast<std::uint32_t>(length);
}

}  // namespace backfile

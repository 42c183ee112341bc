// A merge of sorted keys, then a copy with other numbers, whose batches are renumbered by all
// threads and written by one.
#include "indexer/forward/building/join_runs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/base/in_order.h"
#include "indexer/files/key_table.h"
#include "indexer/files/run_files.h"
#include "indexer/files/varint.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/building/lexicon_writer.h"
#include "indexer/forward/building/record_writer.h"
#include "indexer/forward/lexicon.h"
#include "indexer/forward/records.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

fs::path part_of(const fs::path& run, const char* ending) {
  return run.string() + ending;
}

// The keys of one run, and where each will be found among those of all.
class KeyStream {
 public:
  explicit KeyStream(const fs::path& run)
      : keys_(part_of(run, ".keys")), places_(part_of(run, ".places")) {
    for (std::vector<std::string>* names : {&languages, &readers}) {
      for (std::uint64_t left = keys_.take_number(); left > 0; --left) {
        names->emplace_back(keys_.take());
      }
    }
  }

  void begin_list() {
    left_ = keys_.take_number();
    places_.add_number(left_);
  }
  // False at the end of the list.
  bool next() {
    if (left_ == 0) return false;
    --left_;
    key = keys_.take();
    number_ = keys_.take_number();
    occurrences = keys_.take_number();
    documents = keys_.take_number();
    return true;
  }
  void place(std::uint32_t place) {
    places_.add_number(number_);
    places_.add_number(place);
  }
  void finish() { places_.finish(); }

  std::vector<std::string> languages, readers;
  std::string key;
  std::uint64_t occurrences = 0, documents = 0;

 private:
  RunReader keys_;
  RunWriter places_;
  std::uint64_t left_ = 0, number_ = 0;
};
using KeyStreams = std::vector<std::unique_ptr<KeyStream>>;

// Calls add(key, occurrences, documents) for each different key of the next list of all streams, in
// order, and tells the streams its place.
template <class Add>
void merge_keys(const KeyStreams& streams, const Add& add) {
  const auto behind = [](const KeyStream* left, const KeyStream* right) {
    return left->key > right->key;
  };
  std::priority_queue<KeyStream*, std::vector<KeyStream*>, decltype(behind)> queue(behind);
  for (const auto& stream : streams) {
    stream->begin_list();
    if (stream->next()) queue.push(stream.get());
  }
  std::string key;
  for (std::uint32_t place = 0; !queue.empty(); ++place) {
    key = queue.top()->key;
    std::uint64_t occurrences = 0, documents = 0;
    while (!queue.empty() && queue.top()->key == key) {
      KeyStream* stream = queue.top();
      queue.pop();
      occurrences += stream->occurrences;
      documents += stream->documents;
      stream->place(place);
      if (stream->next()) queue.push(stream);
    }
    add(key, occurrences, documents);
  }
}

// What a run's own numbers are in the index.
struct Numbers {
  std::vector<FormId> forms;
  std::vector<SeparatorId> separators;
  std::vector<std::uint16_t> languages, readers;
};

// Hashes the text of a record while it is read through.
class RecordHash {
 public:
  void open(Opening opening, std::uint32_t) {
    end_part();
    opening_ = opening;
  }
  void word(FormId, std::string_view text, std::uint32_t, std::uint8_t) { part_ += text; }
  void between(std::string_view text) { part_ += text; }

  std::uint64_t take() {
    end_part();
    return std::exchange(hash_, {}).value();
  }

 private:
  void end_part() {
    if (opening_) hash_.add(*opening_, part_);
    opening_.reset();
    part_.clear();
  }

  TextHash hash_;
  std::optional<Opening> opening_;  // of the part at hand
  std::string part_;
};

// Some records of one run: as they were written there, and as they will be.
class Batch {
 public:
  Batch(std::shared_ptr<const Numbers> numbers, const Lexicon& lexicon)
      : numbers_(std::move(numbers)), lexicon_(lexicon) {}

  bool is_full() const {
    constexpr std::size_t enough = std::size_t{1} << 18;  // bytes
    return raw_.size() >= enough;
  }
  void add(std::string_view record) { append_counted(raw_, record); }

  // On any thread: all but the writing, which needs them one after the other.
  void renumber() {
    std::string_view rest = raw_;
    while (!rest.empty()) {
      Record& record = records_.emplace_back();
      renumber(*take_counted(rest), record);
      const bool whole = read_through(ids_of(record), separators_.bytes(), lexicon_, hash_);
      if (const std::uint64_t hash = hash_.take(); !whole || hash != record.facts.text_hash) {
        throw Failure(Exit::corrupt,
                      "an article of the new index is not what was read; check disk and memory "
                      "and run the command again");
      }
      record.separators = separators_.bytes();
    }
  }
  void write(RecordWriter& writer) const {
    for (const Record& record : records_) {
      writer.add(ids_of(record), record.separators, record.facts);
    }
  }

 private:
  struct Record {
    RecordFacts facts = {};
    std::size_t begin = 0, end = 0;  // of its ids
    std::string separators = {};
  };

  std::span<const FormId> ids_of(const Record& record) const {
    return std::span(ids_).subspan(record.begin, record.end - record.begin);
  }

  // Fills ids_ and separators_ as well.
  void renumber(std::string_view given, Record& record) {
    RecordFacts& facts = record.facts;
    std::memcpy(&facts.text_hash, given.data(), sizeof facts.text_hash);
    given.remove_prefix(sizeof facts.text_hash);
    std::memcpy(facts.content_hash.data(), given.data(), facts.content_hash.size());
    given.remove_prefix(facts.content_hash.size());
    facts.language = numbers_->languages[*take_varint(given)];
    facts.reader = numbers_->readers[*take_varint(given)];
    separators_.clear();
    SeparatorDecoder entries(*take_counted(given));
    for (SeparatorEntry entry; entries.next(entry);) {
      separators_.add({entry.position, numbers_->separators[entry.separator]});
    }
    record.begin = ids_.size();
    while (!given.empty()) {
      const auto id = static_cast<FormId>(*take_varint(given));
      ids_.push_back(id <= last_opening ? id : numbers_->forms[id - first_form]);
    }
    record.end = ids_.size();
  }

  std::shared_ptr<const Numbers> numbers_;
  const Lexicon& lexicon_;
  std::string raw_;
  std::vector<Record> records_;
  std::vector<FormId> ids_;      // of all
  SeparatorEncoder separators_;  // of the record at hand
  RecordHash hash_;
};

class Join {
 public:
  Join(std::span<const fs::path> runs, const fs::path& directory, const JoinOptions& options)
      : runs_(runs), directory_(directory), options_(options) {}

  void write_lexicon(const std::function<void()>& progress) {
    KeyStreams streams;
    std::set<std::string> languages;
    for (const fs::path& run : runs_) {
      const KeyStream& stream = *streams.emplace_back(std::make_unique<KeyStream>(run));
      languages.insert(stream.languages.begin(), stream.languages.end());
      for (const std::string& reader : stream.readers) readers_.number_of(reader);
    }
    lexicon_ = std::make_unique<LexiconWriter>(
        directory_, std::vector<std::string>(languages.begin(), languages.end()), options_.limits);
    std::uint64_t added = 0;
    merge_keys(streams,
               [&](const std::string& key, std::uint64_t occurrences, std::uint64_t documents) {
                 lexicon_->add_form(key, occurrences, documents);
                 if (++added % 4096 == 0) progress();
               });
    merge_keys(streams, [&](const std::string& key, std::uint64_t occurrences, std::uint64_t) {
      lexicon_->add_separator(key, occurrences);
    });
    for (const auto& stream : streams) {
      stream->finish();
      numbers_.push_back({{}, {}, language_numbers(*stream), reader_numbers(*stream)});
    }
    checksum_ = lexicon_->finish();
  }

  void write_records(std::string_view analyzer, const std::function<void()>& progress) {
    const Lexicon lexicon(directory_);
    RecordWriter writer(directory_, options_.limits);
    InOrder in_order(options_.jobs);
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      read_places(run);
      copy_records(run, lexicon, writer, in_order, progress);
    }
    in_order.finish();
    std::vector<std::string> readers;
    for (std::uint32_t reader = 0; reader < readers_.size(); ++reader) {
      readers.emplace_back(readers_.key(reader));
    }
    writer.finish(checksum_, readers, analyzer);
  }

 private:
  std::vector<std::uint16_t> language_numbers(const KeyStream& stream) const {
    std::vector<std::uint16_t> numbers;
    const std::vector<std::string>& all = lexicon_->languages();
    for (const std::string& language : stream.languages) {
      const auto found = std::ranges::lower_bound(all, language);
      numbers.push_back(static_cast<std::uint16_t>(found - all.begin()));
    }
    return numbers;
  }

  std::vector<std::uint16_t> reader_numbers(const KeyStream& stream) {
    std::vector<std::uint16_t> numbers;
    for (const std::string& reader : stream.readers) {
      numbers.push_back(static_cast<std::uint16_t>(readers_.number_of(reader)));
    }
    return numbers;
  }

  void read_places(std::size_t run) {
    RunReader places(part_of(runs_[run], ".places"));
    Numbers& numbers = numbers_[run];
    numbers.forms.resize(places.take_number());
    for (std::size_t left = numbers.forms.size(); left > 0; --left) {
      FormId& form = numbers.forms[places.take_number()];
      form = lexicon_->form(static_cast<std::uint32_t>(places.take_number()));
    }
    numbers.separators.resize(places.take_number());
    for (std::size_t left = numbers.separators.size(); left > 0; --left) {
      SeparatorId& separator = numbers.separators[places.take_number()];
      separator = lexicon_->separator(static_cast<std::uint32_t>(places.take_number()));
    }
  }

  void copy_records(std::size_t run, const Lexicon& lexicon, RecordWriter& writer,
                    InOrder& in_order, const std::function<void()>& progress) {
    const auto numbers = std::make_shared<const Numbers>(std::exchange(numbers_[run], {}));
    std::shared_ptr<Batch> batch;
    const auto hand_on = [&] {
      in_order.add([batch] { batch->renumber(); }, [batch, &writer] { batch->write(writer); });
      batch.reset();
      progress();
    };
    RunReader records(part_of(runs_[run], ".records"));
    for (std::string_view record; records.next(record);) {
      if (!batch) batch = std::make_shared<Batch>(numbers, lexicon);
      batch->add(record);
      if (batch->is_full()) hand_on();
    }
    if (batch) hand_on();
  }

  std::span<const fs::path> runs_;
  fs::path directory_;
  JoinOptions options_;
  KeyTable readers_;
  std::unique_ptr<LexiconWriter> lexicon_;
  std::uint64_t checksum_ = 0;
  std::vector<Numbers> numbers_;  // by run
};

}  // namespace

void join_runs(std::span<const fs::path> runs, const fs::path& directory, std::string_view analyzer,
               const std::function<void()>& progress, const JoinOptions& options) {
  Join join(runs, directory, options);
  join.write_lexicon(progress);
  join.write_records(analyzer, progress);
  for (const fs::path& run : runs) {
    for (const char* ending : {".keys", ".records", ".places"}) fs::remove(part_of(run, ending));
  }
}

}  // namespace backfile

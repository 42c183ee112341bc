// Every file has a row of places, each filled by whoever reads its part. The caller empties the rows
// in the order of the files. Who finds a row full does work that was handed on instead of waiting
// idly, so there is always someone at the place that the caller waits for.
#include "indexer/ingest/reading_in_order.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "indexer/readers/open.h"

namespace backfile {
namespace {

constexpr std::size_t most_bytes = std::size_t{32} << 20;  // of text that waits
constexpr std::size_t most_places = 256;                   // of one file
constexpr std::size_t files_ahead = 64;

struct Stopped {};  // thrown through a reader whose file nobody wants any more

struct ReadArticle {
  Found found;
  Spool::Packed packed;
};
using Event = std::variant<ReadArticle, Rejected>;

Event packed(Found&& found) {
  Spool::Packed record = Spool::pack(found);
  return ReadArticle{std::move(found), std::move(record)};
}

void deliver(Event&& event, const OrderedSink& sink) {
  if (auto* article = std::get_if<ReadArticle>(&event)) {
    sink.found(std::move(article->found), std::move(article->packed));
  } else {
    sink.rejected(std::move(std::get<Rejected>(event)));
  }
}

std::size_t bytes_of(const Event& event) {
  const auto* article = std::get_if<ReadArticle>(&event);
  if (article == nullptr) return sizeof event;
  std::size_t bytes = sizeof event;
  for (const std::string& text : article->found.article.body) bytes += text.size();
  for (const std::string& line : article->found.lines) bytes += line.size();
  return bytes;
}

// Part of a file, from the moment that its place is known until it has been delivered.
struct Place {
  std::vector<Event> events = {};
  Sink::Work in_turn = {};  // gives the events when it is delivered
  std::size_t bytes = 0;
  bool done = true;
};

struct Row {
  std::deque<Place> places;
  bool whole = false;  // no place will be added
  std::exception_ptr failure;
};

class ManyReaders {
 public:
  ManyReaders(const std::vector<SourceFile>& files, unsigned jobs) : files_(files) {
    try {
      for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
    } catch (...) {
      if (threads_.empty()) throw;  // fewer than were asked for will do
    }
  }
  ~ManyReaders() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    for_readers_.notify_all();
  }
  ManyReaders(const ManyReaders&) = delete;
  ManyReaders& operator=(const ManyReaders&) = delete;

  void deliver_all(const OrderedSink& sink) {
    for (std::size_t file = 0; file < files_.size(); ++file) {
      sink.begin(files_[file]);
      while (auto place = next_place(file)) {
        if (place->in_turn) place->in_turn({{}, sink.rejected});
        for (Event& event : place->events) deliver(std::move(event), sink);
      }
    }
  }

 private:
  using Lock = std::unique_lock<std::mutex>;
  struct Task {
    Row* row;
    Place* place;
    Sink::Work work;
  };

  // Nothing behind the last of a file.
  std::optional<Place> next_place(std::size_t file) {
    Lock lock(mutex_);
    Row& row = rows_[file];
    delivered_ = file;
    delivered_row_ = &row;
    for_readers_.notify_all();  // files further ahead may begin
    for_caller_.wait(lock, [&] {
      return row.failure || (row.places.empty() ? row.whole : row.places.front().done);
    });
    if (row.failure) std::rethrow_exception(row.failure);
    if (row.places.empty()) {
      delivered_row_ = nullptr;
      rows_.erase(file);
      return std::nullopt;
    }
    Place place = std::move(row.places.front());
    row.places.pop_front();
    waiting_bytes_ -= place.bytes;
    return place;
  }

  void work() {
    Lock lock(mutex_);
    while (!stopped_) {
      if (do_task(lock)) continue;
      if (may_begin()) {
        read(lock, begun_++);
      } else if (begun_ == files_.size() && reading_ == 0) {
        return;  // no more tasks will come
      } else {
        for_readers_.wait(lock);
      }
    }
  }

  bool may_begin() const {
    return begun_ < files_.size() && (begun_ <= delivered_ || (begun_ < delivered_ + files_ahead &&
                                                               waiting_bytes_ < most_bytes));
  }

  bool do_task(Lock& lock) {
    if (tasks_.empty() || stopped_) return false;
    const Task task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    std::vector<Event> events;
    std::exception_ptr failure;
    try {
      task.work({[&](Found&& found) { events.push_back(packed(std::move(found))); },
                 [&](Rejected&& rejected) { events.emplace_back(std::move(rejected)); }});
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) task.row->failure = failure;
    task.place->events = std::move(events);
    task.place->done = true;
    for_caller_.notify_one();
    return true;
  }

  void read(Lock& lock, std::size_t file) {
    ++reading_;
    Row& row = rows_[file];
    lock.unlock();
    std::exception_ptr failure;
    try {
      read_file(files_[file], sink_of(row));
    } catch (const Stopped&) {
      // nobody waits for what is left
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) row.failure = failure;
    row.whole = true;
    --reading_;
    for_caller_.notify_one();
    for_readers_.notify_all();
  }

  Sink sink_of(Row& row) {
    const auto add = [&](Event&& event) {
      Place place;
      place.bytes = bytes_of(event);
      place.events.push_back(std::move(event));
      append(row, std::move(place));
    };
    return {[add](Found&& found) { add(packed(std::move(found))); },
            [add](Rejected&& rejected) { add(std::move(rejected)); }, false,
            [&](Sink::Work work, std::size_t bytes) {
              append(row, {{}, {}, bytes, false}, std::move(work));
            },
            [&](Sink::Work work) {
              append(row, {{}, std::move(work)});
            }};
  }

  // Where there is no room, helps others first.
  void append(Row& row, Place&& place, Sink::Work work = {}) {
    Lock lock(mutex_);
    while (!stopped_ && is_full(row)) {
      if (!do_task(lock)) for_readers_.wait(lock);
    }
    if (stopped_) throw Stopped();
    waiting_bytes_ += place.bytes;
    row.places.push_back(std::move(place));
    if (work) {
      tasks_.push_back({&row, &row.places.back(), std::move(work)});
      for_readers_.notify_one();
    }
    for_caller_.notify_one();
  }

  // The row that is delivered now may always have one more.
  bool is_full(const Row& row) const {
    if (row.places.empty() && &row == delivered_row_) return false;
    return row.places.size() >= most_places || waiting_bytes_ >= most_bytes;
  }

  const std::vector<SourceFile>& files_;
  std::mutex mutex_;  // of what follows
  std::condition_variable for_readers_, for_caller_;
  std::map<std::size_t, Row> rows_;  // of files begun, or waited for
  const Row* delivered_row_ = nullptr;
  std::deque<Task> tasks_;
  std::size_t begun_ = 0, delivered_ = 0, reading_ = 0;  // files
  std::size_t waiting_bytes_ = 0;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace

void read_in_order(const std::vector<SourceFile>& files, unsigned jobs, const OrderedSink& sink) {
  if (jobs > 1) return ManyReaders(files, jobs).deliver_all(sink);
  for (const SourceFile& file : files) {
    sink.begin(file);
    read_file(file, {[&](Found&& found) {
                       Spool::Packed described = Spool::describe(found);
                       sink.found(std::move(found), std::move(described));
                     },
                     [&](Rejected&& rejected) { sink.rejected(std::move(rejected)); }});
  }
}

}  // namespace backfile

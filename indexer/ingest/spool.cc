// A log of records in an unnamed file, and an entry in memory for the newest of each article.
#include "indexer/ingest/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "indexer/base/failure.h"
#include "indexer/ingest/spooled.h"
#include "indexer/ingest/versions.h"

namespace backfile {
namespace {

constexpr std::size_t most_held = 8 << 20;  // bytes of text

std::size_t size_of(const Found& found) {
  std::size_t bytes = sizeof found;
  for (const auto* texts : {&found.article.body, &found.article.captions, &found.lines}) {
    for (const std::string& text : *texts) bytes += sizeof text + text.size();
  }
  return bytes;
}

}  // namespace

Spool::Spool(const std::filesystem::path& directory, std::string_view flag)
    : directory_(directory), flag_(flag) {
  std::string name = (directory / "spool-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) throw disk_failure("create a file in", directory, errno, flag_);
  ::unlink(name.c_str());
}

Spool::~Spool() {
  ::close(descriptor_);
}

bool Spool::hold(const Found& found, Entry& entry) {
  const std::size_t bytes = size_of(found);
  if (held_bytes_ + bytes > most_held) return false;
  held_bytes_ += bytes;
  entry.offset = held_.size();
  held_.push_back({found.article, found.lines});
  return true;
}

void Spool::forget_held(const Entry& entry) {
  if (entry.length > 0) return;
  held_bytes_ -= size_of(held_[entry.offset]);
  held_[entry.offset] = {};
}

Spool::Packed Spool::pack(const Found& found) {
  Packed packed = describe(found);
  packed.record = encode_spooled(found);
  return packed;
}

Spool::Packed Spool::describe(const Found& found) {
  Packed packed;
  Entry& entry = packed.entry;
  entry.id = found.article.id;
  std::ranges::copy_n(article_key(found.article).begin(), std::ssize(entry.key), entry.key.begin());
  if (const auto day = day_of(found.article.published)) entry.day = backfile::pack(*day);
  entry.instant = instant_of(found.article.published);
  entry.has_lines = !found.lines.empty();
  return packed;
}

Spool::Entry Spool::write(const Found& found, Packed packed) {
  Entry entry = std::move(packed.entry);
  if (hold(found, entry)) return entry;
  const std::string record =
      packed.record.empty() ? encode_spooled(found) : std::move(packed.record);
  entry.length = static_cast<std::uint32_t>(record.size());
  entry.offset = end_;
  for (std::size_t done = 0; done < record.size();) {
    const ssize_t written = ::pwrite(descriptor_, record.data() + done, record.size() - done,
                                     static_cast<off_t>(end_ + done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw disk_failure("write", directory_, errno, flag_);
    done += static_cast<std::size_t>(written);
  }
  end_ += record.size();
  return entry;
}

void Spool::add(const Found& found, std::vector<Rejected> notes) {
  add(found, describe(found), std::move(notes));
}

void Spool::add(const Found& found, Packed packed, std::vector<Rejected> notes) {
  Entry entry = write(found, std::move(packed));
  entry.order = entries_.size();
  if (!notes.empty()) notes_.emplace(entry.order, std::move(notes));
  entries_.push_back(std::move(entry));
}

void Spool::add_note(std::size_t entry, Rejected note) {
  notes_[entries_[entry].order].push_back(std::move(note));
}

const std::vector<Rejected>& Spool::notes(std::size_t entry) const {
  static const std::vector<Rejected> none;
  const auto found = notes_.find(entries_[entry].order);
  return found == notes_.end() ? none : found->second;
}

void Spool::replace(std::size_t entry, const Found& found) {
  const std::uint64_t order = entries_[entry].order;
  forget_held(entries_[entry]);
  entries_[entry] = write(found, describe(found));
  entries_[entry].order = order;
}

void Spool::remove(const std::vector<std::size_t>& entries) {
  auto next = entries.begin();
  std::size_t number = 0;
  std::erase_if(entries_, [&](const Entry&) {
    const bool removed = next != entries.end() && *next == number++;
    if (removed) ++next;
    return removed;
  });
}

Found Spool::load(std::size_t entry) const {
  const Entry& wanted = entries_[entry];
  if (wanted.length == 0) return held_[wanted.offset];
  std::string record(wanted.length, '\0');
  for (std::size_t done = 0; done < record.size();) {
    const ssize_t read = ::pread(descriptor_, record.data() + done, record.size() - done,
                                 static_cast<off_t>(wanted.offset + done));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) throw disk_failure("read back a file in", directory_, read < 0 ? errno : EIO);
    done += static_cast<std::size_t>(read);
  }
  return decode_spooled(record);
}

std::uint64_t Spool::deduplicate(const std::function<void(Article&)>& clean,
                                 const std::function<void(const Rejected&)>& rejected,
                                 const std::function<void()>& progress) {
  // Versions of one article come together, in the order of reading.
  std::sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
    return left.key != right.key ? left.key < right.key : left.order < right.order;
  });
  std::vector<Entry> kept;
  std::uint64_t repeated = 0;
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].key == entries_[begin].key) ++end;
    std::size_t chosen = begin;
    if (end - begin > 1) {
      const auto version = [&](std::size_t number) {
        progress();
        Article article = load(begin + number).article;
        clean(article);
        return article;
      };
      const Versions versions = choose_version(end - begin, version, rejected);
      chosen = begin + versions.kept;
      repeated += versions.repeated;
    }
    kept.push_back(std::move(entries_[chosen]));
  }
  entries_ = std::move(kept);
  std::sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
    // 0, undated, comes last, and so does no moment.
    if (left.day != right.day) return left.day > right.day;
    if (left.instant != right.instant) return left.instant > right.instant;
    return left.id != right.id ? left.id < right.id : left.key < right.key;
  });
  return repeated;
}

void Spool::sort_as_read() {
  std::ranges::sort(entries_, {}, &Entry::order);
}

}  // namespace backfile

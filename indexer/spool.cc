// A log of records in an unnamed file, and an entry in memory for the newest of each article.
#include "indexer/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "indexer/compress.h"
#include "indexer/failure.h"

namespace backfile {
namespace {

// A record is the length of the article's bytes (4 bytes, this machine's order), the article, and
// the lines if there are any.
std::string encode(const Found& found) {
  const std::string article = encode_article(found.article);
  const auto length = static_cast<std::uint32_t>(article.size());
  std::string record(sizeof length, '\0');
  std::memcpy(record.data(), &length, sizeof length);
  record += article;
  if (!found.lines.empty()) {
    std::string text;
    for (const std::string& line : found.lines) text += line + '\n';
    record += compress(text);
  }
  return record;
}

Found decode(std::string_view record) {
  std::uint32_t length = 0;
  std::memcpy(&length, record.data(), sizeof length);
  record.remove_prefix(sizeof length);
  Found found{decode_article(record.substr(0, length)), {}};
  record.remove_prefix(length);
  if (record.empty()) return found;
  const std::string text = decompress(record);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    found.lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
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

Spool::Entry Spool::write(const Found& found) {
  const std::string record = encode(found);
  Entry entry;
  entry.id = found.article.id;
  if (const auto day = day_of(found.article.published)) entry.day = pack(*day);
  entry.instant = instant_of(found.article.published);
  entry.has_lines = !found.lines.empty();
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

void Spool::add(const Found& found) {
  Entry entry = write(found);
  entry.order = entries_.size();
  entries_.push_back(std::move(entry));
}

void Spool::replace(std::size_t entry, const Found& found) {
  const std::uint64_t order = entries_[entry].order;
  entries_[entry] = write(found);
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
  std::string record(wanted.length, '\0');
  for (std::size_t done = 0; done < record.size();) {
    const ssize_t read = ::pread(descriptor_, record.data() + done, record.size() - done,
                                 static_cast<off_t>(wanted.offset + done));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) throw disk_failure("read back a file in", directory_, read < 0 ? errno : EIO);
    done += static_cast<std::size_t>(read);
  }
  return decode(record);
}

std::vector<Rejected> Spool::settle() {
  std::vector<Rejected> gave_way;
  // Articles of one id come together, the last read first.
  std::sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
    return left.id != right.id ? left.id < right.id : left.order > right.order;
  });
  std::size_t kept = 0;
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
    if (kept > 0 && entries_[entry].id == entries_[kept - 1].id) {
      gave_way.push_back({load(entry).article.path, "",
                          "gave way to a later article of the same id", entries_[entry].id});
    } else if (kept++ != entry) {
      entries_[kept - 1] = std::move(entries_[entry]);
    }
  }
  entries_.resize(kept);
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
    // 0, undated, comes last, and so does no moment; ids stay in order.
    return left.day != right.day ? left.day > right.day : left.instant > right.instant;
  });
  return gave_way;
}

}  // namespace backfile

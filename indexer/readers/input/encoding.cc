// Finds the encoding of a file in the browsers' order, and turns it into UTF-8.
#include "indexer/readers/input/encoding.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";
constexpr std::array repaired_endings = {" replaced by U+FFFD", " replaced by a space",
                                         " replaced by spaces"};

bool is_high(char c) {
  return static_cast<std::uint8_t>(c) >= 0x80;
}

struct Label {
  std::string_view name;   // as pages and detectors write it, in lower case
  std::string_view iconv;  // the superset that is meant
  bool sure = false;       // the detector is to be believed: a script of its own
};
constexpr std::array labels = {
    Label{"windows-1252", "CP1252"},
    Label{"iso-8859-1", "CP1252"},
    Label{"latin1", "CP1252"},
    Label{"us-ascii", "CP1252"},
    Label{"ascii", "CP1252"},
    Label{"iso-8859-9", "CP1254"},
    Label{"windows-1250", "CP1250"},
    Label{"iso-8859-2", "ISO-8859-2"},
    Label{"shift_jis", "CP932", true},
    Label{"shift-jis", "CP932", true},
    Label{"x-sjis", "CP932", true},
    Label{"euc-jp", "EUC-JP", true},
    Label{"iso-2022-jp", "ISO-2022-JP", true},
    Label{"gb2312", "GB18030", true},
    Label{"gbk", "GB18030", true},
    Label{"gb18030", "GB18030", true},
    Label{"big5", "BIG5-HKSCS", true},
    Label{"euc-kr", "CP949", true},
    Label{"uhc", "CP949", true},
    Label{"ks_c_5601-1987", "CP949", true},
    Label{"windows-1251", "CP1251", true},
    Label{"koi8-r", "KOI8-R", true},
    Label{"iso-8859-5", "ISO-8859-5", true},
    Label{"ibm866", "CP866", true},
    Label{"windows-1253", "CP1253", true},
    Label{"iso-8859-7", "ISO-8859-7", true},
    Label{"windows-1255", "CP1255", true},
    Label{"iso-8859-8", "ISO-8859-8", true},
    Label{"windows-1256", "CP1256", true},
    Label{"tis-620", "CP874", true},
};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

const Label* find_label(std::string_view name) {
  const std::string wanted = lower(name);
  const auto found = std::ranges::find(labels, wanted, &Label::name);
  return found == labels.end() ? nullptr : &*found;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::optional<DecodedText> convert(std::string_view bytes, const std::string& encoding) {
  const iconv_t state = iconv_open("UTF-8", encoding.c_str());
  if (state == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  DecodedText result;
  result.encoding = encoding;
  std::string input(bytes);
  char* from = input.data();
  std::size_t left = input.size();
  std::array<char, 16384> buffer;
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t status = iconv(state, &from, &left, &to, &room);
    const int error = errno;
    result.text.append(buffer.data(), buffer.size() - room);
    if (status != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    if (result.replaced == 0) result.first_line = line_at(result.text, result.text.size());
    result.text += replacement;
    const std::size_t skipped = std::min(left, unit_of(encoding));
    result.replaced += skipped;
    from += skipped;
    left -= skipped;
  }
  iconv_close(state);
  return result;
}

std::size_t count_controls(std::string_view text) {
  constexpr std::size_t block = 255;  // so many fit a byte, which the compiler counts 16 at a time
  std::size_t controls = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += block) {
    std::uint8_t count = 0;
    for (const char c : text.substr(begin, block)) {
      const auto byte = static_cast<std::uint8_t>(c);
      const bool usual = (byte >= '\t') & (byte <= '\r');
      const bool other = (byte == 0x1a) | (byte == 0x1b);
      count = static_cast<std::uint8_t>(count + ((byte < 0x20) & !usual & !other));
    }
    controls += count;
  }
  return controls;
}

bool is_mostly_ascii(std::string_view bytes) {
  return 4 * static_cast<std::size_t>(std::ranges::count_if(bytes, is_high)) <= bytes.size();
}

// Text may hold a stray control character, not one in every hundred. In a short text a few are as
// stray, if the rest of it reads like text.
bool is_binary(std::string_view text) {
  constexpr std::size_t few = 4, share = 8;
  const std::size_t controls = count_controls(text);
  if (controls <= text.size() / 100) return false;
  const bool stray = controls <= few && share * controls <= text.size();
  return !stray || !(is_mostly_ascii(text) || is_valid_utf8(text));
}

// Makes valid UTF-8 without NULs of the text, and counts them; hardly any file has one.
DecodedText repaired(DecodedText decoded) {
  if (const std::size_t first = decoded.text.find('\0'); first != std::string::npos) {
    const std::string_view rest = std::string_view(decoded.text).substr(first);
    decoded.nuls = static_cast<std::size_t>(std::ranges::count(rest, '\0'));
    const std::size_t line = line_at(decoded.text, first);
    decoded.first_line = decoded.replaced == 0 ? line : std::min(line, decoded.first_line);
  }
  decoded.text = repair_utf8(decoded.text);
  return decoded;
}

// Sequences of several bytes that are UTF-8, and bytes above ASCII that are not.
struct Utf8Count {
  std::size_t good = 0;
  std::size_t sure = 0;  // of the good, those that windows-1252 has no use for
  std::size_t bad = 0;
  std::size_t alone = 0;      // of the bad, those between two bytes of ASCII
  std::size_t first_bad = 0;  // its offset
};

// A capital or a sharp s before a quote, a dash, an ellipsis or a small letter with a caron is two
// bytes of windows-1252 as well ("SPASS" with its last letter and a closing quote).
bool may_be_windows_1252(std::string_view sequence) {
  using namespace std::string_view_literals;
  return sequence.size() == 2 &&
         "\x85\x8a\x8c\x8e\x91\x92\x93\x94\x96\x97\x9a\x9c\x9e\x9f\xa0\xab\xbb"sv.find(
             sequence[1]) != std::string_view::npos;
}

std::size_t length_of_sequence(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<std::uint8_t>(bytes[at]);
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return lead >= 0xc2 && is_valid_utf8(bytes.substr(at, length)) ? length : 0;
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes, i);
    if (i == bytes.size()) break;
    if (!is_high(bytes[i])) {
      ++i;
      continue;
    }
    const std::size_t length = length_of_sequence(bytes, i);
    if (length > 0) {
      ++count.good;
      count.sure += may_be_windows_1252(bytes.substr(i, length)) ? 0 : 1;
      i += length;
      continue;
    }
    if (count.bad == 0) count.first_bad = i;
    const bool joined =
        (i > 0 && is_high(bytes[i - 1])) || (i + 1 < bytes.size() && is_high(bytes[i + 1]));
    count.alone += joined ? 0 : 1;
    ++count.bad;
    ++i;
  }
  return count;
}

// Letters of windows-1252 here and there in ASCII, and characters of UTF-8 among them: two texts
// that somebody put into one file. In other encodings bytes above ASCII stand together.
bool is_mixed(const Utf8Count& count) {
  return count.sure > 0 && 4 * count.alone >= 3 * count.bad;
}

// Each in its own way. repair_utf8() takes C1 controls for what windows-1252 means by them.
DecodedText read_mixed(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = is_high(bytes[i]) ? length_of_sequence(bytes, i) : 1;
    if (length > 0) {
      text.append(bytes, i, length);
      i += length;
      continue;
    }
    const auto byte = static_cast<std::uint8_t>(bytes[i++]);
    text += static_cast<char>(0xc0 | (byte >> 6));
    text += static_cast<char>(0x80 | (byte & 0x3f));
  }
  return repaired({std::move(text), "UTF-8 and CP1252"});
}

std::string_view guessed_encoding(std::string_view bytes) {
  constexpr std::size_t enough = 1 << 18;
  constexpr std::size_t fewest_letters = 20;
  const std::string_view sample = bytes.substr(0, enough);
  if (static_cast<std::size_t>(std::ranges::count_if(sample, is_high)) < fewest_letters) {
    return "CP1252";
  }
  const uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, sample.data(), sample.size());
  uchardet_data_end(detector);
  const Label* label = find_label(uchardet_get_charset(detector));
  uchardet_delete(detector);
  return label != nullptr && label->sure ? label->iconv : "CP1252";
}

// Where each byte is a letter, one that is not defined says little against the encoding.
bool is_single_byte(std::string_view encoding) {
  constexpr std::array families = {"CP125", "ISO-8859-", "KOI8-", "CP866", "CP874"};
  return std::ranges::any_of(families, [&](const char* one) { return encoding.starts_with(one); });
}

std::optional<DecodedText> clean(std::optional<DecodedText> converted, std::string_view bytes) {
  if (!converted) return std::nullopt;
  const bool stray = converted->replaced <= bytes.size() / 20 ||
                     (is_single_byte(converted->encoding) && is_mostly_ascii(bytes));
  if (!stray || is_binary(converted->text)) return std::nullopt;
  return repaired(std::move(*converted));
}

DecodedText repair(std::string_view bytes, const Utf8Count& count) {
  const std::size_t line = count.bad == 0 ? 0 : line_at(bytes, count.first_bad);
  return repaired({std::string(bytes), "UTF-8", count.bad, 0, line});
}

}  // namespace

std::string_view marked_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xff\xfe\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xfe\xff"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xff\xfe"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xfe\xff"sv)) return "UTF-16BE";
  // Without a mark, text in Latin letters still has a NUL beside each.
  constexpr std::size_t enough = 8;
  if (bytes.size() < enough) return {};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < enough; ++i) (i % 2 == 0 ? even : odd) += bytes[i] == '\0' ? 1 : 0;
  if (even == 0 && odd == enough / 2) return "UTF-16LE";
  if (odd == 0 && even == enough / 2) return "UTF-16BE";
  return {};
}

std::size_t unit_of(std::string_view encoding) {
  return encoding.starts_with("UTF-32") ? 4 : encoding.starts_with("UTF-16") ? 2 : 1;
}

std::string_view binary_kind(std::string_view head) {
  using namespace std::string_view_literals;
  struct Magic {
    std::string_view bytes, kind;
  };
  static constexpr std::array magics = {
      Magic{"%PDF-"sv, "a PDF document"},
      Magic{"PK\x03\x04"sv, "a ZIP archive or office document"},
      Magic{"\x1f\x8b"sv, "a gzip archive"},
      Magic{"\x89PNG"sv, "an image"},
      Magic{"GIF8"sv, "an image"},
      Magic{"\xff\xd8\xff"sv, "an image"},
      Magic{"\xd0\xcf\x11\xe0"sv, "an office document"},
      Magic{"{\\rtf"sv, "an RTF document"},
      Magic{"BZh"sv, "a bzip2 archive"},
      Magic{"\xfd"
            "7zXZ"sv,
            "an xz archive"},
      Magic{"\x28\xb5\x2f\xfd"sv, "a zstd archive"},
      Magic{"7z\xbc\xaf"sv, "a 7z archive"},
      Magic{"SQLite format 3"sv, "a database"},
      Magic{"\x7f"
            "ELF"sv,
            "a program"},
  };
  for (const Magic& magic : magics) {
    if (head.starts_with(magic.bytes)) return magic.kind;
  }
  constexpr std::size_t place_in_tar = 257;
  if (head.size() > place_in_tar && head.substr(place_in_tar).starts_with("ustar"))
    return "a tar archive";
  if (!marked_encoding(head).empty()) return {};
  return is_binary(head) ? "binary data" : "";
}

std::string declared_encoding(std::string_view head) {
  const std::string text = lower(head.substr(0, 4096));
  const bool xml = text.starts_with("<?xml");
  std::size_t at = xml ? text.substr(0, text.find('>')).find("encoding") : std::string::npos;
  std::size_t length = std::string_view("encoding").size();
  if (at == std::string::npos) {
    at = text.find("charset");
    length = std::string_view("charset").size();
  }
  if (at == std::string::npos) return {};
  at = text.find_first_not_of(" \t\r\n", at + length);
  if (at == std::string::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string::npos) return {};
  const std::size_t end = text.find_first_of(" \t\r\n\"';/>", at);
  constexpr std::size_t longest_name = 40;
  return text.substr(at, std::min(longest_name, end == std::string::npos ? end : end - at));
}

std::string not_text(std::string_view kind) {
  return std::string(kind) + ", not text";
}

std::string repaired_reason(const DecodedText& text) {
  std::string reason;
  if (text.replaced > 0) {
    reason = std::to_string(text.replaced);
    reason += text.replaced == 1 ? " byte is not text in " : " bytes are not text in ";
    reason += text.encoding;
    reason += text.replaced == 1 ? " and was replaced by U+FFFD" : " and were replaced by U+FFFD";
  }
  if (text.nuls == 0) return reason;
  if (!reason.empty()) reason += "; ";
  reason += std::to_string(text.nuls);
  return reason +=
         text.nuls == 1 ? " NUL was replaced by a space" : " NULs were replaced by spaces";
}

bool is_repaired_reason(std::string_view reason) {
  return std::ranges::any_of(repaired_endings,
                             [&](const char* ending) { return reason.ends_with(ending); });
}

std::optional<DecodedText> to_utf8(std::string_view bytes, std::string_view declared) {
  if (const std::string_view marked = marked_encoding(bytes); !marked.empty()) {
    return clean(convert(bytes, std::string(marked)), bytes);
  }
  if (is_binary(bytes)) return std::nullopt;
  // Files are re-encoded more often than what they say of themselves is mended: text that is valid
  // UTF-8 beyond ASCII is no text in another encoding, whatever it declares.
  const Label* label = find_label(declared);
  const bool stateful = label != nullptr && label->iconv == "ISO-2022-JP";
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0 && !stateful) return repair(bytes, count);
  // A few broken bytes do not make it another encoding.
  constexpr std::size_t overwhelming = 10;
  if (count.good > overwhelming * count.bad) return repair(bytes, count);
  const bool western = label != nullptr && label->iconv == "CP1252";
  if (western && is_mixed(count)) return read_mixed(bytes);
  if (label != nullptr) {
    if (auto text = clean(convert(bytes, std::string(label->iconv)), bytes)) return text;
  } else if (!declared.empty() && !declared.starts_with("utf")) {
    if (auto text = clean(convert(bytes, std::string(declared)), bytes)) return text;
  }
  if (count.good > count.bad) return repair(bytes, count);
  if (is_mixed(count)) return read_mixed(bytes);
  return clean(convert(bytes, std::string(guessed_encoding(bytes))), bytes);
}

}  // namespace backfile

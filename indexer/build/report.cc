// The end of a build, laid out for people and for programs.
#include "indexer/build/report.h"

#include <nlohmann/json.hpp>

#include "indexer/base/figures.h"
#include "indexer/index/stats.h"

namespace backfile {
namespace {

using nlohmann::ordered_json;

constexpr double long_build = 10;  // seconds; worth a closer look

// "reading 5.2, 12.9 MB/s; indexing 20.1, 3.3 MB/s"; without the speeds of short builds.
std::string stages_text(const BuildReport& report, bool with_speed) {
  std::string text;
  for (const StageReport& stage : report.stages) {
    if (stage.seconds < 0.05) continue;
    if (!text.empty()) text += with_speed ? "; " : ", ";
    text += stage.stage + " " + decimal(stage.seconds, 1);
    const double speed = static_cast<double>(report.text_bytes) / stage.seconds / 1e6;
    if (with_speed) text += ", " + decimal(speed, speed < 100 ? 1 : 0) + " MB/s";
  }
  return text.empty() ? text : " (" + text + ")";
}

void add_time(LabelledLines& lines, const BuildReport& report) {
  double all = 0, processor = 0;
  for (const StageReport& stage : report.stages) {
    all += stage.seconds;
    processor += stage.processor_seconds;
  }
  lines.add("time", in_seconds(all) + stages_text(report, all >= long_build));
  if (all <= 0) return;
  const auto pace = static_cast<std::uint64_t>(static_cast<double>(report.articles) / all);
  lines.add("pace", with_commas(pace) + " articles a second, " +
                        decimal(static_cast<double>(report.text_bytes) / all / 1e6, 1) +
                        " MB of text");
  lines.add("used", in_seconds(processor) + " of processor time, at most " +
                        in_bytes(report.peak_memory) + " of memory");
}

// "12,304 words that belong to no story: 8,020 navigation, 1,200 readers' comments, and others"
std::string left_out_text(const Counts& words) {
  constexpr std::size_t most_told = 4;
  std::string text = counted(total(words), "word") +
                     (total(words) == 1 ? " that belongs to no story" : " that belong to no story");
  std::size_t told = 0;
  for (const auto& [why, count] : most_first(words)) {
    if (++told > most_told) return text + ", and others";
    text += (told == 1 ? ": " : ", ") + with_commas(count) + " " + why;
  }
  return text;
}

// Comes before all figures: a mistyped SOURCE may have lost most of the archive.
std::string fewer_text(const BuildReport& report) {
  if (fewer(report) == 0) return {};
  std::string text = "That is " + counted(fewer(report), "article") + " fewer than the " +
                     with_commas(report.before->documents) + " of the generation before, " +
                     report.before->name + ".\n";
  if (!report.rollback_command.empty()) {
    text += "If that is not what you want, go back with `" + report.rollback_command + "`.\n";
  }
  return text;
}

}  // namespace

std::string passed_over_text(std::uint64_t files) {
  return counted(files, "file") + (files == 1 ? " that holds" : " that hold") +
         " no articles: images, styles, scripts, hidden, backups";
}

std::string duplicates_text(std::uint64_t articles) {
  return counted(articles, "duplicate") + (articles == 1 ? " that differs" : " that differ") +
         " only in path";
}

std::uint64_t fewer(const BuildReport& report) {
  const std::uint64_t before = report.before ? report.before->documents : 0;
  return before > report.articles ? before - report.articles : 0;
}

bool has_losses(const BuildReport& report) {
  return !report.rejections.by_reason.empty() || report.rejections.without_date > 0 ||
         report.rejections.with_other_date > 0 || report.rejections.with_bytes_replaced > 0 ||
         report.rejections.front_matter_broken > 0 || report.rejections.mostly_left_out > 0 ||
         report.rejections.others_left_out > 0;
}

std::string to_text(const BuildReport& report, const std::string& index) {
  LabelledLines lines;
  if (!report.rejections.by_reason.empty()) {
    lines.add("rejected", counted(total(report.rejections.by_reason), "article") + ":");
    for (const auto& [reason, count] : most_first(report.rejections.by_reason)) {
      lines.add("", with_commas(count) + "  " + reason);
    }
  }
  if (report.rejections.without_date > 0) {
    lines.add("undated",
              counted(report.rejections.without_date, "article") + " whose date could not be read");
  }
  if (report.rejections.with_other_date > 0) {
    lines.add("dates", counted(report.rejections.with_other_date, "article") +
                           " with an invalid date, and another that is used");
  }
  if (report.rejections.with_bytes_replaced > 0) {
    lines.add("garbled", with_commas(report.rejections.with_bytes_replaced) +
                             (report.rejections.with_bytes_replaced == 1 ? " file or line"
                                                                         : " files or lines") +
                             " kept with bytes that are not text, which were replaced");
  }
  if (report.rejections.front_matter_broken > 0) {
    lines.add("fields", counted(report.rejections.front_matter_broken, "article") +
                            " whose front matter is not valid, read field by field");
  }
  if (report.rejections.mostly_left_out > 0) {
    lines.add("cut", counted(report.rejections.mostly_left_out, "article") +
                         " kept without more than half of the prose in the file");
  }
  if (report.rejections.others_left_out > 0) {
    lines.add("alone", counted(report.rejections.others_left_out, "article") +
                           " kept without others that stand on the same page");
  }
  if (has_losses(report)) lines.add("", "see " + report.rejected_list);
  if (report.repeated > 0) {
    lines.add("repeated", duplicates_text(report.repeated) + "; each is indexed once");
  }
  if (!report.left_out.empty()) lines.add("left out", left_out_text(report.left_out));
  if (report.passed_over > 0) lines.add("passed over", passed_over_text(report.passed_over));
  if (report.boilerplate.articles > 0) {
    lines.add("boilerplate", "removed from " + counted(report.boilerplate.articles, "article") +
                                 " by " + counted(report.boilerplate_rules, "rule") +
                                 "; see `backfile boilerplate`");
  }
  lines.add("languages", languages_text(report.languages));
  add_time(lines, report);
  lines.add("text", in_bytes(report.text_bytes));
  lines.add("index", size_of_index(report.index_bytes, report.text_bytes));
  return "Indexed " + counted(report.articles, "article") + " into " + index + ", generation " +
         report.generation + ".\n" + fewer_text(report) + lines.text();
}

std::string to_json(const BuildReport& report) {
  ordered_json seconds = ordered_json::object(), processor = ordered_json::object();
  for (const StageReport& stage : report.stages) {
    seconds[stage.stage] = stage.seconds;
    processor[stage.stage] = stage.processor_seconds;
  }
  ordered_json before;
  if (report.before) {
    before = {{"generation", report.before->name}, {"articles", report.before->documents}};
  }
  const ordered_json object = {{"generation", report.generation},
                               {"articles", report.articles},
                               {"before", before},
                               {"fewer", fewer(report)},
                               {"repeated", report.repeated},
                               {"rejected", report.rejections.by_reason},
                               {"without_date", report.rejections.without_date},
                               {"with_other_date", report.rejections.with_other_date},
                               {"with_bytes_replaced", report.rejections.with_bytes_replaced},
                               {"front_matter_broken", report.rejections.front_matter_broken},
                               {"mostly_left_out", report.rejections.mostly_left_out},
                               {"others_left_out", report.rejections.others_left_out},
                               {"words_left_out", report.left_out},
                               {"passed_over", report.passed_over},
                               {"rejected_list", report.rejected_list},
                               {"boilerplate",
                                {{"rules", report.boilerplate_rules},
                                 {"articles", report.boilerplate.articles},
                                 {"words", report.boilerplate.words}}},
                               {"languages", report.languages},
                               {"seconds", seconds},
                               {"processor_seconds", processor},
                               {"peak_memory_bytes", report.peak_memory},
                               {"text_bytes", report.text_bytes},
                               {"index_bytes", report.index_bytes},
                               {"warnings", report.warnings}};
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace backfile

// What the ground floor's commands do, and how their help reads.
#include "indexer/commands.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "indexer/builder.h"
#include "indexer/explain.h"
#include "indexer/failure.h"
#include "indexer/interrupt.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/stats.h"

namespace backfile {
namespace {

constexpr int done = static_cast<int>(Exit::done);
constexpr int some_rejected = static_cast<int>(Exit::some_rejected);

const std::vector<std::string>& sources_of(const Arguments& arguments, const char* command) {
  const std::vector<std::string>& sources = arguments.words();
  const bool from_terminal = ::isatty(STDIN_FILENO) != 0 && std::ranges::count(sources, "-") > 0;
  if (from_terminal) std::cerr << "Reading articles from the terminal; Ctrl-D ends them.\n";
  if (!sources.empty()) return sources;
  throw Failure(Exit::usage, "name the files or folders that hold the articles: backfile " +
                                 std::string(command) + " SOURCE...");
}

int run_index(const Arguments& arguments) {
  const bool quiet = arguments.has("quiet");
  const std::string form = arguments.choice("progress", {"auto", "json", "none"});
  ProgressReport progress(ProgressReport::form_of(quiet ? "none" : form));
  const InterruptWatch interrupts;
  const std::string format = arguments.choice("format", {"text", "json"});
  BuildOptions options;
  options.sources = sources_of(arguments, "index");
  options.index = index_directory(arguments);
  options.jobs = static_cast<unsigned>(arguments.number("jobs", 0, 1, 256));
  options.keep = static_cast<std::size_t>(arguments.number("keep", 3, 1, 1000));
  options.progress = [&](const Progress& now) {
    interrupts.check();
    progress.show(now);
  };
  const BuildReport report = build(options);
  progress.clear();
  for (const std::string& warning : report.warnings) std::cerr << "Warning: " + warning + "\n";
  const std::string summary = format == "json" ? to_json(report) : to_text(report, options.index);
  if (!quiet) {
    print(summary);
  } else if (has_losses(report)) {
    std::cerr << summary;
  }
  return report.rejected.empty() ? done : some_rejected;
}

int run_read(const Arguments& arguments) {
  std::uint64_t read = 0;
  std::uint64_t rejected = 0;
  const auto reject = [&](const Rejected& lost) {
    rejected += lost.kept ? 0 : 1;
    std::cerr << lost.path + (lost.place.empty() ? "" : ", " + lost.place) + ": " + lost.reason +
                     "\n";
  };
  const std::vector<std::string>& sources = sources_of(arguments, "read");
  std::uint64_t passed_over = 0;
  if (arguments.has("explain")) {
    passed_over = explain_articles(
        sources,
        [&](const Found& found) {
          constexpr std::size_t columns = 120;
          print((read++ > 0 ? "\n" : "") + to_text(found, columns));
        },
        reject);
  } else {
    passed_over = read_articles(
        sources,
        [&](const Article& article) {
          ++read;
          print(to_json_line(article) + '\n');
        },
        reject);
  }
  if (passed_over > 0) std::cerr << "passed over " + passed_over_text(passed_over) + "\n";
  if (read == 0) {
    throw Failure(Exit::unreadable,
                  "not one article could be read; name files or folders that hold articles");
  }
  return rejected == 0 ? done : some_rejected;
}

int run_stats(const Arguments& arguments) {
  if (!arguments.words().empty()) {
    throw Failure(Exit::usage, "stats takes no words, not \"" + arguments.words().front() +
                                   "\"; name the index with --index DIR");
  }
  const std::string format = arguments.choice("format", {"text", "json"});
  const Stats stats = read_stats(index_directory(arguments));
  print(format == "json" ? to_json(stats) : to_text(stats));
  return done;
}

constexpr Flag format_flag{"format", "FORMAT", "text (the default) or json"};

}  // namespace

std::vector<Command> indexer_commands() {
  return {
      {"index",
       "SOURCE...",
       "build an index of the articles in files and folders",
       "Reads every article in the sources (Markdown, HTML, JSON, JSONL and scraped text, also\n"
       "packed by gzip or zstd; folders with all that is in them; - for standard input), builds "
       "an\n"
       "index of them beside the one in use, checks it, and puts it in its place. Searches go on\n"
       "meanwhile; if anything fails, the old index stays.\n"
       "\n"
       "JSON and JSONL: id, url, title, subtitle, author, published, modified, section, tags,\n"
       "language, license, source, body (a text, HTML or a list of paragraphs) and captions, or\n"
       "their usual other names, as headline, byline, datePublished, keywords and text. README "
       "has\n"
       "them all; `backfile read` shows what becomes of a file.\n"
       "\n"
       "To go back to an older generation, while no `index` runs, name it in DIR/current:\n"
       "  ls DIR/generations; cd DIR && echo NAME > current.new && mv current.new current\n"
       "\n"
       "What cannot be read is left out, counted by reason, and listed in rejected.jsonl,\n"
       "as are articles that gave way to a later one of their id, dates that are none, and pages of\n"
       "which more than half of the prose is left out (`backfile read --explain` shows which). Links\n"
       "are followed within the sources only.\n"
       "\n"
       "Exit codes: 0 done, 3 done but some articles were rejected, 5 another process is changing\n"
       "the index, 6 nothing could be read, 7 --index names something else, 8 the disk cannot be\n"
       "written or memory ran out, 130 or 143 interrupted. But for 0 and 3, the old index stays.\n"
       "SIGHUP is ignored: a build goes on when its terminal is closed.\n"
       "\n"
       "  backfile index articles/\n"
       "  backfile index --index /srv/archive.index dump.jsonl.gz pages/\n"
       "  export-articles | backfile index -\n",
       {index_flag,
        {"jobs", "N", "threads that analyze (default: one for each processor)"},
        {"keep", "N", "generations of the index to keep, the new one included (default: 3)"},
        {"progress", "FORM", "auto (a line, on a terminal), json or none"},
        {"quiet", "", "say nothing unless something was lost, and that on standard error"},
        format_flag},
       run_index},
      {"read",
       "SOURCE...",
       "print articles as they would be indexed",
       "One JSON object a line for each article, cleaned of page furniture, in the order of the\n"
       "sources; what cannot be read is named on standard error. What it prints is JSONL that\n"
       "`backfile index` takes.\n"
       "\n"
       "With --explain, for people: where title, author and date come from, and of every block\n"
       "of the file how many words it holds, whether it is kept, and why not.\n"
       "\n"
       "Scraped text is read twice: what is furniture shows only once all of it was seen.\n"
       "\n"
       "Exit codes: 0 done, 3 done but some were rejected, 6 nothing could be read, 8 the output\n"
       "cannot be written.\n"
       "\n"
       "  backfile read articles/page.html\n"
       "  backfile read articles/ > articles.jsonl\n"
       "  backfile read --explain articles/page.html\n",
       {{"explain", "", "show instead, block by block, what was kept, what was left out and why"}},
       run_read},
      {"stats",
       "",
       "facts of the index: articles, dates, languages, sizes",
       "  backfile stats --index /srv/archive.index\n"
       "  backfile stats --format json\n",
       {index_flag, format_flag},
       run_stats},
  };
}

}  // namespace backfile

// The indexer's commands: reads their flags, runs them, prints what they return; and their help.
#include "indexer/build/commands.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "indexer/base/failure.h"
#include "indexer/base/interrupt.h"
#include "indexer/boilerplate/boilerplate_file.h"
#include "indexer/build/boilerplate_report.h"
#include "indexer/build/builder.h"
#include "indexer/build/progress.h"
#include "indexer/build/reading.h"
#include "indexer/build/report.h"
#include "indexer/index/generation.h"
#include "indexer/index/stats.h"
#include "indexer/index/verification.h"
#include "indexer/ingest/explain.h"

namespace backfile {
namespace {

constexpr int done = static_cast<int>(Exit::done);
constexpr int some_rejected = static_cast<int>(Exit::some_rejected);

const std::vector<std::string>& sources_of(const Arguments& arguments, const char* command) {
  if (!arguments.words().empty()) return arguments.words();
  throw Failure(Exit::usage, "name the files or folders that hold the articles: backfile " +
                                 std::string(command) + " SOURCE...");
}

void tell_of_terminal(const std::vector<std::string>& sources) {
  const bool from_terminal = ::isatty(STDIN_FILENO) != 0 && std::ranges::count(sources, "-") > 0;
  if (from_terminal) std::cerr << "Reading articles from the terminal; Ctrl-D ends them.\n";
}

constexpr Flag keep_line_flag{"keep-line", "LINE",
                              "never treat this line as boilerplate (* matches anything)", true};
constexpr Flag remove_line_flag{"remove-line", "LINE",
                                "always treat this line as boilerplate (* matches anything)", true};

BoilerplateOverrides overrides_of(const Arguments& arguments) {
  for (const char* flag : {"keep-line", "remove-line"}) {
    for (const std::string& line : arguments.values(flag)) {
      if (line.find_first_not_of(" *") == std::string::npos)
        arguments.refuse(flag, "the words of a line");
    }
  }
  return {arguments.values("keep-line"), arguments.values("remove-line")};
}

bool is_index(const std::string& directory) {
  return std::filesystem::exists(std::filesystem::path(directory) / "current");
}

constexpr Flag source_name_flag{"source-name", "PATH=NAME",
                                "call what lies in a folder or file by that name", true};

std::vector<SourceName> source_names(const Arguments& arguments) {
  std::vector<SourceName> names;
  for (const std::string& given : arguments.values("source-name")) {
    const std::size_t sign = given.rfind('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == given.size()) {
      throw Failure(Exit::usage,
                    "--source-name takes a folder or file and its name, as in "
                    "--source-name \"/srv/lantern=The Lantern\", not \"" +
                        given + "\"");
    }
    names.push_back({given.substr(0, sign), given.substr(sign + 1)});
  }
  return names;
}

int run_index(const Arguments& arguments) {
  const bool quiet = arguments.has("quiet");
  const std::string form = arguments.choice("progress", {"auto", "json", "none"});
  ProgressReport progress(ProgressReport::form_of(quiet ? "none" : form));
  const InterruptWatch interrupts;
  const std::string format = arguments.choice("format", {"text", "json"});
  BuildOptions options;
  options.sources = sources_of(arguments, "index");
  options.names = source_names(arguments);
  options.boilerplate = overrides_of(arguments);
  options.index = index_directory(arguments);
  options.jobs = static_cast<unsigned>(arguments.number("jobs", 0, 1, 256));
  options.keep = static_cast<std::size_t>(arguments.number("keep", 3, 1, 1000));
  if (arguments.choice("builder", {"direct", "api"}) == "api") {
    options.builder = DatabaseBuilder::api;
  }
  options.begun = [&] { tell_of_terminal(options.sources); };
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
  } else if (has_losses(report) || fewer(report) > 0) {
    std::cerr << summary;
  }
  return report.rejections.lose_articles() ? some_rejected : done;
}

int run_read(const Arguments& arguments) {
  std::uint64_t read = 0;
  bool any_lost = false;
  const auto reject = [&](const Rejected& lost) {
    any_lost = any_lost || loses_article(lost);
    std::cerr << lost.path + (lost.place.empty() ? "" : ", " + lost.place) + ": " + lost.reason +
                     (lost.instead.empty() ? "" : ", in " + lost.instead) + "\n";
  };
  ReadOptions options{
      sources_of(arguments, "read"), source_names(arguments), "", overrides_of(arguments), {}};
  const std::string index = arguments.value("index").value_or("");
  if (is_index(index)) options.index = index;
  options.begun = [&] {
    tell_of_terminal(options.sources);
    if (index != options.index)
      std::cerr << "Note: there is no index in " + index +
                       " yet; boilerplate is learnt from these files alone\n";
  };
  ReadReport report;
  const bool json = arguments.choice("format", {"text", "json"}) == "json";
  if (arguments.has("explain")) {
    report = explain_articles(
        options,
        [&](const Found& found) {
          constexpr std::size_t columns = 120;
          const bool first = read++ == 0;
          print(json ? explanation_line(found) : (first ? "" : "\n") + to_text(found, columns));
        },
        reject);
  } else {
    report = read_articles(
        options,
        [&](const Article& article) {
          ++read;
          print(to_json_line(article) + '\n');
        },
        reject);
  }
  if (report.repeated > 0)
    std::cerr << duplicates_text(report.repeated) + "; each is printed once\n";
  if (report.passed_over > 0)
    std::cerr << "passed over " + passed_over_text(report.passed_over) + "\n";
  if (read == 0) {
    throw Failure(Exit::unreadable,
                  "not one article could be read; name files or folders that hold articles");
  }
  return any_lost ? some_rejected : done;
}

void refuse_words(const Arguments& arguments, const std::string& command) {
  if (arguments.words().empty()) return;
  throw Failure(Exit::usage, command + " takes no words, not \"" + arguments.words().front() +
                                 "\"; name the index with --index DIR");
}

int run_stats(const Arguments& arguments) {
  refuse_words(arguments, "stats");
  const std::string format = arguments.choice("format", {"text", "json"});
  const Stats stats = read_stats(index_directory(arguments));
  print(format == "json" ? to_json(stats) : to_text(stats));
  return done;
}

int run_verify(const Arguments& arguments) {
  refuse_words(arguments, "verify");
  const std::string format = arguments.choice("format", {"text", "json"});
  const std::filesystem::path index = index_directory(arguments);
  const InterruptWatch interrupts;
  const Verification verification = verify_index(index, [&] { interrupts.check(); });
  print(format == "json" ? to_json(verification) : to_text(verification));
  if (verification.faults.empty()) return done;
  throw unreadable_generation(index / "generations" / verification.generation,
                              verification.faults.front());
}

int run_boilerplate(const Arguments& arguments) {
  refuse_words(arguments, "boilerplate");
  const std::string format = arguments.choice("format", {"text", "json"});
  const std::filesystem::path generation = current_generation(index_directory(arguments));
  read_manifest(generation);  // refuses an index of another version
  const ArchiveBoilerplate learnt = read_boilerplate(generation);
  const std::string name = generation.filename().string();
  print(format == "json" ? to_json(learnt, name) : to_text(learnt, name));
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
       "packed by gzip or zstd; folders with all that is in them; - for standard input), builds\n"
       "an index of them beside the one in use, checks it, and puts it in its place. Searches go\n"
       "on meanwhile; if anything fails, the old index stays.\n"
       "\n"
       "JSON and JSONL: id, url, title, subtitle, author, published, modified, section, tags,\n"
       "language, license, source, body (a text, HTML or a list of paragraphs) and captions, or\n"
       "their usual other names, such as headline, byline, datePublished, keywords and text.\n"
       "README lists them all; `backfile read` shows what becomes of a file.\n"
       "\n"
       "To go back to an older generation, while no `index` runs, name it in DIR/current:\n"
       "  ls DIR/generations; cd DIR && echo NAME > current.new && mv current.new current\n"
       "\n"
       "What cannot be read is left out, counted by reason, and listed in rejected.jsonl,\n"
       "as are older versions of an article, dates that cannot be read, and pages of which more\n"
       "than half of the prose is left out (`backfile read --explain` shows which). Links are\n"
       "followed within the sources only.\n"
       "\n"
       "Articles are versions of one if they have the same URL, or the same id from the same\n"
       "source: the one they name, else the one that --source-name gives to their folder or file,\n"
       "else the file. The version modified last is kept, then the one published last, then the\n"
       "one read last. Put names into backfile.toml: source-name = [\"/srv/lantern=The Lantern\"]\n"
       "\n"
       "Paragraphs that many articles of one site share at their ends or in boxes, its name in\n"
       "titles and its motto are removed: `backfile boilerplate` shows them. Keep or remove\n"
       "single lines with --keep-line and --remove-line, or in backfile.toml:\n"
       "keep-line = [\"To be continued.\"]\n"
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
        source_name_flag,
        {"jobs", "N", "threads that analyze (default: one for each processor)"},
        {"builder", "WAY", "direct, or api: through Xapian, slower; the answers are the same"},
        keep_line_flag,
        remove_line_flag,
        {"keep", "N", "generations of the index to keep, the new one included (default: 3)"},
        {"progress", "FORM", "auto (a line, on a terminal), json or none"},
        {"quiet", "", "say nothing unless something was lost, and that on standard error"},
        format_flag},
       run_index},
      {"read",
       "SOURCE...",
       "print articles as they would be indexed",
       "One JSON object a line for each article, cleaned of page boilerplate, in the order of the\n"
       "sources; what cannot be read is named on standard error. Of several versions of an\n"
       "article the one that `backfile index` would keep is printed, and the others are named.\n"
       "What it prints is JSONL that `backfile index` takes.\n"
       "\n"
       "With --explain, for people: where title, author and date come from, and of every block\n"
       "of the file how many words it holds, whether it is kept, and why not. With --format json\n"
       "as well, the same for programs: one object a line for each article.\n"
       "\n"
       "With an index, boilerplate is what was learnt when that was built, and articles come out\n"
       "as they were indexed; --keep-line and --remove-line are those of the build, unless given.\n"
       "Without one, it is learnt from the files given, so a single page keeps lines that only\n"
       "others of its site would show to be boilerplate.\n"
       "\n"
       "Exit codes: 0 done, 3 done but some were rejected, 6 nothing could be read, 8 the output\n"
       "cannot be written.\n"
       "\n"
       "  backfile read articles/page.html\n"
       "  backfile read --explain articles/page.html\n"
       "  backfile read --explain --format json articles/ | jq .left_out\n"
       "  backfile read --index /srv/archive.index articles/page.html\n"
       "  backfile read articles/ > articles.jsonl\n",
       {source_name_flag,
        {"index", "DIR", "remove the boilerplate learnt for this index (default: $BACKFILE_INDEX)"},
        {"explain", "", "show instead, block by block, what was kept, what was left out and why"},
        {"format", "FORMAT", "with --explain: text (the default) or json; else it is always json"},
        keep_line_flag,
        remove_line_flag},
       run_read},
      {"boilerplate",
       "",
       "what many articles share and the index leaves out",
       "Lists the boilerplate learnt across the archive, by source: how many of the articles\n"
       "sampled have it, where, and an example. Numbers and dates in it may differ. What is\n"
       "removed in one place is never touched in another: a story may quote it.\n"
       "\n"
       "  foot, head     a paragraph that closes or opens the body\n"
       "  anywhere       a paragraph of nearly every article\n"
       "  box            a paragraph in a box of the page that says the same in many articles, or\n"
       "                 rotates through several texts; known by its class or id, and removed\n"
       "                 as a whole\n"
       "  title ...      the site's name as the title, or at its start or end\n"
       "  subtitle       the site's motto\n"
       "\n"
       "To keep a line, or to remove one that was not learnt, put it into backfile.toml and index\n"
       "again. Case and numbers do not matter, * matches anything:\n"
       "\n"
       "  keep-line = [\"To be continued.\"]\n"
       "  remove-line = [\"Tap here for *\"]\n"
       "\n"
       "  backfile boilerplate --index /srv/archive.index\n"
       "  backfile boilerplate --format json\n",
       {index_flag, format_flag},
       run_boilerplate},
      {"stats",
       "",
       "facts of the index: articles, dates, languages, sizes",
       "  backfile stats --index /srv/archive.index\n"
       "  backfile stats --format json\n",
       {index_flag, format_flag},
       run_stats},
      {"verify",
       "",
       "whether every file of the index is as it was published",
       "Reads every byte and compares it with the hashes that the build has left: after a disk "
       "has\n"
       "failed, or where an index has been copied or restored. Searches go on meanwhile.\n"
       "\n"
       "Exit codes: 0 all is as it was, 7 something is not.\n"
       "\n"
       "  backfile verify --index /srv/archive.index\n",
       {index_flag, format_flag},
       run_verify},
  };
}

}  // namespace backfile

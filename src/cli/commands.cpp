// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "cli/command.hpp"

namespace trialsift::cli {
namespace {

constexpr std::array kCommands = {
    Command{"index", "build or update an index from exported trial files",
            "  trialsift index ctg-studies.json\n"
            "  trialsift index exports/ more.zip 'dumps/*.ndjson.gz'\n"
            "  zcat trials.ndjson.gz | trialsift index -\n"
            "  trialsift index --rebuild --rejects rejects.jsonl exports/\n"
            "  trialsift index --current 2025-01-15 SearchResults.csv",
            setup_index,
            "A trial is known by its registry id. Where the index holds it already, each part is that of the newest "
            "record that can speak of it; unchanged records cost little. --rebuild starts afresh.\n"
            "Exports without dates of their own, such as tables, are dated by --current, or one by one by --sources. "
            "Records that differ with nothing to tell which is newer are counted as conflicts.\n"
            "The account adds up: read is the sum of added, updated, unchanged, conflicts, duplicates and rejected. "
            "Rejected "
            "records are told with their place and reason, and are no error unless --strict is given.\n"
            "The index changes in one step at the end or not at all; searches meanwhile see the old one."},
    Command{"search", "rank trials by a query",
            "  trialsift search lenalidomide maintenance allogeneic\n"
            "  trialsift search '\"graft versus host\" AND (tacrolimus OR sirolimus)'\n"
            "  trialsift search myeloma status:recruiting phase:2 start:2015..\n"
            "  trialsift search -f ids 'title:metformin -condition:cancer' | head\n"
            "  trialsift search --batch --query-file topics.tsv -f trec > run.txt\n"
            "  trialsift search --syntax ovid '(stem cell$ adj3 transplant$).ti,ab. or exp Multiple Myeloma/'\n"
            "  trialsift search --syntax pubmed '\"stem cell*\"[tiab] AND \"Multiple Myeloma\"[Mesh]'\n"
            "\n"
            "Query language (docs/query-language.md):\n"
            "  a b c              any of the words, ranked; all of them with --match all\n"
            "  \"a b\"              the phrase as written; =word this word and no other form of it\n"
            "  a AND b, a OR b, a NOT b, ( ), +a, -a\n"
            "  transplant*        words that begin so\n"
            "  title:a            in one field; desc:a in both descriptions; trialsift fields lists them\n"
            "  status:recruiting  phase:2  start:2015..2020  enrollment:>=100  has:results_posted  missing:phase\n"
            "A query that begins with a minus sign is given as --query=-a.",
            setup_search,
            "Words side by side find the trials with any of them, best first, over title, brief summary, detailed "
            "description, conditions, interventions and keywords (docs/ranking.md). Filters and ranges do not change "
            "scores.\n"
            "Hits go to standard output, all else to standard error. The same index and query give the same bytes. The "
            "exit status is 1 where nothing was found."},
    Command{"count", "how many trials match a query",
            "  trialsift count 'transplant*'\n"
            "  trialsift count --match all lenalidomide maintenance\n"
            "  trialsift count --query-file strategy.txt",
            setup_count,
            "Prints an exact number. With --batch or several queries, a line each: the query's id, a tab, the number. "
            "The exit status is 1 where nothing matches."},
    Command{
        "show", "show records whole",
        "  trialsift show NCT01421927\n"
        "  trialsift show --sources NCT01421927\n"
        "  trialsift search -f ids myeloma -n 3 | xargs -r trialsift show --format json",
        setup_show,
        "The exit status is 1 where a trial asked for is not in the index: it says why, as far as the index remembers "
        "what it rejected and removed. The others are shown."},
    Command{"similar", "find trials like these",
            "  trialsift similar NCT01421927\n"
            "  trialsift similar NCT01421927 NCT00988013 --explain -n 5",
            setup_similar},
    Command{"explain", "tell why a trial is a hit of a query, or why it is none",
            "  trialsift explain NCT01421927 -e 'lenalidomide maintenance'\n"
            "  trialsift explain NCT01421927 -e '\"stem cell\" AND status:recruiting' --format json",
            setup_explain},
    Command{"dedup", "find the records of one trial, over all registry numbers",
            "  trialsift dedup ictrp.xml ctg-studies.json\n"
            "  trialsift dedup --format jsonl exports/ > clusters.jsonl",
            setup_dedup},
    Command{"screen", "search strategies of systematic reviews: run",
            "  trialsift screen run strategy.txt\n"
            "  trialsift screen run --syntax ovid strategy.txt --export trials.csv --log search.md\n"
            "See trialsift screen run --help.",
            nullptr},
    Command{
        "screen run", "run search strategies line by line",
        "  trialsift screen run strategy.txt\n"
        "  trialsift screen run --syntax ovid strategy.txt --export trials.csv --log search.md\n"
        "  trialsift screen run -f json ovid.txt pubmed.txt\n"
        "  printf '%s\\n' '1 exp Multiple Myeloma/' '2 myelom$.ti,ab.' '3 1 or 2' | trialsift screen run -\n"
        "\n"
        "A strategy file holds a line for each set: words, or the numbers of lines before it (1 and 3, or/1-4). The "
        "last line\n"
        "is the result. Its first line may say in which language it is written: syntax: ovid. In a shell, $ and * "
        "want\n"
        "single quotes; in the file they stand as they are.",
        setup_screen_run},
    Command{"eval", "measure a run against relevance judgements",
            "  trialsift search --batch --query-file topics.tsv -f trec > run.txt\n"
            "  trialsift eval run.txt qrels.txt\n"
            "  trialsift eval -m ndcg@20,recall@100 --per-query run.txt qrels.txt\n"
            "  trialsift eval run.txt qrels.txt --against earlier.txt",
            setup_eval},
    Command{"terms", "list the index's words with their document frequencies",
            "  trialsift terms lenal\n"
            "  trialsift terms --format tsv > words.tsv",
            setup_terms,
            "Words are listed as they are indexed: without case and accents. The number before a word is that of the "
            "trials that hold it in a field searched by default."},
    Command{"expansions", "list what is looked for beside a query's words, and where it comes from",
            "  trialsift expansions MM tumor\n"
            "  trialsift expansions --synonyms synonyms.tsv --format jsonl > expansions.jsonl",
            setup_expansions},
    Command{"stats", "tell what an index holds", "  trialsift stats\n  trialsift stats --format json", setup_stats},
    Command{"check", "verify an index against its checksums", "  trialsift check --index ./index", setup_check,
            "Reads every file of the index and compares it with the size and checksum that the manifest tells."},
    Command{
        "restore", "put the index of before the last change back",
        "  trialsift restore\n  trialsift restore --index ./index", setup_restore,
        "trialsift index keeps the generation before the one it publishes. It is published again, as a new "
        "generation of the same files, once they have been compared with their checksums. A second trialsift restore "
        "brings back what the first took away."},
    Command{"fields", "list the fields that a query may name", "  trialsift fields", setup_fields},
    Command{"formats", "list the formats that can be read and written", "  trialsift formats", setup_formats},
    Command{
        "generate", "write man pages, completions for bash, zsh and fish, the reference of commands",
        "  trialsift generate ~/.local/share", setup_generate,
        "Installed packages have all of it. Without one, trialsift generate ~/.local/share puts the man pages and the "
        "completions for bash and fish where they are looked for; zsh wants the folder zsh/site-functions there in "
        "its fpath."},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

}  // namespace trialsift::cli

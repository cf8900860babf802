// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cctype>

#include "cli/generated.hpp"
#include "cli/help.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::cli {
namespace {

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// Text of a line of roff: no character of it is a request, and hyphens stay what they are.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string title(const std::string& name, const std::string& section, const std::string& about) {
  return ".\\\" made by: trialsift generate\n.TH " + roff(upper(name)) + " " + section + " " + release_date() +
         " \"trialsift " + roff(version()) + "\" \"trialsift\"\n.SH NAME\n" + roff(name) + " \\- " + roff(about) + "\n";
}

std::string tagged(const std::string& tag, std::string_view about) {
  return ".TP\n" + tag + "\n" + roff(about) + "\n";
}

std::string option_entry(const OptionInfo& option) {
  std::string tag;
  for (const std::string& name : {option.short_name, option.long_name}) {
    if (!name.empty()) tag += (tag.empty() ? "" : ", ") + bold(name);
  }
  if (tag.empty()) return tagged("\\fI" + roff(option.shown()) + "\\fR", option.about);
  return tagged(tag + (option.value.empty() ? "" : " \\fI" + roff(option.value) + "\\fR"), full_about(option));
}

std::string entries(const std::string& heading, const std::vector<OptionInfo>& options) {
  if (options.empty()) return "";
  std::string text = ".SH " + heading + "\n";
  for (const OptionInfo& option : options) text += option_entry(option);
  return text;
}

/// Indented lines stand as they are, others are paragraphs; the line "Examples:" is the section's heading.
std::string footer(std::string_view text) {
  std::string out = ".SH EXAMPLES\n";
  bool literal = false;
  bool first = true;
  while (text.ends_with('\n')) text.remove_suffix(1);
  for (const std::string_view line : base::split(text, '\n')) {
    if (line == "Examples:") continue;
    const bool indented = line.starts_with("  ");
    if (indented != literal && (indented || !line.empty())) {
      out += indented ? (first ? ".nf\n" : ".PP\n.nf\n") : ".fi\n.PP\n";
    }
    if (indented || !line.empty()) {
      literal = indented;
      out += roff(indented ? line.substr(2) : line) + "\n";
    } else if (!first && !literal) {
      out += ".PP\n";
    }
    first = first && line.empty();
  }
  return out + (literal ? ".fi\n" : "");
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (const std::string_view paragraph : base::split(text, '\n')) {
    if (!paragraph.empty()) out += (out.empty() ? "" : ".PP\n") + roff(paragraph) + "\n";
  }
  return out;
}

std::string page(std::string_view name, std::string_view section) {
  return ".BR " + roff(name) + " (" + std::string(section) + ")";
}

std::string see_also(const std::vector<std::string>& pages) {
  std::string text = ".SH SEE ALSO\n";
  for (const std::string& entry : pages) text += entry + (&entry == &pages.back() ? "\n" : " ,\n");
  return text;
}

std::string description(const CommandInfo& command) {
  std::string about = command.details;
  if (about.empty()) {
    about = command.about + ".";
    about[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(about[0])));
  }
  std::string text = ".SH SYNOPSIS\n.B " + roff(command.name) + "\n" +
                     roff(std::string_view(command.usage()).substr(command.name.size() + 1)) + "\n.SH DESCRIPTION\n" +
                     paragraphs(about);
  if (command.commands.empty()) return text;
  text += ".SH COMMANDS\n";
  for (const CommandInfo& below : command.commands) text += tagged(bold(below.verb()), below.about);
  return text;
}

std::string environment() {
  return ".SH ENVIRONMENT\n" + tagged(bold("TRIALSIFT_INDEX"), "The index, where --index is not given.") +
         tagged(bold("TRIALSIFT_CONFIG"), "The file of settings, where --config is not given.") +
         tagged(bold("TRIALSIFT_") + "\\fIOPTION\\fR, " + bold("TRIALSIFT_") + "\\fICOMMAND\\fR_\\fIOPTION\\fR",
                "The value of an option that the command line does not give: TRIALSIFT_COLOR=never, "
                "TRIALSIFT_SEARCH_LIMIT=50. --print-config lists them.") +
         tagged(bold("NO_COLOR"), "Not empty: no colours, unless --color says otherwise.") +
         tagged(bold("TMPDIR"), "The folder for temporary files, where --tmp is not given.") + ".SH FILES\n" +
         tagged("\\fI$XDG_CONFIG_HOME/trialsift/config.toml\\fR, \\fI\\(ti/.config/trialsift/config.toml\\fR",
                "Settings: long names of options with their values, those of a command under its name in brackets. "
                "The command line wins over the environment, that over this file.") +
         tagged("\\fI./index\\fR, \\fI$XDG_DATA_HOME/trialsift/index\\fR, \\fI\\(ti/.local/share/trialsift/index\\fR",
                "The index, where nothing else is said: the first that there is.");
}

std::string exit_statuses() {
  return ".SH EXIT STATUS\n" + tagged("0", "Done; something was found.") +
         tagged("1", "It ran well and nothing was found.") + tagged("2", "An error, told on standard error.") +
         tagged("130", "Interrupted; the index is as it was.");
}

std::string errors() {
  std::string text =
      ".SH ERRORS\nAn error is a line \\(lqtrialsift: error[\\fIslug\\fR]: sentence\\(rq and mostly a "
      "hint. The slugs stay the same:\n";
  std::string slugs;
  for (const base::ErrorInfo& info : base::error_table()) {
    slugs += (slugs.empty() ? "" : ",\n") + std::string(".B ") + roff(info.slug);
  }
  std::replace(slugs.begin(), slugs.end(), ',', ' ');
  return text + slugs + "\n";
}

GeneratedFile command_page(const CommandInfo& command, const CommandInfo& program) {
  const std::string name = dashed(command.name);
  std::string text = title(name, "1", command.about) + description(command);
  std::vector<std::string> others;
  if (&command == &program) {
    text += entries("OPTIONS OF EVERY COMMAND", command.options) + environment() + exit_statuses() + errors();
    for (const CommandInfo* other : all_commands(program)) {
      if (other != &program) others.push_back(page(dashed(other->name), "1"));
    }
  } else {
    text += entries("ARGUMENTS", command.arguments) + entries("OPTIONS", command.options);
    if (command.commands.empty())
      text += ".PP\nThe options of every command are told in\n" + page("trialsift", "1") + " .\n";
    text += exit_statuses();
    others.push_back(page("trialsift", "1"));
    for (const CommandInfo& below : command.commands) others.push_back(page(dashed(below.name), "1"));
  }
  text += footer(command.footer);
  others.push_back(page("trialsift-fields", "7"));
  others.push_back(page("trialsift-query", "7"));
  return {"man/man1/" + name + ".1", text + see_also(others)};
}

GeneratedFile fields_page() {
  std::string text = title("trialsift-fields", "7", "fields and values of queries") + ".SH DESCRIPTION\nA query of\n" +
                     page("trialsift-search", "1") +
                     "\nnames a field before a colon: status:recruiting. Of several names all mean the same.\n" +
                     ".SH FIELDS\n";
  for (const schema::Field& field : schema::fields()) {
    std::string tag = bold(field.name);
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) tag += ", " + bold(alias);
    }
    std::string about(field.about);
    about += (field.uses & schema::kDefault) != 0 ? " (searched by default)" : "";
    about += "; " + std::string(field.example);
    if (field.vocabulary != nullptr && field.vocabulary->values.size() <= model::kValuesListed) {
      about += ". Values:";
      for (const model::VocabularyValue& value : field.vocabulary->values) {
        about += (about.ends_with(':') ? " " : ", ") + std::string(value.key);
      }
    }
    text += tagged(tag, about);
  }
  text += ".SH GROUPS OF FIELDS\n";
  for (const schema::CombinedField& combined : schema::combined_fields()) {
    std::string about = std::string(combined.about) + ":";
    for (const std::string_view member : combined.fields) {
      if (!member.empty()) about += (about.ends_with(':') ? " " : ", ") + std::string(member);
    }
    text += tagged(bold(combined.name), about);
  }
  return {"man/man7/trialsift-fields.7", text + see_also({page("trialsift-query", "7"), page("trialsift", "1")})};
}

}  // namespace

std::vector<GeneratedFile> man_pages(const CommandInfo& program) {
  std::vector<GeneratedFile> pages;
  for (const CommandInfo* command : all_commands(program)) pages.push_back(command_page(*command, program));
  pages.push_back(fields_page());
  return pages;
}

}  // namespace trialsift::cli

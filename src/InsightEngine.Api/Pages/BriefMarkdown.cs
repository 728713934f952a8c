using System.Globalization;
using System.Text;
using InsightEngine.Briefs;
using InsightEngine.Evidence;
using InsightEngine.Signals;

namespace InsightEngine.Api.Pages;

/// <summary>A brief as a text to read in a terminal, a chat or a note; each statement ends with its sources.</summary>
static class BriefMarkdown
{
    public static string Write(Brief brief, IReadOnlyDictionary<string, string> names)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {Escape(names[brief.Report])}, one-to-one of {Day(brief.AsOf)}").AppendLine();
        text.AppendLine(brief.Since is { } since ? $"Since your last talk on {Day(since)}." : "Your first talk on record.").AppendLine();
        foreach (var section in brief.Sections)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {Heading(section.Kind)}").AppendLine();
            foreach (var item in section.Items)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {Escape(item.Text)} {string.Join(' ', item.Evidence.Select(Source).Distinct())}");
            text.AppendLine();
        }
        if (brief.Commitments.Count > 0)
        {
            text.AppendLine("## Promises").AppendLine();
            foreach (var promise in brief.Commitments)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {Escape(Promise(promise, names))} {string.Join(' ', promise.Evidence.Select(Source))}");
            text.AppendLine();
        }
        if (brief.Gaps.Count > 0)
        {
            text.AppendLine("## Not known").AppendLine();
            foreach (var gap in brief.Gaps)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {Escape(gap)}");
            text.AppendLine();
        }
        return text.ToString();
    }

    public static string Heading(SectionKind kind) => kind switch
    {
        SectionKind.Stalled => "Stalled or behind",
        SectionKind.Blockers => "In the way",
        SectionKind.Progress => "What moved",
        SectionKind.Changes => "What changed",
        SectionKind.Concerns => "Worries",
        SectionKind.Recognition => "Worth thanks",
        SectionKind.Feedback => "Feedback",
        SectionKind.Growth => "Growth",
        SectionKind.Skills => "Skills",
    };

    /// <summary>Who promised what by when, and how it stands.</summary>
    public static string Promise(BriefCommitment promise, IReadOnlyDictionary<string, string> names)
    {
        var due = promise.Due is { } day ? $"by {Day(day)}" : "no day named";
        return $"{names.GetValueOrDefault(promise.By, promise.By)}: {promise.Text} ({due}{(promise.State == CommitmentState.Overdue ? ", overdue" : "")})";
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    static string Source(Citation citation) => $"[{citation.Id}]";

    /// <summary>What people wrote must not turn into links, images or HTML.</summary>
    static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(c is '\n' or '\r' ? " " : c is '\\' or '`' or '*' or '[' or ']' or '<' or '>' ? $"\\{c}" : $"{c}");
        return escaped.ToString();
    }
}

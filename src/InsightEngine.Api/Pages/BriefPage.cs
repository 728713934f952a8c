using InsightEngine.Briefs;
using InsightEngine.Evidence;

namespace InsightEngine.Api.Pages;

/// <summary>A brief to read on a screen or on paper; each source opens the place where it was said.</summary>
static class BriefPage
{
    public static IResult Render(Brief brief, IReadOnlyDictionary<string, string> names)
    {
        var name = names[brief.Report];
        var since = brief.Since is { } day ? $"Since your last talk on {Html.Day(day)}" : "Your first talk on record";
        return Html.Page(
            $"{name}, {Html.Day(brief.AsOf)}",
            $"""
            <header class="top"><a href="/">InsightEngine</a></header>
            <main class="brief">
              <p class="kicker">One-to-one · {Html.Day(brief.AsOf)}</p>
              <h1>{Html.Text(name)}</h1>
              <p class="lead">{since}.</p>
              {string.Concat(brief.Sections.Select(Section))}
              {Promises(brief.Commitments, names)}
              {Gaps(brief.Gaps)}
              {Coverage(brief.Coverage)}
              <footer>Written by the {Html.Text(brief.Writer)} writer from evidence that you may see. Words in quotation marks stand so in their source; a source opens its place.</footer>
            </main>
            """);
    }

    static string Section(BriefSection section) =>
        $"""
        <section><h2>{BriefMarkdown.Heading(section.Kind)}</h2><ul>{string.Concat(section.Items.Select(Item))}</ul></section>
        """;

    static string Item(BriefItem item) => Line(Html.Text(item.Text).Replace("“", "<q>“").Replace("”", "”</q>"), item.Evidence);

    static string Line(string html, IEnumerable<Citation> evidence) => $"<li>{html} <span class=\"sources\">{string.Join(" ", evidence.Select(Source))}</span></li>";

    static string Promises(IReadOnlyList<BriefCommitment> promises, IReadOnlyDictionary<string, string> names) =>
        promises.Count == 0
            ? ""
            : $"<section><h2>Promises</h2><ul>{string.Concat(promises.Select(p => Line(Html.Text(BriefMarkdown.Promise(p, names)), p.Evidence)))}</ul></section>";

    /// <summary>Opens the utterance, the check-in, the feedback or the work item that is quoted.</summary>
    static string Source(Citation citation)
    {
        var address = citation.Type switch
        {
            CitationType.Conversation => $"/v1/conversations/{Uri.EscapeDataString(citation.Id)}?quote={Uri.EscapeDataString(citation.Quote)}#quote",
            CitationType.CheckIn => $"/v1/goals/{Uri.EscapeDataString(citation.Id.Split('@')[0])}#c{citation.Date:yyyy-MM-dd}",
            CitationType.Goal => $"/v1/goals/{Uri.EscapeDataString(citation.Id)}",
            CitationType.Feedback => $"/v1/feedback/{Uri.EscapeDataString(citation.Id)}",
            CitationType.Work => $"/v1/work/{Uri.EscapeDataString(citation.Id)}",
        };
        return $"<a href=\"{address}\" title=\"{Html.Text(citation.Quote)}\">{Kind(citation.Type)} {citation.Date:d MMM}</a>";
    }

    static string Kind(CitationType type) => type switch
    {
        CitationType.Conversation => "talk",
        CitationType.CheckIn => "check-in",
        CitationType.Goal => "goal",
        CitationType.Feedback => "feedback",
        CitationType.Work => "work",
    };

    static string Gaps(IReadOnlyList<string> gaps) =>
        gaps.Count == 0 ? "" : $"<section class=\"gaps\"><h2>Not known</h2><ul>{string.Concat(gaps.Select(g => $"<li>{Html.Text(g)}</li>"))}</ul></section>";

    static string Coverage(BriefCoverage coverage) =>
        $"""
        <section class="coverage"><h2>What this rests on</h2>
        <p>{Count(coverage.Conversations, "talk")}, {Count(coverage.CheckIns, "check-in")}, {Count(coverage.Feedback, "feedback item")}, {Count(coverage.Work, "work event")}{(coverage.From is { } from ? $", {Html.Day(from)} to {Html.Day(coverage.To!.Value)}" : "")}.</p></section>
        """;

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

using InsightEngine.Api.Pages;
using InsightEngine.Briefs;
using Spectre.Console;

namespace InsightEngine.Api.Hosting;

/// <summary>A brief in a terminal.</summary>
static class TerminalBrief
{
    public static void Write(Brief brief, IReadOnlyDictionary<string, string> names)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{names[brief.Report]}[/]   brief for {names[brief.Manager]}, {BriefMarkdown.Day(brief.AsOf)}");
        if (brief.Since is { } since)
            AnsiConsole.MarkupLineInterpolated($"[dim]Your last talk was on {BriefMarkdown.Day(since)}.[/]");
        foreach (var section in brief.Sections)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold underline]{BriefMarkdown.Heading(section.Kind)}[/]");
            foreach (var item in section.Items)
                Bullet(item.Text, string.Join(' ', item.Evidence.Select(e => $"[{e.Id}]").Distinct()));
        }
        if (brief.Commitments.Count > 0)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLine("[bold underline]Promises[/]");
            foreach (var promise in brief.Commitments)
                Bullet(BriefMarkdown.Promise(promise, names), string.Join(' ', promise.Evidence.Select(e => $"[{e.Id}]")));
        }
        if (brief.Gaps.Count == 0)
            return;
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine("[bold underline]Not known[/]");
        foreach (var gap in brief.Gaps)
            Bullet(gap, "");
    }

    static void Bullet(string text, string sources)
    {
        var grid = new Grid { Width = Math.Min(AnsiConsole.Profile.Width, 100) };
        grid.AddColumn(new GridColumn().NoWrap().Width(2).Padding(0, 0)).AddColumn(new GridColumn().Padding(0, 0));
        grid.AddRow(new Text("•"), new Markup($"{text.EscapeMarkup()} [dim]{sources.EscapeMarkup()}[/]"));
        AnsiConsole.Write(grid);
    }
}

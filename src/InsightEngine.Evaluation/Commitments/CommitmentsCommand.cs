using System.ComponentModel;
using System.Globalization;
using InsightEngine.Signals;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>How often the due day and the maker of a labelled commitment are read right, and whether the open ones are listed.</summary>
sealed class CommitmentsCommand : Command<CommitmentsCommand.Settings>
{
    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FOLDERS>")]
        [Description("Labelled bundles, one folder a company")]
        public required string[] Folders { get; init; }

        [CommandOption("--misses")]
        [Description("Print what was read wrong; leave this for companies that nothing is tuned on")]
        public bool Misses { get; init; }

        [CommandOption("--phrases")]
        [Description("Print each promise as a list would show it")]
        public bool Phrases { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var companies = settings.Folders.Select(LabelledCompany.Read).ToList();
        var read = companies.Select(c => (c.Name, Read: ScoreCommitments.Score(c))).ToList();
        AnsiConsole.Write(Shares(["due day right", "due or none right", "by right"], read.Select(r => (r.Name, Columns(r.Read)))));
        AnsiConsole.Write(Shares(
            ["open list P", "open list R", "words tied right", "P if tied by the labels", "R if tied by the labels"],
            companies.Select(c => (c.Name, Columns(ScoreOpenList.Score(c, labelledTies: false), ScoreOpenList.Score(c, labelledTies: true))))));
        foreach (var (name, said) in read.SelectMany(r => r.Read.Select(said => (r.Name, said))))
        {
            if (settings.Misses && (said.Due != said.LabelledDue || said.By != said.LabelledBy))
                Console.WriteLine($"{name} {said.Utterance.Ref} {Day(said.Day)}: read {Day(said.Due)}, labelled {Day(said.LabelledDue)}: {said.Utterance.Text}");
            if (settings.Phrases)
                Console.WriteLine($"{name} {said.Utterance.Ref}: {CommitmentPhrase.Of(said.Utterance.Text)} ({Day(said.Due)}): {said.Utterance.Text}");
        }
        return 0;
    }

    static Share?[] Columns(IReadOnlyList<ReadCommitment> read) =>
    [
        Share.Of([.. read.Where(s => s.LabelledDue is not null).Select(s => (s.LabelledBy, s.Due == s.LabelledDue))]),
        Share.Of([.. read.Select(s => (s.LabelledBy, s.Due == s.LabelledDue))]),
        Share.Of([.. read.Select(s => (s.LabelledBy, s.By == s.LabelledBy))]),
    ];

    static Share?[] Columns(OpenListScore followed, OpenListScore labelled) =>
        [followed.Precision, followed.Recall, followed.Tied, labelled.Precision, labelled.Recall];

    static Table Shares(string[] columns, IEnumerable<(string Company, Share?[] Shares)> rows)
    {
        var table = new Table().AddColumns(["company", .. columns]);
        foreach (var (company, shares) in rows)
            table.AddRow([company, .. shares.Select(s => Markup.Escape(s?.ToString() ?? "no data"))]);
        table.AddRow(["macro", .. columns.Select((_, c) => Macro(rows.Select(r => r.Shares[c])))]);
        return table;
    }

    static string Macro(IEnumerable<Share?> shares)
    {
        var values = shares.OfType<Share>().Select(s => s.Value).ToList();
        return values.Count == 0 ? "no data" : values.Average().ToString("0.000", CultureInfo.InvariantCulture);
    }

    static string Day(DateOnly? day) => day?.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}

using System.ComponentModel;
using System.Globalization;
using InsightEngine.Signals;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Commitments;

/// <summary>How often the due day and the maker of a labelled commitment are read right, company by company.</summary>
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
        var results = settings.Folders.Select(f => (Company: LabelledCompany.Read(f), Score: ScoreCommitments.Score(LabelledCompany.Read(f)))).ToList();
        var table = new Table().AddColumns("company", "due day right", "due or none right", "by right");
        foreach (var (company, score) in results)
            table.AddRow([company.Name, .. Columns(score).Select(c => Markup.Escape(c?.ToString() ?? "no data"))]);
        table.AddRow(["macro", .. Enumerable.Range(0, 3).Select(c => Macro(results.Select(r => Columns(r.Score)[c])))]);
        AnsiConsole.Write(table);
        AnsiConsole.Write(OpenLists(settings.Folders.Select(LabelledCompany.Read)));
        if (settings.Misses)
            foreach (var (company, score) in results)
                foreach (var miss in score.Where(s => s.Due != s.LabelledDue || s.By != s.LabelledBy))
                    Console.WriteLine($"{company.Name} {miss.Utterance.Ref} {miss.Day:ddd yyyy-MM-dd} read {Day(miss.Due)} label {Day(miss.LabelledDue)}: {miss.Utterance.Text}");
        if (settings.Phrases)
            foreach (var (company, score) in results)
                foreach (var read in score)
                    Console.WriteLine($"{company.Name} {read.Utterance.Ref} {CommitmentPhrase.Of(read.Utterance.Text)} ({Day(read.Due)}) < {read.Utterance.Text}");
        return 0;
    }

    static Table OpenLists(IEnumerable<LabelledCompany> companies)
    {
        var table = new Table().AddColumns("company", "open list P", "R", "n", "ties right", "n", "P with labelled ties", "R");
        foreach (var company in companies)
        {
            var (read, labelled) = (ScoreOpenList.Score(company, labelledTies: false), ScoreOpenList.Score(company, labelledTies: true));
            table.AddRow(company.Name, Number(read.Precision), Number(read.Recall), $"{read.Right + read.Missed}", Number(read.Tied), $"{read.Told}", Number(labelled.Precision), Number(labelled.Recall));
        }
        return table;
    }

    static string Number(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "no data";

    static Share?[] Columns(IReadOnlyList<ReadCommitment> score) =>
    [
        Share.Of([.. score.Where(s => s.LabelledDue is not null).Select(s => (s.LabelledBy, s.Due == s.LabelledDue))]),
        Share.Of([.. score.Select(s => (s.LabelledBy, s.Due == s.LabelledDue))]),
        Share.Of([.. score.Select(s => (s.LabelledBy, s.By == s.LabelledBy))]),
    ];

    static string Macro(IEnumerable<Share?> shares) =>
        shares.Where(s => s is not null).Select(s => s!.Value).DefaultIfEmpty(double.NaN).Average().ToString("0.000", CultureInfo.InvariantCulture);

    static string Day(DateOnly? day) => day?.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";
}

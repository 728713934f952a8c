using System.ComponentModel;
using InsightEngine.Evaluation.Signals;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Runs the named parts of the benchmark, or all; exit code 1 if one misses its goal.</summary>
sealed class BenchCommand(IAnsiConsole console) : AsyncCommand<BenchCommand.Settings>
{
    static readonly Dictionary<string, Func<BenchContext, CancellationToken, Task<IReadOnlyList<BenchResult>>>> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["embedding"] = EmbeddingBench.RunAsync,
        ["signals"] = SignalBench.RunAsync,
        ["import"] = ImportBench.RunAsync,
        ["store"] = StoreBench.RunAsync,
        ["memory"] = MemoryBench.RunAsync,
        ["brief"] = BriefBench.RunAsync,
        ["search"] = SearchBench.RunAsync,
    };

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[PARTS]"), Description("Which parts to run; all if none is named")]
        public string[] Parts { get; init; } = [];

        [CommandOption("--scale <SHARE>"), Description("A share of the usual sizes, to try the benchmark; its figures are not for quoting"), DefaultValue(1.0)]
        public double Scale { get; init; } = 1;

        [CommandOption("--json <FILE>"), Description("Also write the results here")]
        public string? Json { get; init; }

        public override ValidationResult Validate() =>
            Parts.FirstOrDefault(p => !BenchCommand.Parts.ContainsKey(p)) is { } unknown
                ? ValidationResult.Error($"There is no part {unknown}; there are: {string.Join(", ", BenchCommand.Parts.Keys)}.")
            : Scale is > 0 and <= 1 ? ValidationResult.Success()
            : ValidationResult.Error("--scale is a share of the usual sizes, over 0 and up to 1.");
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        await using var bench = new BenchContext(settings.Scale, TimeProvider.System);
        var measured = new Dictionary<string, IReadOnlyList<BenchResult>>();
        foreach (var name in settings.Parts is [] ? [.. Parts.Keys] : settings.Parts)
            Print(name, measured[name] = await Parts[name](bench, cancellationToken));
        console.MarkupLineInterpolated($"{Environment.ProcessorCount} cores{(settings.Scale < 1 ? $", sizes × {settings.Scale}: not for quoting" : "")}");
        if (settings.Json is { } file)
            await BenchReport.WriteAsync(file, bench, measured, cancellationToken);
        return measured.Values.Any(results => results.Any(r => r.Missed)) ? 1 : 0;
    }

    void Print(string part, IReadOnlyList<BenchResult> results)
    {
        var table = new Table().AddColumns(part, "figure", "goal", "n", "min–max");
        foreach (var result in results)
        {
            var figure = $"{BenchResult.Number(result.Value)} {result.Unit}".TrimEnd();
            table.AddRow(
                Markup.Escape(result.What), result.Missed ? $"[red]{figure}[/]" : figure, result.Goal?.ToString() ?? "", $"{result.N}",
                $"{BenchResult.Number(result.Min)}–{BenchResult.Number(result.Max)}");
        }
        console.Write(table);
    }
}

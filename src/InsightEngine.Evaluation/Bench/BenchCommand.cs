using System.ComponentModel;
using InsightEngine.Evaluation.Signals;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Bench;

/// <summary>One measured speed and the goal that it is held to, as a share of what the part is built on.</summary>
sealed record BenchResult(string What, string Speed, double? Share = null, double? Goal = null);

/// <summary>Runs the named parts of the benchmark, or all; exit code 1 if one misses its goal.</summary>
sealed class BenchCommand(IAnsiConsole console) : Command<BenchCommand.Settings>
{
    static readonly Dictionary<string, Func<CancellationToken, IEnumerable<BenchResult>>> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["embedding"] = EmbeddingBench.Run,
        ["signals"] = SignalBench.Run,
    };

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[PARTS]"), Description("Which parts to run; all if none is named")]
        public string[] Parts { get; init; } = [];

        public override ValidationResult Validate() => Parts.FirstOrDefault(p => !BenchCommand.Parts.ContainsKey(p)) is { } unknown
            ? ValidationResult.Error($"There is no part {unknown}; there are: {string.Join(", ", BenchCommand.Parts.Keys)}.")
            : ValidationResult.Success();
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var names = settings.Parts is [] ? [.. Parts.Keys] : settings.Parts;
        var table = new Table().AddColumns("part", "what", "speed", "share", "goal");
        var missed = false;
        foreach (var name in names)
            foreach (var result in Parts[name](cancellationToken))
            {
                table.AddRow(name, result.What, result.Speed, $"{result.Share:F2}", result.Goal is { } goal ? $"≥ {goal:F2}" : "");
                missed |= result.Share < result.Goal;
            }
        console.Write(table);
        return missed ? 1 : 0;
    }
}

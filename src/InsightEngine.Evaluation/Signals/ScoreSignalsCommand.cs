using System.ComponentModel;
using System.Text.Json;
using InsightEngine.Language;
using InsightEngine.Signals.Training;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Signals;

/// <summary>Prints how well signals are read in companies that the heads had not seen.</summary>
sealed class ScoreSignalsCommand(IAnsiConsole console) : Command<ScoreSignalsCommand.Settings>
{
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--data <FOLDER>"), Description("Companies with labels, and banks"), DefaultValue("evaluation/fixtures")]
        public string Data { get; init; } = "";

        [CommandOption("--json <FILE>"), Description("Write the figures there too")]
        public string? Json { get; init; }

        [CommandOption("--as-said"), Description("Names and pronouns as they were said: shows what making them neutral costs")]
        public bool AsSaid { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var fixtures = SignalFixtures.Read(settings.Data);
        using var encoder = new TextEncoder();
        var scores = SignalScores.Of(new TrainSignals(encoder, fixtures.Bank, fixtures.Companies, neutral: !settings.AsSaid).LeaveOneCompanyOut());
        console.Profile.Out.Writer.Write(SignalTable.Write(scores));
        if (settings.Json is not null)
            File.WriteAllText(settings.Json, JsonSerializer.Serialize(new { data = fixtures.Hash, encoder = encoder.Hash, signals = scores }, Format) + "\n");
        return 0;
    }
}

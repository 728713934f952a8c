using System.ComponentModel;
using System.Globalization;
using System.Text;
using InsightEngine.Language;
using InsightEngine.Signals.Training;
using Spectre.Console;
using Spectre.Console.Cli;

namespace InsightEngine.Evaluation.Signals;

/// <summary>Makes the models of signals from labelled talks, and their card with figures of companies that they had not seen.</summary>
sealed class TrainCommand(IAnsiConsole console) : Command<TrainCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--data <FOLDER>"), Description("Companies with labels, and banks"), DefaultValue("evaluation/fixtures")]
        public string Data { get; init; } = "";

        [CommandOption("--models <FOLDER>"), Description("Where the models are written"), DefaultValue("models/signals")]
        public string Models { get; init; } = "";
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var fixtures = SignalFixtures.Read(settings.Data);
        using var encoder = new TextEncoder();
        var training = new TrainSignals(encoder, fixtures.Bank, fixtures.Companies);
        training.Save(settings.Models);
        var scores = SignalScores.Of(training.LeaveOneCompanyOut());
        File.WriteAllText(Path.Combine(settings.Models, "CARD.md"), Card(fixtures, encoder, scores));
        console.Profile.Out.Writer.Write(SignalTable.Write(scores));
        return 0;
    }

    static string Card(SignalFixtures fixtures, TextEncoder encoder, SignalScores scores)
    {
        var card = new StringBuilder();
        card.Append("# signals: what an utterance of a one-to-one says\n\n");
        card.Append("Written by `InsightEngine.Evaluation train`; a second run gives the same files.\n\n");
        card.Append("`words.zip`: logistic regressions over hashed words and pieces of words, learned from the banks. `heads.zip`: logistic regressions over the same words and the log-odds of the encoder and of `words.zip` for the utterance, the two before and the two after, learned from the companies. `calibration.json`: how a score becomes a confidence, and from which confidence on it counts. All names of people and their pronouns are made neutral first.\n\n");
        card.Append(CultureInfo.InvariantCulture, $"Data `{fixtures.Hash}`: {fixtures.Companies.Count} talks of {scores.Companies} companies ({scores.Utterances} utterances), {fixtures.Bank.Count} pieces of talk of the banks ({fixtures.Bank.Sum(talk => talk.Turns.Count)} utterances); all invented, English. Encoder `{encoder.Hash[..12]}`.\n\n");
        card.Append("## Figures\n\n").Append(SignalTable.Write(scores));
        card.Append("\n## Limits\n\nInvented talk in English, written to be read. Kinds with few examples (priority-shift, decision, help) are found half the time or less; a reading is a hint with a quote, not a fact. The threshold of `sensitive` is set for recall. Names of people that the tenant doesn't list stay as they are.\n");
        return card.ToString();
    }
}

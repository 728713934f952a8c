using System.Globalization;
using System.Text;

namespace InsightEngine.Evaluation.Signals;

/// <summary>Figures of signals as a Markdown table.</summary>
static class SignalTable
{
    public static string Write(SignalScores scores)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{scores.Utterances} utterances of {scores.Companies} companies, each read by heads that learned from the others; means over companies, 95 % intervals by resampling pairs.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Macro-F1 over the 11 kinds: {Text(scores.MacroF1)}. Expected calibration error: {Text(scores.CalibrationError)}.\n\n");
        text.Append("| | n | said | F1 | precision | recall |\n|---|---|---|---|---|---|\n");
        foreach (var label in scores.Labels)
            text.Append(CultureInfo.InvariantCulture, $"| {label.Label.Replace('_', '-')} | {label.N} | {label.Said} | {Text(label.F1)} | {Text(label.Precision)} | {Text(label.Recall)} |\n");
        text.Append("\nMacro-F1 by company: ");
        text.AppendJoin(", ", scores.MacroF1ByCompany.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value:F3}"))).Append(".\n");
        return text.ToString();
    }

    static string Text(Figure? figure) =>
        figure is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{figure.Value:F3} ({figure.Low:F2}–{figure.High:F2})");
}

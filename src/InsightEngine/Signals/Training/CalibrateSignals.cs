using Microsoft.ML;
using Microsoft.ML.Calibrators;

namespace InsightEngine.Signals.Training;

/// <summary>A score that a head gave to a row that it had not seen, and whether the label was there.</summary>
sealed record UnseenScore(float Score, bool Label);

/// <summary>From scores of rows that the heads had not seen: how sure a score is, and from where on a label is said.</summary>
static class CalibrateSignals
{
    // A missed sensitive utterance is worse than many found in vain.
    const double SensitiveRecall = 0.9;
    const double InjectionRecall = 1;

    public static LabelCalibration Calibrate(string label, IReadOnlyList<UnseenScore> scores)
    {
        var ml = new MLContext(1);
        ISingleFeaturePredictionTransformer<PlattCalibrator> platt = ml.BinaryClassification.Calibrators.Platt().Fit(ml.Data.LoadFromEnumerable(scores.Select(s => new Scored { Label = s.Label, Score = s.Score })));
        // ML.NET's slope and offset are those of the opposite.
        var calibration = new LabelCalibration(Math.Round(-platt.Model.Slope, 5), Math.Round(-platt.Model.Offset, 5), 0);
        var confidences = scores.Select(s => (Confidence: calibration.Confidence(s.Score), s.Label)).OrderByDescending(s => s.Confidence).ToList();
        var threshold = label switch
        {
            SignalLabels.Sensitive => AtRecall(confidences, SensitiveRecall),
            SignalLabels.Injection => AtRecall(confidences, InjectionRecall),
            _ => AtBestF1(confidences),
        };
        return calibration with { Threshold = Math.Round(threshold, 5) };
    }

    static double AtBestF1(List<(double Confidence, bool Label)> confidences)
    {
        var positives = confidences.Count(c => c.Label);
        var (best, threshold, hits) = (0.0, 1.0, 0);
        for (var i = 0; i < confidences.Count; i++)
        {
            if (confidences[i].Label)
                hits++;
            var f1 = 2.0 * hits / (i + 1 + positives);
            if (f1 <= best)
                continue;
            best = f1;
            threshold = i + 1 < confidences.Count ? (confidences[i].Confidence + confidences[i + 1].Confidence) / 2 : confidences[i].Confidence;
        }
        return threshold;
    }

    static double AtRecall(List<(double Confidence, bool Label)> confidences, double recall)
    {
        var positives = confidences.Where(c => c.Label).Select(c => c.Confidence).ToList();
        return positives.Count == 0 ? 1 : positives[Math.Min(positives.Count, (int)Math.Ceiling(recall * positives.Count)) - 1];
    }

    sealed class Scored
    {
        public bool Label { get; set; }
        public float Score { get; set; }
    }
}

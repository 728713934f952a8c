namespace InsightEngine.Signals;

/// <summary>What the heads' scores of one utterance mean: the confidence of each label, and which are said.</summary>
public sealed class SignalVerdict
{
    internal SignalVerdict(IReadOnlyList<LabelCalibration> calibrations, float[] scores, string text)
    {
        var confidences = new Dictionary<string, double>(scores.Length);
        var said = new HashSet<string>();
        for (var label = 0; label < scores.Length; label++)
        {
            var confidence = calibrations[label].Confidence(scores[label]);
            confidences[SignalLabels.All[label]] = confidence;
            if (confidence >= calibrations[label].Threshold)
                said.Add(SignalLabels.All[label]);
        }
        if (MachineAddress.IsIn(text))
            said.Add(SignalLabels.Injection);
        (Confidences, Said) = (confidences, said);
    }

    public IReadOnlyDictionary<string, double> Confidences { get; }

    /// <summary>The labels whose confidence is enough.</summary>
    public IReadOnlySet<string> Said { get; }
}

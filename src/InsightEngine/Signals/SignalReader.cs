using InsightEngine.Language;

namespace InsightEngine.Signals;

/// <summary>
/// Reads what the utterances of a one-to-one say. One for the process, safe to call from several threads; the models are loaded at the
/// first call. The same talk and the same people give the same readings.
/// </summary>
public sealed class SignalReader : IDisposable
{
    readonly Lazy<Models> models;

    /// <param name="folder">A folder under <c>models</c>, or an absolute path.</param>
    public SignalReader(string folder = "signals") => models = new(() => Models.Load(folder));

    /// <summary>Names the models, for what is derived from them.</summary>
    public string Version => models.Value.Version;

    /// <summary>One reading an utterance, in the order of the talk.</summary>
    /// <param name="talk">The whole talk, as it was said: what stands around an utterance counts.</param>
    /// <param name="people">Full names of the people of the tenant; none of them, and no pronoun, changes a reading.</param>
    /// <exception cref="DirectoryNotFoundException">The models are not there.</exception>
    public IReadOnlyList<UtteranceReading> Read(IReadOnlyList<TalkTurn> talk, IEnumerable<string> people)
    {
        var loaded = models.Value;
        var neutral = TalkEncoder.MakeNeutral(talk, new NeutralText(people));
        var features = loaded.Talk.Read(neutral);
        return [.. features.Select((its, turn) => Reading(new(loaded.Calibrations, loaded.Heads.Score(its), neutral[turn].Text)))];
    }

    public void Dispose()
    {
        if (models.IsValueCreated)
            models.Value.Encoder.Dispose();
    }

    static UtteranceReading Reading(SignalVerdict verdict) => new(
        SignalLabels.Kinds.Where(kind => verdict.Said.Contains(SignalLabels.Of(kind)))
            .ToDictionary(kind => kind, kind => verdict.Confidences[SignalLabels.Of(kind)]),
        verdict.Said.Contains(SignalLabels.Sensitive), verdict.Said.Contains(SignalLabels.Injection),
        verdict.Confidences[SignalLabels.Done], verdict.Confidences[SignalLabels.Dropped]);

    sealed record Models(TextEncoder Encoder, TalkEncoder Talk, LinearHeads Heads, LabelCalibration[] Calibrations, string Version)
    {
        public static Models Load(string folder)
        {
            var path = ModelFiles.Find(folder);
            var calibration = SignalCalibration.Load(Path.Combine(path, SignalFiles.Calibration));
            var encoder = new TextEncoder();
            if (encoder.Hash != calibration.EncoderHash)
                throw new InvalidDataException($"{path} was trained over another encoder than models/encoder. Train it again.");
            return new(
                encoder, new TalkEncoder(encoder, LinearHeads.Load(Path.Combine(path, SignalFiles.Words))),
                LinearHeads.Load(Path.Combine(path, SignalFiles.Heads)),
                [.. SignalLabels.All.Select(label => calibration.Labels[label])], SignalFiles.Version(path));
        }
    }
}

using System.Text.Json;

namespace InsightEngine.Signals;

/// <summary>How one label's score becomes a confidence, and from which confidence on it counts.</summary>
/// <param name="Slope">The confidence is 1 / (1 + exp(−(Slope · score + Offset))).</param>
sealed record LabelCalibration(double Slope, double Offset, double Threshold)
{
    public double Confidence(double score) => 1 / (1 + Math.Exp(-(Slope * score + Offset)));
}

/// <summary>The file beside the heads: one calibration a label, and the encoder that the heads were trained over.</summary>
sealed record SignalCalibration(string EncoderHash, IReadOnlyDictionary<string, LabelCalibration> Labels)
{
    static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static SignalCalibration Load(string file) =>
        JsonSerializer.Deserialize<SignalCalibration>(File.ReadAllBytes(file), Format)
        ?? throw new InvalidDataException($"{file} holds no calibration.");

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Format).ReplaceLineEndings("\n") + "\n");
}

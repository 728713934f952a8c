using System.Text.Json;

namespace InsightEngine.Language;

/// <summary>
/// The model under the classifiers: reads one utterance with what was said before it, a feedback or a note, and answers a vector and
/// uncalibrated probabilities. Thread-safe; a text's answer depends on nothing but the text and its context.
/// </summary>
public sealed class TextEncoder : IDisposable
{
    const int ContextCharacters = 110;
    static readonly string[] Outputs = ["pooled", "probabilities", "skill"];
    readonly TextModel model;
    readonly int[] outputs;

    /// <param name="folder">A folder under <c>models</c>, or an absolute path.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public TextEncoder(string folder = "encoder")
    {
        var path = ModelFiles.Find(folder);
        using var description = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(path, "encoder.json")));
        Heads = [.. description.RootElement.GetProperty("heads").EnumerateArray().Select(head => head.GetString()!)];
        model = new TextModel(path, "encoder.onnx", description.RootElement.GetProperty("maxTokens").GetInt32());
        outputs = [.. Outputs.Select(name => model.Outputs.ToList().IndexOf(name))];
    }

    /// <summary>What each probability means, in their order: <c>talk.progress</c>, <c>feedback.mixed</c>, <c>note.stuck</c>.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>The SHA-256 of the model's file, in lower-case hex.</summary>
    public string Hash => model.Hash;

    /// <summary>Reads what somebody said in a one-to-one.</summary>
    /// <param name="byManager">Whether the manager said it.</param>
    /// <param name="text">The utterance.</param>
    /// <param name="before">What was said just before it, and whether by the manager; null at the beginning.</param>
    public EncodedText ReadUtterance(bool byManager, string text, (bool ByManager, string Text)? before) =>
        Run($"{Role(byManager)}: {text}", before is var (manager, said) ? $"{Role(manager)}: {said[Math.Max(0, said.Length - ContextCharacters)..]}" : "-");

    public EncodedText ReadFeedback(string text) => Run($"feedback: {text}", "-");

    public EncodedText ReadNote(string text) => Run($"note: {text}", "-");

    public void Dispose() => model.Dispose();

    static string Role(bool manager) => manager ? "manager" : "report";

    EncodedText Run(string text, string context)
    {
        var values = model.Run(model.Tokenise(text, context));
        return new(values[outputs[0]], values[outputs[1]], values[outputs[2]]);
    }
}

/// <summary>What the encoder says of one text.</summary>
/// <param name="Vector">384 numbers.</param>
/// <param name="Probabilities">In the order of <see cref="TextEncoder.Heads"/>, not calibrated.</param>
/// <param name="Skill">128 numbers of length 1, near those of the skills that the text shows.</param>
public sealed record EncodedText(float[] Vector, float[] Probabilities, float[] Skill);

using InsightEngine.Evidence;

namespace InsightEngine.Signals;

/// <summary>What the classifiers decide of an utterance, in the order of the heads in the model files.</summary>
static class SignalLabels
{
    public const string Sensitive = "sensitive";
    public const string Injection = "injection";
    public const string Done = "done";
    public const string Dropped = "dropped";

    /// <summary>The kinds that the heads decide: all but skill.</summary>
    public static readonly IReadOnlyList<SignalKind> Kinds = [.. Enum.GetValues<SignalKind>().Where(kind => kind != SignalKind.Skill)];

    /// <summary>The labels as labelled data spell them; the first are those of <see cref="Kinds"/>.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. Kinds.Select(Of), Sensitive, Injection, Done, Dropped];

    public static string Of(SignalKind kind) => kind.Word().Replace('-', '_');
}

using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using InsightEngine.Language;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Results with all that one must know to compare them with others.</summary>
static class BenchReport
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(
        string file, BenchContext bench, IReadOnlyDictionary<string, IReadOnlyList<BenchResult>> measured, CancellationToken ct)
    {
        var report = new
        {
            Commit,
            Date = bench.Clock.GetUtcNow(),
            Model = ModelHash(),
            Cores = Environment.ProcessorCount,
            bench.Scale,
            Parts = measured.ToDictionary(
                part => part.Key,
                part => part.Value.Select(r => new { r.What, r.Value, r.Unit, r.N, r.Min, r.Max, Goal = r.Goal?.ToString(), Met = r.Goal is null ? (bool?)null : !r.Missed })),
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, report, Format, ct);
    }

    /// <summary>The build puts it behind the version: <c>1.0.0+e5f4a6e…</c>.</summary>
    static string? Commit =>
        typeof(BenchReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+').ElementAtOrDefault(1);

    static string ModelHash()
    {
        using var model = new TextModel(ModelFiles.Find(LocalEmbedder.Shipped), "model.onnx", maxTokens: 2);
        return model.Hash;
    }
}

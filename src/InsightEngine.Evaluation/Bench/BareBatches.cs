using Microsoft.ML.OnnxRuntime;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Inputs made ready for a session: what is left to measure is the session alone.</summary>
sealed class BareBatches : IDisposable
{
    static readonly string[] Names = ["input_ids", "attention_mask", "token_type_ids"];
    readonly InferenceSession session;
    readonly RunOptions options = new();
    readonly OrtValue[][] batches;

    public BareBatches(InferenceSession session, long[][] tokens, int size) =>
        (this.session, batches) = (session, [.. tokens.Chunk(size).Select(Pad)]);

    public void Run()
    {
        foreach (var batch in batches)
            using (session.Run(options, Names, batch, session.OutputNames)) { }
    }

    public void Dispose()
    {
        foreach (var value in batches.SelectMany(b => b)) value.Dispose();
        options.Dispose();
    }

    static OrtValue[] Pad(long[][] batch)
    {
        var length = batch.Max(ids => ids.Length);
        long[] Flat(Func<long, long> value) =>
            [.. batch.SelectMany(ids => ids.Select(value).Concat(Enumerable.Repeat(0L, length - ids.Length)))];
        OrtValue Tensor(long[] values) => OrtValue.CreateTensorValueFromMemory(values, [batch.Length, length]);
        return [Tensor(Flat(id => id)), Tensor(Flat(_ => 1)), Tensor(Flat(_ => 0))];
    }
}

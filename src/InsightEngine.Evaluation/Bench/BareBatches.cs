using Microsoft.ML.OnnxRuntime;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Inputs made ready for a session: what is left to measure is the session alone.</summary>
sealed class BareBatches : IDisposable
{
  static readonly string[] Names = ["input_ids", "attention_mask", "token_type_ids"];
  readonly InferenceSession _session;
  readonly RunOptions _options = new();
  readonly OrtValue[][] _batches;

  public BareBatches(InferenceSession session, long[][] tokens, int size) =>
    (_session, _batches) = (session, [.. tokens.Chunk(size).Select(Pad)]);

  public void Run()
  {
    foreach (var batch in _batches)
      using (_session.Run(_options, Names, batch, _session.OutputNames)) { }
  }

  public void Dispose()
  {
    foreach (var value in _batches.SelectMany(b => b)) value.Dispose();
    _options.Dispose();
  }

  static OrtValue[] Pad(long[][] batch)
  {
    var length = batch.Max(ids => ids.Length);
    long[] Flat(Func<long, long> value) => [.. batch.SelectMany(ids => ids.Select(value).Concat(Enumerable.Repeat(0L, length - ids.Length)))];
    OrtValue Tensor(long[] values) => OrtValue.CreateTensorValueFromMemory(values, [batch.Length, length]);
    return [Tensor(Flat(id => id)), Tensor(Flat(_ => 1)), Tensor(Flat(_ => 0))];
  }
}

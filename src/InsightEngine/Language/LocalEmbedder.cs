using Microsoft.Extensions.AI;

namespace InsightEngine.Language;

/// <summary>
/// Embeds texts with the model in a folder under <c>models</c>, on this machine's processor: vectors of length 1 in the order of the texts.
/// A text gets the same vector whatever it is embedded with. It reads the first 256 tokens of a text, about 190 words.
/// </summary>
public sealed class LocalEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
  const int MaxTokens = 256;
  readonly TextModel _model;
  readonly int _threads;
  readonly EmbeddingGeneratorMetadata _metadata;

  /// <param name="folder">A folder under <c>models</c>, or an absolute path.</param>
  /// <param name="threads">How many texts of one call are embedded at once.</param>
  public LocalEmbedder(string folder = "embedder", int threads = 1)
  {
    _model = new TextModel(ModelFiles.Find(folder), "model.onnx", MaxTokens);
    _threads = threads;
    _metadata = new("onnx", defaultModelId: $"all-MiniLM-L6-v2-int8@{_model.Hash[..12]}", defaultModelDimensions: EmbeddingModel.Dimensions);
  }

  /// <summary>Embeds the texts; a cancellation is heeded between two texts.</summary>
  public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
    IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
  {
    var texts = values.ToArray();
    var vectors = new Embedding<float>[texts.Length];
    var parallel = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken };
    await Parallel.ForAsync(0, texts.Length, parallel, (i, _) =>
    {
      vectors[i] = new(_model.Run(_model.Tokenise(texts[i]))[0]) { ModelId = _metadata.DefaultModelId };
      return ValueTask.CompletedTask;
    });
    return new(vectors);
  }

  public object? GetService(Type serviceType, object? serviceKey = null) =>
    serviceKey is not null ? null
    : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
    : serviceType.IsInstanceOfType(this) ? this : null;

  public void Dispose() => _model.Dispose();
}

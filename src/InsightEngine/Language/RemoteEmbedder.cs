using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace InsightEngine.Language;

/// <summary>
/// Embeds texts through an OpenAI-compatible service, at most 64 a request. The client retries 429 and 5xx and heeds Retry-After.
/// </summary>
public sealed class RemoteEmbedder : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    const int TextsPerRequest = 64;
    readonly bool sendDimensions;

    /// <param name="options">Its endpoint and model are set.</param>
    /// <param name="http">Carries the requests; null takes the client's own.</param>
    public RemoteEmbedder(EmbedderOptions options, HttpClient? http = null) : base(Connect(options, http)) =>
        sendDimensions = options.SendDimensions;

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (sendDimensions)
        {
            options = options?.Clone() ?? new();
            options.Dimensions = EmbeddingModel.Dimensions;
        }
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var texts in values.Chunk(TextsPerRequest))
            all.AddRange(await base.GenerateAsync(texts, options, cancellationToken));
        return all;
    }

    static IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderOptions options, HttpClient? http)
    {
        var client = new OpenAIClientOptions { Endpoint = options.Endpoint };
        if (http is not null) client.Transport = new HttpClientPipelineTransport(http);
        // The client refuses an empty key; a service that needs none ignores what it gets.
        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key);
        return new OpenAIClient(key, client).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator();
    }
}

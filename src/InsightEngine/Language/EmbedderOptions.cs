using System.ComponentModel.DataAnnotations;

namespace InsightEngine.Language;

/// <summary>Which model makes the vectors of search; the section <c>Embedder</c> of the configuration.</summary>
public sealed class EmbedderOptions : IValidatableObject
{
    public const string Section = "Embedder";

    public EmbedderKind Kind { get; set; } = EmbedderKind.Local;

    /// <summary>Local: a folder under <c>models</c>, or an absolute path.</summary>
    [Required]
    public string ModelFolder { get; set; } = LocalEmbedder.Shipped;

    /// <summary>Local: how many texts of one call are embedded at once. Two workers on two cores take one each.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 1;

    /// <summary>OpenAI: the base address, with its version: <c>https://host/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>OpenAI: the key; servers of one's own may need none.</summary>
    public string? Key { get; set; }

    /// <summary>OpenAI: the model's name.</summary>
    public string? Model { get; set; }

    /// <summary>OpenAI: ask for vectors of <see cref="EmbeddingModel.Dimensions"/>; only some models can shorten theirs.</summary>
    public bool SendDimensions { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind != EmbedderKind.OpenAI) yield break;
        if (Endpoint is not { IsAbsoluteUri: true } || Endpoint.Scheme is not ("http" or "https"))
            yield return new("Embedder:Endpoint must be the http or https base address of an OpenAI-compatible service.", [nameof(Endpoint)]);
        if (string.IsNullOrWhiteSpace(Model))
            yield return new("Embedder:Model must name the service's embedding model.", [nameof(Model)]);
    }
}

public enum EmbedderKind
{
    Local,
    OpenAI,
}

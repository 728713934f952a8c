namespace InsightEngine.Language;

/// <summary>What every embedder of one installation must agree on.</summary>
public static class EmbeddingModel
{
    /// <summary>The length of every vector; the database's vector columns have it too.</summary>
    public const int Dimensions = 384;
}

namespace InsightEngine.Language;

/// <summary>What every embedder of the service must give; the column of vectors is made for it.</summary>
public static class EmbeddingModel
{
    public const int Dimensions = 384;
}

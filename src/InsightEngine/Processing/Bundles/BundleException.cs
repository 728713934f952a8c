namespace InsightEngine.Processing.Bundles;

/// <summary>A bundle, or a whole file of it, that cannot be read; the message says what to change.</summary>
public sealed class BundleException(string file, string message) : Exception(message)
{
    public string File => file;
}

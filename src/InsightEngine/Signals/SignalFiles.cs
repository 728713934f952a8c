using System.Security.Cryptography;

namespace InsightEngine.Signals;

/// <summary>The files of a folder with signal models.</summary>
static class SignalFiles
{
    public const string Words = "words.zip";
    public const string Heads = "heads.zip";
    public const string Calibration = "calibration.json";

    /// <summary>A name that changes with any of the files.</summary>
    public static string Version(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (ReadOnlySpan<string>)[Words, Heads, Calibration])
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, file)));
        return $"signals@{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}

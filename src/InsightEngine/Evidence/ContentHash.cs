using System.Security.Cryptography;
using System.Text.Json;

namespace InsightEngine.Evidence;

static class ContentHash
{
    /// <summary>SHA-256 of what the client sent; the properties that the service adds are not part of it.</summary>
    public static byte[] Of(IEvidence row) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType()));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InsightEngine.Access;

/// <summary>Secrets of keys: 256 random bits, so that a plain SHA-256 of them is safe to store and fast to look up.</summary>
public static class Secret
{
    const string Prefix = "ie_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Compares in constant time whatever the lengths.</summary>
    public static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Hash(a), Hash(b));
}

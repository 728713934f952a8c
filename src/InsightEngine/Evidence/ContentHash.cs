using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InsightEngine.Evidence;

static class ContentHash
{
    static readonly JsonSerializerOptions WhatCame = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsOurs } },
    };

    /// <summary>SHA-256 of what the client sent; what the service adds or computes is not part of it.</summary>
    public static byte[] Of(IEvidence row) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType(), WhatCame));

    static void LeaveOutWhatIsOurs(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i] is { Set: null } or { Name: nameof(IEvidence.TenantId) or nameof(IEvidence.ReceivedAt) or nameof(IEvidence.ContentHash) })
                type.Properties.RemoveAt(i);
    }
}

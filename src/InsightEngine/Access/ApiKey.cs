namespace InsightEngine.Access;

/// <summary>A key of a tenant. Only the hash of its secret is kept, so the secret is shown once.</summary>
public sealed class ApiKey
{
    public required string Id { get; set; }
    public required string TenantId { get; set; }
    public required string Name { get; set; }
    public required byte[] SecretHash { get; set; }
    public required string[] Scopes { get; set; }

    /// <summary>The one person whom this key can act as, for a key that a signed-in browser carries.</summary>
    public string? PersonId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
}

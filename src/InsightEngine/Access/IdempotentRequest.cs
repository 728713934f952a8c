using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Access;

/// <summary>What a POST with an <c>Idempotency-Key</c> made, so that sending it again makes nothing new.</summary>
public sealed class IdempotentRequest : ITenantOwned
{
    public required string TenantId { get; set; }
    public required string Key { get; set; }
    public required string Route { get; set; }
    public required string ResourceId { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
}

public static class IdempotencyKeys
{
    /// <summary>The resource that this key made first: the given one if the key is new. Holds other users of the key until the transaction ends.</summary>
    public static async Task<string> ClaimIdempotencyKeyAsync(
        this InsightDb db, string tenantId, string route, string key, string resourceId, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotent_requests (tenant_id, route, key, resource_id, received_at)
            values ({tenantId}, {route}, {key}, {resourceId}, {now}) on conflict do nothing
            """, ct);
        return await db.IdempotentRequests.Where(r => r.Route == route && r.Key == key).Select(r => r.ResourceId).SingleAsync(ct);
    }
}

using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Access;

/// <summary>Makes tenants and keys, and takes keys back.</summary>
public sealed class ManageKeys(InsightDb db, TimeProvider clock)
{
    /// <summary>Makes a tenant and its first key with all scopes; null if the id is taken.</summary>
    public async Task<IssuedKey?> CreateTenantAsync(string id, string name, bool openGoals, CancellationToken ct)
    {
        var created = await db.Database.ExecuteSqlAsync(
            $"insert into tenants (id, name, open_goals, created_at) values ({id}, {name}, {openGoals}, {clock.GetUtcNow()}) on conflict do nothing", ct);
        return created == 0 ? null : await IssueAsync(id, "first key", Scopes.All, ct);
    }

    /// <summary>Makes a key, or null if a key was made with this idempotency key before. An empty one asks for no such care.</summary>
    public async Task<IssuedKey?> IssueOnceAsync(string tenantId, string name, IReadOnlyList<string> scopes, string idempotencyKey, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        var key = await IssueAsync(tenantId, name, scopes, ct);
        if (idempotencyKey.Length > 0 && await db.ClaimIdempotencyKeyAsync(tenantId, "keys", idempotencyKey, key.Id, clock.GetUtcNow(), ct) != key.Id)
            return null;
        await transaction.CommitAsync(ct);
        return key;
    }

    /// <summary>Makes a key. Bound to a person it acts as that person alone; with a lifetime it ends by itself.</summary>
    public async Task<IssuedKey> IssueAsync(
        string tenantId, string name, IReadOnlyList<string> scopes, CancellationToken ct, string? personId = null, TimeSpan? lifetime = null)
    {
        var secret = Secret.New();
        var now = clock.GetUtcNow();
        var key = new ApiKey
        {
            Id = Secret.NewId(),
            TenantId = tenantId,
            Name = name,
            SecretHash = Secret.Hash(secret),
            Scopes = [.. scopes],
            PersonId = personId,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(ct);
        return new(key.Id, name, secret, key.Scopes);
    }

    /// <summary>Takes a key back; false if the tenant has none of that id.</summary>
    public async Task<bool> RevokeAsync(string tenantId, string keyId, CancellationToken ct) =>
        await db.ApiKeys.Where(k => k.TenantId == tenantId && k.Id == keyId).ExecuteDeleteAsync(ct) > 0;

    /// <summary>The key with this secret, if it has not ended.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = Secret.Hash(secret);
        var now = clock.GetUtcNow();
        return await db.ApiKeys.AsNoTracking()
            .SingleOrDefaultAsync(k => k.SecretHash == hash && (k.ExpiresAt == null || k.ExpiresAt > now), ct);
    }
}

/// <summary>A new key; the only time that its secret is seen.</summary>
public sealed record IssuedKey(string Id, string Name, string Key, IReadOnlyList<string> Scopes);

using System.Security.Cryptography;
using System.Text;
using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InsightEngine.Passages;

/// <summary>
/// The recurring job that gives a tenant with many passages an approximate index (HNSW) of its own. One index over all tenants
/// would lose a small tenant's rows to the large ones', and slow every insert five times.
/// </summary>
public sealed class IndexLargeTenants(InsightDb db, OwnerDatabase owner)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var tenant in await db.Tenants.Select(t => t.Id).ToListAsync(ct))
        {
            await using (await db.BeginAsync(tenant, ct))
                if (await db.Passages.Take(SearchPassages.MostCompared + 1).CountAsync(ct) <= SearchPassages.MostCompared)
                    continue;
            await using var source = NpgsqlDataSource.Create(owner.ConnectionString);
            await using var command = source.CreateCommand(
                $"create index concurrently if not exists {NameFor(tenant)} on passages using hnsw (embedding vector_cosine_ops) where tenant_id = '{tenant.Replace("'", "''")}'");
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static string NameFor(string tenant) => "ix_passages_nearest_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)))[..16];
}

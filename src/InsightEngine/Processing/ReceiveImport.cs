using InsightEngine.Access;
using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Processing;

/// <summary>Takes an uploaded bundle in, piece by piece, to be imported by a job.</summary>
public sealed class ReceiveImport(InsightDb db, TimeProvider clock)
{
    const int ChunkSize = 1 << 20;

    /// <summary>
    /// Stores the upload; null if it is longer than a bundle may be. Memory does not grow with its length. Under an idempotency
    /// key (not empty) that was used before, the import of then is answered.
    /// </summary>
    public async Task<Import?> ReceiveAsync(string tenantId, Stream upload, bool dryRun, string idempotencyKey, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        var import = new Import { TenantId = tenantId, Id = Secret.NewId(), DryRun = dryRun, ReceivedAt = clock.GetUtcNow() };
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        if (idempotencyKey.Length > 0
            && await db.ClaimIdempotencyKeyAsync(tenantId, "imports", idempotencyKey, import.Id, import.ReceivedAt, ct) is var first
            && first != import.Id)
            return await db.Imports.AsNoTracking().SingleAsync(i => i.Id == first, ct);
        var buffer = new byte[ChunkSize];
        long length = 0;
        for (int number = 0, read; (read = await upload.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, ct)) > 0; number++)
        {
            length += read;
            if (length > Bundles.Bundle.LargestZip)
                return null;
            db.ImportChunks.Add(new() { TenantId = tenantId, ImportId = import.Id, Number = number, Bytes = buffer[..read] });
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        db.PendingImports.Add(new() { TenantId = tenantId, ImportId = import.Id, ReceivedAt = import.ReceivedAt });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }
}

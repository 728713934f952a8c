using System.Text.Json;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Processing.Bundles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace InsightEngine.Processing;

/// <summary>
/// The job that reads a bundle's rows into evidence. Rows go in by batches, each with its outbox rows; run again after a kill
/// it finds the stored rows unchanged and goes on, so it ends in the same rows.
/// </summary>
public sealed partial class ProcessImport(InsightDb db, NpgsqlDataSource source, ReceiveEvidence receive, TimeProvider clock, ILogger<ProcessImport> log)
{
    const int BatchSize = 200;

    public async Task RunAsync(string tenantId, string importId, CancellationToken ct)
    {
        // One at a time, also when the sweeper asks for it again; a killed worker's lock goes with its connection.
        await using var alone = await ImportLock.TryTakeAsync(source, importId, ct);
        if (alone is null || await StartAsync(tenantId, importId, ct) is not { } import)
            return;
        try
        {
            await using var zip = await SpoolAsync(import, ct);
            using var bundle = Bundle.Open(zip);
            import.Total = BundleFiles.All.Sum(file => CountRows(bundle, file));
            await SaveAsync(import, ct);
            await using var dryRun = import.DryRun ? await db.BeginAsync(tenantId, ct) : null;
            await ReadAsync(import, bundle, dryRun is not null, ct);
            if (dryRun is not null)
                await dryRun.RollbackAsync(ct);
            import.Status = ImportStatus.Completed;
        }
        catch (BundleException e)
        {
            AddError(import, new() { File = e.File, Message = e.Message });
            import.Status = ImportStatus.Failed;
        }
        await EndAsync(import, ct);
        LogEnded(importId, tenantId, import.Status, import.Processed, import.Errors.Count);
    }

    async Task ReadAsync(Import import, Bundle bundle, bool dryRun, CancellationToken ct)
    {
        var tenant = import.TenantId;
        var counts = import.Counts;
        // People and goals are one batch each, since their rows may refer to later ones.
        counts.People = await FileAsync(import, BundleFiles.People, BundleRows.People(bundle, tenant), int.MaxValue, dryRun, ct);
        counts.Goals = await FileAsync(import, BundleFiles.Goals, BundleRows.Goals(bundle, tenant), int.MaxValue, dryRun, ct);
        counts.CheckIns = await FileAsync(import, BundleFiles.CheckIns, BundleRows.CheckIns(bundle, tenant), BatchSize, dryRun, ct);
        counts.Feedback = await FileAsync(import, BundleFiles.Feedback, BundleRows.Feedback(bundle, tenant), BatchSize, dryRun, ct);
        counts.Work = await FileAsync(import, BundleFiles.Work, BundleRows.Work(bundle, tenant), BatchSize, dryRun, ct);
        // Transcripts are long: few at a time.
        counts.Conversations = await FileAsync(import, BundleFiles.Conversations, BundleRows.Conversations(bundle, tenant), 10, dryRun, ct);
    }

    /// <summary>Reads one file; a file that cannot be read is an error of the import and the others still go in.</summary>
    async Task<int> FileAsync<T>(
        Import import, string file, IEnumerable<(CsvRow Row, T Evidence)> rows, int batchSize, bool dryRun, CancellationToken ct)
        where T : class, IEvidence
    {
        var stored = 0;
        var seen = new Dictionary<string, int>();
        try
        {
            foreach (var batch in rows.Chunk(batchSize))
            {
                var good = new List<(CsvRow Row, T Evidence)>(batch.Length);
                foreach (var (row, evidence) in batch)
                {
                    if (row.Errors.Count == 0 && !seen.TryAdd(evidence.Id, row.Number))
                        row.Fail("id", $"row {seen[evidence.Id]} has the same id already");
                    if (row.Errors.Count == 0)
                        good.Add((row, evidence));
                    else
                        AddErrors(import, file, row.Number, row.Errors);
                }
                stored += await StoreAsync(import, file, good, dryRun, ct);
                import.Processed += batch.Length;
                if (!dryRun)
                    await SaveAsync(import, ct);
            }
        }
        catch (BundleException e)
        {
            AddError(import, new() { File = e.File, Message = e.Message });
        }
        return stored;
    }

    async Task<int> StoreAsync<T>(Import import, string file, List<(CsvRow Row, T Evidence)> good, bool dryRun, CancellationToken ct)
        where T : class, IEvidence
    {
        await using var transaction = dryRun ? null : await db.BeginAsync(import.TenantId, ct);
        var errors = await receive.StoreAsync([.. good.Select(g => g.Evidence)], ct);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        foreach (var (row, its) in good.Zip(errors))
            AddErrors(import, file, row.Row.Number, its);
        return errors.Count(e => e.Count == 0);
    }

    static int CountRows(Bundle bundle, string file)
    {
        try
        {
            return bundle.Has(file) ? CsvFile.Read(bundle, file, []).Count() : 0;
        }
        catch (BundleException)
        {
            // Said with its reason when the file's turn comes.
            return 0;
        }
    }

    static void AddErrors(Import import, string file, int row, IEnumerable<FieldError> errors)
    {
        foreach (var error in errors)
            AddError(import, new() { File = file, Row = row, Field = Column(error.Field), Message = error.Message });
    }

    /// <summary>A field of the API as the bundle calls it.</summary>
    static string Column(string field) =>
        field == "transcript" ? "file" : JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Replace('.', '_'));

    static void AddError(Import import, ImportError error)
    {
        if (import.Errors.Count < Import.MostErrors)
            import.Errors.Add(error);
        else if (import.Errors.Count == Import.MostErrors)
            import.Errors.Add(new() { File = error.File, Message = $"more than {Import.MostErrors} errors; mend these and import again, which is safe" });
    }

    async Task<Import?> StartAsync(string tenantId, string importId, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(tenantId, ct);
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct);
        if (import is null or { Status: ImportStatus.Completed or ImportStatus.Failed })
            return null;
        import.Status = ImportStatus.Running;
        // From the start again, after a kill.
        import.Processed = 0;
        import.Errors = [];
        import.Counts = new();
        return import;
    }

    async Task SaveAsync(Import import, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(import.TenantId, ct);
        await UpdateAsync(import, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Writes onto the stored row, since a list kept as JSON cannot be updated without it.</summary>
    async Task UpdateAsync(Import import, CancellationToken ct)
    {
        var stored = await db.Imports.SingleAsync(i => i.Id == import.Id, ct);
        db.Entry(stored).CurrentValues.SetValues(import);
        stored.Counts = import.Counts;
        stored.Errors = [.. import.Errors];
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    async Task EndAsync(Import import, CancellationToken ct)
    {
        import.EndedAt = clock.GetUtcNow();
        await using var transaction = await db.BeginAsync(import.TenantId, ct);
        await UpdateAsync(import, ct);
        await db.ImportChunks.Where(c => c.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await db.PendingImports.Where(p => p.TenantId == import.TenantId && p.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Puts the chunks together in a file that goes when it is closed, since a zip is read from its end.</summary>
    async Task<FileStream> SpoolAsync(Import import, CancellationToken ct)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"insight-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using var transaction = await db.BeginAsync(import.TenantId, ct);
        var chunks = db.ImportChunks.AsNoTracking().Where(c => c.ImportId == import.Id).OrderBy(c => c.Number).Select(c => c.Bytes);
        await foreach (var bytes in chunks.AsAsyncEnumerable().WithCancellation(ct))
            await file.WriteAsync(bytes, ct);
        file.Position = 0;
        return file;
    }

    [LoggerMessage(LogLevel.Information, "import {ImportId} of tenant {TenantId}: {Status}, {Rows} rows, {Errors} errors")]
    partial void LogEnded(string importId, string tenantId, ImportStatus status, int rows, int errors);
}

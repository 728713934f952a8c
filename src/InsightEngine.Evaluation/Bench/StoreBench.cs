using System.Diagnostics;
using InsightEngine.Passages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Pgvector;

namespace InsightEngine.Evaluation.Bench;

/// <summary>Storing passages with ready vectors, batch by batch as the job does, as a share of one raw binary COPY of the same rows.</summary>
static class StoreBench
{
    const int Rows = 20_000, Batch = 500, Rounds = 5;
    const string Tenant = "company";
    static readonly BenchGoal Goal = BenchGoal.NoLess(0.3);

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        await using var database = await BenchDatabase.StartAsync(new RandomEmbedder(), ct);
        var (drafts, vectors) = await MakeAsync(database, bench.Sized(Rows), ct);
        await using var source = Data.InsightDb.CreateSource(database.OwnerConnectionString);
        await using var owner = await source.OpenConnectionAsync(ct);
        // COPY refuses row-level security, so it fills tables of the same columns and indexes (but for the bare one) without.
        await ExecuteAsync(owner, "create table copied (like passages including all); create table bare (like passages including generated)", ct);
        Func<Task>[] ways =
        [
            () => StoreAsync(database, drafts, vectors, ct), () => CopyAsync(owner, "copied", drafts, vectors, ct), () => CopyAsync(owner, "bare", drafts, vectors, ct),
        ];
        var speeds = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            await ExecuteAsync(owner, "truncate passages, copied, bare", ct);
            for (var turn = 0; turn < ways.Length; turn++)
            {
                // Another first in each round, as the first pays for the truncation.
                var way = (turn + round) % ways.Length;
                var start = Stopwatch.GetTimestamp();
                await ways[way]();
                speeds[way].Add(drafts.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }
        return
        [
            BenchResult.Of("StorePassages as a share of COPY", [.. speeds[0].Zip(speeds[1], (store, copy) => store / copy)], goal: Goal),
            BenchResult.Of($"StorePassages, {Batch} rows a transaction", speeds[0], "rows/s"),
            BenchResult.Of("COPY, same indexes", speeds[1], "rows/s"),
            BenchResult.Of("COPY, no indexes", speeds[2], "rows/s"),
        ];
    }

    /// <summary>The passages of a company under new ids until there are enough.</summary>
    static async Task<(PassageDraft[] Drafts, Vector[] Vectors)> MakeAsync(BenchDatabase database, int rows, CancellationToken ct)
    {
        await database.CreateTenantAsync(Tenant, ct);
        using var zip = FixtureCompany.Zip();
        await database.ImportAsync(Tenant, zip, ct);
        var passages = await database.AsTenantAsync(Tenant, (_, db) => db.Passages.AsNoTracking().ToListAsync(ct), ct);
        var repeated = Enumerable.Range(0, rows).Select(i => (Copy: i / passages.Count, Passage: passages[i % passages.Count])).ToList();
        return (
            [.. repeated.Select(r => (r.Copy, P: r.Passage)).Select(r => new PassageDraft(
                r.P.Kind, $"{r.Copy}-{r.P.SourceId}", r.P.Ordinal, r.P.Start, r.P.End, r.P.Date, r.P.People, r.P.SpeakerId, r.P.Text, r.P.Text))],
            [.. repeated.Select(r => r.Passage.Embedding)]);
    }

    static async Task StoreAsync(BenchDatabase database, PassageDraft[] drafts, Vector[] vectors, CancellationToken ct)
    {
        for (var from = 0; from < drafts.Length; from += Batch)
        {
            var range = from..Math.Min(from + Batch, drafts.Length);
            await database.AsTenantAsync(Tenant, async (scope, _) =>
            {
                await scope.GetRequiredService<StorePassages>().InsertAsync(Tenant, drafts[range], vectors[range], "random@1", ct);
                return 0;
            }, ct);
        }
    }

    static async Task CopyAsync(NpgsqlConnection owner, string table, PassageDraft[] drafts, Vector[] vectors, CancellationToken ct)
    {
        await using var copy = await owner.BeginBinaryImportAsync(
            $"""copy {table} (tenant_id, kind, source_id, ordinal, start, "end", date, people, speaker_id, text, embedding, model) from stdin (format binary)""", ct);
        foreach (var (draft, vector) in drafts.Zip(vectors))
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(Tenant, ct);
            await copy.WriteAsync(Evidence.Words.Word(draft.Kind), ct);
            await copy.WriteAsync(draft.SourceId, ct);
            await copy.WriteAsync(draft.Ordinal, ct);
            await copy.WriteAsync(draft.Start, ct);
            await copy.WriteAsync(draft.End, ct);
            await copy.WriteAsync(draft.Date, ct);
            await copy.WriteAsync(draft.People, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            await copy.WriteAsync(draft.SpeakerId, ct);
            await copy.WriteAsync(draft.Text, ct);
            await copy.WriteAsync(vector, ct);
            await copy.WriteAsync("random@1", ct);
        }
        await copy.CompleteAsync(ct);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

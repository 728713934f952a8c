using System.Data.Common;
using System.Globalization;
using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Npgsql;
using Pgvector;
using Pgvector.EntityFrameworkCore;

namespace InsightEngine.Passages;

/// <summary>Finds passages by meaning and by words, among those that the reader may see and no others.</summary>
public sealed class SearchPassages(InsightDb db, IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    /// <summary>Up to so many visible passages every one is compared; an approximate index would lose some without a word.</summary>
    public const int MostCompared = 50_000;

    /// <summary>How many of each list go into the fusion.</summary>
    const int Candidates = 200;

    /// <summary>The best passages first. Runs in the reader's transaction.</summary>
    /// <param name="person">Only passages from or about this person; null for all.</param>
    public async Task<IReadOnlyList<FoundPassage>> SearchAsync(Reader reader, string query, string? person, int limit, CancellationToken ct)
    {
        var visible = VisiblePassages.Of(db, reader, person);
        var count = await visible.Take(MostCompared + 1).CountAsync(ct);
        if (count == 0)
            return [];
        var candidates = Math.Max(Candidates, limit);
        // Vectors of two models cannot be compared; after a change of model the rest is found by its words until it is read again.
        var model = embedder.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId;
        var byMeaning = await ByMeaningAsync(visible.Where(p => p.Model == model), count, await VectorOfAsync(query, ct), candidates, ct);
        var byWords = await ByWordsAsync(visible, query, candidates, ct);
        var best = FuseRankings.Fuse(byMeaning, byWords).Take(limit).ToList();
        return await ReadAsync(best, ct);
    }

    async Task<Vector> VectorOfAsync(string query, CancellationToken ct) => new(await embedder.GenerateVectorAsync(query, cancellationToken: ct));

    async Task<List<Ranked<PassageKey>>> ByMeaningAsync(IQueryable<Passage> visible, int count, Vector query, int limit, CancellationToken ct)
    {
        if (count > MostCompared)
        {
            var approximate = await NearestByIndexAsync(visible, query, limit, ct);
            // The index may give up before it has enough; then they are compared after all.
            if (approximate.Count == limit)
                return approximate;
        }
        // Adding 0 keeps the planner from the approximate index.
        var nearest = await visible.OrderBy(p => p.Embedding.CosineDistance(query) + 0).ThenBy(p => p.Kind).ThenBy(p => p.SourceId).ThenBy(p => p.Ordinal)
            .Take(limit).Select(p => new { p.Kind, p.SourceId, p.Ordinal, Distance = p.Embedding.CosineDistance(query) }).ToListAsync(ct);
        return [.. nearest.Select(n => new Ranked<PassageKey>(new(n.Kind, n.SourceId, n.Ordinal), 1 - n.Distance))];
    }

    async Task<List<Ranked<PassageKey>>> NearestByIndexAsync(IQueryable<Passage> visible, Vector query, int limit, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            select set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', {limit.ToString(CultureInfo.InvariantCulture)}, true),
                set_config('hnsw.max_scan_tuples', '100000', true)
            """, ct);
        // Passages in the order of the index, each kept if it is among the visible ones.
        var nearest = await db.Passages.Where(p => visible.Any(v => v.Kind == p.Kind && v.SourceId == p.SourceId && v.Ordinal == p.Ordinal))
            .OrderBy(p => p.Embedding.CosineDistance(query)).Take(limit)
            .Select(p => new { p.Kind, p.SourceId, p.Ordinal, Distance = p.Embedding.CosineDistance(query) }).ToListAsync(ct);
        return [.. nearest.Select(n => new Ranked<PassageKey>(new(n.Kind, n.SourceId, n.Ordinal), 1 - n.Distance))];
    }

    async Task<List<Ranked<PassageKey>>> ByWordsAsync(IQueryable<Passage> visible, string query, int limit, CancellationToken ct)
    {
        // The rights are the same LINQ; here its SQL is part of another.
        await using var rights = (DbCommand)visible.Select(p => new { p.Kind, p.SourceId, p.Ordinal, p.Words }).CreateDbCommand();
        await using var command = new NpgsqlCommand(RankByWords.Sql(rights.CommandText), (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (NpgsqlParameter parameter in rights.Parameters)
            command.Parameters.Add(parameter.Clone());
        command.Parameters.Add(new("query", query));
        command.Parameters.Add(new("limit", limit));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<Ranked<PassageKey>>();
        while (await rows.ReadAsync(ct))
            found.Add(new(new(Words.TryParse<EvidenceKind>(rows.GetString(0), out var kind) ? kind : default, rows.GetString(1), rows.GetInt32(2)), rows.GetDouble(3)));
        return found;
    }

    async Task<IReadOnlyList<FoundPassage>> ReadAsync(List<Ranked<PassageKey>> best, CancellationToken ct)
    {
        var ids = best.Select(b => b.Key.SourceId).Distinct().ToArray();
        var passages = (await db.Passages.AsNoTracking().Where(p => ids.Contains(p.SourceId))
                .Select(p => new FoundPassage(p.Kind, p.SourceId, p.Ordinal, p.Start, p.End, p.Date, p.SpeakerId, p.Text, 0)).ToListAsync(ct))
            .ToDictionary(p => new PassageKey(p.Kind, p.SourceId, p.Ordinal));
        return [.. best.Select(b => passages[b.Key] with { Score = b.Score })];
    }

    readonly record struct PassageKey(EvidenceKind Kind, string SourceId, int Ordinal);
}

/// <summary>A passage and how well it answers, about 0 to 1; <c>start</c> and <c>end</c> are its range in the source's canonical text.</summary>
public sealed record FoundPassage(EvidenceKind Kind, string SourceId, int Ordinal, int Start, int End, DateOnly Date, string? SpeakerId, string Text, double Score);

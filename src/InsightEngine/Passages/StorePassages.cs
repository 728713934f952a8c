using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Npgsql;
using Pgvector;

namespace InsightEngine.Passages;

/// <summary>Embeds passages in one batch and puts them in the place of their sources' old ones, in the running transaction.</summary>
public sealed class StorePassages(InsightDb db, IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    public async Task ReplaceAsync(
        string tenantId, IReadOnlyCollection<(EvidenceKind Kind, string Id)> sources, IReadOnlyList<PassageDraft> drafts, CancellationToken ct)
    {
        var vectors = drafts.Count == 0 ? [] : await embedder.GenerateAsync(drafts.Select(d => d.ToEmbed), cancellationToken: ct);
        foreach (var group in sources.GroupBy(s => s.Kind, s => s.Id))
        {
            var ids = group.ToArray();
            await db.Passages.Where(p => p.Kind == group.Key && ids.Contains(p.SourceId)).ExecuteDeleteAsync(ct);
        }
        await InsertAsync(tenantId, drafts, [.. vectors.Select(v => new Vector(v.Vector))], ModelId, ct);
    }

    /// <summary>The model of the vectors made now.</summary>
    public string ModelId => embedder.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? throw new InvalidOperationException("the embedder does not name its model");

    /// <summary>Writes passages with ready vectors in one statement. (COPY would be the fastest, but does not work under row-level security.)</summary>
    public async Task InsertAsync(string tenantId, IReadOnlyList<PassageDraft> drafts, IReadOnlyList<Vector> vectors, string model, CancellationToken ct)
    {
        if (drafts.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            """
            insert into passages (tenant_id, kind, source_id, ordinal, start, "end", date, people, speaker_id, text, embedding, model)
            select $1, kind, source_id, ordinal, start, stop, date, string_to_array(people, ' '), speaker_id, text, embedding, $2
            from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                as row (kind, source_id, ordinal, start, stop, date, people, speaker_id, text, embedding)
            """, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = tenantId },
                new() { Value = model },
                ArrayParameter.Of(drafts.Select(d => d.Kind.Word())),
                ArrayParameter.Of(drafts.Select(d => d.SourceId)),
                ArrayParameter.Of(drafts.Select(d => d.Ordinal)),
                ArrayParameter.Of(drafts.Select(d => d.Start)),
                ArrayParameter.Of(drafts.Select(d => d.End)),
                ArrayParameter.Of(drafts.Select(d => d.Date)),
                // Ids hold no spaces.
                ArrayParameter.Of(drafts.Select(d => string.Join(' ', d.People))),
                ArrayParameter.Of(drafts.Select(d => d.SpeakerId)),
                ArrayParameter.Of(drafts.Select(d => d.Text)),
                ArrayParameter.Of(vectors),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}

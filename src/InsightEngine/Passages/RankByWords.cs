namespace InsightEngine.Passages;

/// <summary>
/// The SQL of full-text search: passages that hold any of the query's words, ranked as BM25 ranks, which PostgreSQL's own ranking
/// doesn't do: rare words weigh more than common ones, by how many of the visible passages hold them.
/// </summary>
/// <remarks>
/// <c>score = Σ idf(word) · often(word, passage) / (0.75 + 0.25 · size / 40) / Σ idf(word)</c>, about 0 to 1, with BM25's idf;
/// <c>often</c> is <c>ts_rank</c> of the one word, which grows from 0.61 for one occurrence to 1 as BM25's saturation does;
/// <c>size</c> is the passage's number of different words, 40 in a passage of usual length.
/// What the reader may not see counts nowhere, the rarity of words included. Words in more than 5,000 visible passages find
/// nothing by themselves (unless all are so common), they only add to the score of what rarer words found.
/// </remarks>
public static class RankByWords
{
    /// <summary>The query, with parameters <c>@query</c> (what the reader typed) and <c>@limit</c>.</summary>
    /// <param name="visible">
    /// A query of the program for the passages that the reader may see and asked for: kind, source_id, ordinal and words. They are
    /// read once. No index on words could help: its operators are not leakproof, so row-level security keeps them from it.
    /// </param>
    /// <returns>SQL that answers with kind, source_id, ordinal and score (double), best first.</returns>
    public static string Sql(string visible) => $$"""
        with term as materialized (
            select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery as word
            from unnest(to_tsvector('english', @query))),
        visible as materialized ({{visible}}),
        rarity as materialized (
            select word, hits, ln(1 + (total - hits + 0.5) / (hits + 0.5)) as idf, rank() over (order by hits = 0, hits) as rarest
            from term
            cross join lateral (select count(*)::float8 as hits from visible v where v.words @@ term.word) held
            cross join (select count(*)::float8 as total from visible) everything),
        candidate as (
            select distinct v.kind, v.source_id, v.ordinal from rarity
            cross join lateral (select v.kind, v.source_id, v.ordinal from visible v where v.words @@ rarity.word) v
            where hits between 1 and 5000 or rarest = 1)
        select kind, source_id, ordinal,
            (select sum(idf * ts_rank(words, word) / 0.1) / sum(idf) from rarity) / (0.75 + 0.25 * length(words) / 40) as score
        from candidate join visible using (kind, source_id, ordinal)
        order by score desc, kind, source_id, ordinal
        limit @limit
        """;
}

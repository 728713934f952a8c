using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api.Http;

/// <summary>A part of a list; <c>nextCursor</c> asks for the next one, null after the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Data, string? NextCursor);

/// <summary>Something with an id, as it stands in a list.</summary>
public interface IResource
{
    string Id { get; }
}

/// <summary>Which part of a list: <c>limit</c> 1 to 200 (50 if not given), <c>cursor</c> from the part before.</summary>
public sealed record PageQuery(int? Limit, string? Cursor)
{
    /// <summary>The next evidence by id, read as resources. The query holds the rights.</summary>
    public Task<IResult> ReadAsync<T, TResource>(IQueryable<T> visible, Expression<Func<T, TResource>> toResource, CancellationToken ct)
        where T : class, IEvidence
        where TResource : IResource => ReadAsync(visible, e => e.Id, toResource, ct);

    /// <summary>The next rows by their id, read as resources. The query holds the rights.</summary>
    public async Task<IResult> ReadAsync<T, TResource>(
        IQueryable<T> visible, Expression<Func<T, string>> id, Expression<Func<T, TResource>> toResource, CancellationToken ct)
        where TResource : IResource
    {
        var limit = Limit ?? 50;
        if (limit is < 1 or > 200)
            return Problem.BadQuery("limit", "must be 1 to 200");
        if (Cursor is not null)
        {
            if (DecodeCursor(Cursor) is not { } after)
                return Problem.BadQuery("cursor", "is not one that a list gave; start again without it");
            visible = visible.Where(After(id, after));
        }
        var rows = await visible.OrderBy(id).Take(limit + 1).Select(toResource).ToListAsync(ct);
        var next = rows.Count > limit ? Encode(rows[limit - 1].Id) : null;
        return Results.Ok(new Page<TResource>([.. rows.Take(limit)], next));
    }

    /// <summary>The next of resources that had to be computed whole, in the order of their ids.</summary>
    public IResult Read<TResource>(IReadOnlyList<TResource> all)
        where TResource : IResource
    {
        var limit = Limit ?? 50;
        if (limit is < 1 or > 200)
            return Problem.BadQuery("limit", "must be 1 to 200");
        var after = Cursor is null ? null : DecodeCursor(Cursor);
        if (Cursor is not null && after is null)
            return Problem.BadQuery("cursor", "is not one that a list gave; start again without it");
        var rest = all.Where(r => after is null || string.CompareOrdinal(r.Id, after) > 0).OrderBy(r => r.Id, StringComparer.Ordinal).Take(limit + 1).ToList();
        return Results.Ok(new Page<TResource>([.. rest.Take(limit)], rest.Count > limit ? Encode(rest[limit - 1].Id) : null));
    }

    /// <summary><c>row => string.Compare(id(row), after) > 0</c>, which becomes SQL.</summary>
    static Expression<Func<T, bool>> After<T>(Expression<Func<T, string>> id, string after)
    {
        var compare = Expression.Call(typeof(string), nameof(string.Compare), null, id.Body, Expression.Constant(after));
        return Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(compare, Expression.Constant(0)), id.Parameters);
    }

    static string Encode(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id));

    static string? DecodeCursor(string cursor)
    {
        try
        {
            var id = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            return id.Contains('\0') ? null : id;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

using System.Globalization;
using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/audit", List).WithTags("Privacy").RequireScope(Scopes.Admin)
            .WithSummary("Who read briefs and talks about a person, newest first.").Produces<Page<AuditResource>>();

    static async Task<IResult> List([AsParameters] PageQuery page, string? person, Caller caller, InsightDb db, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(caller.TenantId, ct);
        var before = long.MaxValue;
        if (page.Cursor is not null && !long.TryParse(page.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Problem.BadQuery("cursor", "is not one that a list gave; start again without it");
        var limit = page.Limit ?? 50;
        if (limit is < 1 or > 200)
            return Problem.BadQuery("limit", "must be 1 to 200");
        var rows = await db.Audit.Where(a => (person == null || a.SubjectId == person) && a.Number < before).OrderByDescending(a => a.Number).Take(limit + 1)
            .Select(a => new AuditResource(a.Number, a.At, a.ReaderId, a.What, a.ResourceId, a.SubjectId)).ToListAsync(ct);
        return Results.Ok(new Page<AuditResource>([.. rows.Take(limit)], rows.Count > limit ? $"{rows[limit - 1].Number}" : null));
    }
}

public sealed record AuditResource(long Number, DateTimeOffset At, string ReaderId, string What, string ResourceId, string SubjectId);

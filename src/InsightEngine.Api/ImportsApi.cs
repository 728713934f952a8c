using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Processing;
using InsightEngine.Processing.Bundles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class ImportsApi
{
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/v1/imports").WithTags("Imports").RequireScope(Scopes.WriteEvidence);
        imports.MapPost("/", Post).WithSummary("Imports a bundle (a zip of CSV files and transcripts).")
            .WithDescription("With `dryRun=true` nothing is stored and the errors are told.")
            .WithMetadata(new RequestSizeLimitAttribute(Bundle.LargestZip + 1)).Accepts<Stream>("application/zip").Produces<ImportResource>(202);
        imports.MapGet("/{id}", Get).WithSummary("How an import goes, with the errors of its rows.").Produces<ImportResource>();
        app.MapGet("/v1/processing", GetProcessing).WithTags("Imports").RequireScope(Scopes.WriteEvidence)
            .WithSummary("Whether all received evidence is in the answers (`pending` 0).").Produces<ProcessingResource>();
    }

    static async Task<IResult> Post(
        HttpRequest request, Caller caller, ReceiveImport receive, InsightDb db, QueueJobs queue, CancellationToken ct, bool dryRun = false)
    {
        if (request.ContentType?.StartsWith("application/zip", StringComparison.OrdinalIgnoreCase) != true)
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "not-a-zip", "Send the bundle as the body, with Content-Type: application/zip.");
        if (!request.TryGetIdempotencyKey(out var idempotencyKey, out var refusal))
            return refusal;
        if (await receive.ReceiveAsync(caller.TenantId, request.Body, dryRun, idempotencyKey, ct) is not { } import)
            return Problem.Of(
                StatusCodes.Status413PayloadTooLarge, "too-large", $"A bundle is at most {Bundle.LargestZip >> 20} MiB; send its files in several bundles, people and goals first.");
        queue.ImportReceived(import.TenantId, import.Id);
        return Results.Accepted($"/v1/imports/{import.Id}", ImportResource.From(import));
    }

    static async Task<IResult> Get(string id, Caller caller, InsightDb db, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(caller.TenantId, ct);
        return await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } import
            ? Results.Ok(ImportResource.From(import))
            : Problem.NotFound("import");
    }

    static async Task<ProcessingResource> GetProcessing(Caller caller, InsightDb db, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(caller.TenantId, ct);
        var evidence = db.PendingEvidence.Where(p => p.TenantId == caller.TenantId);
        return new(
            await evidence.CountAsync(p => p.Attempts < PendingEvidence.MostAttempts, ct) + await db.PendingImports.CountAsync(p => p.TenantId == caller.TenantId, ct),
            await evidence.CountAsync(p => p.Attempts >= PendingEvidence.MostAttempts, ct),
            await db.Tenants.Where(t => t.Id == caller.TenantId).Select(t => t.LastProcessedAt).SingleAsync(ct));
    }
}

/// <summary>An import; <c>row</c> of an error counts as a spreadsheet does, the header being row 1, and is null for a whole file.</summary>
public sealed record ImportResource(
    string Id, ImportStatus Status, bool DryRun, int Total, int Processed, ImportCounts Counts, IReadOnlyList<ImportError> Errors)
{
    internal static ImportResource From(Import import) =>
        new(import.Id, import.Status, import.DryRun, import.Total, import.Processed, import.Counts, import.Errors);
}

/// <summary>What waits, what failed five times and waits to be sent again, and when something last came through.</summary>
public sealed record ProcessingResource(int Pending, int Failed, DateTimeOffset? LastProcessedAt);

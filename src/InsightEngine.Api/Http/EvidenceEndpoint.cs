using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Evidence;
using InsightEngine.Processing;

namespace InsightEngine.Api.Http;

/// <summary>What the endpoints of all kinds of evidence have in common.</summary>
sealed class EvidenceEndpoint(ReceiveEvidence receive, DeleteEvidence delete, QueueJobs queue, Caller caller)
{
    /// <summary>202: stored, and soon in the answers (<c>GET /v1/processing</c>); 422 with the errors of each field.</summary>
    public async Task<IResult> StoreAsync<T>(T evidence, CancellationToken ct)
        where T : class, IEvidence
    {
        var errors = await receive.StoreAsync(evidence, ct);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        queue.EvidenceReceived(evidence.TenantId);
        return Results.Accepted("/v1/processing", new StoredEvidence(evidence.Id));
    }

    /// <summary>204, 404, or 409 where other evidence still needs it.</summary>
    public async Task<IResult> DeleteAsync(EvidenceKind kind, string id, CancellationToken ct) =>
        await delete.DeleteAsync(caller.TenantId, kind, id, ct) switch
        {
            { Done: true } => Results.NoContent(),
            { Kept: { } reason } => Problem.Of(StatusCodes.Status409Conflict, "still-needed", reason + "."),
            _ => Problem.NotFound(kind.Word()),
        };
}

public sealed record StoredEvidence(string Id);

static class EvidenceRoutes
{
    /// <summary>A route's two sides: writing by the tenant's systems, reading as a person. DELETE is the same for all kinds.</summary>
    public static (RouteGroupBuilder Write, RouteGroupBuilder Read) MapEvidence<T>(this IEndpointRouteBuilder app, string route, string tag, string id = "/{id}")
        where T : class, IEvidence
    {
        var kind = ReceiveEvidence.KindOf<T>();
        var write = app.MapGroup(route).WithTags(tag).RequireScope(Scopes.WriteEvidence);
        if (id == "/{id}")
            write.MapDelete(id, (string id, EvidenceEndpoint evidence, CancellationToken ct) => evidence.DeleteAsync(kind, id, ct))
                .WithSummary("Removes it and all that was derived from it.").Produces(204).ProducesProblem(404);
        return (write, app.MapGroup(route).WithTags(tag).RequireScope(Scopes.ReadInsights).AsPerson());
    }
}

using System.Linq.Expressions;
using System.Text.Json.Serialization;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class WorkApi
{
    public static void MapWork(this IEndpointRouteBuilder app)
    {
        var work = app.MapEvidence<WorkEvent>("/v1/work", "Work");
        work.Write.MapPut("/{id}", Put).WithSummary("Stores something a person did in a tool.");
        work.Read.MapGet("/{id}", Get).WithSummary("A work event that the person may see.").Produces<WorkResource>();
        work.Read.MapGet("/", List).WithSummary("The work events that the person may see, by id.").Produces<Page<WorkResource>>();
    }

    static Task<IResult> Put(string id, WorkBody body, Caller caller, EvidenceEndpoint evidence, CancellationToken ct) =>
        evidence.StoreAsync(
            new WorkEvent
            {
                TenantId = caller.TenantId,
                Id = id,
                Date = body.Date,
                PersonId = body.PersonId,
                System = body.System,
                Kind = body.Kind,
                Title = body.Title,
                Text = body.Text,
                GoalId = body.GoalId,
            }, ct);

    static async Task<IResult> Get(string id, HttpRequest request, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisibleWork(caller.Reader).Where(w => w.Id == id).Select(WorkResource.From).SingleOrDefaultAsync(ct) is { } work
            ? request.Wants("text/html") ? EvidencePages.Work(work, await db.NamesAsync(ct)) : Results.Ok(work)
            : Problem.NotFound("work event");

    static Task<IResult> List([AsParameters] PageQuery page, Caller caller, InsightDb db, CancellationToken ct) =>
        page.ReadAsync(db.VisibleWork(caller.Reader), WorkResource.From, ct);
}

/// <summary>Something done in a tool: <c>system</c> names the tool, <c>kind</c> what happened in its own word.</summary>
public sealed record WorkBody(
    [property: JsonRequired] DateOnly Date,
    [property: JsonRequired] string PersonId,
    [property: JsonRequired] string System,
    [property: JsonRequired] string Kind,
    [property: JsonRequired] string Title,
    string? Text,
    string? GoalId);

public sealed record WorkResource(string Id, DateOnly Date, string PersonId, string System, string Kind, string Title, string? Text, string? GoalId) : IResource
{
    internal static readonly Expression<Func<WorkEvent, WorkResource>> From =
        w => new WorkResource(w.Id, w.Date, w.PersonId, w.System, w.Kind, w.Title, w.Text, w.GoalId);
}

using System.Linq.Expressions;
using System.Text.Json.Serialization;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class FeedbackApi
{
    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        var feedback = app.MapEvidence<Feedback>("/v1/feedback", "Feedback");
        feedback.Write.MapPut("/{id}", Put).WithSummary("Stores what one person wrote about the work of another.");
        feedback.Read.MapGet("/{id}", Get).WithSummary("A feedback that the person may see.").Produces<FeedbackResource>();
        feedback.Read.MapGet("/", List).WithSummary("The feedback that the person may see, by id.").Produces<Page<FeedbackResource>>();
    }

    static Task<IResult> Put(string id, FeedbackBody body, Caller caller, EvidenceEndpoint evidence, CancellationToken ct) =>
        evidence.StoreAsync(
            new Feedback
            {
                TenantId = caller.TenantId,
                Id = id,
                Date = body.Date,
                FromId = body.FromId,
                ToId = body.ToId,
                Visibility = body.Visibility,
                GoalId = body.GoalId,
                Text = body.Text,
            }, ct);

    static async Task<IResult> Get(string id, HttpRequest request, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisibleFeedback(caller.Reader).Where(f => f.Id == id).Select(FeedbackResource.From).SingleOrDefaultAsync(ct) is { } feedback
            ? request.Wants("text/html") ? EvidencePages.Feedback(feedback, await db.NamesAsync(ct)) : Results.Ok(feedback)
            : Problem.NotFound("feedback");

    static Task<IResult> List([AsParameters] PageQuery page, Caller caller, InsightDb db, CancellationToken ct) =>
        page.ReadAsync(db.VisibleFeedback(caller.Reader), FeedbackResource.From, ct);
}

/// <summary>A feedback; <c>visibility</c> says who besides its giver reads it: shared, recipient-only, manager-only or public.</summary>
public sealed record FeedbackBody(
    [property: JsonRequired] DateOnly Date,
    [property: JsonRequired] string FromId,
    [property: JsonRequired] string ToId,
    [property: JsonRequired] FeedbackVisibility Visibility,
    string? GoalId,
    [property: JsonRequired] string Text);

public sealed record FeedbackResource(string Id, DateOnly Date, string FromId, string ToId, FeedbackVisibility Visibility, string? GoalId, string Text) : IResource
{
    internal static readonly Expression<Func<Feedback, FeedbackResource>> From =
        f => new FeedbackResource(f.Id, f.Date, f.FromId, f.ToId, f.Visibility, f.GoalId, f.Text);
}

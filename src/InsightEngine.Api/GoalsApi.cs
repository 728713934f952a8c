using System.Linq.Expressions;
using System.Text.Json.Serialization;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Priorities;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class GoalsApi
{
    public static void MapGoals(this IEndpointRouteBuilder app)
    {
        var goals = app.MapEvidence<Goal>("/v1/goals", "Goals");
        goals.Write.MapPut("/{id}", PutGoal).WithSummary("Stores a goal.");
        goals.Read.MapGet("/{id}", GetGoal).WithSummary("A goal with its last check-in and health.").Produces<GoalResource>();
        goals.Read.MapGet("/", ListAll).WithSummary("Goals with their health as of a day; filter by `state` and `owner`.").Produces<Page<GoalResource>>();

        var checkIns = app.MapEvidence<CheckIn>("/v1/goals/{goalId}/check-ins", "Goals", "/{date}");
        checkIns.Write.MapPut("/{date}", PutCheckIn).WithSummary("Stores how a goal stood on a day.");
        checkIns.Write.MapDelete("/{date}", (string goalId, DateOnly date, EvidenceEndpoint evidence, CancellationToken ct) =>
            evidence.DeleteAsync(EvidenceKind.CheckIn, CheckIn.IdOf(goalId, date), ct)).WithSummary("Removes a check-in.").Produces(204).ProducesProblem(404);
        checkIns.Read.MapGet("/{date}", GetCheckIn).WithSummary("A check-in.").Produces<CheckInResource>();
        checkIns.Read.MapGet("/", ListCheckIns).WithSummary("The check-ins of a goal, oldest first.").Produces<Page<CheckInResource>>();
    }

    static Task<IResult> PutGoal(string id, GoalBody body, Caller caller, EvidenceEndpoint evidence, CancellationToken ct) =>
        evidence.StoreAsync(
            new Goal
            {
                TenantId = caller.TenantId,
                Id = id,
                OwnerId = body.OwnerId,
                Title = body.Title,
                Description = body.Description,
                ParentId = body.ParentId,
                Start = body.Start,
                Due = body.Due,
                MetricName = body.Metric?.Name,
                MetricStart = body.Metric?.Start,
                MetricTarget = body.Metric?.Target,
                MetricUnit = body.Metric?.Unit,
            }, ct);

    static Task<IResult> PutCheckIn(string goalId, DateOnly date, CheckInBody body, Caller caller, EvidenceEndpoint evidence, CancellationToken ct) =>
        evidence.StoreAsync(
            new CheckIn
            {
                TenantId = caller.TenantId,
                Id = CheckIn.IdOf(goalId, date),
                GoalId = goalId,
                Date = date,
                AuthorId = body.AuthorId,
                Value = body.Value,
                Progress = body.Progress,
                Confidence = body.Confidence,
                Note = body.Note,
            }, ct);

    static async Task<IResult> GetGoal(string id, HttpRequest request, [AsParameters] AsOfQuery day, Caller caller, InsightDb db, ListGoals list, CancellationToken ct)
    {
        var found = await list.ListAsync(caller.Reader, db.VisibleGoals(caller.Reader).Where(g => g.Id == id), day.OrToday, ct);
        if (found.Count == 0)
            return Problem.NotFound("goal");
        return request.Wants("text/html") ? EvidencePages.Goal(found[0], await db.NamesAsync(ct)) : Results.Ok(GoalResource.From(found[0]));
    }

    static async Task<IResult> ListAll(
        [AsParameters] PageQuery page, [AsParameters] AsOfQuery day, string? state, string? owner, Caller caller, InsightDb db, ListGoals list, CancellationToken ct)
    {
        GoalState? wanted = null;
        if (state is not null)
        {
            if (!Words.TryParse<GoalState>(state, out var parsed))
                return Problem.BadQuery("state", $"must be one of {Words.List<GoalState>()}");
            wanted = parsed;
        }
        var goals = db.VisibleGoals(caller.Reader);
        if (owner is not null)
            goals = goals.Where(g => g.OwnerId == owner);
        var found = (await list.ListAsync(caller.Reader, goals, day.OrToday, ct)).Where(g => wanted is null || g.Health.State == wanted).Select(GoalResource.From);
        return page.Read([.. found]);
    }

    static async Task<IResult> GetCheckIn(string goalId, DateOnly date, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisibleCheckIns(caller.Reader).Where(c => c.GoalId == goalId && c.Date == date).Select(CheckInResource.From).SingleOrDefaultAsync(ct) is { } checkIn
            ? Results.Ok(checkIn)
            : Problem.NotFound("check-in");

    static async Task<IResult> ListCheckIns(string goalId, [AsParameters] PageQuery page, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisibleGoals(caller.Reader).AnyAsync(g => g.Id == goalId, ct)
            ? await page.ReadAsync(db.VisibleCheckIns(caller.Reader).Where(c => c.GoalId == goalId), CheckInResource.From, ct)
            : Problem.NotFound("goal");
}

public sealed record GoalBody(
    [property: JsonRequired] string OwnerId,
    [property: JsonRequired] string Title,
    string? Description,
    string? ParentId,
    [property: JsonRequired] DateOnly Start,
    [property: JsonRequired] DateOnly Due,
    Metric? Metric);

/// <summary>What a goal is measured by, from <c>start</c> to <c>target</c> in <c>unit</c>.</summary>
public sealed record Metric(string? Name, decimal? Start, decimal? Target, string? Unit);

/// <summary>How a goal stood; <c>progress</c> is per cent of the way, <c>value</c> is in the metric's unit, <c>confidence</c> is on-track, at-risk or off-track.</summary>
public sealed record CheckInBody([property: JsonRequired] string AuthorId, decimal? Value, decimal? Progress, Confidence? Confidence, string? Note);

public sealed record GoalResource(
    string Id, string OwnerId, string Title, string? Description, string? ParentId, DateOnly Start, DateOnly Due, Metric? Metric,
    CheckInResource? LastCheckIn, GoalHealth Health) : IResource
{
    internal static GoalResource From(AssessedGoal assessed)
    {
        var g = assessed.Goal;
        var metric = g.MetricName is null && g.MetricTarget is null ? null : new Metric(g.MetricName, g.MetricStart, g.MetricTarget, g.MetricUnit);
        var last = assessed.Last is { } c ? new CheckInResource(c.Id, c.GoalId, c.Date, c.AuthorId, c.Value, c.Progress, c.Confidence, c.Note) : null;
        return new(g.Id, g.OwnerId, g.Title, g.Description, g.ParentId, g.Start, g.Due, metric, last, assessed.Health);
    }
}

public sealed record CheckInResource(
    string Id, string GoalId, DateOnly Date, string AuthorId, decimal? Value, decimal? Progress, Confidence? Confidence, string? Note) : IResource
{
    internal static readonly Expression<Func<CheckIn, CheckInResource>> From =
        c => new CheckInResource(c.Id, c.GoalId, c.Date, c.AuthorId, c.Value, c.Progress, c.Confidence, c.Note);
}

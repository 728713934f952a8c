using System.Linq.Expressions;
using System.Text.Json.Serialization;
using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Signals;

namespace InsightEngine.Api;

static class SignalsApi
{
    public static void MapSignals(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/signals").WithTags("Signals").RequireScope(Scopes.ReadInsights).AsPerson()
            .MapGet("/", List).WithSummary("What was said: progress, blockers, commitments and more, of one talk or about one person.")
            .WithDescription("Asks for `conversation` or `person` (with `from` and `to`).").Produces<Page<SignalResource>>();

    static async Task<IResult> List(
        [AsParameters] PageQuery page, string? conversation, string? person, DateOnly? from, DateOnly? to, Caller caller, InsightDb db, CancellationToken ct)
    {
        if (conversation is null && person is null)
            return Problem.BadQuery("conversation", "or 'person' is required");
        var signals = VisibleSignals.Of(db, caller.Reader);
        if (conversation is not null)
            signals = signals.Where(s => s.ConversationId == conversation);
        if (person is not null)
            signals = signals.Where(s => s.PersonId == person);
        if (from is not null)
            signals = signals.Where(s => s.Date >= from);
        if (to is not null)
            signals = signals.Where(s => s.Date <= to);
        return await page.ReadAsync(signals, s => s.Id, SignalResource.From, ct);
    }
}

/// <summary>A signal; <c>personId</c> is whom it is about, <c>evidence.speakerId</c> who said it.</summary>
public sealed record SignalResource(
    string Id, SignalKind Kind, string? PersonId, DateOnly Date, string Text, double Confidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SignalCommitment? Commitment, Citation Evidence) : IResource
{
    internal static readonly Expression<Func<Signal, SignalResource>> From =
        s => new SignalResource(
            s.Id, s.Kind, s.PersonId, s.Date, s.Quote, s.Confidence,
            s.Kind == SignalKind.Commitment ? new SignalCommitment(s.PersonId, s.Due) : null,
            new Citation(CitationType.Conversation, s.ConversationId, s.Date, s.Quote, s.SpeakerId));
}

public sealed record SignalCommitment(string? By, DateOnly? Due);

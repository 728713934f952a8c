namespace InsightEngine.Api.Http;

/// <summary>The day that a derived answer is about: evidence dated later is left out. Today if not given.</summary>
sealed record AsOfQuery(DateOnly? AsOf, TimeProvider Clock)
{
    public DateOnly OrToday => AsOf ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
}

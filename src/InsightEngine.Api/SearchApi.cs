using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;
using InsightEngine.Passages;

namespace InsightEngine.Api;

static class SearchApi
{
    const int LongestQuery = 500;

    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/search").WithTags("Search").RequireScope(Scopes.ReadInsights).AsPerson()
            .MapGet("/", Search).WithSummary("Passages by meaning and words, the best first, among what the person may see.")
            .WithDescription("`person` keeps to passages from or about one person; `limit` 1 to 200 (10 if not given).").Produces<Page<FoundPassage>>();

    static async Task<IResult> Search(string? q, string? person, int? limit, Caller caller, SearchPassages search, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuery || q.Contains('\0'))
            return Problem.BadQuery("q", $"must be 1 to {LongestQuery} characters of what you look for");
        if (limit is < 1 or > 200)
            return Problem.BadQuery("limit", "must be 1 to 200");
        return Results.Ok(new Page<FoundPassage>(await search.SearchAsync(caller.Reader, q, person, limit ?? 10, ct), null));
    }
}

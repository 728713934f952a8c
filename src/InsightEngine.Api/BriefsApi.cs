using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Pages;
using InsightEngine.Api.Http;
using InsightEngine.Briefs;
using InsightEngine.Data;

namespace InsightEngine.Api;

static class BriefsApi
{
    public static void MapBriefs(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/briefs").WithTags("Briefs").RequireScope(Scopes.ReadInsights).AsPerson()
            .MapGet("/", Get).WithSummary("What to know before a one-to-one with a report, every statement with its evidence.")
            .WithDescription("For the report's manager alone. `asOf` is the day of the talk (today if not given). `text/markdown` and `text/html` by Accept.")
            .Produces<Brief>(200, "application/json", "text/markdown", "text/html").ProducesProblem(404);

    static async Task<IResult> Get(
        string report, [AsParameters] AsOfQuery day, HttpRequest request, Caller caller, PrepareBrief prepare, InsightDb db, CancellationToken ct)
    {
        if (await prepare.PrepareAsync(caller.Reader, report, day.OrToday, ct) is not { } brief)
            return Problem.NotFound("report");
        if (request.Wants("text/html"))
            return BriefPage.Render(brief, await db.NamesAsync(ct));
        return request.Wants("text/markdown")
            ? Results.Text(BriefMarkdown.Write(brief, await db.NamesAsync(ct)), "text/markdown; charset=utf-8")
            : Results.Ok(brief);
    }
}

using System.Reflection;
using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api.Pages;

/// <summary>The pages of the service: sign in with a key as a person, see one's people, open a brief.</summary>
static class ConsoleApi
{
    static readonly TimeSpan SignedIn = TimeSpan.FromHours(12);

    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        var console = app.MapGroup("").ExcludeFromDescription();
        var style = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!).ReadToEnd();
        console.MapGet("/console/style.css", () => Results.Text(style, "text/css"));
        console.MapGet("/console/sign-in", () => ConsolePages.SignIn(null));
        console.MapPost("/console/sign-in", SignIn).DisableAntiforgery();
        console.MapGet("/console/enter", Enter);
        console.MapGet("/console/sign-out", SignOut);
        console.MapGroup("").RequireScope(Scopes.ReadInsights).AsPerson().MapGet("/console/people", People);
        console.MapGet("/", (HttpRequest request) => Results.Redirect(request.Cookies.ContainsKey(KeyAuthentication.Cookie) ? "/console/people" : "/console/sign-in"));
    }

    /// <summary>Changes a key that may act as a person into one that reads as that person alone for half a day.</summary>
    static async Task<IResult> SignIn(HttpRequest request, ManageKeys keys, InsightDb db, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (secret, person) = (form["key"].ToString().Trim(), form["person"].ToString().Trim());
        if (await keys.FindAsync(secret, ct) is not { } key || !key.Scopes.Contains(Scopes.ReadInsights) || !key.Scopes.Contains(Scopes.ActAs))
            return ConsolePages.SignIn("This key does not open anything here.");
        await using var transaction = await db.BeginAsync(key.TenantId, ct);
        if (!await db.People.AnyAsync(p => p.Id == person, ct))
            return ConsolePages.SignIn("Nobody of that id works here.");
        var bound = await keys.IssueAsync(key.TenantId, $"console as {person}", [Scopes.ReadInsights], ct, person, SignedIn);
        await transaction.CommitAsync(ct);
        SetCookie(request.HttpContext, bound.Key);
        return Results.Redirect("/console/people");
    }

    /// <summary>Takes a key that is bound to a person from the address into the cookie, and goes on to a page of this service.</summary>
    static async Task<IResult> Enter(string key, string? to, HttpContext http, ManageKeys keys, CancellationToken ct)
    {
        if (await keys.FindAsync(key, ct) is not { PersonId: not null })
            return ConsolePages.SignIn("This address has ended.");
        SetCookie(http, key);
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(to) ? to! : "/console/people");
    }

    /// <summary>Takes the key of the browser back, so that a copy of the cookie opens nothing either.</summary>
    static async Task<IResult> SignOut(HttpContext http, ManageKeys keys, CancellationToken ct)
    {
        if (http.Request.Cookies[KeyAuthentication.Cookie] is { } secret && await keys.FindAsync(secret, ct) is { PersonId: not null } key)
            await keys.RevokeAsync(key.TenantId, key.Id, ct);
        http.Response.Cookies.Delete(KeyAuthentication.Cookie);
        return Results.Redirect("/console/sign-in");
    }

    static async Task<IResult> People(Caller caller, InsightDb db, TimeProvider clock, CancellationToken ct)
    {
        var reports = await db.People.Where(p => p.ManagerId == caller.Reader.PersonId).OrderBy(p => p.Name).ToListAsync(ct);
        var talks = (await db.Conversations.Where(c => c.ManagerId == caller.Reader.PersonId).GroupBy(c => c.ReportId).Select(g => new { g.Key, Last = g.Max(c => c.Date) }).ToListAsync(ct))
            .ToDictionary(t => t.Key, t => t.Last);
        var me = await db.People.SingleAsync(p => p.Id == caller.Reader.PersonId, ct);
        return ConsolePages.People(me, reports, talks, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    static void SetCookie(HttpContext http, string key) =>
        http.Response.Cookies.Append(
            KeyAuthentication.Cookie, key,
            new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = SignedIn, IsEssential = true, Path = "/" });
}

using InsightEngine.Access;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api.Auth;

/// <summary>What an endpoint asks of its caller.</summary>
static class Rights
{
    public const string PersonHeader = "X-Insight-Person";

    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(policy =>
            policy.RequireClaim(Caller.TenantClaim).RequireAssertion(c => c.User.FindAll(Caller.ScopeClaim).Any(s => s.Value.Split(' ').Contains(scope))));

    public static TBuilder RequireOperator<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(policy => policy.RequireClaim(Caller.OperatorClaim));

    /// <summary>Reads as a person of the tenant, inside one transaction that sees that tenant alone.</summary>
    public static RouteGroupBuilder AsPerson(this RouteGroupBuilder endpoints)
    {
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var caller = http.RequestServices.GetRequiredService<Caller>();
            var db = http.RequestServices.GetRequiredService<InsightDb>();
            if (PersonOf(http, caller, out var refusal) is not { } person)
                return refusal;
            await using var transaction = await db.BeginAsync(caller.TenantId, http.RequestAborted);
            var today = DateOnly.FromDateTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            if (!await db.People.AnyAsync(p => p.Id == person && (p.LeftOn == null || p.LeftOn >= today), http.RequestAborted))
                return Refuse($"'{person}' is not somebody who works in this tenant.");
            caller.Reader = new(caller.TenantId, person);
            var result = await next(context);
            // Reading leaves at most an audit row.
            await transaction.CommitAsync(http.RequestAborted);
            return result;
        });
        return endpoints;
    }

    static string? PersonOf(HttpContext http, Caller caller, out IResult? refusal)
    {
        var asked = http.Request.Headers[PersonHeader].ToString();
        refusal = (caller.BoundPersonId, asked) switch
        {
            ({ } bound, { Length: > 0 } other) when bound != other => Refuse($"This key or token reads as {bound} alone; leave {PersonHeader} out."),
            (null, "") => Refuse($"This is read as a person: send {PersonHeader} with a key that has the scope {Scopes.ActAs}, or a person's token."),
            (null, _) when !caller.Scopes.Contains(Scopes.ActAs) => Refuse($"The key lacks the scope {Scopes.ActAs} that {PersonHeader} asks for."),
            _ => null,
        };
        return refusal is null ? caller.BoundPersonId ?? asked : null;
    }

    static IResult Refuse(string detail) => Problem.Of(StatusCodes.Status403Forbidden, "person-required", detail);
}

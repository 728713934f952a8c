using System.Security.Claims;
using System.Text.Encodings.Web;
using InsightEngine.Access;
using InsightEngine.Api.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InsightEngine.Api.Auth;

/// <summary>Keys: in <c>Authorization: Bearer</c>, or, for reading pages only, in the cookie of a signed-in browser.</summary>
sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ManageKeys keys, OperatorKey operatorKey)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Scheme_ = "key";
    public const string Cookie = "insight";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Secret() is not { } secret)
            return AuthenticateResult.NoResult();
        if (operatorKey.Is(secret))
            return Success([new(Caller.OperatorClaim, "true")]);
        if (await keys.FindAsync(secret, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("unknown key");
        List<Claim> claims = [new(Caller.TenantClaim, key.TenantId), .. key.Scopes.Select(s => new Claim(Caller.ScopeClaim, s))];
        if (key.PersonId is not null)
            claims.Add(new(Caller.PersonClaim, key.PersonId));
        return Success(claims);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(StatusCodes.Status401Unauthorized, "unauthorized", "Send a valid key as 'Authorization: Bearer <key>'.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Of(StatusCodes.Status403Forbidden, "forbidden", "This key or token lacks the scope that the call asks for.").ExecuteAsync(Context);

    string? Secret()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header["Bearer ".Length..].Trim();
        // A browser sends its cookie wherever a foreign page tells it to, so the cookie changes nothing.
        return header.Length == 0 && HttpMethods.IsGet(Request.Method) ? Request.Cookies[Cookie] : null;
    }

    AuthenticateResult Success(IEnumerable<Claim> claims) =>
        AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
}

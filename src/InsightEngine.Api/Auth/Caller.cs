using System.Security.Claims;
using InsightEngine.Access;

namespace InsightEngine.Api.Auth;

/// <summary>Who calls: a key or a token of one tenant, and the person as whom it reads.</summary>
public sealed class Caller(IHttpContextAccessor http)
{
    public const string TenantClaim = "tenant";
    public const string ScopeClaim = "scope";
    public const string PersonClaim = "sub";
    public const string OperatorClaim = "operator";

    Reader? reader;

    ClaimsPrincipal User => http.HttpContext!.User;

    public string TenantId => User.FindFirstValue(TenantClaim) ?? throw new InvalidOperationException("the endpoint asks for no scope");

    public IEnumerable<string> Scopes => User.FindAll(ScopeClaim).SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The person that the key or token is bound to.</summary>
    public string? BoundPersonId => User.FindFirstValue(PersonClaim);

    /// <summary>The person as whom this request reads; set by <c>AsPerson</c>.</summary>
    public Reader Reader
    {
        get => reader ?? throw new InvalidOperationException("the endpoint is not read as a person");
        set => reader = value;
    }
}

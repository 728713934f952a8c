using System.Text.Json.Serialization;
using InsightEngine.Access;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;

namespace InsightEngine.Api;

static class TenantsApi
{
    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/tenants", PostTenant).WithTags("Tenants and keys").RequireOperator()
            .WithSummary("Makes a tenant and answers its first key, once. Asks for the operator's key.").Produces<NewTenant>(201).ProducesProblem(409);
        var keys = app.MapGroup("/v1/keys").WithTags("Tenants and keys").RequireScope(Scopes.Admin);
        keys.MapPost("/", PostKey).WithSummary("Makes a key, shown once; it can have only scopes that the calling key has.").Produces<IssuedKey>(201);
        keys.MapDelete("/{id}", DeleteKey).WithSummary("Takes a key back.").Produces(204).ProducesProblem(404);
    }

    static async Task<IResult> PostTenant(TenantBody body, ManageKeys keys, CancellationToken ct)
    {
        var errors = new Tenant { Id = body.Id, Name = body.Name }.Check().ToList();
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await keys.CreateTenantAsync(body.Id, body.Name, body.OpenGoals ?? true, ct) is { } key
            ? Results.Created($"/v1/tenants/{body.Id}", new NewTenant(body.Id, body.Name, key.Key))
            : Problem.Of(StatusCodes.Status409Conflict, "tenant-exists", $"The tenant '{body.Id}' exists, and its first key is not shown again; choose another id.");
    }

    static async Task<IResult> PostKey(KeyBody body, HttpRequest request, Caller caller, ManageKeys keys, CancellationToken ct)
    {
        if (body.Scopes.Length == 0 || body.Scopes.Except(Scopes.All).Any())
            return Problem.Invalid([new("scopes", $"must be some of {string.Join(", ", Scopes.All)}")]);
        if (body.Scopes.Except(caller.Scopes).ToList() is { Count: > 0 } beyond)
            return Problem.Of(StatusCodes.Status403Forbidden, "forbidden", $"Your key lacks {string.Join(", ", beyond)}, and can grant only what it has.");
        if (!request.TryGetIdempotencyKey(out var idempotencyKey, out var refusal))
            return refusal;
        return await keys.IssueOnceAsync(caller.TenantId, body.Name, body.Scopes, idempotencyKey, ct) is { } key
            ? Results.Created($"/v1/keys/{key.Id}", key)
            : Problem.Of(StatusCodes.Status409Conflict, "key-made-already", "A key was made with this Idempotency-Key, and is not shown again; use another.");
    }

    static async Task<IResult> DeleteKey(string id, Caller caller, ManageKeys keys, CancellationToken ct) =>
        await keys.RevokeAsync(caller.TenantId, id, ct) ? Results.NoContent() : Problem.NotFound("key");
}

public sealed record TenantBody([property: JsonRequired] string Id, [property: JsonRequired] string Name, bool? OpenGoals);

public sealed record NewTenant(string Id, string Name, string Key);

public sealed record KeyBody([property: JsonRequired] string Name, [property: JsonRequired] string[] Scopes);

using System.Linq.Expressions;
using InsightEngine.Api.Auth;
using InsightEngine.Api.Http;
using InsightEngine.Data;
using InsightEngine.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api;

static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapEvidence<Person>("/v1/people", "People");
        people.Write.MapPut("/{id}", Put).WithSummary("Stores a person.");
        people.Read.MapGet("/{id}", Get).WithSummary("A person.").Produces<PersonResource>();
        people.Read.MapGet("/", List).WithSummary("The people of the tenant, by id.").Produces<Page<PersonResource>>();
    }

    static Task<IResult> Put(string id, PersonBody body, Caller caller, EvidenceEndpoint evidence, CancellationToken ct) =>
        evidence.StoreAsync(
            new Person
            {
                TenantId = caller.TenantId,
                Id = id,
                Name = body.Name ?? "",
                Email = body.Email,
                Title = body.Title,
                Department = body.Department,
                ManagerId = body.ManagerId,
                HireDate = body.HireDate,
                LeftOn = body.LeftOn,
            }, ct);

    static async Task<IResult> Get(string id, Caller caller, InsightDb db, CancellationToken ct) =>
        await db.VisiblePeople(caller.Reader).Where(p => p.Id == id).Select(PersonResource.From).SingleOrDefaultAsync(ct) is { } person
            ? Results.Ok(person)
            : Problem.NotFound("person");

    static Task<IResult> List([AsParameters] PageQuery page, Caller caller, InsightDb db, CancellationToken ct) =>
        page.ReadAsync(db.VisiblePeople(caller.Reader), PersonResource.From, ct);
}

/// <summary>A person as the client knows them; <c>managerId</c> makes the reporting line, <c>leftOn</c> ends their access.</summary>
public sealed record PersonBody(string? Name, string? Email, string? Title, string? Department, string? ManagerId, DateOnly? HireDate, DateOnly? LeftOn);

public sealed record PersonResource(
    string Id, string Name, string? Email, string? Title, string? Department, string? ManagerId, DateOnly? HireDate, DateOnly? LeftOn) : IResource
{
    internal static readonly Expression<Func<Person, PersonResource>> From =
        p => new PersonResource(p.Id, p.Name, p.Email, p.Title, p.Department, p.ManagerId, p.HireDate, p.LeftOn);
}

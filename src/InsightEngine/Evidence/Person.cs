using InsightEngine.Data;

namespace InsightEngine.Evidence;

public sealed class Person : IEvidence
{
    public required string TenantId { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
    public string? Email { get; set; }
    public string? Title { get; set; }
    public string? Department { get; set; }
    public string? ManagerId { get; set; }
    public DateOnly? HireDate { get; set; }
    public DateOnly? LeftOn { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
    public byte[] ContentHash { get; set; } = [];

    /// <summary>The name to call somebody by in a sentence.</summary>
    public string FirstName => Name.Split(' ', 2)[0];

    public IEnumerable<Reference> References =>
        ManagerId is null ? [] : [new(EvidenceKind.Person, "managerId", ManagerId)];

    public IEnumerable<FieldError> Check(DateOnly today) =>
    [
        .. Rule.Id("id", Id),
        .. Rule.Line("name", Name, required: true),
        .. Rule.Line("email", Email),
        .. Rule.Line("title", Title),
        .. Rule.Line("department", Department),
        .. ManagerId == Id ? [new FieldError("managerId", "nobody is their own manager")] : Array.Empty<FieldError>(),
        .. LeftOn < HireDate ? [new FieldError("leftOn", "is before hireDate")] : Array.Empty<FieldError>(),
    ];
}

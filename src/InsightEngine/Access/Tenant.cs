using InsightEngine.Data;

namespace InsightEngine.Access;

/// <summary>A customer whose people, evidence and insights are walled off from every other's.</summary>
public sealed class Tenant
{
    public required string Id { get; set; }
    public required string Name { get; set; }

    /// <summary>Whether colleagues outside a goal's line of management see it with its check-ins.</summary>
    public bool OpenGoals { get; set; } = true;
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When evidence last came into the answers.</summary>
    public DateTimeOffset? LastProcessedAt { get; set; }

    /// <summary>What is wrong with it by itself; nothing if it is good.</summary>
    public IEnumerable<FieldError> Check() => [.. Rule.Id("id", Id), .. Rule.Line("name", Name, required: true)];
}

namespace InsightEngine.Data;

/// <summary>A row of one tenant: filtered by tenant in every query, and by the database's row-level security beneath.</summary>
public interface ITenantOwned
{
    string TenantId { get; }
}

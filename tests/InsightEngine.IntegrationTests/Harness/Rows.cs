namespace InsightEngine.IntegrationTests.Harness;

/// <summary>All that a tenant has, but for the times at which it came.</summary>
static class Rows
{
    /// <summary>Not evidence and nothing derived from it, but how it came and who read it.</summary>
    static readonly string[] LeftOut = ["imports", "api_keys", "audit", "idempotent_requests"];

    /// <summary>Every row of every table with a tenant, sorted, without its tenant's id.</summary>
    /// <param name="database">Where it is.</param>
    /// <param name="tenant">Its id.</param>
    /// <param name="signalIds">False to compare with another tenant: a signal's id is a hash that the tenant is part of.</param>
    public static async Task<List<string>> OfAsync(TestDatabase database, string tenant, bool signalIds = true)
    {
        var tables = await database.ReadAsync<string>(
            """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where n.nspname = 'public' and c.relkind = 'r' and a.attname = 'tenant_id' order by 1
            """);
        var rows = new List<string>();
        foreach (var table in tables.Except(LeftOut))
            rows.AddRange(await database.ReadAsync<string>(
                $"""
                select '{table} ' || (to_jsonb(t) - 'tenant_id' - 'received_at'{(table == "signals" && !signalIds ? " - 'id'" : "")})::text collate "C" from {table} t where tenant_id = '{tenant}' order by 1
                """));
        return rows;
    }
}

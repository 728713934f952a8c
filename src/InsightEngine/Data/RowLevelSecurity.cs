namespace InsightEngine.Data;

/// <summary>The second wall between tenants: SQL of the first migration. A later table of a tenant's rows takes <see cref="Wall"/> in its own migration.</summary>
static class RowLevelSecurity
{
    static readonly string[] Tables =
    [
        "people", "goals", "check_ins", "feedback", "conversations", "utterances", "work_events", "passages", "signals", "imports", "import_chunks",
        "idempotent_requests", "audit",
    ];

    public static string Policies => string.Concat(Tables.Select(Wall));

    /// <summary>Binds the owner too. Without a tenant in the transaction (the setting is NULL or, on a pooled connection, '') there are no rows.</summary>
    public static string Wall(string table) =>
        $"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        create policy tenant on {table} using (tenant_id = nullif(current_setting('app.tenant', true), ''));

        """;

    /// <summary>A manager's team downwards; it runs with the caller's rights. The depth bounds a circle, should one ever get in.</summary>
    public const string ReportsOf =
        """
        create function reports_of(tenant text, manager text) returns table (person_id text, depth integer)
        language sql stable as $$
            with recursive team as (
                select p.id, 1 as depth from people p where p.tenant_id = tenant and p.manager_id = manager
                union all
                select p.id, t.depth + 1 from people p join team t on p.tenant_id = tenant and p.manager_id = t.id where t.depth < 50
            )
            select id collate "C", depth from team
        $$;
        """;
}

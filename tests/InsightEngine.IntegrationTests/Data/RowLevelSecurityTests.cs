using InsightEngine.Data;
using InsightEngine.IntegrationTests.Harness;
using Npgsql;

namespace InsightEngine.IntegrationTests.Data;

public sealed class RowLevelSecurityTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task Every_table_with_a_tenant_is_walled_also_against_its_owner_or_holds_ids_alone()
    {
        var open = await service.Database.ReadAsync<string>(
            """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            order by 1
            """);
        Assert.Equal(["api_keys", "pending_evidence", "pending_imports"], open);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_tenant_there_are_no_rows_for_the_owner_and_the_serving_role(bool owner)
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        await using var source = NpgsqlDataSource.Create(owner ? service.Database.Owner : service.Database.App);
        await using var connection = await source.OpenConnectionAsync();
        Assert.Equal(0L, await CountAsync(connection));
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await SetAsync(connection, tenant.Id);
            Assert.Equal(1L, await CountAsync(connection));
            await SetAsync(connection, "");
            Assert.Equal(0L, await CountAsync(connection));
        }
    }

    [Fact]
    public async Task A_pooled_connection_does_not_keep_the_tenant_of_its_last_user()
    {
        var tenant = await service.NewTenantAsync();
        await tenant.PersonAsync("P001");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(service.Database.App) { MaxPoolSize = 1 }.ConnectionString);
        int first;
        await using (var connection = await source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await SetAsync(connection, tenant.Id);
            Assert.Equal(1L, await CountAsync(connection));
            await transaction.CommitAsync();
            first = connection.ProcessID;
        }
        await using var next = await source.OpenConnectionAsync();
        Assert.Equal(first, next.ProcessID);
        Assert.Equal(0L, await CountAsync(next));
    }

    [Fact]
    public async Task A_transaction_of_one_tenant_cannot_write_into_another()
    {
        var (mine, other) = (await service.NewTenantAsync(), await service.NewTenantAsync());
        await other.PersonAsync("P001");
        await using var connection = new NpgsqlConnection(service.Database.App);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await SetAsync(connection, mine.Id);
            await using var update = new NpgsqlCommand("update people set name = 'changed'", connection);
            Assert.Equal(0, await update.ExecuteNonQueryAsync());
            await using var delete = new NpgsqlCommand("delete from people", connection);
            Assert.Equal(0, await delete.ExecuteNonQueryAsync());
            await using var insert = new NpgsqlCommand(
                $"insert into people (tenant_id, id, name, received_at, content_hash) values ('{other.Id}', 'P002', 'x', now(), '')", connection);
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync())).SqlState);
        }
        Assert.Equal(1, await other.RowsOfAsync("people"));
    }

    [Fact]
    public async Task The_serving_role_can_make_no_table_and_change_no_wall()
    {
        await using var connection = new NpgsqlConnection(service.Database.App);
        await connection.OpenAsync();
        foreach (var sql in (string[])["create table public.mine (id int)", "alter table people disable row level security", "drop policy tenant on people", "set role insight_owner"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Fact]
    public async Task A_role_that_no_wall_binds_is_refused_with_what_to_do()
    {
        await using var source = NpgsqlDataSource.Create(service.Database.Superuser);
        var refusal = await Assert.ThrowsAsync<UnboundRoleException>(() => PrepareDatabase.RefuseUnboundRoleAsync(source, CancellationToken.None));
        Assert.Contains("superuser or has BYPASSRLS", refusal.Message);
        Assert.Contains("ConnectionStrings__InsightOwner", refusal.Message);
    }

    static async Task<long> CountAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select count(*) from people", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task SetAsync(NpgsqlConnection connection, string tenant)
    {
        await using var command = new NpgsqlCommand("select set_config('app.tenant', $1, true)", connection) { Parameters = { new() { Value = tenant } } };
        await command.ExecuteNonQueryAsync();
    }
}

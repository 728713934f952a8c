using System.Globalization;
using InsightEngine.Data;
using InsightEngine.Data.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InsightEngine.Tests.Data;

/// <summary>On real clusters. Those that restart theirs own it; the others share one.</summary>
public sealed class PrivatePostgresTests(PrivatePostgresTests.SharedServer shared) : IClassFixture<PrivatePostgresTests.SharedServer>
{
    static Task<PrivatePostgres> Start(string folder) =>
        PrivatePostgres.StartAsync(folder, NullLogger.Instance, CancellationToken.None, durable: false);

    [Fact]
    public async Task It_answers_with_pgvector_of_at_least_0_8_and_checksums()
    {
        Assert.True(Version.Parse(await Ask(shared.Server.ConnectionString, "select extversion from pg_extension where extname = 'vector'")) >= new Version(0, 8));
        Assert.Equal("on", await Ask(shared.Server.ConnectionString, "show data_checksums"));
        Assert.Equal("UTF8 C.UTF-8", await Ask(shared.Server.ConnectionString,
            "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = current_database()"));
    }

    [Theory]
    [InlineData("OwnerConnectionString")]
    [InlineData("ConnectionString")]
    public async Task Neither_role_escapes_row_level_security(string which)
    {
        var used = which == nameof(PrivatePostgres.ConnectionString) ? shared.Server.ConnectionString : shared.Server.OwnerConnectionString;
        Assert.Equal("false", await Ask(used,
            "select (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)::text from pg_roles where rolname = current_user"));
    }

    [Fact]
    public async Task The_serving_role_uses_what_the_owner_makes_and_makes_nothing()
    {
        await Tell(shared.Server.OwnerConnectionString, """
            create schema later; create table later.jobs (id bigserial primary key, done bool not null default false);
            create function later.two() returns int language sql as 'select 2'
            """);
        await Tell(shared.Server.ConnectionString, "insert into later.jobs default values; update later.jobs set done = true");
        Assert.Equal("1 2", await Ask(shared.Server.ConnectionString, "select count(*) || ' ' || later.two() from later.jobs where done"));
        await Tell(shared.Server.ConnectionString, "delete from later.jobs");

        foreach (var forbidden in (string[])
            ["create table t (i int)", "create table later.t (i int)", "create schema mine", "truncate later.jobs", "alter table later.jobs add x int", "set role insight_owner"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Tell(shared.Server.ConnectionString, forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task It_listens_on_no_network_and_lets_nobody_in_without_a_password()
    {
        Assert.Equal("", await Ask(shared.Server.ConnectionString, "show listen_addresses"));
        var sockets = Directory.EnumerateFiles($"/proc/{shared.Postmaster}/fd").Select(f => new FileInfo(f).LinkTarget ?? "").ToHashSet();
        var network = ((string[])["tcp", "tcp6"]).SelectMany(kind => File.ReadLines($"/proc/{shared.Postmaster}/net/{kind}").Skip(1))
            .Select(line => $"socket:[{line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9]}]");
        Assert.Contains(sockets, s => s.StartsWith("socket:", StringComparison.Ordinal));
        Assert.Empty(sockets.Intersect(network));

        var wrong = new NpgsqlConnectionStringBuilder(shared.Server.ConnectionString) { Username = "postgres", Password = "guess", Pooling = false };
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Tell(wrong.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.Equal("600", (await Run("stat", ["-c", "%a", Path.Combine(shared.Folder, "postgres", "insight-passwords.json")])).Output.Trim());
    }

    [Fact]
    public async Task A_second_instance_is_told_who_holds_the_folder()
    {
        var refused = await Assert.ThrowsAsync<PrivatePostgresException>(() => Start(shared.Folder));
        Assert.Contains($"pid {Environment.ProcessId} on ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("since 20", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", await Ask(shared.Server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_cluster_starts_again_with_its_data_from_a_long_path_and_beside_a_stale_pid_file_and_says_why_it_does_not()
    {
        using var folder = new TemporaryFolder(new string('n', 100));
        await using (var first = await Start(folder.Path))
            await Remember(first, "kept");
        var pidFile = Path.Combine(folder.Path, "postgres", "postmaster.pid");
        Assert.False(File.Exists(pidFile));

        // By now the number is somebody else's process: ours.
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}\n{folder.Path}/postgres\n1700000000\n5432\n{folder.Path}/postgres\n\n0 0\nready\n");
        await using (var second = await Start(folder.Path))
            Assert.Equal("kept", await Recall(second));

        await File.AppendAllTextAsync(Path.Combine(folder.Path, "postgres", "postgresql.conf"), "\nno_such_setting = 1\n");
        var broken = await Assert.ThrowsAsync<PrivatePostgresException>(() => Start(folder.Path));
        Assert.Contains("no_such_setting", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_recovers_from_a_killed_server_and_from_a_server_that_a_killed_service_left()
    {
        using var folder = new TemporaryFolder("data");
        var first = await Start(folder.Path);
        await Remember(first, "kept");
        await Run("kill", ["-9", Postmaster(folder.Path)]);
        await first.DisposeAsync();

        await using (var second = await Start(folder.Path))
            Assert.Equal("kept", await Recall(second));

        var orphan = await LeaveOrphan(folder.Path);
        await using var third = await Start(folder.Path);
        Assert.NotEqual(orphan, Postmaster(folder.Path));
        Assert.Equal("kept", await Recall(third));
    }

    [Fact]
    public async Task A_cluster_that_another_version_made_is_left_alone()
    {
        using var folder = new TemporaryFolder("data");
        var cluster = Directory.CreateDirectory(Path.Combine(folder.Path, "postgres")).FullName;
        await File.WriteAllTextAsync(Path.Combine(cluster, "PG_VERSION"), "11\n");

        var refused = await Assert.ThrowsAsync<PrivatePostgresException>(() => Start(folder.Path));
        Assert.Contains("made by PostgreSQL 11", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What `kill -9` of a service leaves: a server that runs, and a folder that nobody holds.</summary>
    static async Task<string> LeaveOrphan(string folder)
    {
        await (await Start(folder)).DisposeAsync();
        var cluster = Path.Combine(folder, "postgres");
        var user = await ServerUser.ForAsync(cluster, CancellationToken.None);
        await new Cluster(await ServerBinaries.FindAsync(cluster, CancellationToken.None), user, cluster, cluster).StartAsync(CancellationToken.None);
        return Postmaster(folder);
    }

    static string Postmaster(string folder) => File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).First();

    static Task Remember(PrivatePostgres server, string word) =>
        Tell(server.OwnerConnectionString, $"create table words (word text); insert into words values ('{word}')");

    static Task<string> Recall(PrivatePostgres server) => Ask(server.ConnectionString, "select word from words");

    static Task<CommandResult> Run(string file, string[] arguments) => Command.RunAsync(file, arguments, CancellationToken.None);

    static async Task Tell(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> Ask(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    /// <summary>Does not exist yet, so that the server's start makes it in the way that it needs.</summary>
    sealed class TemporaryFolder(string name) : IDisposable
    {
        readonly string parent = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"insight-{Guid.NewGuid():N}");

        public string Path => System.IO.Path.Combine(parent, name);

        public void Dispose() => Directory.Delete(parent, recursive: true);
    }

    public sealed class SharedServer : IAsyncLifetime, IDisposable
    {
        readonly TemporaryFolder folder = new("data");

        public PrivatePostgres Server { get; private set; } = null!;

        public string Folder => folder.Path;

        public string Postmaster => PrivatePostgresTests.Postmaster(Folder);

        public async Task InitializeAsync() => Server = await Start(folder.Path);

        public async Task DisposeAsync() => await Server.DisposeAsync();

        public void Dispose() => folder.Dispose();
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace InsightEngine.Data.Postgres;

/// <summary>An installed PostgreSQL server, with pgvector, that this engine can run on.</summary>
sealed partial record ServerBinaries(string Folder, Version Version, Version VectorVersion)
{
    const int OldestMajor = 15;
    const string Help = "`./run` installs it on Debian and Ubuntu; elsewhere use `docker compose up`, or name your own server in ConnectionStrings__Insight.";
    static readonly Version OldestVector = new(0, 8);
    static readonly Version None = new(0, 0);

    public string Tool(string name) => Path.Combine(Folder, name);

    /// <summary>The newest one that fits; for a cluster that exists, the one of its own major version.</summary>
    public static async Task<ServerBinaries> FindAsync(string clusterFolder, CancellationToken ct)
    {
        var found = new List<ServerBinaries>();
        foreach (var folder in Folders().Where(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl"))).Distinct())
        {
            if (await VersionAsync(folder, ct) is { } version)
                found.Add(new ServerBinaries(folder, version, await VectorAsync(folder, version, ct) ?? None));
        }

        var fit = found.Where(b => b.Version.Major >= OldestMajor).ToList();
        if (fit.Count == 0)
            throw new PrivatePostgresException(found.Count == 0
                ? $"PostgreSQL {OldestMajor} or newer is not installed. {Help}"
                : $"PostgreSQL {OldestMajor} or newer is needed, and {found[0].Folder} has {found[0].Version}. {Help}");

        var versionFile = Path.Combine(clusterFolder, "PG_VERSION");
        if (File.Exists(versionFile))
        {
            var major = int.Parse(await File.ReadAllTextAsync(versionFile, ct), CultureInfo.InvariantCulture);
            var installed = string.Join(", ", fit.Select(b => b.Version));
            fit = fit.FindAll(b => b.Version.Major == major);
            if (fit.Count == 0)
                throw new PrivatePostgresException(
                    $"The database in {clusterFolder} was made by PostgreSQL {major}, and this machine has {installed}: "
                    + $"install PostgreSQL {major} with pgvector beside it, convert the folder with pg_upgrade, or move it away to start empty.");
        }

        var newest = fit.OrderByDescending(b => b.VectorVersion >= OldestVector).ThenByDescending(b => b.Version).First();
        if (newest.VectorVersion >= OldestVector)
            return newest;
        var state = newest.VectorVersion == None ? "is not installed" : $"is only {newest.VectorVersion}";
        throw new PrivatePostgresException(
            $"pgvector {OldestVector} or newer is needed, and for PostgreSQL {newest.Version} in {newest.Folder} it {state}. {Help}");
    }

    static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("INSIGHT_POSTGRES_BIN") is { Length: > 0 } given)
        {
            return File.Exists(Path.Combine(given, "initdb"))
                ? [given]
                : throw new PrivatePostgresException($"INSIGHT_POSTGRES_BIN names {given}, where there is no initdb: name the folder that holds the server's programs.");
        }
        return Versions("/usr/lib/postgresql", "*").Concat(Versions("/usr", "pgsql-*"))
            .Concat(Versions("/opt/homebrew/opt", "postgresql@*")).Concat(Versions("/usr/local/opt", "postgresql@*"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Append("/opt/homebrew/bin").Append("/usr/local/bin").Append("/usr/local/pgsql/bin");
    }

    static IEnumerable<string> Versions(string parent, string pattern) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(d => Path.Combine(d, "bin")) : [];

    static async Task<Version?> VersionAsync(string folder, CancellationToken ct)
    {
        var printed = await Command.RunAsync(Path.Combine(folder, "pg_ctl"), ["--version"], ct);
        var number = VersionNumber().Match(printed.Output);
        return printed.Succeeded && number.Success ? Version.Parse(number.Value) : null;
    }

    static async Task<Version?> VectorAsync(string folder, Version version, CancellationToken ct)
    {
        var config = Path.Combine(folder, "pg_config");
        var share = File.Exists(config)
            ? (await Command.RunAsync(config, ["--sharedir"], ct)).Output.Trim()
            : $"/usr/share/postgresql/{version.Major}";
        var control = Path.Combine(share, "extension", "vector.control");
        var number = File.Exists(control) ? DefaultVersion().Match(await File.ReadAllTextAsync(control, ct)) : Match.Empty;
        return number.Success ? Version.Parse(number.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"default_version\s*=\s*'(\d+\.\d+(?:\.\d+)?)'")]
    private static partial Regex DefaultVersion();
}

using System.Globalization;

namespace InsightEngine.Data.Postgres;

/// <summary>What the private server is told beyond PostgreSQL's defaults.</summary>
static class ClusterSettings
{
    public const string FileName = "insight.conf";

    // No network port: it only names the socket. Stated, as the environment may hold another.
    public const int Port = 5432;

    const long Megabyte = 1 << 20;

    public static void WriteOnce(string clusterFolder)
    {
        File.AppendAllText(Path.Combine(clusterFolder, "postgresql.conf"), $"\ninclude '{FileName}'\n");
        File.WriteAllText(Path.Combine(clusterFolder, "pg_hba.conf"), "local all all scram-sha-256\n");
    }

    public static string Render(string socketFolder, bool durable)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["port"] = Text(Port),
            // A list of folders: quoted inside, or a comma would cut it.
            ["unix_socket_directories"] = $"\"{socketFolder.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            ["unix_socket_permissions"] = "0700",
            ["max_connections"] = "100",
            ["shared_buffers"] = durable ? $"{Math.Clamp(memory / 8, 128, 512)}MB" : "64MB",
            ["effective_cache_size"] = $"{Math.Max(256, memory / 2)}MB",
            ["maintenance_work_mem"] = $"{Math.Clamp(memory / 16, 64, 512)}MB",
            ["work_mem"] = "16MB",
            ["wal_compression"] = "on",
            ["max_wal_size"] = "2GB",
            ["random_page_cost"] = "1.1",
            // Compiling costs more than the short queries of a request take.
            ["jit"] = "off",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_checkpoints"] = "off",
            ["log_line_prefix"] = "%m [%p] %u ",
        };
        // Containers have 64 MB of shared memory, too little for parallel index builds.
        if (OperatingSystem.IsLinux() && (!Directory.Exists("/dev/shm") || new DriveInfo("/dev/shm").TotalSize < 1024 * Megabyte))
            settings["dynamic_shared_memory_type"] = "mmap";
        // What is committed is still handed to the system, so a killed process loses nothing: only a power cut does.
        if (!durable)
        {
            settings["fsync"] = "off";
            settings["full_page_writes"] = "off";
        }
        var lines = settings.Select(s => $"{s.Key} = '{s.Value.Replace("'", "''", StringComparison.Ordinal)}'");
        return $"# Written at every start: put settings of your own at the end of postgresql.conf.\n{string.Join('\n', lines)}\n";
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

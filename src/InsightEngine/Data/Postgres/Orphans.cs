using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace InsightEngine.Data.Postgres;

/// <summary>
/// Clears what a killed service or a killed server left behind: a server that still runs, processes without their server,
/// a postmaster.pid that names somebody else's process. Called under the folder's lock, so nobody else runs this cluster.
/// </summary>
static class Orphans
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task StopAsync(Cluster cluster, ILogger log, CancellationToken ct)
    {
        if (cluster.PostmasterPid is { } pid && await IsOursAsync(pid, cluster, ct))
        {
            log.StoppingOrphan(pid, cluster.Folder);
            await cluster.StopAsync();
        }
        await EndProcessesAsync(cluster, log, ct);
        // A number that another program has by now would keep the server from starting. Where it is free, the file stays:
        // the server reads in it which shared memory to check before it starts beside survivors.
        if (cluster.PostmasterPid is { } stale && Lives(stale))
            cluster.ForgetPostmaster();
    }

    /// <summary>Processes whose server was killed end by themselves, unless they are in the middle of something.</summary>
    static async Task EndProcessesAsync(Cluster cluster, ILogger log, CancellationToken ct)
    {
        var waiting = Stopwatch.StartNew();
        var told = false;
        while (OnLinux(cluster.Folder) is { Count: > 0 } left)
        {
            if (waiting.Elapsed > Patience)
            {
                if (!told)
                    log.EndingOrphanedBackends(left.Count, cluster.Folder);
                told = true;
                left.ForEach(Kill);
            }
            if (waiting.Elapsed > 2 * Patience)
                throw new PrivatePostgresException(
                    $"PostgreSQL processes still run in {cluster.Folder} (pids {string.Join(", ", left)}): end them and start again.");
            await Task.Delay(Pause, ct);
        }
    }

    static async Task<bool> IsOursAsync(int pid, Cluster cluster, CancellationToken ct)
    {
        if (OperatingSystem.IsLinux())
            return OnLinux(cluster.Folder).Contains(pid);
        var command = await Command.RunAsync("ps", ["-o", "command=", "-p", pid.ToString(CultureInfo.InvariantCulture)], ct);
        return command.Output.Contains("postgres", StringComparison.Ordinal) && command.Output.Contains(cluster.Folder, StringComparison.Ordinal);
    }

    /// <summary>A server and its processes work in the cluster's folder, which tells them from all others.</summary>
    static List<int> OnLinux(string folder) => !OperatingSystem.IsLinux() ? [] :
        [.. from entry in Directory.EnumerateDirectories("/proc")
            let pid = int.TryParse(Path.GetFileName(entry), out var number) ? number : 0
            where pid > 0 && WorksIn(entry, folder)
            select pid];

    static bool WorksIn(string process, string folder)
    {
        try
        {
            return new DirectoryInfo($"{process}/cwd").LinkTarget == folder
                && File.ReadAllText($"{process}/comm").StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It ended, or is another user's.
        }
    }

    static bool Lives(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself; one that may not be killed is reported by the caller.
        }
    }
}

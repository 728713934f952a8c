using System.Diagnostics;

namespace InsightEngine.Data.Postgres;

/// <summary>Runs one of PostgreSQL's or the system's tools to its end.</summary>
static class Command
{
    public static async Task<CommandResult> RunAsync(string file, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Ours may be closed to the server's user.
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        // PGPORT, PGDATA and the like point at some other server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            // Alone: a server that it was starting is stopped in good order by whoever asked for it.
            process.Kill();
            throw;
        }
    }
}

sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Everything => $"{Output}\n{Error}".Trim();
}

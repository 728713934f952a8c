using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>The host as a process of its own, which can be killed.</summary>
sealed class HostProcess : IDisposable
{
    readonly Process process;
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<string> output = new();

    HostProcess(Process process) => this.process = process;

    public HttpClient Client { get; private set; } = null!;
    public int ExitCode => process.ExitCode;
    public string Output => string.Join('\n', output);

    /// <summary>Starts it over a database; returns when it listens or has ended.</summary>
    public static async Task<HostProcess> StartAsync(string connection, string owner, params (string Name, string Value)[] settings)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(SourceTree.Root, "artifacts", "bin", "InsightEngine.Api", configuration, "InsightEngine.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Name, string Value)[] all =
        [
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("ConnectionStrings__Insight", connection), ("ConnectionStrings__InsightOwner", owner),
            ("INSIGHT_ADMIN_KEY", Service.OperatorKey), .. settings,
        ];
        foreach (var (name, value) in all)
            start.Environment[name] = value;
        var host = new HostProcess(Process.Start(start)!);
        host.process.OutputDataReceived += (_, line) => host.Hear(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Hear(line.Data);
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        if (await Task.WhenAny(host.listening.Task, host.process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2)) == host.listening.Task)
            host.Client = new() { BaseAddress = await host.listening.Task };
        return host;
    }

    public HttpClient CallerWith(string key) => new() { BaseAddress = Client.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    /// <summary>As `kill -9` does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end as a supervisor does, and waits.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return watch.Elapsed;
    }

    public static async Task<bool> Until(Func<Task<bool>> holds, TimeSpan atMost)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < atMost;)
        {
            if (await holds())
                return true;
            await Task.Delay(25);
        }
        return false;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        const string Sign = "Now listening on: ";
        if (line.IndexOf(Sign, StringComparison.Ordinal) is >= 0 and var at)
            listening.TrySetResult(new(line[(at + Sign.Length)..].Trim()));
    }
}

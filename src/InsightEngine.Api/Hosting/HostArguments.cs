namespace InsightEngine.Api.Hosting;

/// <summary>What the command line of the host says: <c>--demo</c>, <c>--port N</c>, <c>--data DIR</c>. Settings as <c>--Key=value</c> go to the configuration.</summary>
sealed record HostArguments(bool Demo, int? Port, string? DataFolder)
{
    public static HostArguments Parse(string[] args)
    {
        string? ValueOf(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var port = ValueOf("--port");
        return new(
            args.Contains("--demo"),
            port is null ? null
                : int.TryParse(port, out var number) && number is > 0 and < 65536 ? number
                : throw new HostException($"--port takes a number from 1 to 65535, not '{port}'."),
            ValueOf("--data"));
    }
}

/// <summary>A reason not to start; its message tells what to change.</summary>
sealed class HostException(string message) : Exception(message);

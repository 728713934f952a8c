using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InsightEngine.IntegrationTests.Harness;

/// <summary>Every line that anything logs, at any level, with its exception and its named values.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    /// <summary>The last error of any host: what a failed test needs to know.</summary>
    public static string LastError { get; private set; } = "";

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Captured(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Captured(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named.Select(v => v.Value)) : "";
            lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception} {values}");
            if (logLevel >= LogLevel.Error)
                LastError = $"{category}: {formatter(state, exception)} {exception}";
        }
    }
}

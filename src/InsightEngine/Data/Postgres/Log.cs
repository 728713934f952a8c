using Microsoft.Extensions.Logging;

namespace InsightEngine.Data.Postgres;

static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Creating the database in {Folder} with PostgreSQL {Version}")]
    public static partial void CreatingDatabase(this ILogger log, string folder, Version version);

    [LoggerMessage(LogLevel.Information, "PostgreSQL {Version} with pgvector {VectorVersion} runs in {Folder}")]
    public static partial void DatabaseStarted(this ILogger log, Version version, Version vectorVersion, string folder);

    [LoggerMessage(LogLevel.Information, "PostgreSQL stopped")]
    public static partial void DatabaseStopped(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "Stopping the PostgreSQL server (pid {Pid}) that a killed service left in {Folder}")]
    public static partial void StoppingOrphan(this ILogger log, int pid, string folder);

    [LoggerMessage(LogLevel.Warning, "Ending {Count} PostgreSQL processes in {Folder} whose server was killed")]
    public static partial void EndingOrphanedBackends(this ILogger log, int count, string folder);
}

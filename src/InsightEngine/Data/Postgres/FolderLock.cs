using System.Globalization;

namespace InsightEngine.Data.Postgres;

/// <summary>
/// Holds a data folder for the life of the process, by the system's lock, which also a killed process gives back.
/// Who holds it stands in a second file: the locked one cannot be read.
/// </summary>
sealed class FolderLock : IDisposable
{
    // EWOULDBLOCK on Linux and on macOS.
    const int HeldOnLinux = 11, HeldOnMac = 35;

    readonly FileStream locked;
    readonly string holderFile;

    FolderLock(FileStream locked, string holderFile) => (this.locked, this.holderFile) = (locked, holderFile);

    public static FolderLock Take(string dataFolder)
    {
        var holderFile = Path.Combine(dataFolder, "service.holder");
        try
        {
            var locked = new FileStream(Path.Combine(dataFolder, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
            File.WriteAllText(holderFile, $"pid {Environment.ProcessId} on {Environment.MachineName}, since {now}");
            return new FolderLock(locked, holderFile);
        }
        catch (IOException e) when (e.HResult is HeldOnLinux or HeldOnMac)
        {
            var holder = File.Exists(holderFile) ? File.ReadAllText(holderFile) : "another process";
            throw new PrivatePostgresException(
                $"The data folder {dataFolder} is in use by another InsightEngine ({holder}). Stop that one, or start this one with another folder: --data DIR.");
        }
    }

    public void Dispose()
    {
        File.Delete(holderFile);
        locked.Dispose();
    }
}

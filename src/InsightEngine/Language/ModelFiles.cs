namespace InsightEngine.Language;

/// <summary>Finds a folder under <c>models</c>: beside the program where it was published, in the source tree in development.</summary>
public static class ModelFiles
{
    /// <param name="name">The folder's name under <c>models</c>, or an absolute path, which is taken as it is.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder; the message says where it was looked for.</exception>
    public static string Find(string name)
    {
        if (Path.IsPathRooted(name))
            return Directory.Exists(name) ? name : throw new DirectoryNotFoundException($"There is no model folder {name}.");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "models", name);
            if (Directory.Exists(found)) return found;
            if (File.Exists(Path.Combine(folder.FullName, "InsightEngine.sln"))) break;
        }
        throw new DirectoryNotFoundException(
            $"There is no folder models/{name} in {AppContext.BaseDirectory} or above it. "
            + "Publish the host with its models, or give an absolute path.");
    }
}

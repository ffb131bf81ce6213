namespace Optimizer.Testing;

/// <summary>The checked-out repository that the tests were built from: what the architecture tests read.</summary>
public static class Repository
{
    private static readonly string[] Generated = ["artifacts", "bin", "obj"];

    /// <summary>Full path of the folder that holds Optimizer.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of a file or folder below the root.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Path from the root, with forward slashes, as messages show it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files of a top folder by pattern, in ordinal order, without what the build writes.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) => Directory.Exists(File(folder))
        ? [.. Directory.EnumerateFiles(File(folder), pattern, SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)]
        : [];

    private static bool IsSource(string path) => !Relative(path).Split('/').Intersect(Generated).Any();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Optimizer.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No parent folder of {AppContext.BaseDirectory} holds Optimizer.sln.");
    }
}

namespace Optimizer.Testing;

/// <summary>
/// The folder of reference material that may stand beside the repository (vectors, recorded experiments).
/// Tests that need it are marked with <see cref="SharedFactAttribute"/> or <see cref="SharedTheoryAttribute"/>
/// and are reported as skipped, with the reason, where it is absent.
/// </summary>
public static class SharedFolder
{
    /// <summary>Full path of the folder, or null when no parent folder of the test binaries has it.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Why a test is skipped, or null when the folder is there.</summary>
    public static string? SkipReason => Path is null
        ? "skipped: the reference folder 'shared' does not stand beside the repository"
        : null;

    /// <summary>Path of a file below the folder.</summary>
    /// <exception cref="InvalidOperationException">The folder is absent; mark the test with a Shared attribute.</exception>
    public static string File(params string[] parts) => Path is null
        ? throw new InvalidOperationException(SkipReason)
        : System.IO.Path.Combine([Path, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "vectors");
            if (Directory.Exists(candidate))
            {
                return System.IO.Path.GetDirectoryName(candidate);
            }
        }

        return null;
    }
}

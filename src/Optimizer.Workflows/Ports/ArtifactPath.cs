namespace Optimizer.Workflows.Ports;

/// <summary>Which paths a page may have, in every store alike.</summary>
public static class ArtifactPath
{
    /// <summary>Whether it names a page under a store's folder, and nothing that leads out of it: there it would reach anything.</summary>
    public static bool IsInside(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length > 0 && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) && !path.Contains(':', StringComparison.Ordinal)
            && !path.Split('/').Any(part => part is "" or "." or "..");
    }

    /// <exception cref="ArgumentException">It is not.</exception>
    public static void MustBeInside(string path)
    {
        if (!IsInside(path))
        {
            throw new ArgumentException($"'{path}' is no path inside a folder, such as cards/onboarding-3.md", nameof(path));
        }
    }
}

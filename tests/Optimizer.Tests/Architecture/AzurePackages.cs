namespace Optimizer.Tests.Architecture;

/// <summary>The packages that only the Azure host and its tests may name, so that everything else builds anywhere.</summary>
public static class AzurePackages
{
    private static readonly string[] Prefixes =
        ["Azure.Data.Tables", "Azure.Storage", "Microsoft.Azure.Functions", "Microsoft.DurableTask"];

    private static readonly string[] Owners = ["Optimizer.Functions", "Optimizer.Functions.Tests"];

    /// <summary>Whether a project belongs to the Azure host, by its name.</summary>
    public static bool IsOwner(string project) => Owners.Contains(project);

    /// <summary>One message per package, or per reference to the host, that stands where it must not.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<ProjectFile> files) =>
    [
        .. from file in files
           where !IsOwner(file.Name)
           from package in file.Packages
           where Prefixes.Any(prefix => package.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
           select $"{file.Path}: names {package}; only Optimizer.Functions and its tests may",
        .. from file in files
           where !IsOwner(file.Name)
           from reference in file.Projects
           where IsOwner(reference)
           select $"{file.Path}: references {reference}; only Optimizer.Functions.Tests may, its packages do not restore everywhere",
    ];
}

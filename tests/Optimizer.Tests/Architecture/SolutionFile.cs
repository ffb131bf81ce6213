using System.Text.RegularExpressions;

namespace Optimizer.Tests.Architecture;

/// <summary>The solution: which projects it holds and which of them each configuration builds.</summary>
public sealed partial record SolutionFile(string Text)
{
    private static readonly string[] Configurations = ["Azure", "Debug", "Release"];

    /// <summary>
    /// Every project is listed; Azure builds all, Debug and Release all but the Azure host and its tests, which have no
    /// Build.0 line there so that a plain build and restore leave their packages alone.
    /// </summary>
    /// <param name="projects">Paths of all csproj files from the root, with forward slashes.</param>
    public IReadOnlyList<string> Faults(IReadOnlyList<string> projects)
    {
        var listed = Listed().Matches(Text).ToDictionary(
            match => match.Groups["path"].Value.Replace('\\', '/'), match => match.Groups["id"].Value);

        return
        [
            .. projects.Except(listed.Keys).Select(path => $"Optimizer.sln: does not list {path}"),
            .. listed.Keys.Except(projects).Select(path => $"Optimizer.sln: lists {path}, which does not exist"),
            .. listed.SelectMany(project => BuildFaults(project.Key, project.Value)),
        ];
    }

    private IEnumerable<string> BuildFaults(string path, string id) =>
        from configuration in Configurations
        let wanted = configuration == "Azure" || !AzurePackages.IsOwner(Path.GetFileNameWithoutExtension(path))
        let built = Text.Contains($"{id}.{configuration}|Any CPU.Build.0", StringComparison.Ordinal)
        where built != wanted
        select $"Optimizer.sln: {configuration} {(built ? "builds" : "does not build")} {path}; it {(wanted ? "must" : "must not")}";

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "(?<path>[^"]+\.csproj)", "(?<id>[^"]+)"\r?$""", RegexOptions.Multiline)]
    private static partial Regex Listed();
}

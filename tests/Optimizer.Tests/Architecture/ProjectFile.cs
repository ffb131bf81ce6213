using System.Xml.Linq;
using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

/// <summary>What one csproj or props file names: projects and packages.</summary>
public sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static ProjectFile Read(string path) => Parse(Repository.Relative(path), File.ReadAllText(path));

    public static ProjectFile Parse(string path, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToLookup(element => element.Name.LocalName, Included);

        return new ProjectFile(
            path,
            [.. items["ProjectReference"].Select(ProjectName), .. items["Reference"].Where(name => name.StartsWith("Optimizer", StringComparison.Ordinal))],
            [.. items["PackageReference"], .. items["GlobalPackageReference"]]);
    }

    private static string Included(XElement element) =>
        (string?)element.Attribute("Include") ?? (string?)element.Attribute("Update") ?? "";

    private static string ProjectName(string include) =>
        System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/'));
}

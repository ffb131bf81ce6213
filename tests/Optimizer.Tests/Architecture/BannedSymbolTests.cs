using System.Text.RegularExpressions;
using System.Xml.Linq;
using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

public partial class BannedSymbolTests
{
    [Fact]
    public void BannedSymbols_OfTheRepository_AreWiredToTheFunctionalCore() => Assert.Equal(
        ["Optimizer.Domain", "Optimizer.Statistics", "Optimizer.Workflows"],
        BuildFiles().SelectMany(path => WiredTo(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).Order(StringComparer.Ordinal));

    [Fact]
    public void BannedSymbols_EachLine_SaysWhatToUseInstead() => Assert.All(
        File.ReadAllLines(Repository.File("src", "BannedSymbols.txt")), line => Assert.Matches(@"^[TPMF]:[^;]+;\w.+$", line));

    [Fact]
    public void Suppressions_UnderSrc_NeverNameTheRule() => Faults.None(
        new[] { "*.cs", "*.csproj", "*.props", "*.targets", ".editorconfig", "*.globalconfig", "*.ruleset" }
            .SelectMany(pattern => Repository.Files("src", pattern))
            .SelectMany(path => Suppressions(Repository.Relative(path), File.ReadAllText(path))));

    [Fact]
    public void Rule_OfTheRepository_IsAnErrorWithItsAnalyzerEverywhere()
    {
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadAllLines(Repository.File(".editorconfig")));
        Assert.Contains(
            ProjectFile.Read(Repository.File("Directory.Packages.props")).Packages,
            package => package == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
    }

    [Theory]
    [InlineData("#pragma warning disable RS0030 // just once")]
    [InlineData("""[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs")]""")]
    [InlineData("<NoWarn>$(NoWarn);RS0030</NoWarn>")]
    public void Suppressions_AnyKind_IsNamedWithItsLine(string line) => Assert.Equal(
        $"src/Clock.cs(2): {line.Trim()}: the rule holds everywhere; pass the value in", Assert.Single(Suppressions("src/Clock.cs", "\n" + line)));

    [Theory]
    [InlineData("""<ItemGroup Condition="'$(MSBuildProjectName)' == 'A' Or '$(MSBuildProjectName)' == 'B'"><AdditionalFiles Include="BannedSymbols.txt" /></ItemGroup>""", "A B")]
    [InlineData("""<ItemGroup><AdditionalFiles Include="../BannedSymbols.txt" /></ItemGroup>""", "Own")]
    [InlineData("""<ItemGroup><AdditionalFiles Include="Other.txt" /></ItemGroup>""", "")]
    [InlineData("""<ItemGroup><AdditionalFiles Remove="BannedSymbols.txt" /></ItemGroup>""", "not Own")]
    public void WiredTo_BuildFile_ReadsConditionOrOwner(string xml, string projects) =>
        Assert.Equal(projects, string.Join(' ', WiredTo("Own", $"<Project>{xml}</Project>")));

    private static IEnumerable<string> BuildFiles() => new[] { "*.csproj", "*.props", "*.targets" }
        .SelectMany(pattern => Repository.Files("src", pattern))
        .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"));

    private static IEnumerable<string> WiredTo(string owner, string xml) =>
        from item in XDocument.Parse(xml).Descendants("AdditionalFiles")
        from attribute in item.Attributes()
        where attribute.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal)
        from project in attribute.Name == "Include" ? Projects(item, owner) : ["not " + owner]
        select project;

    private static List<string> Projects(XElement item, string owner)
    {
        var named = item.AncestorsAndSelf().Attributes("Condition")
            .SelectMany(condition => ProjectInCondition().Matches(condition.Value))
            .Select(match => match.Groups["name"].Value)
            .ToList();

        return named.Count == 0 ? [owner] : named;
    }

    private static IEnumerable<string> Suppressions(string path, string text) =>
        from line in text.Split('\n').Index()
        where line.Item.Contains("RS0030", StringComparison.Ordinal)
        select $"{path}({line.Index + 1}): {line.Item.Trim()}: the rule holds everywhere; pass the value in";

    [GeneratedRegex(@"'\$\(MSBuildProjectName\)' == '(?<name>[^']+)'")]
    private static partial Regex ProjectInCondition();
}

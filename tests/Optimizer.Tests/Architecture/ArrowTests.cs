using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

public class ArrowTests
{
    [Fact]
    public void Projects_UnderSrc_FollowTheArrows() => Faults.None(ArrowTable.Map.Faults(Projects("src")));

    [Fact]
    public void Projects_UnderSrc_AreFound() =>
        Assert.Contains(Projects("src"), project => project.Name == "Optimizer.Domain" && project.Projects.Contains("Optimizer.Statistics"));

    [Fact]
    public void Packages_OfAzure_StandOnlyInFunctions() =>
        Faults.None(AzurePackages.Faults([.. Projects("src"), .. Projects("tests"), .. SharedBuildFiles()]));

    [Fact]
    public void SharedBuildFiles_NameNoProject_SoThatArrowsStandInProjectFiles() =>
        Faults.None(SharedBuildFiles().SelectMany(file => file.Projects.Select(reference => $"{file.Path}: references {reference}")));

    [Theory]
    [InlineData("Optimizer.Statistics", "Optimizer.Domain")]
    [InlineData("Optimizer.Domain", "Optimizer.Workflows")]
    [InlineData("Optimizer.Connectors", "Optimizer.Embedded")]
    [InlineData("Optimizer.Embedded", "Optimizer.Cockpit")]
    [InlineData("Optimizer.Functions", "Optimizer.Embedded")]
    public void Faults_ForbiddenArrow_NamesFileAndReference(string project, string reference)
    {
        var fault = Assert.Single(ArrowTable.Map.Faults([MadeUp(project, reference)]));

        Assert.StartsWith($"src/{project}.csproj: references {reference};", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Optimizer.Cockpit", "Optimizer.Standalone")]
    [InlineData("Optimizer.Standalone", "Optimizer.Functions")]
    public void Faults_ReferenceToAHost_SaysSo(string project, string host) =>
        Assert.Contains("nobody references a host", Assert.Single(ArrowTable.Map.Faults([MadeUp(project, host)])), StringComparison.Ordinal);

    [Fact]
    public void Faults_TransitiveArrow_IsAllowed() =>
        Assert.Empty(ArrowTable.Map.Faults([MadeUp("Optimizer.Standalone", "Optimizer.Statistics")]));

    [Fact]
    public void Faults_ProjectOutsideTheTable_IsNamed() => Assert.Contains(
        "src/Optimizer.Extras.csproj: the project is not in the arrow table",
        Assert.Single(ArrowTable.Map.Faults([MadeUp("Optimizer.Extras", "Optimizer.Domain")])),
        StringComparison.Ordinal);

    [Fact]
    public void Faults_TableWithoutAnArrow_FindsTheProjectThatUsesIt()
    {
        var table = new ArrowTable(new Dictionary<string, string[]> { ["A"] = [], ["B"] = [], ["C"] = ["B"] }, []);

        Assert.Equal(
            ["src/B.csproj: references A; B may reference only []", "src/C.csproj: references A; C may reference only [B]"],
            table.Faults([MadeUp("A"), MadeUp("B", "A"), MadeUp("C", "B", "A")]));
    }

    [Theory]
    [InlineData("PackageReference", "Microsoft.Azure.Functions.Worker")]
    [InlineData("PackageReference", "Microsoft.DurableTask.Client")]
    [InlineData("GlobalPackageReference", "azure.storage.blobs")]
    [InlineData("PackageReference", "Azure.Data.Tables")]
    public void AzureFaults_PackageElsewhere_IsNamed(string item, string package)
    {
        var xml = $"""<Project><ItemGroup><{item} Include="{package}" /></ItemGroup></Project>""";

        Assert.StartsWith(
            $"src/Optimizer.Cockpit.csproj: names {package};",
            Assert.Single(AzurePackages.Faults([ProjectFile.Parse("src/Optimizer.Cockpit.csproj", xml)])),
            StringComparison.Ordinal);
        Assert.Empty(AzurePackages.Faults([ProjectFile.Parse("src/Optimizer.Functions.csproj", xml)]));
    }

    [Fact]
    public void AzureFaults_TestsOfOthersReferencingTheHost_AreNamed() =>
        Assert.Single(AzurePackages.Faults([MadeUp("Optimizer.Tests", "Optimizer.Functions")]));

    private static IReadOnlyList<ProjectFile> Projects(string folder) =>
        [.. Repository.Files(folder, "*.csproj").Select(ProjectFile.Read)];

    private static IReadOnlyList<ProjectFile> SharedBuildFiles() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "Directory.*")
            .Concat(Repository.Files("src", "*.props")).Concat(Repository.Files("src", "*.targets"))
            .Concat(Repository.Files("tests", "*.props")).Concat(Repository.Files("tests", "*.targets"))
            .Select(ProjectFile.Read),
    ];

    private static ProjectFile MadeUp(string name, params string[] references) =>
        ProjectFile.Parse($"src/{name}.csproj", $"""
            <Project><ItemGroup>
            {string.Concat(references.Select(reference => $"""<ProjectReference Include="..\{reference}\{reference}.csproj" />"""))}
            </ItemGroup></Project>
            """);
}

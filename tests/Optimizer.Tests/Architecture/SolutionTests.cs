using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

public class SolutionTests
{
    private const string MadeUp = """
        Project("{FAE0}") = "Optimizer.Domain", "src\Optimizer.Domain\Optimizer.Domain.csproj", "{D}"
        EndProject
        Project("{FAE0}") = "Optimizer.Functions", "src\Optimizer.Functions\Optimizer.Functions.csproj", "{F}"
        EndProject
        {D}.Azure|Any CPU.Build.0 = Release|Any CPU
        {D}.Debug|Any CPU.Build.0 = Debug|Any CPU
        {D}.Release|Any CPU.Build.0 = Release|Any CPU
        {F}.Azure|Any CPU.Build.0 = Release|Any CPU
        {F}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
        """;

    private static readonly string[] Both =
        ["src/Optimizer.Domain/Optimizer.Domain.csproj", "src/Optimizer.Functions/Optimizer.Functions.csproj"];

    [Fact]
    public void Solution_OfTheRepository_HoldsEveryProjectAsItMust() =>
        Faults.None(new SolutionFile(File.ReadAllText(Repository.File("Optimizer.sln"))).Faults(
            [.. Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Select(Repository.Relative)]));

    [Fact]
    public void Faults_FunctionsOnlyInAzure_AreNone() => Assert.Empty(new SolutionFile(MadeUp).Faults(Both));

    [Fact]
    public void Faults_FunctionsBuiltInDebug_AreNamed() => Assert.Equal(
        ["Optimizer.sln: Debug builds src/Optimizer.Functions/Optimizer.Functions.csproj; it must not"],
        new SolutionFile(MadeUp + "\n{F}.Debug|Any CPU.Build.0 = Debug|Any CPU").Faults(Both));

    [Fact]
    public void Faults_MissingAndStrayProjects_AreNamed() => Assert.Equal(
        [
            "Optimizer.sln: does not list src/New/New.csproj",
            "Optimizer.sln: lists src/Optimizer.Functions/Optimizer.Functions.csproj, which does not exist",
        ],
        new SolutionFile(MadeUp).Faults([Both[0], "src/New/New.csproj"]));

    [Fact]
    public void Faults_ProjectNotBuiltInRelease_IsNamed() => Assert.Equal(
        ["Optimizer.sln: Release does not build src/Optimizer.Domain/Optimizer.Domain.csproj; it must"],
        new SolutionFile(MadeUp.Replace("{D}.Release|Any CPU.Build.0", "{D}.Release|Any CPU.ActiveCfg", StringComparison.Ordinal)).Faults(Both));
}

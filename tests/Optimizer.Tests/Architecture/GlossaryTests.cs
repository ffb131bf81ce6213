using System.Reflection;
using Optimizer.Testing;

namespace Optimizer.Tests.Architecture;

public class GlossaryTests
{
    [Theory]
    [InlineData("Optimizer.Domain")]
    [InlineData("Optimizer.Workflows")]
    public void PublicNames_OfAProject_AreInOurWords(string assembly) =>
        Faults.None(BuiltFromSrc().Where(built => built.GetName().Name == assembly).SelectMany(built => built.GetExportedTypes()).SelectMany(Glossary.Faults));

    [Fact]
    public void TypeNames_OfAllProjects_SayWhatTheyAre() =>
        Faults.None(BuiltFromSrc().SelectMany(OwnTypes).SelectMany(Glossary.SuffixFaults));

    [Theory]
    [InlineData("Optimizer.Domain")]
    [InlineData("optimizer")]
    public void Assemblies_BuiltFromSrc_AreFound(string name) =>
        Assert.Contains(BuiltFromSrc(), built => built.GetName().Name == name && OwnTypes(built).Any());

    [Theory]
    [InlineData("PlayId", "Play Id")]
    [InlineData("ABTest", "AB Test")]
    [InlineData("variantIndex", "variant Index")]
    [InlineData("Workflow", "Workflow")]
    [InlineData("p95Milliseconds", "p Milliseconds")]
    public void Words_Name_AreSplitByCapitals(string name, string words) =>
        Assert.Equal(words, string.Join(' ', Glossary.Words(name)));

    [Fact]
    public void Faults_BannedWords_SayWhatToUse() => Assert.Equal(
        [
            "'armIndex': use variant instead of arm",
            "'Buckets': use assignment instead of buckets",
            "'ChooseTreatment': use variant instead of treatment",
            "'TestOutcome': use decision instead of outcome",
            "'TestOutcome': use experiment instead of test",
        ],
        Glossary.Faults(typeof(TestOutcome)).Select(fault => fault[(fault.IndexOf(':', StringComparison.Ordinal) + 2)..]).Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Faults_WordsThatOnlyContainBannedOnes_AreNone() => Assert.Empty(Glossary.Faults(typeof(AlarmWorkflow)));

    [Fact]
    public void SuffixFaults_EmptySuffix_IsNamed()
    {
        Assert.Contains("the suffix Info says nothing", Assert.Single(Glossary.SuffixFaults(typeof(PlayInfo))), StringComparison.Ordinal);
        Assert.Empty(Glossary.SuffixFaults(typeof(AlarmWorkflow)));
    }

    private static IReadOnlyList<Assembly> BuiltFromSrc() =>
    [
        .. Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Select(project => project == "Optimizer.Standalone" ? "optimizer" : project)
            .Where(name => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")))
            .Select(Assembly.Load),
    ];

    private static IEnumerable<Type> OwnTypes(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Name == "Program" || (type.Namespace?.StartsWith("Optimizer", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal)));

    private sealed record TestOutcome(IReadOnlyList<int> Buckets)
    {
        public static int ChooseTreatment(int armIndex) => armIndex;
    }

    private sealed record AlarmWorkflow(string Baseline, string Testimonial);

    private sealed record PlayInfo;
}

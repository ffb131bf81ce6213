using Optimizer.Testing;
using Xunit.Abstractions;

namespace Optimizer.Tests.Architecture;

public class RequirementCoverageTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Traits_OfAllTests_NameKnownRequirements()
    {
        var known = RequirementTraits.Known(File.ReadAllText(SharedFolder.File("REQUIREMENTS.md")));
        var held = RequirementTraits.InRepository();
        var all = RequirementTraits.CountByPrefix(known);
        foreach (var (prefix, count) in RequirementTraits.CountByPrefix(held))
        {
            output.WriteLine($"{prefix}: {count} of {all.GetValueOrDefault(prefix)}");
        }

        Assert.True(known.Count > 400, $"The requirements table was read as {known.Count} rows.");
        Faults.None(held.Except(known).Select(id => $"tests/: a trait names {id}, which is no row of the requirements table"));
    }

    [Fact]
    public void InRepository_AllTests_FindsTheTraits() => Assert.Contains("S2-048", RequirementTraits.InRepository());

    [Fact]
    public void In_Source_ReadsEveryTraitOutsideComments() => Assert.Equal(
        ["S0-001", "C04"],
        RequirementTraits.In("    [Trait(\"Req\", \"S0-001\")]\n    [Fact, Trait(\"Req\", \"C04\")]\n    // [Trait(\"Req\", \"S0-002\")]\n[Trait(\"Kind\", \"slow\")]"));

    [Fact]
    public void Known_Table_ReadsTheFirstColumnOnly() => Assert.Equal(
        ["S0-001", "S0x-003", "C21"],
        RequirementTraits.Known("| ID | Src |\n| S0-001 | 000:1 | see S0-002 | C04 |\n| S0x-003 | |\n| C21 | |\n text S1-001").Order(StringComparer.Ordinal).OrderBy(id => id.StartsWith('C')));

    [Fact]
    public void CountByPrefix_Ids_CountsEachFamilyOnce() => Assert.Equal(
        [("?", 1), ("C", 1), ("S0", 2), ("S0x", 1), ("S1", 0), ("S2", 0), ("S3", 0)],
        RequirementTraits.CountByPrefix(["S0-001", "S0-002", "S0x-001", "C04", "X-1"])
            .Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
}

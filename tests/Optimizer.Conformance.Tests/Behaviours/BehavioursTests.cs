using System.Text.RegularExpressions;
using Optimizer.Testing;

namespace Optimizer.Conformance.Tests.Behaviours;

public partial class BehavioursTests
{
    private static readonly string Page = Repository.File("tests", "Optimizer.Conformance.Tests", "README.md");

    [Fact]
    public void All_Behaviours_AreNumberedOneToNinetyFour() =>
        Assert.Equal(Enumerable.Range(1, 94), BehaviourList.All.Select(behaviour => behaviour.Number));

    [Fact]
    public void All_Behaviours_AreTestedOrOutOfScopeWithTheReason()
    {
        var held = BehaviourTraits.ByNumber();

        Assert.DoesNotContain(BehaviourList.All, behaviour => !BehaviourPage.IsTested(behaviour, held) && behaviour.Note.Length == 0);
    }

    [Fact]
    public void Traits_OfAllTests_NameKnownBehaviours() =>
        Assert.Empty(BehaviourTraits.ByNumber().Keys.Except(BehaviourList.All.Select(behaviour => behaviour.Number)));

    [Fact]
    public void CrashTests_OfTheList_AreThoseWhoseTraitsSaySo()
    {
        var listed = BehaviourList.All.SelectMany(behaviour => behaviour.CrashTests.Split(", ", StringSplitOptions.RemoveEmptyEntries), (behaviour, name) => $"{behaviour.Number} {name}");
        var traits = Repository.Files("tests/Optimizer.Crash.Tests", "*.cs")
            .SelectMany(path => Trait().Matches(File.ReadAllText(path)), (path, trait) => $"{trait.Groups["number"]} {Path.GetFileNameWithoutExtension(path)}");

        Assert.Equal(listed.Order(StringComparer.Ordinal), traits.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_OfBehaviours_SaysWhatTheTestsSay()
    {
        var page = BehaviourPage.Write(BehaviourList.All, BehaviourTraits.ByNumber());
        if (Environment.GetEnvironmentVariable("UPDATE_BEHAVIOURS") == "1")
        {
            File.WriteAllText(Page, page);
        }

        Assert.Equal(page, File.ReadAllText(Page).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void IsTested_NoTestAndNoCrashTest_IsFalse()
    {
        var held = new Dictionary<int, IReadOnlyList<string>> { [1] = ["LifeConformance"] };

        Assert.True(BehaviourPage.IsTested(new(1, "a", "b"), held));
        Assert.True(BehaviourPage.IsTested(new(2, "a", "b", "CrashTests"), held));
        Assert.False(BehaviourPage.IsTested(new(2, "a", "b"), held));
        Assert.Contains("| 2 | b | **out of scope** | why |", BehaviourPage.Write([new(2, "a", "b", Note: "why")], held), StringComparison.Ordinal);
    }

    [GeneratedRegex("""\[Trait\("Behaviour", "(?<number>\d+)"\)""")]
    private static partial Regex Trait();
}

using Optimizer.Testing;

namespace Optimizer.Conformance.Tests.Behaviours;

public class BehavioursTests
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
    public void ByNumber_CrashTests_AreReadFromTheirSources() => Assert.Contains("Optimizer.Crash.Tests", BehaviourTraits.ByNumber()[75]);

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
    public void IsTested_NoTest_IsFalse()
    {
        var held = new Dictionary<int, IReadOnlyList<string>> { [1] = ["LifeConformance"] };

        Assert.True(BehaviourPage.IsTested(new(1, "a", "b"), held));
        Assert.False(BehaviourPage.IsTested(new(2, "a", "b"), held));
        Assert.Contains("| 2 | b | **out of scope** | why |", BehaviourPage.Write([new(2, "a", "b", Note: "why")], held), StringComparison.Ordinal);
    }
}

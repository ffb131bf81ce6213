using FsCheck;
using FsCheck.Fluent;
using Optimizer.Testing;

namespace Optimizer.Tests.Kit;

public class LawsTests
{
    // A run with random seeds is asked for by hand, and then nothing repeats.
    private static bool IsRandom => Environment.GetEnvironmentVariable("OPTIMIZER_RANDOM_LAWS") == "1";

    [Fact]
    public void Of_SameTest_TriesTheSameCases() => Assert.Equal(!IsRandom, Tried("law").SequenceEqual(Tried("law")));

    [Fact]
    public void Of_OtherTest_TriesOtherCases() => Assert.NotEqual(Tried("law"), Tried("other law"));

    private static List<int> Tried(string law)
    {
        var tried = new List<int>();
        Prop.ForAll<int>(value =>
        {
            tried.Add(value);
            return true;
        }).Check(Laws.Of(50, law));
        return tried;
    }
}

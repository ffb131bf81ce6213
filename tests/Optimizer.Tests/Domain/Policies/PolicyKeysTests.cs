using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Tests.Domain.Policies;

public class PolicyKeysTests
{
    public static TheoryData<string> Names => [.. PolicyKeys.All.Select(key => key.Name)];

    [Fact]
    public void All_Names_AreDifferentAndWrittenAlike()
    {
        Assert.Equal(PolicyKeys.All.Count, PolicyKeys.All.DistinctBy(key => key.Name).Count());
        Assert.All(PolicyKeys.All, key => Assert.Matches("^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$", key.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Key_DefaultsOfEveryProfile_ReadAndGoIntoAPolicy(string name)
    {
        var key = PolicyKeys.Find(name)!;

        Assert.NotEmpty(key.Means);
        Assert.All(Enum.GetValues<Profile>(), profile =>
        {
            var written = key.DefaultOf(profile);
            Assert.Equal((written, null), KeyText.Read(key, written));
            Assert.NotNull(key.Into(new(), written));
        });
    }

    [Theory]
    [InlineData("approval.budget_above", "20%", "0.2")]
    [InlineData("approval.budget_above", "0.2", "0.2")]
    [InlineData("approval.budget_above", "1e-1", "0.1")]
    [InlineData("approval.budget_above", "-1%", null)]
    [InlineData("approval.budget_above", "NaN", null)]
    [InlineData("play.max_starts", "4", "4")]
    [InlineData("play.max_starts", "4.5", null)]
    [InlineData("play.max_starts", "101", null)]
    [InlineData("play.max_starts", "20%", null)]
    [InlineData("play.max_active", "2", null)]
    [InlineData("play.starts_window", "Month", "month")]
    [InlineData("experiment.end_days", "14", "14")]
    [InlineData("experiment.end_days", "15", null)]
    [InlineData("baseline.min_days", "27", null)]
    [InlineData("safety.watch_minutes", "16", null)]
    [InlineData("stop.drop30.mode", "Literal", "literal")]
    [InlineData("stop.drop30.mode", "on", null)]
    [InlineData("approval.class.pricing", "ceo", "ceo")]
    [InlineData("approval.class.pricing", "none", null)]
    [InlineData("approval.class.legal", "manager", null)]
    [InlineData("approval.timeout", "approve", null)]
    [InlineData("freeze", "TRUE", "true")]
    [InlineData("freeze", "1", null)]
    [InlineData("time_zone", "Europe/Warsaw", "Europe/Warsaw")]
    [InlineData("time_zone", "Mars/Olympus", null)]
    [InlineData("approval.variables", "b, a,b", "b, a")]
    public void Read_Written_GivesOneFormOrAFault(string name, string written, string? value)
    {
        var read = KeyText.Read(PolicyKeys.Find(name)!, written);

        Assert.Equal(value, read.Value);
        Assert.Equal(value is null, read.Fault is not null);
    }

    [Theory]
    [InlineData("play.max_start", "play.max_starts")]
    [InlineData("promote.auto-above", "promote.auto_above")]
    [InlineData("aproval.hours", "approval.hours")]
    public void Nearest_Misspelt_FindsWhatWasMeant(string written, string meant) => Assert.Equal(meant, PolicyKeys.Nearest(written));
}

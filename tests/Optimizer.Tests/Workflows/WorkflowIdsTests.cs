using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows;

public class WorkflowIdsTests
{
    [Theory]
    [InlineData("play-onboarding")]
    [InlineData("it's \"quoted\"/slashed\\and #1?")]
    [InlineData("日本語 🚀")]
    public void Check_UsableId_IsGivenBack(string id) => Assert.Equal(id, WorkflowIds.Check(id));

    [Theory]
    [InlineData("@entity", "begins with '@'")]
    [InlineData("line\nbreak", "control character")]
    [InlineData("nul\0", "control character")]
    public void Check_UnusableId_SaysWhy(string id, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => WorkflowIds.Check(id)).Message, StringComparison.Ordinal);

    // Not inline data: that is kept as UTF-8, in which half a pair does not exist.
    [Fact]
    public void Check_HalfASurrogatePair_IsRefused()
    {
        Assert.Contains("not valid Unicode", Assert.Throws<ArgumentException>(() => WorkflowIds.Check("half \ud83d")).Message, StringComparison.Ordinal);
        Assert.Contains("not valid Unicode", Assert.Throws<ArgumentException>(() => WorkflowIds.Check("\ude80 half")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Length_UpTo256()
    {
        Assert.Equal(256, WorkflowIds.Check(new('x', 256)).Length);
        Assert.Throws<ArgumentException>(() => WorkflowIds.Check(new('x', 257)));
        Assert.Throws<ArgumentException>(() => WorkflowIds.Check(""));
    }
}

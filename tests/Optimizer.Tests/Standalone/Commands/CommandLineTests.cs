namespace Optimizer.Tests.Standalone.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData("'foo' is no command or option; the commands are ", "foo")]
    [InlineData("'--foo' is no command or option; the commands are ", "--foo")]
    [InlineData("Required command was not provided. See 'optimizer --help'.")]
    [InlineData("'foo' is no method; the methods are bandit, beta_binomial,", "calc", "foo")]
    [InlineData("Required argument missing for command: 'calc'. See 'optimizer calc --help'.", "calc")]
    [InlineData("Unrecognized command or argument '--foo'. See 'optimizer calc --help'.", "calc", "srm", "--foo")]
    [InlineData("Option '--arm' is required. See 'optimizer evaluate --help'.", "evaluate", "f.csv")]
    [InlineData("'--foo' is neither an option nor a file. See 'optimizer evaluate --help'.", "evaluate", "f", "--arm", "v", "--control", "a", "--metric", "m", "--foo")]
    [InlineData("--kind must be one of proportion, mean, ratio, not '1'.", "evaluate", "f", "--arm", "v", "--control", "a", "--metric", "m", "--kind", "1")]
    [InlineData("--days must be whole weeks from 7 to 3650 days, such as 14 or 28, not 'x'.", "evaluate", "f", "--arm", "v", "--control", "a", "--metric", "m", "--days", "x")]
    [InlineData("--days must be whole weeks from 7 to 3650 days, such as 14 or 28, not '6'.", "evaluate", "f", "--arm", "v", "--control", "a", "--metric", "m", "--days", "6")]
    [InlineData("2 files are given; say --arm @file", "evaluate", "f", "g", "--arm", "v", "--control", "a", "--metric", "m")]
    [InlineData("--per-day must be one of one, sum, mean, not '2'.", "monitor", "f", "--date", "d", "--value", "m", "--per-day", "2")]
    [InlineData("Option '--value' is required. See 'optimizer monitor --help'.", "monitor", "f", "--date", "d")]
    public void Run_BadUsage_IsRefusedInOneLine(string expected, params string[] args) =>
        Assert.StartsWith(expected, Ran.Of(args).Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("a=0.5,b=0.4", "--weights: the shares sum to 0.9, not to 1.")]
    [InlineData("", "--weights: '' is not name=share")]
    [InlineData("a", "--weights: 'a' is not name=share")]
    [InlineData("a=1,b=0", "--weights: 'a=1' is not name=share with a share above 0 and below 1")]
    [InlineData("a=0.5,b=NaN", "--weights: 'b=NaN' is not name=share")]
    [InlineData("a=0.5,a=0.5", "--weights: 'a=0.5' is not name=share")]
    [InlineData("=0.5,a=0.5", "--weights: '=0.5' is not name=share")]
    public void Run_WeightsThatAreNone_AreRefused(string weights, string expected) => Assert.StartsWith(
        expected, Ran.Of("evaluate", "f", "--arm", "v", "--control", "a", "--metric", "m", "--weights", weights).Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("evaluate <FILE>", "--help")]
    [InlineData("--weights <a=W,b=W>", "evaluate", "--help")]
    [InlineData("--per-day <HOW>", "monitor", "--help")]
    [InlineData("One of: bandit,", "calc", "-h")]
    public void Run_Help_TellsTheOptionsInLinesThatFit(string expected, params string[] args)
    {
        var ran = Ran.Of(args);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(expected, ran.Output, StringComparison.Ordinal);
    }
}
